package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.technology.Form.Known;
import dev.costate.equilibrium.technology.Form.Logarithms;
import dev.costate.equilibrium.technology.Form.Mix;
import dev.costate.equilibrium.technology.Form.Powers;
import java.util.Map;
import java.util.TreeMap;

/** Arithmetic with forms. What leads out of them is no technology. */
final class Arithmetic {
  private Arithmetic() {}

  static Form add(Form a, Form b, double sign) {
    if (a instanceof Known(double x) && b instanceof Known(double y)) {
      return new Known(x + sign * y);
    }
    if (a instanceof Mix(var left) && b instanceof Mix(var right)) {
      return new Mix(sum(left, right, sign));
    }
    if (a instanceof Logarithms(var left) && b instanceof Logarithms(var right)) {
      return new Logarithms(sum(left, right, sign));
    }
    if (a instanceof Known(double x) && x == 0) {
      return times(b, sign);
    }
    if (b instanceof Known(double y) && y == 0 || b instanceof Known && a instanceof Logarithms) {
      return a;
    }
    if (a instanceof Known && b instanceof Logarithms) {
      return times(b, sign);
    }
    throw new NoTechnology("a sum of %s and %s".formatted(a, b));
  }

  private static Map<Integer, Double> sum(
      Map<Integer, Double> left, Map<Integer, Double> right, double sign) {
    var sum = new TreeMap<>(left);
    right.forEach((source, coefficient) -> sum.merge(source, sign * coefficient, Double::sum));
    return sum;
  }

  static Form times(Form form, double factor) {
    return switch (form) {
      case Known(double value) -> new Known(value * factor);
      case Mix(var terms) -> new Mix(scaled(terms, factor));
      case Logarithms(var terms) -> new Logarithms(scaled(terms, factor));
      case Powers(double coefficient, var exponents) -> new Powers(coefficient * factor, exponents);
      case Form.Array(var elements) ->
          new Form.Array(elements.stream().map(element -> times(element, factor)).toList());
      case Form.Truth _ -> throw new NoTechnology("a truth times a number");
    };
  }

  private static Map<Integer, Double> scaled(Map<Integer, Double> terms, double factor) {
    var scaled = new TreeMap<Integer, Double>();
    terms.forEach((source, coefficient) -> scaled.put(source, coefficient * factor));
    return scaled;
  }

  static Form multiply(Form a, Form b) {
    if (a instanceof Known(double x)) {
      return times(b, x);
    }
    if (b instanceof Known(double y)) {
      return times(a, y);
    }
    return product(powers(a), powers(b), 1);
  }

  static Form divide(Form a, Form b) {
    return b instanceof Known(double y) ? times(a, 1 / y) : product(numerator(a), powers(b), -1);
  }

  private static Powers numerator(Form a) {
    return a instanceof Known(double x) ? new Powers(x, Map.of()) : powers(a);
  }

  private static Form product(Powers a, Powers b, double sign) {
    var exponents = sum(a.exponents(), b.exponents(), sign);
    double coefficient = a.coefficient() * Math.pow(b.coefficient(), sign);
    return simplified(new Powers(coefficient, exponents));
  }

  /** A single source to the power 1 is linear. */
  private static Form simplified(Powers powers) {
    var exponents = new TreeMap<>(powers.exponents());
    exponents.values().removeIf(exponent -> Math.abs(exponent) < Nests.ROUNDING);
    if (exponents.isEmpty()) {
      return new Known(powers.coefficient());
    }
    return exponents.size() == 1
            && Math.abs(exponents.values().iterator().next() - 1) < Nests.ROUNDING
        ? new Mix(Map.of(exponents.keySet().iterator().next(), powers.coefficient()))
        : new Powers(powers.coefficient(), exponents);
  }

  static Form power(Form base, Form exponent) {
    if (!(exponent instanceof Known(double n))) {
      throw new NoTechnology("a variable exponent");
    }
    if (base instanceof Known(double x)) {
      return new Known(Math.pow(x, n));
    }
    var powers = powers(base);
    return simplified(new Powers(Math.pow(powers.coefficient(), n), scaled(powers.exponents(), n)));
  }

  static Form logarithm(Form form) {
    return form instanceof Known(double x)
        ? new Known(Math.log(x))
        : new Logarithms(powers(form).exponents());
  }

  /** A product of powers, or what is one. */
  static Powers powers(Form form) {
    if (form instanceof Powers powers) {
      return powers;
    }
    if (form instanceof Mix(var terms) && terms.size() == 1) {
      var term = terms.entrySet().iterator().next();
      if (term.getValue() > 0) {
        return new Powers(term.getValue(), Map.of(term.getKey(), 1.0));
      }
    }
    throw new NoTechnology("no product of powers: " + form);
  }
}
