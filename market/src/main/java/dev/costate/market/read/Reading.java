package dev.costate.market.read;

import dev.costate.economy.Elaboration;
import dev.costate.economy.Elaboration.Elaborated;
import dev.costate.economy.Overrides;
import dev.costate.economy.index.Tables;
import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.MarketFile;
import java.util.List;
import java.util.Optional;

/**
 * What a text says, be it of a file or composed by a builder: the one way from text to market.
 *
 * @param file what could be read of it
 * @param overrides what replaces numbers of it
 * @param tables those that it may name
 * @param elaborated the market; empty if there are errors
 * @param diagnostics every error, or else every warning, in the order of the text
 */
public record Reading(
    MarketFile file,
    Overrides overrides,
    Tables tables,
    Optional<Elaborated> elaborated,
    List<Diagnostic> diagnostics) {
  public Reading {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads a text.
   *
   * @param overrides scenarios and settings that replace numbers of the text
   * @param tables those that the text may name
   */
  public static Reading of(Source source, Overrides overrides, Tables tables) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(source, diagnostics);
    return diagnostics.hasErrors()
        ? new Reading(
            file,
            overrides,
            tables,
            Optional.empty(),
            MeaningErrors.with(file, diagnostics, overrides, tables))
        : of(file, overrides, tables, diagnostics);
  }

  /** Reads a file whose syntax is known to be right once more, with other numbers. */
  public static Reading of(MarketFile file, Overrides overrides, Tables tables) {
    return of(file, overrides, tables, new Diagnostics());
  }

  private static Reading of(
      MarketFile file, Overrides overrides, Tables tables, Diagnostics diagnostics) {
    var elaborated =
        Elaboration.elaborate(file, overrides, new CodeDerivatives(), tables, diagnostics);
    return new Reading(
        file,
        overrides,
        tables,
        diagnostics.hasErrors() ? Optional.empty() : elaborated,
        diagnostics.all());
  }
}
