package dev.costate.verification.robustness;

import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Shock;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.dynamics.schedule.Conditions;
import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.List;
import java.util.Random;

/**
 * Runs random markets of everything that moves goods and money, under losses, delays, repetitions
 * and random order; every round is audited to the last grain.
 */
public final class ConservationCount {
  private static final long USUAL_ROUNDS = 1_000_000;
  private static final int ROUNDS_OF_A_MARKET = 2_000;

  private ConservationCount() {}

  /**
   * @param arguments how many rounds
   */
  public static void main(String[] arguments) {
    long most = arguments.length > 0 ? Long.parseLong(arguments[0]) : USUAL_ROUNDS;
    var random = new Random(2024);
    long audited = 0;
    double unmet = 0;
    while (audited < most) {
      var economy = market(random);
      var conditions =
          new Conditions(
              random.nextBoolean() ? Conditions.Order.RANDOM : Conditions.Order.ROUNDS,
              0.5 * random.nextDouble(),
              0.5 * random.nextDouble(),
              random.nextInt(8));
      var settings =
          Settings.STANDARD.withRounds(ROUNDS_OF_A_MARKET).with(conditions, random.nextLong());
      var rationed = new double[1];
      var run =
          Simulation.of(economy, settings, List.of(new Shock(ROUNDS_OF_A_MARKET, economy)))
              .run(
                  new Start.Usual(),
                  reading ->
                      reading.goods().forEach(good -> rationed[0] += good.unmet() > 0 ? 1 : 0));
      audited += run.world().round();
      unmet += rationed[0];
    }
    System.out.printf(
        "%d rounds audited, no grain missing; a market was short and rationed %.0f times.%n",
        audited, unmet);
  }

  private static Economy market(Random random) {
    var text =
        """
        good gas: supply %s
        good power: demand(p) = %s / p
        good oil: import at 2 up to 1
        firm Old makes power from gas: power = 2 * leontief([gas], [%s])
        firm New makes power from gas, oil, labor (tax 20%% to state):
            power = ces(1.5, 0.5, [0.4, 0.3, 0.3], [gas, oil, labor])
        consumer worker:
            owns labor %s, 50%% of Old
            transfers 10%% of income to state
            utility = bread^0.5 * power^0.5
        consumer state: utility = bread
        firm Bakery makes bread from labor: bread = labor
        """
            .formatted(
                1 + random.nextInt(8),
                1 + random.nextInt(5),
                1 + random.nextInt(3),
                1 + random.nextInt(5));
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("random.market", text), diagnostics);
    return Elaboration.elaborate(file, Overrides.NONE, diagnostics)
        .orElseThrow(() -> new IllegalStateException(diagnostics.all().toString()));
  }
}
