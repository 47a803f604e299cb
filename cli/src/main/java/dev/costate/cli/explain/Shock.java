package dev.costate.cli.explain;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.change.Change;
import dev.costate.equilibrium.change.PriceChanges;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A market before and after some of its numbers are others.
 *
 * @param before in its own unit of account
 * @param after in its own unit of account
 * @param in the good by whose price all others are to be divided, if any
 * @param numbers what was changed, by dotted name
 */
public record Shock(
    PriceChanges.Solved before,
    PriceChanges.Solved after,
    Optional<String> in,
    Map<String, Change> numbers) {
  public Shock {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }

  /**
   * The numbers of two readings that settings name.
   *
   * @param settings each {@code name=value}, which both readings know
   */
  public static Map<String, Change> numbers(Economy before, Economy after, List<String> settings) {
    var numbers = new LinkedHashMap<String, Change>();
    for (var setting : settings) {
      var name = setting.substring(0, setting.indexOf('=')).replaceAll("\\s", "");
      numbers.put(
          name,
          new Change(
              before.parameters().getOrDefault(name, Double.NaN),
              after.parameters().getOrDefault(name, Double.NaN)));
    }
    return numbers;
  }

  PriceChanges changes() {
    return new PriceChanges(before, after, in);
  }

  /** The equilibrium before, in the unit of account. */
  public Equilibrium equilibrium() {
    return in.map(before.equilibrium()::in).orElse(before.equilibrium());
  }

  /** The equilibrium after it, in the unit of account. */
  public Equilibrium equilibriumAfter() {
    return in.map(after.equilibrium()::in).orElse(after.equilibrium());
  }
}
