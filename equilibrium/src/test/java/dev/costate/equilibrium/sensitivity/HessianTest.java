package dev.costate.equilibrium.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Second derivatives of equilibria are those of gradients of markets solved again. */
class HessianTest {
  private static final double RELATIVE = 1e-5;
  private static final double SYMMETRY = 1e-9;

  /** Products below this fraction of a measure are rounding of 0. */
  private static final double NONE = 1e-12;

  /** The step in a direction that moves numbers by about themselves. */
  private static final double STEP = 2e-4;

  private static final double LEAST = 1e-2;

  /** What differences may be wrong by in units of measure over number. */
  private static final double NOISE = 1e-8;

  static Stream<Path> examples() throws java.io.IOException {
    return SensitivitiesTest.examples();
  }

  /** A market at its equilibrium. */
  private record Solved(
      String text, Economy economy, Equilibrium equilibrium, Sensitivities sensitivities) {
    static Solved of(String text) {
      var economy = Differences.economy(text).orElseThrow();
      var equilibrium = Differences.solved(economy).orElseThrow();
      return new Solved(text, economy, equilibrium, Sensitivities.of(economy, equilibrium));
    }

    /** Numbers that have derivatives and are computed from no others. */
    List<String> free() {
      var names = new ArrayList<>(economy.parameters().keySet());
      names.removeIf(
          name -> name.endsWith(".start") || Double.isInfinite(economy.parameters().get(name)));
      for (var measure : Differences.measures(economy)) {
        names.removeAll(sensitivities.gradient(measure).refused().keySet());
      }
      var definers = new Definers(economy);
      for (var name : economy.parameters().keySet()) {
        var moved = definers.tangents(Map.of(name, 1.0)).keySet();
        names.removeIf(other -> !other.equals(name) && moved.contains(other));
      }
      return names;
    }

    Map<String, Double> direction(Random random, List<String> names) {
      var direction = new LinkedHashMap<String, Double>();
      names.forEach(name -> direction.put(name, size(name) * (2 * random.nextDouble() - 1)));
      return direction;
    }

    double size(String name) {
      return Math.max(LEAST, Math.abs(economy.parameters().getOrDefault(name, 0.0)));
    }

    double size(Measure measure) {
      double value = Math.abs(sensitivities.value(measure));
      double scale = SensitivitiesTest.scale(equilibrium, measure);
      return Double.isFinite(value) ? Math.max(value, scale) : scale;
    }

    /** Those of them that can move to both sides. */
    List<String> movable() {
      var names = free();
      if (!moves(direction(new Random(0), names))) {
        names.removeIf(name -> !moves(Map.of(name, size(name))));
      }
      return names;
    }

    private boolean moves(Map<String, Double> direction) {
      return at(direction, STEP).isPresent() && at(direction, -STEP).isPresent();
    }

    /** Derivatives of the market at a step in a direction, where there is one. */
    Optional<Sensitivities> at(Map<String, Double> direction, double step) {
      var changed = new LinkedHashMap<String, Double>();
      direction.forEach((name, move) ->
          changed.put(name, economy.parameters().getOrDefault(name, 0.0) + step * move));
      return new Differences(text, equilibrium).sensitivities(changed);
    }
  }

