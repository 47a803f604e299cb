package dev.costate.equilibrium.check;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.equation.FirmPlaces;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.equation.StartingPoint;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Walk;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Settled;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The imbalances of a market at its own starting point, before anything is solved: prices are 1 or
 * each good's {@code start}, activity levels each firm's {@code start} or the benchmark output of
 * its {@code ces_at} or {@code cet_at} (Rutherford 1999: the check of a benchmark).
 */
public final class BenchmarkCheck {
  /** An imbalance below this fraction of what it is an imbalance of is rounding. */
  private static final double ROUNDING = 1e-9;

  /** Incomes depend on each other: so many rounds settle them. */
  private static final int ROUNDS = 50;

  private final Economy economy;
  private final MarketEquations market;
  private final MarketSystem system;

  private BenchmarkCheck(Economy economy) {
    this.economy = economy;
    this.market = MarketEquations.of(economy);
    this.system = new MarketSystem(market, 1, StartingPoint.of(economy).quantity());
  }

  /**
   * Something that does not hold at the starting point.
   *
   * @param at the firm, good, consumer or unknown
   * @param condition what should hold
   * @param amount by which it does not, in the good's unit or in money
   * @param money what that is worth at the starting prices
   */
  public record Imbalance(String at, String condition, double amount, double money) {}

