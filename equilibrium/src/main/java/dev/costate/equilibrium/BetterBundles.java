package dev.costate.equilibrium;

import dev.costate.equilibrium.certify.BundleSearch;
import dev.costate.equilibrium.equation.ConsumerPlaces;
import java.util.Optional;

/** What a consumer would rather buy than what the conditions say. */
final class BetterBundles {
  private BetterBundles() {}

  /** Empty if no bundle that the consumer can pay is better, as far as a global search sees. */
  static Optional<Outcome> of(ConsumerPlaces consumer, MarketBooks books) {
    var own = books.bundle(consumer);
    var search = search(consumer, books);
    double utility = search.utility(own);
    var best = search.best(own);
    if (best.utility() <= utility) {
      return Optional.empty();
    }
    return Optional.of(
        new Outcome.BetterBundle(
            consumer.consumer().name(),
            books.byGood(consumer.gates(), best.bundle()),
            utility,
            best.utility(),
            books.prices()));
  }

  /** A search over what the consumer can pay. */
  static BundleSearch search(ConsumerPlaces consumer, MarketBooks books) {
    var prices = books.prices(consumer);
    var budget =
        new BundleSearch.Budget() {
          @Override
          public double cost(double[] bundle) {
            double cost = 0;
            for (int i = 0; i < bundle.length; i++) {
              cost += prices[i] * bundle[i];
            }
            return cost;
          }

          @Override
          public double quantity(int good, double money) {
            return prices[good] > 0 ? money / prices[good] : 1;
          }
        };
    double spendable = books.value(consumer.spendable());
    var model = books.solved(consumer.code().orElseThrow().model());
    var result = new double[model.runCount()];
    return new BundleSearch(
        x -> model.run(x, result) ? result[0] : Double.NaN,
        Optional.of(model.ways()),
        budget,
        spendable,
        prices.length);
  }
}
