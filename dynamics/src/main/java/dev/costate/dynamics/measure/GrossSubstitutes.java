package dev.costate.dynamics.measure;

import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.technology.Technology.Nest;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import dev.costate.equilibrium.technology.TechnologyReader;

/** Whether theorems about pure exchange apply. */
final class GrossSubstitutes {
  private GrossSubstitutes() {}

  /** Whether consumers trade what they own, and nobody and nothing else stands between. */
  static boolean isPureExchange(Economy economy) {
    return economy.isClosed()
        && economy.firms().isEmpty()
        && !economy.consumers().isEmpty()
        && economy.goods().stream().allMatch(good -> good.trades().isEmpty())
        && economy.consumers().stream().allMatch(GrossSubstitutes::isPlain);
  }

  private static boolean isPlain(Consumer consumer) {
    return consumer.transfers().isEmpty()
        && consumer.savings().isEmpty()
        && consumer.wants().stream().allMatch(want -> want.wedges().isEmpty())
        && consumer.owns().stream().allMatch(owned -> owned.wedges().isEmpty());
  }

  /**
   * Whether in pure exchange all goods are known to be gross substitutes: everybody has one
   * elasticity of substitution, of 1 or more.
   */
  static boolean isKnown(Economy economy) {
    return isPureExchange(economy)
        && economy.consumers().stream()
            .allMatch(consumer ->
                consumer
                    .utility()
                    .map(utility ->
                        TechnologyReader.ofUtility(economy.program(), utility)
                            .filter(preference -> isElastic(preference.nest()))
                            .isPresent())
                    .orElse(true));
  }

  private static boolean isElastic(Part part) {
    return switch (part.source()) {
      case Source.Input _ -> true;
      case Source.Nested(Nest nest) ->
          nest.index().elasticity().value() >= 1
              && nest.parts().stream().allMatch(each -> each.source() instanceof Source.Input);
    };
  }
}
