package dev.costate.equilibrium.sensitivity;

import dev.costate.economy.technology.WrittenOut;
import dev.costate.equilibrium.condition.Lifted;
import dev.costate.equilibrium.condition.Slice;
import dev.costate.equilibrium.equation.CodeStep;
import dev.costate.equilibrium.equation.ConsumerPlaces;
import dev.costate.equilibrium.equation.FirmPlaces;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.technology.Technology.Preference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures of an equilibrium as forms over the places of its conditions. */
final class MeasureForms {
  private final ParametricEquations equations;
  private final MarketEquations market;
  private final Optional<String> unit;

  /**
   * @param unit the good whose price values are divided by; empty for money
   */
  MeasureForms(ParametricEquations equations, Optional<String> unit) {
    this.equations = equations;
    this.market = equations.market();
    this.unit = unit;
  }

  /**
   * @throws IllegalArgumentException if the market has no such good, firm, consumer or unknown, or
   *     the consumer has no utility
   */
  LocalForm of(Measure measure) {
    return switch (measure) {
      case Measure.Price(var good) -> inUnits(at(market.price(market.good(good))));
      case Measure.Quantity(var good) -> quantity(good);
      case Measure.Utility(var consumer) -> utility(consumer(consumer));
      case Measure.Income(var consumer) -> inUnits(at(consumer(consumer).income()));
      case Measure.Taxes(var receiver) -> inUnits(at(known(market.taxes(), receiver, "receiver")));
      case Measure.Profit(var firm) -> inUnits(at(firm(firm).profit()));
      case Measure.Level(var firm) -> at(firm(firm).made()[0]);
      case Measure.UnknownValue(var name) -> at(known(market.unknowns(), name, "unknown"));
      case Measure.Welfare() -> welfare().times(1 / unitPrice());
    };
  }

  private double value(int place) {
    return equations.graph().value(place);
  }

  private LocalForm at(int place) {
    return new LocalForm(value(place)).add(1, place);
  }

  /** The price of the unit of account, which does not move where worth is at given prices. */
  private double unitPrice() {
    return unit.map(good -> value(market.price(market.good(good)))).orElse(1.0);
  }

  private LocalForm inUnits(LocalForm money) {
    return unit.map(good -> money.over(at(market.price(market.good(good))))).orElse(money);
  }

  private FirmPlaces firm(String name) {
    return known(market.firms(), name, "firm");
  }

  private ConsumerPlaces consumer(String name) {
    return known(market.consumers(), name, "consumer");
  }

