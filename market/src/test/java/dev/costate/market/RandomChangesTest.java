package dev.costate.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.Equilibrium.Start;
import dev.costate.equilibrium.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every example, with parameters changed at random, solved from its equilibrium and afresh. With
 * {@code -Dcostate.changes=6} as often as the figures of decision 9 count.
 */
final class RandomChangesTest {
  private static final int CHANGES = Integer.getInteger("costate.changes", 1);
  private static final long SEED = 7;
  private static final double SAME = 1e-6;

  /** Markets with several equilibria, isolated or in between of each other. */
  private static final Set<String> SEVERAL =
      Set.of("kehoe", "perfect-complements", "transport", "elastic", "power-day", "storage");

  private int solved;
  private int fromLast;
  private int stepsFromLast;
  private int stepsAfresh;

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5})
  void solvingFromTheLastFindsTheSameInFewerSteps(double size) throws IOException {
    var random = new Random(SEED);
    try (Stream<Path> files = Files.walk(Path.of("..", "examples"))) {
      for (var file : files.filter(p -> p.toString().endsWith(".market")).sorted().toList()) {
        var market = Market.read(file);
        if (market.economy().isMarket()
            && !market.parameters().isEmpty()
            && market.search() instanceof Outcome.Solved(var last)) {
          for (int k = 0; k < CHANGES; k++) {
            changed(market, size, random).ifPresent(other -> compare(file, other, last));
          }
        }
      }
    }
    System.out.printf(
        "changes by %s: %d of %d solved from the last, %d steps, afresh %d%n",
        size, fromLast, solved, stepsFromLast, stepsAfresh);
    assertThat(stepsFromLast).isLessThan(stepsAfresh);
    assertThat(fromLast).isGreaterThan(9 * solved / 10);
  }

  /** Empty if the market is wrong with that number. */
  private static Optional<Market> changed(Market market, double size, Random random) {
    var names = List.copyOf(market.parameters().keySet());
    var name = names.get(random.nextInt(names.size()));
    double factor = Math.exp(size * random.nextGaussian());
    try {
      return Optional.of(market.with(name, market.parameters().get(name) * factor));
    } catch (InvalidMarketException _) {
      return Optional.empty();
    }
  }

  private void compare(Path file, Market market, Equilibrium last) {
    if (market.search() instanceof Outcome.Solved(var afresh)) {
      var again = market.solveFrom(last);
      solved++;
      fromLast += again.effort().start() == Start.GIVEN ? 1 : 0;
      stepsFromLast += again.effort().iterations();
      stepsAfresh += afresh.effort().iterations();
      assertThat(again.residual()).isLessThan(1e-9);
      var name = file.getFileName().toString().replace(".market", "");
      if (!SEVERAL.contains(name)) {
        assertThat(different(again, afresh)).as("%s %s", file, market.parameters()).isEmpty();
      }
    }
  }

  private static List<String> different(Equilibrium a, Equilibrium b) {
    var names = new ArrayList<String>();
    for (var good : b.goods().keySet()) {
      if (!isSame(a.price(good), b.price(good)) || !isSame(a.quantity(good), b.quantity(good))) {
        names.add(good);
      }
    }
    return names;
  }

  private static boolean isSame(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.max(1, Math.abs(b));
  }
}