  private static double dot(Map<String, Double> a, Map<String, Double> b) {
    return a.entrySet().stream()
        .mapToDouble(entry -> entry.getValue() * b.getOrDefault(entry.getKey(), 0.0))
        .sum();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void productsOfEveryExampleAreDifferencesOfGradients(Path file) {
    var solved = Solved.of(SensitivitiesTest.text(file));
    if (solved.sensitivities().isRegular() && !solved.movable().isEmpty()) {
      assertThat(compare(solved, 1)).isPositive();
    }
  }

  /** How many numbers were compared. */
  private static int compare(Solved solved, long seed) {
    var direction = solved.direction(new Random(seed), solved.movable());
    var up = solved.at(direction, STEP).orElseThrow();
    var halfUp = solved.at(direction, STEP / 2).orElseThrow();
    var down = solved.at(direction, -STEP).orElseThrow();
    var halfDown = solved.at(direction, -STEP / 2).orElseThrow();
    int compared = 0;
    var wrong = new ArrayList<String>();
    for (var measure : Differences.measuresAndSurplus(solved.economy())) {
      var product = solved.sensitivities().hessianTimes(measure, direction);
      var ups = up.gradient(measure).partials();
      var halfUps = halfUp.gradient(measure).partials();
      var downs = down.gradient(measure).partials();
      var halfDowns = halfDown.gradient(measure).partials();
      for (var entry : product.entrySet()) {
        var name = entry.getKey();
        if (!ups.containsKey(name) || !downs.containsKey(name)) {
          continue;
        }
        double whole = (ups.get(name) - downs.get(name)) / (2 * STEP);
        double half = (halfUps.get(name) - halfDowns.get(name)) / STEP;
        double difference = (4 * half - whole) / 3;
        double noise = NOISE * solved.size(measure) / solved.size(name);
        compared++;
        if (!(Math.abs(entry.getValue() - difference) <= RELATIVE * Math.abs(difference) + noise)) {
          wrong.add(
              "%s by %s: %s, differences %s (noise %s)"
                  .formatted(measure, name, entry.getValue(), difference, noise));
        }
      }
    }
    assertThat(wrong).isEmpty();
    return compared;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void productsAreSymmetric(Path file) {
    var solved = Solved.of(SensitivitiesTest.text(file));
    if (solved.sensitivities().isRegular()) {
      symmetric(solved);
    }
  }

  private static void symmetric(Solved solved) {
    var random = new Random(7);
    var names = solved.free();
    var measures = Differences.measuresAndSurplus(solved.economy());
    if (solved.economy().consumers().stream().anyMatch(c -> c.utility().isPresent())) {
      measures.add(new Measure.Welfare());
    }
    for (var measure : measures) {
      var u = solved.direction(random, names);
      var v = solved.direction(random, names);
      var byU = solved.sensitivities().hessianTimes(measure, u);
      var byV = solved.sensitivities().hessianTimes(measure, v);
      double size = NONE / SYMMETRY * solved.size(measure);
      for (var name : u.keySet()) {
        size += Math.abs(v.getOrDefault(name, 0.0) * byU.getOrDefault(name, 0.0));
        size += Math.abs(u.getOrDefault(name, 0.0) * byV.getOrDefault(name, 0.0));
      }
      assertThat(dot(v, byU)).as("%s", measure).isCloseTo(dot(u, byV), offset(SYMMETRY * size));
    }
  }

  private static void differencesAndSymmetry(String text) {
    var solved = Solved.of(text);
    assertThat(compare(solved, 2)).isGreaterThan(20);
    symmetric(solved);
  }

  /** The elasticity itself, at its limits too. */
  @ParameterizedTest
  @ValueSource(strings = {"0.5", "1", "0.999", "1.5", "4", "0.02"})
  void byTheElasticity(String elasticity) {
    differencesAndSymmetry(SensitivitiesTest.TWO_GOODS.formatted(elasticity, "0"));
  }

  /** So close to elasticity 1 what shares do to size leaves no digits for what else they do. */
  @Test
  void sharesBesideElasticityOneAreRefused() {
    var solved = Solved.of(SensitivitiesTest.TWO_GOODS.formatted("0.9999999", "0"));
    var price = new Measure.Price("labor");
    assertThatThrownBy(() -> solved.sensitivities().hessianTimes(price, Map.of("a", 1.0)))
        .isInstanceOf(NoDerivative.class)
        .hasMessage("the second derivative of price labor by 'a' has no value here");
  }

  /** What is computed from numbers has second derivatives as well. */
  @Test
  void byWhatNumbersAreComputedFrom() {
    differencesAndSymmetry(
        """
        parameter a = 0.3
        parameter b = a^2 * exp(a)
        parameter c = b * sqrt(a) + 1
        firm Food makes food from labor, capital: food = ces(c, 0.5, [b, a], [labor, capital])
        firm Cloth makes cloth from labor, capital: cloth = c * sqrt(labor * capital) - a*labor
        consumer H:
            owns labor 60 * c, capital 30
            utility = food^0.5 * cloth^0.5
        """);
  }

  /** Variables that are held at bounds move with them. */
  @Test
  void byBoundsThatAreReached() {
    var text =
        """
        parameter most = 3
        parameter least = 0.3
        good oil: import at 5 up to most
        good cloth: export at 2
        firm Weaver makes cloth from labor choosing speed in least..1:
            cloth = labor * (1 - speed^2 / 4)
        firm Baker makes bread from labor, oil: bread = labor^0.8 * oil^0.2
        consumer H:
            owns labor 100
            utility = bread^0.4
        """;
    var solved = Solved.of(text);
    assertThat(solved.equilibrium().firm("Weaver").choices()).containsEntry("speed", 0.3);
    assertThat(
            solved
                .sensitivities()
                .hessianTimes(new Measure.Utility("H"), Map.of("most", 1.0, "least", 1.0)))
        .satisfies(moves -> assertThat(moves.get("most")).isNegative());
    differencesAndSymmetry(text);
  }

  /** Utility and technologies that are code. */
  @Test
  void ofCode() {
    differencesAndSymmetry(
        """
        parameter a = 0.7
        firm Food makes food from labor, land:
            both = labor^0.4 * land^0.3
            food = both + a * ln(1 + both)
        firm Cloth makes cloth from labor: cloth = 2 * sqrt(labor + a)
        consumer H:
            owns labor 20, land 5, all of Food, all of Cloth
            utility = food^0.5 + a * cloth^0.7
        """);
  }

  /** Of welfare what a utility is worth does not move: its second derivatives are the utility's. */
  @Test
  void welfareIsUtilityInMoney() {
    var solved = Solved.of(SensitivitiesTest.TWO_GOODS.formatted("0.5", "0"));
    var direction = solved.direction(new Random(3), solved.free());
    var of = solved.sensitivities();
    var welfare = of.hessianTimes(new Measure.Welfare(), direction);
    var workers = new Measure.Utility("worker");
    var owners = new Measure.Utility("owner");
    // One degree of utility is what is spent over it.
    double worker = of.value(new Measure.Income("worker")) / of.value(workers);
    double owner = of.value(new Measure.Income("owner")) / of.value(owners) / 0.7;
    var first = of.hessianTimes(workers, direction);
    var second = of.hessianTimes(owners, direction);
    welfare.forEach((name, move) ->
        assertThat(move)
            .isCloseTo(
                worker * first.getOrDefault(name, 0.0) + owner * second.getOrDefault(name, 0.0),
                offset(1e-9 * (1 + Math.abs(move)))));
  }

  @Test
  void nothingMovesInNoDirection() {
    var solved = Solved.of(SensitivitiesTest.TWO_GOODS.formatted("0.5", "0"));
    assertThat(solved.sensitivities().hessianTimes(new Measure.Price("food"), Map.of()).values())
        .isNotEmpty()
        .allMatch(move -> move == 0);
  }

  @Test
  void whatHasNoDerivativeIsRefused() {
    var price = new Measure.Price("labor");
    var frozen =
        Solved.of(
            """
            parameter a = 0.3
            firm F makes cloth from labor, land: cloth = labor^a * land^0.7
            consumer H:
                owns labor 10, land 5
                utility = cloth^0.5 * labor^0.5
            """);
    assertThatThrownBy(() -> frozen.sensitivities().hessianTimes(price, Map.of("a", 1.0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no derivative by 'a': another value makes another technology");
    assertThat(frozen.sensitivities().hessianTimes(price, Map.of("H.labor", 1.0)))
        .containsOnlyKeys("H.labor", "H.land");
    assertThatThrownBy(() -> frozen.sensitivities().hessianTimes(price, Map.of("b", 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no number 'b'");
    assertThatThrownBy(
            () -> frozen.sensitivities().hessianTimes(price, Map.of("H.land", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'H.land' moves by NaN");
    var tie =
        Solved.of("good x: supply 10\ngood y: price 1\nfirm F makes y from x: y = min(x, 10)\n");
    assertThatThrownBy(
            () -> tie.sensitivities().hessianTimes(new Measure.Price("x"), Map.of("x.supply", 1.0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("one-sided");
  }
}
