package dev.costate.equilibrium.sensitivity;

import dev.costate.economy.TotalSurplus;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.area.Quadrature;
import dev.costate.equilibrium.equation.CodeStep;
import dev.costate.equilibrium.equation.MarketEquations.Border;
import dev.costate.equilibrium.equation.ParametricEquations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;

/**
 * Total surplus as a form. The area under a curve up to the quantity {@code q} that is traded at
 * {@code p} is {@code p q} and, for demand, the integral of the curve over all higher prices; for
 * supply, less that over all lower ones. It moves with {@code q} by {@code p}, and with a number
 * that the curve reads by the integral of its partial.
 */
final class SurplusForm {
  private final ParametricEquations equations;
  private final CodeForms code;

  SurplusForm(ParametricEquations equations, CodeForms code) {
    this.equations = equations;
    this.code = code;
  }

  /**
   * @throws IllegalArgumentException if the market does not maximise surplus
   * @return not a number where an area has no end, with the partials that there are
   * @throws NoDerivative if a curve has no derivative somewhere
   */
  LocalForm form() {
    var market = equations.market();
    TotalSurplus.obstacle(market.economy())
        .ifPresent(reason -> {
          throw new IllegalArgumentException("this market has no total surplus: " + reason);
        });
    var parts = new ArrayList<LocalForm>();
    var goods = market.economy().goods();
    for (int g = 0; g < goods.size(); g++) {
      if (goods.get(g).fixedPrice().isPresent()) {
        parts.add(code.at(market.price(g)).times(code.sum(market.excess(g))));
      }
    }
    market.borders().forEach(border -> parts.add(border(border)));
    return LocalForm.sum(parts);
  }

  private LocalForm border(Border border) {
    return switch (border.trade()) {
      case Trade.FixedPrice _, Trade.FixedSupply _, Trade.FixedDemand _ -> new LocalForm(0);
      case Trade.Import _ -> worth(border).times(-1);
      case Trade.Export _ -> worth(border);
      case Trade.DemandCurve(var function, _) -> area(border, function);
      case Trade.SupplyCurve(var function, _) -> area(border, function).times(-1);
    };
  }

  private LocalForm worth(Border border) {
    return code.at(border.price()).times(code.at(border.quantity()));
  }

  /** The area under the curve of a border, up to its quantity. */
  private LocalForm area(Border border, String function) {
    var own = code.code(equations.market().economy().program(), function);
    var curve = new Curve(own.step(), numbers(border, own), border.sign() < 0, name(border));
    double price = curve.numbers[0];
    double quantity = equations.graph().value(border.quantity());
    var known = curve.integrals();
    var integrals = known.values();
    var form =
        new LocalForm(price * quantity + integrals[0])
            .freeze(own.frozen(), Sensitivities.OTHER_TECHNOLOGY);
    form.add(price, border.quantity());
    for (int k = 0; k < own.further().size(); k++) {
      var name = Set.of(own.names().get(k));
      if (Double.isNaN(integrals[k + 1])) {
        form.freeze(name, "the area under %s is not found to be finite".formatted(curve.name));
      } else if (curve.jumps(known)) {
        form.freeze(name, curve.name + " jumps at some price, and where may depend on it");
      } else {
        form.add(integrals[k + 1], own.further().get(k));
      }
    }
    return form.add((factor, tangents, into) -> {
      double priceMoves = tangents[border.price()];
      into[border.quantity()] += factor * priceMoves;
      var moves =
          curve.integralMoves(
              priceMoves, own.further().stream().mapToDouble(p -> tangents[p]).toArray());
      for (int k = 0; k < moves.length; k++) {
        into[own.further().get(k)] += factor * moves[k];
      }
    });
  }

  private double[] numbers(Border border, CodeForms.Code own) {
    var numbers = new double[own.further().size() + 1];
    numbers[0] = equations.graph().value(border.price());
    for (int k = 1; k < numbers.length; k++) {
      numbers[k] = equations.graph().value(own.further().get(k - 1));
    }
    return numbers;
  }

  private String name(Border border) {
    return "the %s of '%s'"
        .formatted(
            border.sign() < 0 ? "demand" : "supply",
            equations.market().economy().goods().get(border.good()).name());
  }

