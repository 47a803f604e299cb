import org.jspecify.annotations.NullMarked;

/** The market out of equilibrium: agents, schedulers, dynamics, what is measured. */
@NullMarked
module dev.costate.dynamics {
  requires static transitive org.jspecify;
  requires transitive dev.costate.equilibrium;

  exports dev.costate.dynamics;
  exports dev.costate.dynamics.law;
  exports dev.costate.dynamics.measure;
  exports dev.costate.dynamics.protocol;
  exports dev.costate.dynamics.schedule;
}
