package dev.costate.economy.index;

import dev.costate.language.Diagnostics;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.MarketFile;
import dev.costate.runtime.DeepStack;
import java.util.List;
import java.util.Optional;

/**
 * Writes a market out: its sets, indices, lists and tables become plain declarations.
 *
 * <p>Parameters stay parameters, each under its full name: {@code load[3]}. So do the numbers of
 * declarations: {@code power[3].demand}. The result of a market without sets is that market; that
 * of a result is itself.
 */
public final class Expansion {
  private Expansion() {}

  /**
   * The market without sets; empty if it cannot be written out, which has then been reported.
   *
   * @param replaced what scenarios and settings replace, in order; it decides ranges, indices and
   *     conditions, and is not written into the result
   */
  public static Optional<MarketFile> expand(
      MarketFile file, List<Setting> replaced, Tables tables, Diagnostics diagnostics) {
    var reports = new Reports(diagnostics);
    var expanded = DeepStack.call(() -> new Writing(file, tables, reports).run(replaced));
    return reports.hasErrors() ? Optional.empty() : Optional.of(expanded);
  }
}
