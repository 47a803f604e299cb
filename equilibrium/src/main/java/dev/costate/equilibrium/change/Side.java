package dev.costate.equilibrium.change;

import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Wedge;
import dev.costate.economy.Wedge.Basis;
import dev.costate.economy.Wedge.Kind;
import dev.costate.equilibrium.ConsumerAccount;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.GoodAccount;
import dev.costate.equilibrium.check.NetPrices;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One of two equilibria, with prices in the unit in which they are compared. */
final class Side {
  private final Economy economy;
  private final Equilibrium equilibrium;
  private final NetPrices net;
  private final Interpreter interpreter;
  private final double unit;

  /**
   * @param own in the market's own unit
   * @param in the good by whose price all others are divided, if any
   */
  Side(Economy economy, Equilibrium own, Optional<String> in) {
    this.economy = economy.at(own.unknowns()).writtenOut();
    this.equilibrium = in.map(own::in).orElse(own);
    this.net = new NetPrices(this.economy, own);
    this.interpreter = new Interpreter(this.economy.program());
    this.unit = in.map(own::price).orElse(1.0);
  }

  /** What one unit of account costs in the market's own unit. */
  double unit() {
    return unit;
  }

  double price(String good) {
    return equilibrium.price(good);
  }

  GoodAccount traded(String good) {
    return equilibrium.good(good);
  }

  Optional<Good> good(String name) {
    return economy.goods().stream().filter(good -> good.name().equals(name)).findFirst();
  }

  List<Firm> firms() {
    return economy.firms();
  }

  List<Consumer> consumers() {
    return economy.consumers();
  }

  Economy economy() {
    return economy;
  }

  Optional<Firm> firm(String name) {
    return economy.firms().stream().filter(firm -> firm.name().equals(name)).findFirst();
  }

  Optional<Consumer> consumer(String name) {
    return economy.consumers().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  FirmAccount account(Firm firm) {
    return equilibrium.firm(firm.name());
  }

  ConsumerAccount account(Consumer consumer) {
    return equilibrium.consumer(consumer.name());
  }

  double quantity(Consumer.Endowment owned) {
    return net.quantity(owned);
  }

  Gate buying(List<Wedge> wedges) {
    return gate(wedges, 1);
  }

  Gate selling(List<Wedge> wedges) {
    return gate(wedges, -1);
  }

  private Gate gate(List<Wedge> wedges, int direction) {
    double factor = 1;
    double amount = 0;
    double markup = 0;
    for (var wedge : wedges) {
      double rate = net.rate(wedge);
      if (wedge.kind() == Kind.MARKUP) {
        markup = rate;
      } else if (wedge.basis() == Basis.VALUE) {
        factor += direction * wedge.sign() * rate;
      } else {
        amount += direction * wedge.sign() * rate / unit;
      }
    }
    return new Gate(factor, amount, markup);
  }

  /** The first result of a function; NaN where it has none. */
  double number(String function, double... arguments) {
    return numbers(interpreter, function, arguments)[0];
  }

  /** The results of a function of numbers; one NaN where its code fails. */
  static double[] numbers(Interpreter interpreter, String function, double... arguments) {
    var values = Arrays.stream(arguments).<Value>mapToObj(Value.Number::new).toList();
    try {
      return interpreter.call(function, values).stream()
          .mapToDouble(value -> ((Value.Number) value).value())
          .toArray();
    } catch (ProgramFailure _) {
      return new double[] {Double.NaN}; // The code is not defined there, and has no derivative.
    }
  }
}
