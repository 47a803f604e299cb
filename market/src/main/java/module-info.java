import org.jspecify.annotations.NullMarked;

/** Markets for Java programs: built or read, solved, and asked by name. */
@NullMarked
module dev.costate.market {
  requires static transitive org.jspecify;
  requires transitive dev.costate.dynamics;
  requires transitive dev.costate.equilibrium;
  requires dev.costate.tables;

  exports dev.costate.market;
  exports dev.costate.market.read;
}
