package dev.costate.cli.explain;

import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.Computed;
import dev.costate.equilibrium.change.Change;
import dev.costate.equilibrium.sensitivity.Gradient;
import dev.costate.equilibrium.sensitivity.Measure;
import dev.costate.equilibrium.sensitivity.NoDerivative;
import dev.costate.equilibrium.sensitivity.Sensitivities;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the derivatives of a price before a shock say about its change.
 *
 * @param terms one for each number that was changed
 * @param remainder the change less all terms: what is of second order and beyond; empty where a
 *     term is missing or counts what another does too
 */
record FirstOrder(List<Term> terms, OptionalDouble remainder) {
  /** A number's derivative times its change, or why there is none. */
  sealed interface Term {
    String number();

    Change of();

    record Known(String number, Change of, double derivative) implements Term {
      /** Of the price, in the unit of account per unit. */
      double amount() {
        return of.delta() == 0 ? 0 : derivative * of.delta();
      }
    }

    record Missing(String number, Change of, String reason) implements Term {}
  }

  FirstOrder {
    terms = List.copyOf(terms);
  }

  static FirstOrder of(String good, Shock shock, Change price) {
    var terms = terms(good, shock);
    double sum = 0;
    for (var term : terms) {
      sum += term instanceof Term.Known known ? known.amount() : Double.NaN;
    }
    boolean countsTwice =
        new Computed(shock.before().economy().definitions())
            .dependAmongThemselves(shock.numbers().keySet());
    return new FirstOrder(
        terms,
        countsTwice || !Double.isFinite(sum)
            ? OptionalDouble.empty()
            : OptionalDouble.of(price.delta() - sum));
  }

  private static List<Term> terms(String good, Shock shock) {
    var terms = new ArrayList<Term>();
    try {
      var gradient =
          Sensitivities.of(shock.before().economy(), shock.equilibrium())
              .gradient(new Measure.Price(good));
      shock.numbers().forEach((number, of) -> terms.add(term(number, of, gradient)));
    } catch (NoDerivative | NotDifferentiable none) {
      terms.clear();
      var reason = String.valueOf(none.getMessage());
      shock.numbers().forEach((number, of) -> terms.add(new Term.Missing(number, of, reason)));
    }
    return terms;
  }

  private static Term term(String number, Change of, Gradient gradient) {
    var sides = gradient.oneSided().get(number);
    double derivative =
        sides == null
            ? gradient.partials().getOrDefault(number, Double.NaN)
            : of.delta() > 0 ? sides.right() : sides.left();
    if (Double.isFinite(derivative)) {
      return new Term.Known(number, of, derivative);
    }
    var reason = gradient.refused().getOrDefault(number, "there is none on this side");
    return new Term.Missing(number, of, reason);
  }
}
