package dev.costate.economy.index;

import dev.costate.language.Diagnostics;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.MarketFile;
import dev.costate.runtime.DeepStack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    return written(file, replaced, tables, diagnostics).map(Written::file);
  }

  /**
   * A market without sets.
   *
   * @param decisive the parameters at whose values a condition of a list decides by a hair
   */
  public record Written(MarketFile file, Set<String> decisive) {
    public Written {
      decisive = Set.copyOf(decisive);
    }
  }

  /** The same with what its conditions were decided by. */
  public static Optional<Written> written(
      MarketFile file, List<Setting> replaced, Tables tables, Diagnostics diagnostics) {
    var reports = new Reports(diagnostics);
    var writing = new Writing(file, tables, reports);
    var expanded = DeepStack.call(() -> writing.run(replaced));
    return reports.hasErrors()
        ? Optional.empty()
        : Optional.of(new Written(expanded, writing.decisive()));
  }
}