  /**
   * The starting point and its imbalances.
   *
   * @param levels the first output of each firm whose activity level is known
   * @param imbalances largest first
   * @param unjudged firms and consumers that are code and have no benchmark: what they buy and make
   *     here is any plan at which their code is finite
   * @param worth of all trade, money
   */
  public record Benchmark(
      Map<String, Double> prices,
      Map<String, Double> levels,
      List<Imbalance> imbalances,
      List<String> unjudged,
      double worth) {
    public Benchmark {
      prices = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(prices));
      levels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(levels));
      imbalances = List.copyOf(imbalances);
      unjudged = List.copyOf(unjudged);
    }
  }

  /** Empty if some code gives no finite numbers at the starting point. */
  public static Optional<Benchmark> of(Economy economy) {
    return new BenchmarkCheck(economy).run();
  }

  private Optional<Benchmark> run() {
    var typical = new StartingPoint(1, StartingPoint.of(economy).quantity(), 0);
    var start = typical.in(market);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    var z = start.get();
    var levels = new LinkedHashMap<String, Double>();
    for (int i = 0; i < z.length; i++) {
      z[i] =
          switch (market.conditions().get(i).kind()) {
            case MARKET -> economy.good(market.conditions().get(i).subject()).start().orElse(1);
            case UNKNOWN -> Math.clamp(0, system.lower(i), system.upper(i));
            case IMPORT, EXPORT -> 0;
            case Kind _ -> z[i];
          };
    }
    market.equations().graph().evaluate(z);
    market.firms().values().forEach(firm -> level(firm, z, levels));
    var values = new double[z.length];
    var scales = new double[z.length];
    for (int round = 0; round < ROUNDS; round++) {
      if (!market.equations().evaluate(z, values, scales)) {
        return Optional.empty();
      }
      for (int i = 0; i < z.length; i++) {
        var kind = market.conditions().get(i).kind();
        z[i] -=
            switch (kind) {
              case INCOME, READING -> values[i];
              case CURVE -> Math.min(z[i], values[i]);
              case Kind _ -> 0;
            };
      }
    }
    market.equations().evaluate(z, values, scales);
    return Optional.of(benchmark(z, values, scales, levels));
  }

  private double at(int place) {
    return market.equations().graph().value(place);
  }

  private Benchmark benchmark(
      double[] z, double[] values, double[] scales, Map<String, Double> levels) {
    var imbalances = new ArrayList<Imbalance>();
    double worth = 0;
    var prices = new LinkedHashMap<String, Double>();
    for (int g = 0; g < economy.goods().size(); g++) {
      prices.put(economy.goods().get(g).name(), at(market.price(g)));
    }
    for (int i = 0; i < z.length; i++) {
      var condition = market.conditions().get(i);
      double off = values[i];
      if (condition.kind() == Kind.MARKET) {
        worth += Math.abs(z[i]) * scales[i];
      }
      if (Math.abs(off) <= ROUNDING * scales[i]) {
        continue;
      }
      switch (condition.kind()) {
        case MARKET ->
            add(
                imbalances,
                condition.subject(),
                off < 0 ? "more is wanted than there is" : "more is there than is wanted",
                off,
                z[i]);
        case ACTIVITY -> {
          if (off < 0 || z[i] > 0) {
            add(
                imbalances,
                condition.subject(),
                off > 0 ? "loses on each unit" : "earns on each unit",
                off,
                z[i]);
          }
        }
        case INCOME -> add(imbalances, condition.subject(), "income does not add up", off, 1);
        case UNKNOWN -> {
          if (isOff(i, off, z[i])) {
            add(imbalances, condition.subject(), "its condition does not hold", off, 0);
          }
        }
        case INPUT,
            LEVEL,
            ARGUMENT,
            CAPACITY,
            KEPT,
            READING,
            CURVE,
            PRICE_LEVEL,
            BUDGET,
            CHOICE,
            PURCHASE,
            IMPORT,
            EXPORT -> {
          // Of code, which has no benchmark, or of limits, which start slack.
        }
      }
    }
    imbalances.sort(Comparator.comparingDouble(Imbalance::money).reversed());
    var unjudged = new ArrayList<String>();
    market.firms().forEach((name, firm) -> firm.code().ifPresent(_ -> unjudged.add(name)));
    market.consumers().forEach((name, c) -> c.code().ifPresent(_ -> unjudged.add(name)));
    return new Benchmark(prices, levels, imbalances, unjudged, worth);
  }

  private static void add(
      List<Imbalance> imbalances, String at, String condition, double off, double worth) {
    imbalances.add(new Imbalance(at, condition, Math.abs(off), Math.abs(off * worth)));
  }

  private boolean isOff(int i, double off, double value) {
    return (off < 0 || value > system.lower(i)) && (off > 0 || value < system.upper(i));
  }

  private void level(FirmPlaces places, double[] z, Map<String, Double> levels) {
    var firm = places.firm();
    var outputs = benchmarkOutputs(firm);
    for (var activity : places.activities()) {
      double perUnit = 0;
      double wanted = 0;
      for (int k = 0; k < firm.outputs().size() && wanted == 0; k++) {
        perUnit = at(activity.makes()[k]);
        wanted = perUnit == 0 || outputs[k] == 0 ? 0 : outputs[k];
      }
      if (firm.start().isPresent()) {
        z[activity.variable()] =
            firm.start().getAsDouble() / Math.max(at(activity.makes()[0]), Double.MIN_NORMAL);
        levels.put(firm.name(), firm.start().getAsDouble());
      } else if (wanted != 0) {
        z[activity.variable()] = wanted / perUnit;
        levels.put(firm.name(), wanted);
      } else {
        z[activity.variable()] = 0;
      }
    }
  }

  /** What the firm's calibrated technologies make in the benchmark; 0 where they do not say. */
  private double[] benchmarkOutputs(Firm firm) {
    var outputs = new double[firm.outputs().size()];
    for (var statement : Walk.statements(economy.program().function(firm.function()).body())) {
      if (statement instanceof Assign(var target, Call call, _)
          && call.function().equals(ReadyTechnologies.CES_AT)) {
        set(firm, target.variable().name(), constant(call.arguments().getFirst(), 0), outputs);
      } else if (statement instanceof CallMany call && ReadyTechnologies.isSplit(call.function())) {
        for (int k = 0; k < call.targets().size(); k++) {
          set(
              firm,
              call.targets().get(k).variable().name(),
              constant(call.arguments().get(3), k),
              outputs);
        }
      }
    }
    return outputs;
  }

  private static void set(Firm firm, String local, OptionalDouble value, double[] outputs) {
    for (int k = 0; k < outputs.length; k++) {
      if (firm.outputs().get(k).local().equals(local)) {
        outputs[k] = value.orElse(0);
      }
    }
  }

  /** A number, or an element of an array, that reads no variable. */
  private OptionalDouble constant(Expression expression, int element) {
    try {
      return switch (Settled.value(economy.program(), expression).orElse(null)) {
        case Value.Number(double value) -> OptionalDouble.of(value);
        case Value.Vector vector -> OptionalDouble.of(vector.elements()[element]);
        case Value.Truth _, Value.Matrix _ -> OptionalDouble.empty();
        case null -> OptionalDouble.empty();
      };
    } catch (ProgramFailure _) {
      return OptionalDouble.empty(); // It says so itself when the market is solved.
    }
  }
}
