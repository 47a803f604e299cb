package dev.costate.dynamics;

import dev.costate.equilibrium.check.CheckReport;
import java.util.Optional;
import java.util.stream.Stream;

/** The first thing that a check has against an equilibrium, in words. */
final class Objection {
  private Objection() {}

  static Optional<String> of(CheckReport report) {
    if (report.holds()) {
      return Optional.empty();
    }
    return Stream.of(
            firms(report),
            consumers(report),
            taxes(report),
            goods(report),
            Stream.of("money goes astray"))
        .flatMap(s -> s)
        .findFirst();
  }

  private static Stream<String> firms(CheckReport report) {
    return report.firms().stream()
        .filter(firm -> !firm.holds())
        .map(firm ->
            switch (firm.verdict()) {
              case HOLDS, BETTER_PLAN ->
                  "%s plans to earn %.6g and could earn %.6g"
                      .formatted(firm.firm(), firm.profit(), firm.bestFound());
              case CANNOT_MAKE -> firm.firm() + " cannot make what it plans";
              case PROFIT_DIFFERS -> firm.firm() + " does not earn what it plans";
            });
  }

  private static Stream<String> consumers(CheckReport report) {
    return report.consumers().stream()
        .filter(consumer -> !consumer.holds())
        .map(consumer ->
            switch (consumer.verdict()) {
              case HOLDS, BETTER_BUNDLE -> consumer.consumer() + " could plan better";
              case OVERSPENDS -> consumer.consumer() + " plans to spend more than it has";
              case INCOME_DIFFERS, UTILITY_DIFFERS, UNSPENT_DIFFERS ->
                  "the accounts of %s do not add up".formatted(consumer.consumer());
            });
  }

  private static Stream<String> taxes(CheckReport report) {
    return report.taxes().stream()
        .filter(tax -> !tax.holds())
        .map(tax -> "what %s is to receive from wedges does not add up".formatted(tax.receiver()));
  }

  private static Stream<String> goods(CheckReport report) {
    return report.goods().stream()
        .filter(good -> !good.holds())
        .map(good -> "the market of '%s' does not clear".formatted(good.good()));
  }
}
