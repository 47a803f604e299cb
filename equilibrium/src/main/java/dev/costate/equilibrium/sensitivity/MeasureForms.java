package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.equation.ConsumerPlaces;
import dev.costate.equilibrium.equation.FirmPlaces;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.technology.Technology.Preference;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures of an equilibrium as forms over the places of its conditions. */
final class MeasureForms {
  private final ParametricEquations equations;
  private final MarketEquations market;
  private final Optional<String> unit;
  private final CodeForms code;
  private final SurplusForm surplus;

  /**
   * @param unit the good whose price values are divided by; empty for money
   */
  MeasureForms(ParametricEquations equations, Optional<String> unit) {
    this.equations = equations;
    this.market = equations.market();
    this.unit = unit;
    code = new CodeForms(equations);
    surplus = new SurplusForm(equations, code);
  }

  /**
   * @throws IllegalArgumentException if the market has no such good, firm, consumer or unknown, the
   *     consumer has no utility, or the market has no total surplus
   * @throws NoDerivative if code has none, or an area under a curve is not finite
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
      case Measure.Surplus() -> surplus();
      case Measure.Answer answer -> answer(answer);
    };
  }

  private LocalForm surplus() {
    var form = surplus.form();
    if (unit.isPresent() && Double.isNaN(form.value())) {
      throw new NoDerivative("surplus is infinite, and so in units of " + unit.get());
    }
    return inUnits(form);
  }

  private double value(int place) {
    return equations.graph().value(place);
  }

  private LocalForm at(int place) {
    return code.at(place);
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
      var excess = code.sum(market.excess(good));
      if (excess.value() > 0) {
        parts.add(excess);
      }
    }
    return LocalForm.sum(parts);
  }

  private LocalForm utility(ConsumerPlaces consumer) {
    return consumer.utility().map(this::at).orElseGet(() -> code(consumer));
  }

  private LocalForm code(ConsumerPlaces consumer) {
    var name = consumer.consumer().name();
    var function =
        consumer
            .consumer()
            .utility()
            .orElseThrow(
                () -> new IllegalArgumentException("consumer '%s' has no utility".formatted(name)));
    var quantities = IntStream.of(consumer.quantities()).mapToObj(this::at).toList();
    return code.of(
        market.economy().program(), function, quantities, "the utility of '%s'".formatted(name));
  }

  private LocalForm answer(Measure.Answer answer) {
    var readings = answer.readings().stream().map(this::of).toList();
    if (readings.stream().anyMatch(reading -> Double.isNaN(reading.value()))) {
      throw new NoDerivative(
          "surplus is infinite here, and '%s' has no value".formatted(answer.text()));
    }
    return code.of(answer.program(), answer.function(), readings, "'%s'".formatted(answer.text()));
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
    return LocalForm.sum(parts);
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
