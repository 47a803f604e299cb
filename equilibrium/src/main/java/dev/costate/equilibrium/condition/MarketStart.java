package dev.costate.equilibrium.condition;

import dev.costate.economy.Good;
import dev.costate.language.Diagnostic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Where a search begins: prices and plans of the size that the market's own numbers suggest, moved
 * to where every firm's code is finite.
 */
public final class MarketStart {
  private static final double[] NO_UNKNOWNS = {};

  /** A plan is looked for at these multiples of its first size, and then at random ones. */
  private static final double[] SIZES = {
    1, 0.1, 10, 0.01, 100, 1e-3, 1e3, 1e-4, 1e4, 1e-6, 1e6, 1e-9, 1e9
  };

  private static final int RANDOM_PLANS = 400;
  private static final double RANDOM_LOG_RANGE = 12;
  private static final long SEED = 1999;

  private final MarketLayout layout;
  private final MarketSizes sizes;

  private MarketStart(MarketLayout layout, MarketSizes sizes) {
    this.layout = layout;
    this.sizes = sizes;
  }

  /**
   * A start, all of whose prices are multiplied by one factor and plans by another.
   *
   * @return empty if some firm's code is finite nowhere that was tried; see {@link #unavailable}
   */
  public static Optional<double[]> of(
      MarketLayout layout, double priceFactor, double quantityFactor) {
    return new MarketStart(layout, layout.sizes().times(priceFactor, quantityFactor)).point();
  }

  /** The firms whose code is finite nowhere that was tried. */
  public static List<String> unavailable(MarketLayout layout) {
    var start = new MarketStart(layout, layout.sizes());
    return layout.firms().stream()
        .filter(part -> start.plan(part).isEmpty())
        .map(part -> part.model().firm().name())
        .toList();
  }

  /** What the code of such firms fails with, one per firm at most. */
  public static List<Diagnostic> failures(MarketLayout layout) {
    var start = new MarketStart(layout, layout.sizes());
    return layout.firms().stream()
        .filter(part -> start.plan(part).isEmpty())
        .flatMap(part -> part.model().failure(start.first(part.model())).stream())
        .toList();
  }

  private double[] first(FirmModel model) {
    var inputs = new double[model.inputs()];
    Arrays.fill(inputs, model.firm().start().orElse(sizes.quantity()));
    return inputs;
  }

  private Optional<double[]> point() {
    var z = new double[layout.size()];
    for (int g = 0; g < layout.goods().size(); g++) {
      int variable = layout.priceVariable()[g];
      if (variable >= 0) {
        z[variable] = price(layout.goods().get(g));
      }
    }
    for (var flow : layout.flows()) {
      z[flow.variable()] = Math.min(sizes.quantity(), flow.limit() / 2);
    }
    for (var part : layout.firms()) {
      var plan = plan(part);
      if (plan.isEmpty()) {
        return Optional.empty();
      }
      System.arraycopy(plan.get(), 0, z, part.first(), plan.get().length);
      for (int m = part.firstMultiplier(); m < part.first() + part.variables(); m++) {
        z[m] = sizes.price();
      }
    }
    return Optional.of(z);
  }

  private double price(Good good) {
    double start = good.start().orElse(0);
    return start > 0 ? start : sizes.price();
  }

  private Optional<double[]> plan(FirmPart part) {
    return plan(part.model(), part.model().firm().start().orElse(sizes.quantity()), NO_UNKNOWNS);
  }

  /**
   * A plan of about a size at which the code and its derivatives are finite, with choices in the
   * middle of their bounds.
   *
   * @param unknowns the values of the unknowns of the market that the code reads
   */
  public static Optional<double[]> plan(FirmModel model, double size, double[] unknowns) {
    for (double factor : SIZES) {
      var plan = new double[model.size()];
      for (int i = 0; i < model.inputs(); i++) {
        plan[i] = factor * size;
      }
      choose(model, plan, unknowns);
      if (finite(model, plan)) {
        return Optional.of(plan);
      }
    }
    var random = new Random(SEED);
    for (int k = 0; k < RANDOM_PLANS; k++) {
      var plan = new double[model.size()];
      double common = random.nextGaussian();
      for (int i = 0; i < model.inputs(); i++) {
        plan[i] = size * Math.exp(RANDOM_LOG_RANGE * (common + 0.3 * random.nextGaussian()));
      }
      choose(model, plan, unknowns);
      if (finite(model, plan)) {
        return Optional.of(plan);
      }
    }
    return Optional.empty();
  }

  private static void choose(FirmModel model, double[] plan, double[] unknowns) {
    System.arraycopy(unknowns, 0, plan, model.decisions(), unknowns.length);
    var firm = model.firm();
    for (int c = 0; c < firm.choices().size(); c++) {
      var choice = firm.choices().get(c);
      double middle =
          Double.isInfinite(choice.lower())
              ? Double.isInfinite(choice.upper()) ? 0 : choice.upper() - 1
              : Double.isInfinite(choice.upper())
                  ? choice.lower() + 1
                  : 0.5 * (choice.lower() + choice.upper());
      plan[firm.inputs().size() + c] = middle;
    }
  }

  private static boolean finite(FirmModel model, double[] plan) {
    var results = new double[model.resultCount()];
    var seeds = new double[model.resultCount()];
    Arrays.fill(seeds, 1);
    return model.level(plan)
        && model.results(plan, results)
        && model.gradient(plan, seeds, new double[model.size()]);
  }
}