  /** A curve with what it reads at the equilibrium, the price first. */
  private static final class Curve {
    /** A curve that ends at more than this fraction of its quantity jumps to nothing. */
    private static final double JUMP = 1e-6;

    private final CodeStep step;
    private final double[] numbers;
    private final boolean isDemand;
    private final String name;

    Curve(CodeStep step, double[] numbers, boolean isDemand, String name) {
      this.step = step;
      this.numbers = numbers;
      this.isDemand = isDemand;
      this.name = name;
    }

    /**
     * What the area has besides price times quantity, and how it moves with each number behind the
     * price while the quantity stays.
     */
    Quadrature.Integrals integrals() {
      return integral(this::valueAndPartials, numbers.length);
    }

    private double[] valueAndPartials(double price) {
      var at = at(price);
      var value = new double[1];
      var partials = new double[at.length];
      check(step.evaluate(at, value) && step.partials(at, partials), price);
      partials[0] = value[0];
      // What is less than nothing is nothing.
      return value[0] > 0 ? partials : new double[at.length];
    }

    /** Whether the curve itself jumps somewhere, be it to nothing. */
    boolean jumps(Quadrature.Integrals known) {
      if (Double.isNaN(known.end())) {
        return known.jumps()[0];
      }
      return known.jumps()[0]
          || Math.abs(valueAndPartials(known.end())[0])
              > JUMP * Math.abs(valueAndPartials(numbers[0])[0]);
    }

    /** How those of the numbers move. */
    double[] integralMoves(double priceMoves, double[] moves) {
      if (moves.length == 0) {
        return moves;
      }
      var all = new double[numbers.length];
      System.arraycopy(moves, 0, all, 1, moves.length);
      var known = integrals();
      for (int k = 1; k < numbers.length; k++) {
        if (known.jumps()[k]) {
          throw new NoDerivative(
              "%s has a kink at some price: there is no second derivative of the area under it"
                  .formatted(name));
        }
      }
      var inside =
          integral(
                  price -> {
                    var at = at(price);
                    var value = new double[1];
                    var second = new double[at.length];
                    check(
                        step.evaluate(at, value)
                            && step.curvature(at, all, new double[] {1}, second),
                        price);
                    return value[0] > 0
                        ? Arrays.copyOfRange(second, 1, second.length)
                        : new double[moves.length];
                  },
                  moves.length)
              .values();
      var partials = valueAndPartials(numbers[0]);
      var ending = ending(known, all);
      for (int k = 0; k < inside.length; k++) {
        inside[k] += ending[k] - partials[k + 1] * priceMoves;
      }
      return inside;
    }

    /** What the partials have where the curve ends at nothing, times how far this end moves. */
    private double[] ending(Quadrature.Integrals known, double[] moves) {
      var ending = new double[moves.length - 1];
      if (Double.isNaN(known.end())) {
        return ending;
      }
      var at = at(known.end());
      var partials = new double[at.length];
      check(step.partials(at, partials), known.end());
      double rises = 0;
      for (int k = 1; k < moves.length; k++) {
        rises += partials[k] * moves[k];
      }
      if (rises != 0) {
        double end = -rises / partials[0];
        for (int k = 0; k < ending.length; k++) {
          ending[k] = partials[k + 1] * end;
        }
      }
      check(Arrays.stream(ending).allMatch(Double::isFinite), known.end());
      return ending;
    }

    /** Of demand over all higher prices, less that of supply from 0 to the price. */
    private Quadrature.Integrals integral(Quadrature.Integrand integrand, int count) {
      if (count == 0) {
        throw new IllegalArgumentException("nothing to integrate");
      }
      var integral =
          isDemand
              ? Quadrature.above(numbers[0], integrand)
              : Quadrature.from0(numbers[0], integrand);
      var known =
          integral.orElseThrow(() ->
              new NoDerivative(
                  "the area under %s is not found: it has too many kinks".formatted(name)));
      if (!isDemand) {
        Arrays.setAll(known.values(), k -> -known.values()[k]);
      }
      return known;
    }

    private double[] at(double price) {
      var at = numbers.clone();
      at[0] = price;
      return at;
    }

    private void check(boolean isDefined, double price) {
      if (!isDefined) {
        throw new NoDerivative(
            "%s has no finite value or derivative at the price %s, so that the area under it is not known"
                .formatted(name, price));
      }
    }
  }
}
