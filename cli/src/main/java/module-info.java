import org.jspecify.annotations.NullMarked;

/** The command line. */
@NullMarked
module dev.costate.cli {
  requires static org.jspecify;
  requires dev.costate.dynamics;
  requires dev.costate.equilibrium;
  requires dev.costate.market;
  requires dev.costate.tables;
  requires de.siegmar.fastcsv;
  requires org.apache.commons.cli;
  requires tools.jackson.core;
  requires java.desktop;
  requires xchart;
}
