package dev.costate.equilibrium.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives of equilibria are those of solving again, and adjoints are tangents. */
class SensitivitiesTest {
  private static final double RELATIVE = 1e-5;

  /** About so many numbers of each example are moved; more for all. */
  private static final int PARAMETERS = Integer.getInteger("costate.sensitivity.parameters", 10);

  static Stream<Path> examples() throws IOException {
    try (var files = Files.walk(Path.of("..", "examples"))) {
      return files
          .filter(file -> file.toString().endsWith(".market"))
          .filter(file -> !reads(file, "from \""))
          .filter(file -> Differences.economy(text(file)).filter(Economy::isMarket).isPresent())
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean reads(Path file, String words) {
    return text(file).contains(words);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyDerivativeOfEveryExample(Path file) {
    assertThat(compare(text(file))).isPositive();
  }

  /** How many derivatives were compared with differences. */
  private static int compare(String text) {
    var economy = Differences.economy(text).orElseThrow();
    var base = Differences.solved(economy).orElseThrow();
    var sensitivities = Sensitivities.of(economy, base);
    var differences = new Differences(text, base);
    var measures = Differences.measures(economy);
    var gradients = measures.stream().map(sensitivities::gradient).toList();
    int compared = 0;
    var wrong = new ArrayList<String>();
    var all = List.copyOf(economy.parameters().entrySet());
    int every = Math.max(1, all.size() / PARAMETERS);
    for (int p = 0; p < all.size(); p += every) {
      var parameter = all.get(p);
      double number = parameter.getValue();
      if (parameter.getKey().endsWith(".start") || Double.isInfinite(number)) {
        continue;
      }
      var neighbours = differences.neighbours(parameter.getKey(), number);
      for (int i = 0; i < measures.size(); i++) {
        var gradient = gradients.get(i);
        double size = Math.max(Math.abs(gradient.value()), scale(base, measures.get(i)));
        double noise = 1e-11 * size / neighbours.step();
        var partial = gradient.partials().get(parameter.getKey());
        var sides = gradient.oneSided().get(parameter.getKey());
        if (partial != null) {
          double difference = differences.derivative(measures.get(i), neighbours);
          compared += Double.isNaN(difference) ? 0 : 1;
          if (Math.abs(partial - difference) > RELATIVE * Math.abs(difference) + noise) {
            wrong.add(
                "%s by %s: %s, differences %s"
                    .formatted(measures.get(i), parameter.getKey(), partial, difference));
          }
        } else if (sides != null) {
          double right = differences.right(measures.get(i), neighbours);
          double left = differences.left(measures.get(i), neighbours);
          compared += Double.isNaN(right) ? 0 : 1;
          if (Math.abs(sides.right() - right) > RELATIVE * Math.abs(right) + noise
              || Math.abs(sides.left() - left) > RELATIVE * Math.abs(left) + noise) {
            wrong.add(
                "%s by %s: %s, differences %s and %s"
                    .formatted(measures.get(i), parameter.getKey(), sides, left, right));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    return compared;
  }

  /** What values of a kind are like in the market: all of one kind may be noise of the others. */
  static double scale(Equilibrium base, Measure measure) {
    return switch (measure) {
      case Measure.Price _ ->
          base.prices().values().stream().mapToDouble(Math::abs).max().orElse(1);
      case Measure.Quantity _, Measure.Level _, Measure.Utility _ ->
          base.quantities().values().stream().mapToDouble(Math::abs).max().orElse(1);
      case Measure.UnknownValue _ -> 1;
      default ->
          base.goods().values().stream()
              .mapToDouble(g -> Math.abs(g.price()) * (g.made() + g.endowed() + g.fromOutside()))
              .sum();
    };
  }

  @ParameterizedTest
  @MethodSource("examples")
  void adjointsAreTangents(Path file) {
    var economy = Differences.economy(text(file)).orElseThrow();
    var base = Differences.solved(economy).orElseThrow();
    var sensitivities = Sensitivities.of(economy, base);
    var measures = Differences.measuresAndSurplus(economy);
    var gradients = measures.stream().map(sensitivities::gradient).toList();
    for (var parameter : economy.parameters().keySet()) {
      if (!sensitivities.isRegular() || !gradients.getFirst().partials().containsKey(parameter)) {
        continue;
      }
      var tangents = sensitivities.tangent(parameter, measures);
      double largest = tangents.values().stream().mapToDouble(Math::abs).max().orElse(0);
      for (var gradient : gradients) {
        var partial = gradient.partials().get(parameter);
        if (partial != null) {
          assertThat(partial)
              .as("%s by %s", gradient.of(), parameter)
              .isCloseTo(tangents.get(gradient.of()), offset(1e-10 * largest));
        }
      }
    }
  }

  static final String TWO_GOODS =
      """
      parameter s = %s
      parameter a = 0.3
      parameter rate = %s
      firm Food makes food from labor, capital: food = ces(2, s, [a, 1 - a], [labor, capital])
      firm Cloth makes cloth from labor, capital:
          cloth = ces_at(10, s, [labor, capital], [6, 4], [1, 1])
      consumer worker:
          owns labor 60
          utility = ces(1, s, [0.4, 0.6], [food, cloth])
      consumer owner:
          owns capital 40
          utility = food^0.5 * cloth^0.2
      """;

  /** The elasticity itself, at its limits too. */
  @ParameterizedTest
  @ValueSource(strings = {"0.5", "1", "0.999", "1.5", "4", "0.02"})
  void byTheElasticity(String elasticity) {
    assertThat(compare(TWO_GOODS.formatted(elasticity, "0"))).isGreaterThan(40);
  }

  /** Fixed proportions have a derivative to the right in their elasticity. */
  @ParameterizedTest
  @ValueSource(strings = {"0"})
  void fromFixedProportions(String elasticity) {
    var text =
        """
        parameter s = %s
        firm Food makes food from labor, capital: food = ces(2, s, [0.3, 0.7], [labor, capital])
        good labor: supply(p) = 10*p
        good capital: supply(p) = 5*p
        good food: price 4
        """
            .formatted(elasticity);
    assertThat(compare(text)).isPositive();
  }

  /** A rate of 0 is a rate. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "0.2", "-0.1"})
  void taxes(String rate) {
    var text =
        """
        parameter rate = %s
        firm Food makes food from labor (tax rate to state), capital:
            food = cobb_douglas(1, [0.3, 0.7], [labor, capital])
        firm Cloth makes cloth from labor, capital: cloth = sqrt(labor * capital) - 0.01*labor
        consumer H:
            owns labor 60, capital 30
            utility = (food - 1)^0.5 * cloth^0.5
        consumer state:
            owns labor 5
            utility = food^0.5 * cloth^0.5
        """
            .formatted(rate);
    assertThat(compare(text)).isGreaterThan(20);
  }

  /** Alone an exponent changes returns to scale. */
  @ParameterizedTest
  @ValueSource(strings = {"cobb_douglas(1, [a, b], [labor, land])", "labor^a * land^b"})
  void whatMakesAnotherTechnologyIsRefused(String code) {
    var text =
        """
        parameter a = 0.3
        parameter b = 0.7
        parameter none = 0
        firm F makes cloth from labor, land: cloth = %s
        firm G makes cloth, waste from labor, land:
            m = leontief([labor, land], [1, none])
            cloth = m
            waste = none*m
        consumer H:
            owns labor 10, land 5
            utility = cloth^0.5 * labor^0.5
        """
            .formatted(code);
    var economy = Differences.economy(text).orElseThrow();
    var gradient =
        Sensitivities.of(economy, Differences.solved(economy).orElseThrow())
            .gradient(new Measure.Price("labor"));
    assertThat(gradient.refused()).containsKeys("a", "b", "none");
    assertThat(gradient.partials()).containsKeys("H.labor", "H.land");
  }

  /** Where a condition holds with equality at a bound the two sides differ. */
  @ParameterizedTest
  @ValueSource(strings = {"10"})
  void sidesOfATie(String supply) {
    // Demand of 10 at price 0: the price is 0 and nothing is left over.
    var text =
        "good x: supply %s\ngood x2: price 1\nfirm F makes x2 from x: x2 = min(x, 10)\n"
            .formatted(supply);
    var economy = Differences.economy(text).orElseThrow();
    var gradient =
        Sensitivities.of(economy, Differences.solved(economy).orElseThrow())
            .gradient(new Measure.Quantity("x"));
    assertThat(gradient.partials().containsKey("x.supply")).isFalse();
    assertThat(compare(text)).isPositive();
  }

  /** Firms of plain code that the equations of this package see as technologies, and idle ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        good ore: import at 2
        good metal: price 1
        firm F makes metal from ore: metal = ore / 4
        good l: supply 5
        firm G makes metal from l: metal = l^0.5
        """,
        """
        good x: supply 5
        good y: demand(p) = 1/(1+p)
        good l: price 1
        firm F makes y from x: y = x/4
        firm G makes y from l: y = 2*l
        """,
      })
  void ofTheEquilibriumThatIsGiven(String text) {
    var economy = Differences.economy(text).orElseThrow();
    var base = Differences.solved(economy).orElseThrow();
    var sensitivities = Sensitivities.of(economy, base);
    for (var measure : Differences.measures(economy)) {
      assertThat(sensitivities.value(measure))
          .as("%s", measure)
          .isCloseTo(Differences.value(base, measure), offset(1e-7));
    }
    assertThat(compare(text)).isPositive();
  }

  /** Each changes returns to scale, though together the changes add up to nothing. */
  @Test
  void changesThatCancelAreSeen() {
    var text =
        """
        parameter x = 0
        firm A makes a from l, k: a = cobb_douglas(1, [0.5 + x, 0.5], [l, k])
        firm B makes b from l, k: b = cobb_douglas(1, [0.5 - 2*x, 0.5], [l, k])
        firm C makes c from l, k: c = cobb_douglas(1, [0.5 + x, 0.5], [l, k])
        consumer h:
            owns l 10, k 20
            utility = a^0.3 * b^0.3 * c^0.4
        """;
    var economy = Differences.economy(text).orElseThrow();
    var gradient =
        Sensitivities.of(economy, Differences.solved(economy).orElseThrow())
            .gradient(new Measure.Price("a"));
    assertThat(gradient.refused()).containsKey("x");
  }

  /** Also of somebody who has nothing yet. */
  @Test
  void welfareWhereATaxIsNotYetRaised() {
    var text =
        """
        parameter rate = 0
        firm Food makes food from labor (tax rate to state): food = labor
        consumer H:
            owns labor 10
            utility = food
        consumer state:
            utility = 2*food
        """;
    var economy = Differences.economy(text).orElseThrow();
    var gradient =
        Sensitivities.of(economy, Differences.solved(economy).orElseThrow())
            .gradient(new Measure.Welfare());
    assertThat(gradient.partials().get("H.labor")).isCloseTo(1, offset(1e-12));
    assertThat(gradient.partials().get("rate")).isCloseTo(0, offset(1e-12));
  }
}
