package dev.costate.equilibrium.sensitivity;

import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.economy.TotalSurplus;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Derivatives of an equilibrium by solving markets with other numbers: differences at two steps,
 * extrapolated (Richardson 1911).
 */
final class Differences {
  private static final double STEP = 2e-5;
  private static final double LEAST = 1e-2;

  private final String text;
  private final Equilibrium base;

  Differences(String text, Equilibrium base) {
    this.text = text;
    this.base = base;
  }

  static Optional<Economy> economy(String text, String... settings) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    return Elaboration.elaborate(file, new Overrides(List.of(), List.of(settings)), diagnostics);
  }

  static Optional<Equilibrium> solved(Economy economy) {
    return EquilibriumSearch.solve(economy) instanceof Outcome.Solved(var equilibrium)
        ? Optional.of(equilibrium)
        : Optional.empty();
  }

  /** Every measure of a market that has one value. */
  static List<Measure> measures(Economy economy) {
    var all = new ArrayList<Measure>();
    economy
        .goods()
        .forEach(good -> {
          all.add(new Measure.Price(good.name()));
          all.add(new Measure.Quantity(good.name()));
        });
    economy
        .firms()
        .forEach(firm -> {
          all.add(new Measure.Profit(firm.name()));
          all.add(new Measure.Level(firm.name()));
        });
    economy
        .consumers()
        .forEach(consumer -> {
          all.add(new Measure.Income(consumer.name()));
          all.add(new Measure.Taxes(consumer.name()));
          if (consumer.utility().isPresent()) {
            all.add(new Measure.Utility(consumer.name()));
          }
        });
    economy.unknowns().forEach(unknown -> all.add(new Measure.UnknownValue(unknown.name())));
    return all;
  }

  /** Those, and total surplus where there is one. */
  static List<Measure> measuresAndSurplus(Economy economy) {
    var all = measures(economy);
    if (TotalSurplus.obstacle(economy).isEmpty()) {
      all.add(new Measure.Surplus());
    }
    return all;
  }

  static double value(Equilibrium equilibrium, Measure measure) {
    return switch (measure) {
      case Measure.Price(var good) -> known(equilibrium.prices(), good);
      case Measure.Quantity(var good) -> known(equilibrium.quantities(), good);
      case Measure.Utility(var name) -> known(equilibrium.consumers(), name).utility();
      case Measure.Income(var name) -> known(equilibrium.consumers(), name).income();
      case Measure.Taxes(var name) -> known(equilibrium.taxes(), name);
      case Measure.Profit(var firm) -> equilibrium.firm(firm).profit();
      case Measure.Level(var firm) -> equilibrium.firm(firm).outputs().values().iterator().next();
      case Measure.UnknownValue(var name) -> known(equilibrium.unknowns(), name);
      case Measure.Welfare _, Measure.Surplus _, Measure.Answer _ ->
          throw new IllegalArgumentException("not in an equilibrium");
    };
  }

  private static <T> T known(Map<String, T> all, String name) {
    var found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no '" + name + "'");
    }
    return found;
  }

  /** Solutions at steps of h and h/2 to both sides, where there are such markets. */
  record Neighbours(
      double step,
      Optional<Equilibrium> up,
      Optional<Equilibrium> halfUp,
      Optional<Equilibrium> down,
      Optional<Equilibrium> halfDown) {
    boolean isTwoSided() {
      return up.isPresent() && halfUp.isPresent() && down.isPresent() && halfDown.isPresent();
    }
  }

  Neighbours neighbours(String parameter, double value) {
    double step = STEP * Math.max(Math.abs(value), LEAST);
    return new Neighbours(
        step,
        at(parameter, value + step),
        at(parameter, value + step / 2),
        at(parameter, value - step),
        at(parameter, value - step / 2));
  }

  private Optional<Equilibrium> at(String parameter, double value) {
    var setting = parameter + "=" + new BigDecimal(value).toPlainString();
    return economy(text, setting)
        .flatMap(economy ->
            EquilibriumSearch.solveFrom(economy, base) instanceof Outcome.Solved(var found)
                ? Optional.of(found)
                : Optional.empty());
  }

  /** Derivatives of the market with other numbers, where there is one. */
  Optional<Sensitivities> sensitivities(Map<String, Double> numbers) {
    var settings =
        numbers.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + new BigDecimal(entry.getValue()).toPlainString())
            .toArray(String[]::new);
    return economy(text, settings)
        .flatMap(economy ->
            EquilibriumSearch.solveFrom(economy, base) instanceof Outcome.Solved(var found)
                ? Optional.of(Sensitivities.of(economy, found))
                : Optional.empty());
  }

  /** The derivative; NaN where the neighbours do not show it. */
  double derivative(Measure measure, Neighbours n) {
    if (n.isTwoSided()) {
      double whole = (value(n.up, measure) - value(n.down, measure)) / (2 * n.step);
      double half = (value(n.halfUp, measure) - value(n.halfDown, measure)) / n.step;
      return (4 * half - whole) / 3;
    }
    double right = right(measure, n);
    return Double.isNaN(right) ? left(measure, n) : right;
  }

  double right(Measure measure, Neighbours n) {
    return side(measure, n.up, n.halfUp, n.step);
  }

  double left(Measure measure, Neighbours n) {
    return side(measure, n.down, n.halfDown, -n.step);
  }

  private double side(
      Measure measure, Optional<Equilibrium> whole, Optional<Equilibrium> half, double step) {
    if (whole.isEmpty() || half.isEmpty()) {
      return Double.NaN;
    }
    double here = value(base, measure);
    double first = (value(whole, measure) - here) / step;
    double second = (value(half, measure) - here) / (step / 2);
    return 2 * second - first;
  }

  private static double value(Optional<Equilibrium> equilibrium, Measure measure) {
    return value(equilibrium.orElseThrow(), measure);
  }
}
