package dev.costate.equilibrium;

import dev.costate.language.Diagnostic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a search ended: one equilibrium, or what stands in its way. */
public sealed interface Outcome {
  /** One word for machines. */
  String status();

  /** One sentence with the values. */
  String message();

  /** What to try, or an empty string. */
  String hint();

  record Solved(Equilibrium equilibrium) implements Outcome {
    @Override
    public String status() {
      return "solved";
    }

    @Override
    public String message() {
      return "solved: the largest relative violation is " + Figure.rough(equilibrium.residual());
    }

    @Override
    public String hint() {
      return "";
    }
  }

  /**
   * At the only prices that were found the firm would rather do something else.
   *
   * @param profit of the plan the conditions led to
   * @param prices at which this is so
   */
  record MoreProfitablePlan(String firm, Plan plan, double profit, Map<String, Double> prices)
      implements Outcome {
    public MoreProfitablePlan {
      prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    @Override
    public String status() {
      return "more-profitable-plan";
    }

    @Override
    public String message() {
      return "no equilibrium was found: where first-order conditions hold, firm '%s' earns %s, but would earn %s with %s"
          .formatted(firm, Figure.of(profit), Figure.of(plan.profit()), plan.text());
    }

    @Override
    public String hint() {
      return "its code is not concave there: returns increase over some range, there is a fixed cost, or it jumps";
    }
  }

  /**
   * At the only prices that were found the consumer would rather buy something else.
   *
   * @param bundle a better one that costs no more, by good
   * @param utility of the bundle the conditions led to
   * @param better of the better one
   * @param prices at which this is so
   */
  record BetterBundle(
      String consumer,
      Map<String, Double> bundle,
      double utility,
      double better,
      Map<String, Double> prices)
      implements Outcome {
    public BetterBundle {
      bundle = Collections.unmodifiableMap(new LinkedHashMap<>(bundle));
      prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    @Override
    public String status() {
      return "better-bundle";
    }

    @Override
    public String message() {
      return "no equilibrium was found: where first-order conditions hold, the utility of consumer '%s' is %s, but for no more money it would be %s"
          .formatted(consumer, Figure.of(utility), Figure.of(better));
    }

    @Override
    public String hint() {
      return "its utility is not quasi-concave: it would rather have much of one good than some of each";
    }
  }

  /**
   * The firm's profit grows with its size for ever.
   *
   * @param plan one plan on that way
   */
  record UnboundedProfit(String firm, Plan plan, Returns returns, Map<String, Double> prices)
      implements Outcome {
    /** Why more always pays more. */
    public enum Returns {
      /** The firm's own code gives more than twice as much for twice as much. */
      INCREASING,
      /** Nothing that it needs, or that its suppliers need, ever becomes scarce. */
      CONSTANT
    }

    public UnboundedProfit {
      prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    @Override
    public String status() {
      return "unbounded-profit";
    }

    @Override
    public String message() {
      return switch (returns) {
        case INCREASING ->
            "no equilibrium exists: the profit of firm '%s' grows without bound (increasing returns); with %s it is %s, and more with more"
                .formatted(firm, plan.text(), Figure.of(plan.profit()));
        case CONSTANT ->
            "no equilibrium exists: nothing limits how much firm '%s' makes at a profit; were trade limited, it would plan %s"
                .formatted(firm, plan.text());
      };
    }

    @Override
    public String hint() {
      return switch (returns) {
        case INCREASING ->
            "give it a capacity, or an input that becomes scarce, or decreasing returns";
        case CONSTANT ->
            "prices that are given leave a profit on every unit: change one, or limit what is traded at it";
      };
    }
  }

  /** More is wanted of a good than can be had at any price. */
  record UnmetDemand(String good, double wanted, double available) implements Outcome {
    @Override
    public String status() {
      return "unmet-demand";
    }

    @Override
    public String message() {
      return "no equilibrium exists: at any price %s of '%s' is wanted and at most about %s can be had"
          .formatted(Figure.of(wanted), good, Figure.of(available));
    }

    @Override
    public String hint() {
      return available == 0
          ? "give '%s' a supply, an import, or a firm that makes it".formatted(good)
          : "raise what is supplied, allow imports of '%s', or let demand depend on its price"
              .formatted(good);
    }
  }

  /** However high the price, more of a good was wanted than could be had, as far as was tried. */
  record RunawayPrice(String good, double price, double wanted, double available)
      implements Outcome {
    @Override
    public String status() {
      return "runaway-price";
    }

    @Override
    public String message() {
      return "no equilibrium was found: even at the price %s more of '%s' is wanted than can be had, by %s"
          .formatted(Figure.rough(price), good, Figure.rough(wanted - available));
    }

    @Override
    public String hint() {
      return "give '%s' a supply or an import, let demand end at some price, or give it a 'start' if you expect such a price"
          .formatted(good);
    }
  }

  /** What a consumer owes and gives away is worth more than what it owns. */
  record Insolvent(String consumer, double spendable, Map<String, Double> prices)
      implements Outcome {
    public Insolvent {
      prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    @Override
    public String status() {
      return "insolvent";
    }

    @Override
    public String message() {
      return "no equilibrium was found: at the only prices that clear the markets consumer '%s' owes %s more than it has"
          .formatted(consumer, Figure.rough(-spendable));
    }

    @Override
    public String hint() {
      return "let '%s' own more, owe less, or receive a transfer".formatted(consumer);
    }
  }

  /** Outsiders pay more for a good than outsiders ask, both without limit. */
  record UnboundedTrade(String good, double asked, double paid) implements Outcome {
    @Override
    public String status() {
      return "unbounded-trade";
    }

    @Override
    public String message() {
      return "no equilibrium exists: outsiders sell any quantity of '%s' at %s and buy any quantity of it at %s"
          .formatted(good, Figure.of(asked), Figure.of(paid));
    }

    @Override
    public String hint() {
      return "limit the import or the export of '%s' with 'up to'".formatted(good);
    }
  }

  /**
   * The code of these firms and consumers gives no finite numbers anywhere that was tried.
   *
   * @param failures what the code of those firms fails with, as far as it fails and does not just
   *     give numbers that are not finite
   */
  record Unavailable(List<String> firms, List<String> consumers, List<Diagnostic> failures)
      implements Outcome {
    public Unavailable {
      firms = List.copyOf(firms);
      consumers = List.copyOf(consumers);
      failures = List.copyOf(failures);
    }

    @Override
    public String status() {
      return "no-available-plan";
    }

    @Override
    public String message() {
      var message =
          firms.isEmpty()
              ? "consumer '%s' has no bundle at which its utility is a finite number"
                  .formatted(String.join("', '", consumers))
              : "firm '%s' has no plan at which its code gives finite numbers"
                  .formatted(String.join("', '", firms));
      return failures.isEmpty()
          ? message
          : "%s; %s: %s"
              .formatted(message, failures.getFirst().place(), failures.getFirst().message());
    }

    @Override
    public String hint() {
      return !failures.isEmpty() && !failures.getFirst().hint().isEmpty()
          ? failures.getFirst().hint()
          : firms.isEmpty()
              ? "write a utility that is defined where some of each good is bought"
              : "give it a 'start' where its code is defined";
    }
  }

  /** Some code has no derivative in this version; each reason with its place. */
  record Refused(List<Diagnostic> diagnostics) implements Outcome {
    public Refused {
      diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public String status() {
      return "not-differentiable";
    }

    @Override
    public String message() {
      return diagnostics.getFirst().message();
    }

    @Override
    public String hint() {
      return diagnostics.getFirst().hint();
    }
  }

  /**
   * The search ended without a solution and without knowing why.
   *
   * @param advice what is known about it, as a hint, or an empty string
   */
  record Stalled(Equilibrium.Worst worst, Map<String, Double> prices, int iterations, String advice)
      implements Outcome {
    public Stalled {
      prices = Collections.unmodifiableMap(new LinkedHashMap<>(prices));
    }

    @Override
    public String status() {
      return "stalled";
    }

    @Override
    public String message() {
      return "no equilibrium was found: '%s' holds only to %s"
          .formatted(worst.condition(), Figure.rough(worst.value()));
    }

    @Override
    public String hint() {
      return advice.isEmpty()
          ? "give goods or firms near '%s' a 'start' close to what you expect".formatted(worst.at())
          : advice;
    }
  }

  /** A plan of a firm: quantities by good, and what it would earn. */
  record Plan(Map<String, Double> inputs, Map<String, Double> outputs, double profit) {
    public Plan {
      inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** {@code 2 natgas → 1.41 ethylene}. */
    public String text() {
      return "%s → %s".formatted(list(inputs), list(outputs));
    }

    private static String list(Map<String, Double> quantities) {
      return quantities.isEmpty()
          ? "nothing"
          : String.join(
              " + ",
              quantities.entrySet().stream()
                  .map(q -> Figure.of(q.getValue()) + " " + q.getKey())
                  .toList());
    }
  }
}
