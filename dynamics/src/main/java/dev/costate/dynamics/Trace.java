package dev.costate.dynamics;

import dev.costate.dynamics.Run.Ending;
import dev.costate.dynamics.measure.Reading;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * Which way a shock travels: the market rests at its equilibrium, a number changes, and for each
 * good it is noted in which round its quantity and its price are first others. Round 1 is the first
 * in which the number is another.
 *
 * @param goods in the order of the market
 * @param ending how the run after the shock ended
 */
public record Trace(List<Response> goods, Ending ending) {
  /** A price or quantity is another if it differs by more than this fraction of what it was. */
  public static final double RESPONSE = 1e-6;

  /** The market rests if for so many rounds nothing moves by a tenth of a response. */
  private static final int REST = 10;

  /** It is given so many rounds to come to rest. */
  private static final int MOST_BEFORE = 200;

  public Trace {
    goods = List.copyOf(goods);
  }

  /**
   * A good.
   *
   * @param quantity the first round in which its traded quantity is another; empty if it never is
   * @param price the first round in which it is traded at another price; empty if it never is
   * @param before how it was traded at rest
   * @param after how it was traded in the last round
   */
  public record Response(
      String good,
      OptionalLong quantity,
      OptionalLong price,
      Reading.OfGood before,
      Reading.OfGood after) {}

  /**
   * Traces a shock.
   *
   * @param shocked the market with other numbers
   * @param equilibrium of the market before
   * @return empty if under this dynamics the market does not rest at its equilibrium
   */
  public static Optional<Trace> of(
      Economy economy, Economy shocked, Equilibrium equilibrium, Settings settings) {
    var start = new Start.At(equilibrium);
    long rest = rest(economy, start, settings);
    if (rest < 0) {
      return Optional.empty();
    }
    var readings = new ArrayList<Reading>();
    var run =
        Simulation.of(
                economy,
                settings.withRounds(Math.addExact(rest, settings.rounds())),
                List.of(new Shock(rest + 1, shocked)))
            .run(start, readings::add);
    int base = (int) rest - 1;
    var responses = new ArrayList<Response>();
    for (int g = 0; g < economy.goods().size(); g++) {
      int good = g;
      responses.add(
          new Response(
              economy.goods().get(g).name(),
              first(readings, base, reading -> reading.goods().get(good).quantity()),
              first(readings, base, reading -> reading.goods().get(good).price()),
              readings.get(base).goods().get(g),
              readings.getLast().goods().get(g)));
    }
    var ending =
        run.ending() instanceof Ending.Settled(long round)
            ? new Ending.Settled(round - rest)
            : run.ending();
    return Optional.of(new Trace(responses, ending));
  }

  private static OptionalLong first(
      List<Reading> readings, int base, ToDoubleFunction<Reading> value) {
    double before = value.applyAsDouble(readings.get(base));
    for (int k = base + 1; k < readings.size(); k++) {
      if (differs(before, value.applyAsDouble(readings.get(k)), RESPONSE)) {
        return OptionalLong.of(k - base);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean differs(double before, double now, double fraction) {
    return !(Math.abs(now - before) <= fraction * Math.max(Math.abs(before), Math.abs(now)));
  }

  /** After how many rounds the market rests; negative if it does not. */
  private static long rest(Economy economy, Start start, Settings settings) {
    var watch = new Watch();
    // A shock that changes nothing keeps the run from ending before.
    Simulation.of(
            economy, settings.withRounds(MOST_BEFORE), List.of(new Shock(MOST_BEFORE, economy)))
        .run(start, watch::see);
    return watch.since;
  }

  /** Finds the first round after which nothing moved for a while. */
  private static final class Watch {
    private final List<Reading> still = new ArrayList<>();
    private long since = -1;

    void see(Reading reading) {
      if (since >= 0) {
        return;
      }
      if (!still.isEmpty() && moved(still.getFirst(), reading)) {
        still.clear();
      }
      still.add(reading);
      if (still.size() > REST) {
        since = reading.round();
      }
    }

    private static boolean moved(Reading before, Reading now) {
      for (int g = 0; g < before.goods().size(); g++) {
        var was = before.goods().get(g);
        var is = now.goods().get(g);
        if (differs(was.price(), is.price(), 0.1 * RESPONSE)
            || differs(was.quantity(), is.quantity(), 0.1 * RESPONSE)) {
          return true;
        }
      }
      return false;
    }
  }
}
