import org.jspecify.annotations.NullMarked;

/** The command line. */
@NullMarked
module dev.costate.cli {
  requires static transitive org.jspecify;
  requires dev.costate.equilibrium;
  requires info.picocli;
  requires tools.jackson.databind;

  opens dev.costate.cli to
      info.picocli;
}
