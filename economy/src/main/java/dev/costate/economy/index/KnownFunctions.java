package dev.costate.economy.index;

import dev.costate.runtime.Numbers;
import java.util.List;
import java.util.OptionalDouble;

/** The built-in functions of numbers that may stand in indices, ranges and conditions. */
final class KnownFunctions {
  private KnownFunctions() {}

  /** The value; empty if there is no such function of as many numbers. */
  static OptionalDouble apply(String name, List<Double> arguments) {
    return switch (arguments.size()) {
      case 0 -> name.equals("sum") ? OptionalDouble.of(0) : OptionalDouble.empty();
      case 1 -> ofOne(name, arguments.getFirst(), arguments);
      default ->
          name.equals("mod") && arguments.size() == 2
              ? OptionalDouble.of(Numbers.mod(arguments.get(0), arguments.get(1)))
              : ofSeveral(name, arguments);
    };
  }

  private static OptionalDouble ofOne(String name, double x, List<Double> all) {
    return switch (name) {
      case "abs" -> OptionalDouble.of(Math.abs(x));
      case "floor" -> OptionalDouble.of(Math.floor(x));
      case "ceil" -> OptionalDouble.of(Math.ceil(x));
      case "sign" -> OptionalDouble.of(Math.signum(x));
      case "sqrt" -> OptionalDouble.of(Math.sqrt(x));
      case "ln" -> OptionalDouble.of(Math.log(x));
      case "log10" -> OptionalDouble.of(Math.log10(x));
      case "exp" -> OptionalDouble.of(Math.exp(x));
      case "sin" -> OptionalDouble.of(Math.sin(x));
      case "cos" -> OptionalDouble.of(Math.cos(x));
      default -> ofSeveral(name, all);
    };
  }

  private static OptionalDouble ofSeveral(String name, List<Double> arguments) {
    return switch (name) {
      case "sum" -> OptionalDouble.of(arguments.stream().reduce(0.0, Double::sum));
      case "max" -> OptionalDouble.of(arguments.stream().reduce(Numbers::max).orElseThrow());
      case "min" -> OptionalDouble.of(arguments.stream().reduce(Numbers::min).orElseThrow());
      default -> OptionalDouble.empty();
    };
  }
}
