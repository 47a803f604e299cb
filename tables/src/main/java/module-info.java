import org.jspecify.annotations.NullMarked;

/** Tables in files beside a market. */
@NullMarked
module dev.costate.tables {
  requires static transitive org.jspecify;
  requires transitive dev.costate.economy;
  requires de.siegmar.fastcsv;

  exports dev.costate.tables;
}
