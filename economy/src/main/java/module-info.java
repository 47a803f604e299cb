import org.jspecify.annotations.NullMarked;

/** An immutable description of goods, firms, consumers, wedges and parameters. */
@NullMarked
module dev.costate.economy {
  requires static transitive org.jspecify;
  requires transitive dev.costate.program;

  exports dev.costate.economy;
  exports dev.costate.economy.index;
  exports dev.costate.economy.technology;
}
