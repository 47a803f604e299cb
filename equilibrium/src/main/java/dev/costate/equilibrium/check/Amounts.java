package dev.costate.equilibrium.check;

import dev.costate.economy.Amount;
import dev.costate.economy.Economy;
import dev.costate.economy.Reading;
import dev.costate.equilibrium.Equilibrium;

/** The numbers of declarations at an equilibrium, also those that depend on its state. */
final class Amounts {
  private final FirmCode code;
  private final Economy economy;
  private final Equilibrium equilibrium;

  Amounts(FirmCode code, Economy economy, Equilibrium equilibrium) {
    this.code = code;
    this.economy = economy;
    this.equilibrium = equilibrium;
  }

  /** NaN where its code fails. */
  double of(Amount amount) {
    return switch (amount) {
      case Amount.Known(_, double value) -> value;
      case Amount.Computed(_, var function, var readings) ->
          code.number(function, readings.stream().mapToDouble(this::reading).toArray());
    };
  }

  private double reading(Reading reading) {
    return switch (reading) {
      case Reading.UnknownValue(var name) -> equilibrium.unknowns().getOrDefault(name, Double.NaN);
      case Reading.Price(var good) -> equilibrium.good(good).price();
      case Reading.Quantity(var good) -> equilibrium.good(good).bought();
      case Reading.Income(var consumer) -> equilibrium.consumer(consumer).income();
      case Reading.OfAnswer other ->
          throw new IllegalArgumentException("no condition reads " + other);
      case Reading.Level(var firm) -> {
        var first = economy.firm(firm).outputs().getFirst().good();
        yield equilibrium.firm(firm).outputs().getOrDefault(first, Double.NaN);
      }
    };
  }
}
