package dev.costate.cli.input;

import dev.costate.economy.index.Tables;
import dev.costate.tables.CsvTables;

/** The tables that a market names: files beside it. */
final class MarketTables {
  private MarketTables() {}

  /** Those beside a market; for one from standard input, those of the working directory. */
  static Tables beside(String market, Console console) {
    boolean isFile = !market.equals(TextFile.STANDARD_INPUT);
    var folder = isFile ? console.path(market).resolveSibling("") : console.path("");
    int name = Math.max(market.lastIndexOf('/'), market.lastIndexOf('\\'));
    return new CsvTables(folder, isFile ? market.substring(0, name + 1) : "");
  }
}
