package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.solver.ComplementarityProblem;
import dev.costate.equilibrium.stated.StatedCondition;
import dev.costate.equilibrium.stated.StatedMarket;
import dev.costate.equilibrium.stated.Symbol;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Statement.Return;
import dev.costate.program.Walk;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stated of a market is what is solved: the same conditions with the same values. */
class StatedMarketTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final int POINTS = 4;

  /** Some code is defined only for large numbers. */
  private static final double LARGE = 30;

  /** Numbers are collected in another order. */
  private static final double ROUNDING = 1e-9;

  /** Code that is not straight has values that no expression states. */
  private static final Set<Head> CODE =
      Set.of(Head.MARGINAL, Head.SLACK, Head.USED, Head.LIMIT, Head.MADE);

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".market"))
          .filter(StatedMarketTest::isMarketWithoutTables)
          .map(file -> EXAMPLES.relativize(file).toString().replace(".market", ""))
          .sorted()
          .toList();
    }
  }

  private static boolean isMarketWithoutTables(Path file) {
    try {
      var text = Files.readString(file);
      return !text.contains("from \"") && Market.of(text).isMarket();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static ComplementarityProblem problem(Economy economy) {
    return EquilibriumSearch.isGeneral(economy)
        ? new MarketSystem(MarketEquations.of(economy), 1, 1)
        : MarketProblem.of(economy, KinkRule.GENEROUS);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void statedConditionsHaveTheValuesOfThoseThatAreSolved(String example) {
    agree(Market.of(Market.example(example)), example);
  }

  @Test
  void theyHaveInRandomEconomiesToo() {
    for (int seed = 0; seed < 20; seed++) {
      agree(Market.of(RandomEconomies.any(seed).text(seed)), "economy " + seed);
      agree(Market.of(RandomMarkets.of(seed, 1)), "market " + seed);
    }
  }

  private static void agree(Economy economy, String what) {
    var problem = problem(economy);
    var stated = StatedMarket.of(economy);
    var random = new Random(7);
    int compared = 0;
    assertThat(stated.conditions()).hasSize(problem.size());
    for (int point = 0; point < POINTS; point++) {
      var z = new double[problem.size()];
      for (int i = 0; i < z.length; i++) {
        z[i] = (point % 2 == 0 ? 1 : LARGE) * inside(problem.lower(i), problem.upper(i), random);
      }
      var values = new double[z.length];
      var scales = new double[z.length];
      if (!problem.evaluate(z, values, scales)) {
        continue;
      }
      var evaluation = new Evaluation(economy, stated, z);
      for (int i = 0; i < z.length; i++) {
        var condition = stated.conditions().get(i);
        if (evaluation.isWrittenOut(condition.value())) {
          compared++;
          double scale = Math.max(scales[i], Math.max(1, Math.abs(values[i])));
          assertThat(evaluation.value(condition.value()))
              .as("%s: %s", what, condition.text())
              .isCloseTo(values[i], within(ROUNDING * scale));
        }
      }
    }
    assertThat(compared).as("compared of %s", what).isPositive();
  }

  private static double inside(double lower, double upper, Random random) {
    boolean low = lower > Double.NEGATIVE_INFINITY;
    boolean high = upper < Double.POSITIVE_INFINITY;
    double size = Math.exp(0.5 * random.nextGaussian());
    if (low && high) {
      return lower + random.nextDouble() * (upper - lower);
    }
    return low ? lower + size : high ? upper - size : size;
  }

  /** The values of symbols at a point. */
  private static final class Evaluation {
    private final Economy economy;
    private final Map<String, Double> values = new HashMap<>();
    private final Map<String, Expression> definitions = new HashMap<>();
    private final Map<String, Symbol> symbols;

    Evaluation(Economy economy, StatedMarket stated, double[] z) {
      this.economy = economy;
      symbols = stated.symbols();
      for (int i = 0; i < z.length; i++) {
        values.put(stated.conditions().get(i).variable().variable().name(), z[i]);
      }
      for (var definition : stated.definitions()) {
        definitions.put(definition.symbol().variable().name(), definition.value());
      }
    }

    boolean isWrittenOut(Expression expression) {
      return Walk.reads(expression).stream()
          .allMatch(v -> {
            var name = v.name();
            var definition = definitions.get(name);
            if (definition == null && !values.containsKey(name)) {
              var symbol = symbols.get(name);
              assertThat(symbol).as(name).isNotNull();
              assertThat(symbol.head()).as(name).isIn(CODE);
              return false;
            }
            return definition == null || isWrittenOut(definition);
          });
    }

    double value(Expression expression) {
      var reads = List.copyOf(Walk.reads(expression));
      var origin = Origin.of(expression.place());
      var line =
          new Function(
              "(line)",
              reads,
              List.of(Kind.NUMBER),
              Block.of(new Return(List.of(expression), origin)),
              origin);
      var arguments = reads.stream().map(v -> Value.of(symbol(v.name()))).toList();
      try {
        var result =
            new Interpreter(economy.program().with(List.of(line))).call("(line)", arguments);
        return ((Value.Number) result.getFirst()).value();
      } catch (ProgramFailure failure) {
        throw new AssertionError(failure.diagnostic().toString(), failure);
      }
    }

    private double symbol(String name) {
      var known = values.get(name);
      if (known != null) {
        return known;
      }
      double value = value(definitions.get(name));
      values.put(name, value);
      return value;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theirNamesAreThoseOfTheReport(String example) {
    var economy = Market.of(Market.example(example));
    var reported =
        Market.solved(economy).conditions().stream()
            .map(c -> c.kind() + " " + c.at() + " " + c.text())
            .toList();
    var stated =
        StatedMarket.of(economy).conditions().stream()
            .filter(c -> !c.kind().equals("price_level")) // it only says what prices are counted in
            .map(c -> c.kind() + " " + c.at() + " " + c.text())
            .toList();
    assertThat(stated).isEqualTo(reported);
  }

  @Test
  void aSmallMarketReadsAsInATextbook() {
    var economy = Market.of(Market.example("two-sectors"));
    assertThat(StatedMarket.of(economy).conditions().stream().map(StatedCondition::text))
        .containsExactly(
            "supply and demand of labor",
            "supply and demand of capital",
            "supply and demand of food",
            "supply and demand of clothes",
            "income of household",
            "Farm",
            "Mill",
            "the level of prices");
  }
}
