package dev.costate.cli.input;

import dev.costate.economy.Overrides;
import dev.costate.language.Diagnostics;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.MarketFile;
import dev.costate.market.read.Reading;

/** Reads {@code .market} files. */
public final class MarketReader {
  private MarketReader() {}

  /**
   * The syntax of a file.
   *
   * @throws Refusal with every error of the text
   */
  public static MarketFile syntax(String name, Console console) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(TextFile.read(name, console), diagnostics);
    Refusal.ifErrors(diagnostics);
    return file;
  }

  /**
   * A file and what it describes, be it functions only or a market; warnings go to the console.
   *
   * @throws Refusal with every error of the file and of the overrides
   */
  public static Market read(String name, Overrides overrides, Console console) {
    var source = TextFile.read(name, console);
    var reading = Reading.of(source, overrides, MarketTables.beside(name, console));
    if (reading.elaborated().isEmpty()) {
      throw Refusal.of(reading.diagnostics());
    }
    console.report(reading.diagnostics());
    return new Market(
        reading, reading.elaborated().get().file(), reading.elaborated().get().economy());
  }

  /**
   * The same file with other numbers, without its warnings.
   *
   * @throws Refusal with every error of the overrides
   */
  public static Market again(Market market, Overrides overrides) {
    var reading = Reading.of(market.reading().file(), overrides, market.reading().tables());
    return reading
        .elaborated()
        .map(elaborated -> new Market(reading, elaborated.file(), elaborated.economy()))
        .orElseThrow(() -> Refusal.of(reading.diagnostics()));
  }

  /**
   * As {@link #read}, for commands that need a market.
   *
   * @throws Refusal also if the file has none
   */
  public static Market readMarket(String name, Overrides overrides, Console console) {
    var market = read(name, overrides, console);
    if (!market.economy().isMarket()) {
      throw Refusal.ofWhole(
          name,
          market.file().declarations().isEmpty()
              ? "this file is empty"
              : "this file has no goods and no firms",
          "a market begins like this: good bread: price 2");
    }
    return market;
  }
}
