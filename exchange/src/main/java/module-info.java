import org.jspecify.annotations.NullMarked;

/** A market some of whose firms are outside and keep their technology to themselves. */
@NullMarked
module dev.costate.exchange {
  requires static transitive org.jspecify;
  requires transitive dev.costate.dynamics;
  requires transitive dev.costate.economy;
  requires dev.costate.language;

  exports dev.costate.exchange;
}
