import org.jspecify.annotations.NullMarked;

/** Prices and quantities at which every market clears, and their derivatives. */
@NullMarked
@SuppressWarnings("module") // The room of dynamics is built after this one.
module dev.costate.equilibrium {
  requires static transitive org.jspecify;
  requires transitive dev.costate.economy;
  requires transitive dev.costate.differentiation;

  exports dev.costate.equilibrium;
  exports dev.costate.equilibrium.area to
      dev.costate.dynamics;
  exports dev.costate.equilibrium.change;
  exports dev.costate.equilibrium.check;
  exports dev.costate.equilibrium.condition to
      dev.costate.dynamics;
  exports dev.costate.equilibrium.sensitivity;
  exports dev.costate.equilibrium.solver;
  exports dev.costate.equilibrium.stated;
  exports dev.costate.equilibrium.technology to
      dev.costate.dynamics;
  exports dev.costate.equilibrium.graph to
      dev.costate.dynamics;
}