  private static <T> T known(Map<String, T> all, String name, String kind) {
    var found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no %s '%s'".formatted(kind, name));
    }
    return found;
  }

  /** What everybody takes: purchases, what firms use up as negative outputs, what is owed. */
  private LocalForm quantity(String name) {
    int good = market.good(name);
    var parts = new ArrayList<LocalForm>();
    for (var firm : market.firms().values()) {
      for (int i = 0; i < firm.bought().length; i++) {
        if (firm.inputs().get(i).good() == good) {
          parts.add(at(firm.bought()[i]));
        }
      }
      for (int k = 0; k < firm.made().length; k++) {
        if (firm.outputs().get(k).good() == good && value(firm.made()[k]) < 0) {
          parts.add(at(firm.made()[k]).times(-1));
        }
      }
    }
    for (var consumer : market.consumers().values()) {
      for (int i = 0; i < consumer.quantities().length; i++) {
        if (consumer.gates().get(i).good() == good) {
          parts.add(at(consumer.quantities()[i]));
        }
      }
      var endowment = consumer.endowments().get(name);
      if (endowment != null && value(endowment) < 0) {
        parts.add(at(endowment).times(-1));
      }
      var saved = consumer.saved().get(name);
      if (saved != null) {
        parts.add(at(saved));
      }
    }
    for (var border : market.borders()) {
      if (border.good() == good && border.sign() < 0) {
        parts.add(at(border.quantity()));
      }
    }
    if (market.economy().goods().get(good).fixedPrice().isPresent()) {
      var excess = excess(good);
      if (excess.value() > 0) {
        parts.add(excess);
      }
    }
    return sum(parts);
  }

  private LocalForm excess(int good) {
    var terms = market.excess(good);
    var parts = new ArrayList<LocalForm>();
    for (int k = 0; k < terms.size(); k++) {
      parts.add(at(terms.place(k)).times(terms.coefficient(k)));
    }
    return sum(parts);
  }

  private static LocalForm sum(List<LocalForm> parts) {
    return parts.stream().reduce(new LocalForm(0), LocalForm::plus);
  }

  private LocalForm utility(ConsumerPlaces consumer) {
    return consumer.utility().map(this::at).orElseGet(() -> code(consumer));
  }

  private LocalForm code(ConsumerPlaces consumer) {
    var function =
        consumer
            .consumer()
            .utility()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "consumer '%s' has no utility".formatted(consumer.consumer().name())));
    var program = market.economy().program();
    var numbers = new LinkedHashSet<>(program.constants().keySet());
    numbers.removeAll(market.unknowns().keySet());
    var written = WrittenOut.keeping(Slice.of(program, function), numbers);
    var frozen = new LinkedHashSet<>(written.frozen());
    var lifted =
        Lifted.of(written.program(), function, market.unknowns().keySet(), numbers, frozen);
    var step = CodeStep.of(lifted.program(), function);
    var places = new int[step.arguments()];
    System.arraycopy(consumer.quantities(), 0, places, 0, consumer.quantities().length);
    for (int u = 0; u < lifted.unknowns().size(); u++) {
      var name = lifted.unknowns().get(u);
      var unknown = market.unknowns().get(name);
      places[consumer.quantities().length + u] =
          unknown != null ? unknown : known(equations.places(), name, "number");
    }
    var arguments = new double[places.length];
    for (int a = 0; a < places.length; a++) {
      arguments[a] = value(places[a]);
    }
    var result = new double[1];
    var partials = new double[places.length];
    if (!step.evaluate(arguments, result) || !step.partials(arguments, partials)) {
      throw new NoDerivative(
          "the utility of '%s' has no finite derivative at the equilibrium"
              .formatted(consumer.consumer().name()));
    }
    var form = new LocalForm(result[0]).freeze(frozen);
    for (int a = 0; a < places.length; a++) {
      form.add(partials[a], places[a]);
    }
    return form.add((factor, tangents, into) -> {
      var moves = new double[places.length];
      for (int a = 0; a < places.length; a++) {
        moves[a] = tangents[places[a]];
      }
      var own = new double[places.length];
      if (!step.curvature(arguments, moves, new double[] {factor}, own)) {
        throw new NoDerivative(
            "the utility of '%s' has no second derivative here"
                .formatted(consumer.consumer().name()));
      }
      for (int a = 0; a < places.length; a++) {
        into[places[a]] += own[a];
      }
    });
  }

  private LocalForm welfare() {
    var parts = new ArrayList<LocalForm>();
    for (var consumer : market.consumers().values()) {
      if (consumer.consumer().utility().isPresent()) {
        var utility = utility(consumer);
        double worth = worthOfMoney(consumer, utility);
        parts.add(new LocalForm(value(consumer.spendable())).add(1 / worth, utility));
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("nobody in this market has a utility");
    }
    return sum(parts);
  }

  /**
   * The marginal utility of money m: each quantity times its marginal utility, which is m times its
   * price, adds up to m times what is spent; what is known from a nest of degree d is d times the
   * utility.
   */
  private double worthOfMoney(ConsumerPlaces consumer, LocalForm utility) {
    var form = consumer.preference().flatMap(Preference::utility);
    if (form.isPresent()) {
      double degree = form.get().degree().value();
      return degree == 1
          ? form.get().scale().value() / value(consumer.unitCost().orElseThrow())
          : degree * utility.value() / value(consumer.spendable());
    }
    double worth = 0;
    double spent = 0;
    for (int i = 0; i < consumer.quantities().length; i++) {
      double quantity = value(consumer.quantities()[i]);
      var alone = new double[equations.graph().size()];
      alone[consumer.quantities()[i]] = quantity;
      worth += utility.tangent(alone);
      spent += value(consumer.gates().get(i).price()) * quantity;
    }
    return worth / spent;
  }
}
