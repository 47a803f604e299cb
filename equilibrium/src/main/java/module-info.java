import org.jspecify.annotations.NullMarked;

/** Prices and quantities at which every market clears, and their derivatives. */
@NullMarked
module dev.costate.equilibrium {
  requires static org.jspecify;
  requires transitive dev.costate.economy;
  requires transitive dev.costate.differentiation;
  requires com.ejml.core;
  requires com.ejml.ddense;
  requires com.ejml.dsparse;
}
