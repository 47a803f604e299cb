import org.jspecify.annotations.NullMarked;

/** The command line. */
@NullMarked
module dev.costate.cli {
  requires static org.jspecify;
  requires dev.costate.equilibrium;
  requires de.siegmar.fastcsv;
  requires tools.jackson.core;
}
