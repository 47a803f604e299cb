package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.technology.Form.Known;
import dev.costate.equilibrium.technology.Form.Logarithms;
import dev.costate.equilibrium.technology.Form.Mix;
import dev.costate.equilibrium.technology.Form.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Arithmetic with forms. What leads out of them is no technology; numbers that would lead out of
 * them if a parameter changed are kept as {@link #frozen}.
 */
final class Arithmetic {
  private final List<Datum> frozen = new ArrayList<>();

  /** Numbers on which it depends what technology the code is. */
  List<Datum> frozen() {
    return frozen;
  }

  void freeze(Datum datum) {
    if (!datum.isPlain()) {
      frozen.add(datum);
    }
  }

  Form add(Form a, Form b) {
    return add(a, b, Datum.ONE);
  }

  Form subtract(Form a, Form b) {
    return add(a, b, Datum.of(-1));
  }

  private Form add(Form a, Form b, Datum sign) {
    if (a instanceof Known(var x) && b instanceof Known(var y)) {
      return new Known(x.plus(sign.times(y)));
    }
    if (a instanceof Mix(var left) && b instanceof Mix(var right)) {
      return new Mix(sum(left, right, sign));
    }
    if (a instanceof Logarithms(var left) && b instanceof Logarithms(var right)) {
      return new Logarithms(sum(left, right, sign));
    }
    if (a instanceof Known(var x) && x.value() == 0) {
      freeze(x);
      return times(b, sign);
    }
    if (b instanceof Known(var y) && y.value() == 0) {
      freeze(y);
      return a;
    }
    if (b instanceof Known && a instanceof Logarithms) {
      return a;
    }
    if (a instanceof Known && b instanceof Logarithms) {
      return times(b, sign);
    }
    throw new NoTechnology("a sum of %s and %s".formatted(a, b));
  }

  private static Map<Integer, Datum> sum(
      Map<Integer, Datum> left, Map<Integer, Datum> right, Datum sign) {
    var sum = new TreeMap<>(left);
    right.forEach((source, coefficient) -> sum.merge(source, sign.times(coefficient), Datum::plus));
    return sum;
  }

  static Form times(Form form, Datum factor) {
    return switch (form) {
      case Known(var datum) -> new Known(datum.times(factor));
      case Mix(var terms) -> new Mix(scaled(terms, factor));
      case Logarithms(var terms) -> new Logarithms(scaled(terms, factor));
      case Powers(var coefficient, var exponents) ->
          new Powers(coefficient.times(factor), exponents);
      case Form.Array(var elements) ->
          new Form.Array(elements.stream().map(element -> times(element, factor)).toList());
      case Form.Truth _ -> throw new NoTechnology("a truth times a number");
    };
  }

  private static Map<Integer, Datum> scaled(Map<Integer, Datum> terms, Datum factor) {
    var scaled = new TreeMap<Integer, Datum>();
    terms.forEach((source, coefficient) -> scaled.put(source, coefficient.times(factor)));
    return scaled;
  }

  Form multiply(Form a, Form b) {
    if (a instanceof Known(var x)) {
      return times(b, x);
    }
    if (b instanceof Known(var y)) {
      return times(a, y);
    }
    return product(powers(a), powers(b), Datum.ONE);
  }

  Form divide(Form a, Form b) {
    return b instanceof Known(var y)
        ? times(a, Datum.ONE.over(y))
        : product(numerator(a), powers(b), Datum.of(-1));
  }

  private static Powers numerator(Form a) {
    return a instanceof Known(var x) ? new Powers(x, Map.of()) : powers(a);
  }

  private Form product(Powers a, Powers b, Datum sign) {
    var exponents = sum(a.exponents(), b.exponents(), sign);
    return simplified(new Powers(a.coefficient().times(b.coefficient().power(sign)), exponents));
  }

  /** A single source to the power 1 is linear. */
  private Form simplified(Powers powers) {
    var exponents = new TreeMap<>(powers.exponents());
    exponents
        .values()
        .removeIf(exponent -> {
          boolean none = Math.abs(exponent.value()) < Nests.ROUNDING;
          if (none) {
            freeze(exponent);
          }
          return none;
        });
    if (exponents.isEmpty()) {
      return new Known(powers.coefficient());
    }
    var first = exponents.firstEntry();
    if (exponents.size() == 1 && Math.abs(first.getValue().value() - 1) < Nests.ROUNDING) {
      freeze(first.getValue());
      return new Mix(Map.of(first.getKey(), powers.coefficient()));
    }
    return new Powers(powers.coefficient(), exponents);
  }

  Form power(Form base, Form exponent) {
    if (!(exponent instanceof Known(var n))) {
      throw new NoTechnology("a variable exponent");
    }
    if (base instanceof Known(var x)) {
      return new Known(x.power(n));
    }
    var powers = powers(base);
    return simplified(new Powers(powers.coefficient().power(n), scaled(powers.exponents(), n)));
  }

  static Form logarithm(Form form) {
    return form instanceof Known(var x)
        ? new Known(x.logarithm())
        : new Logarithms(powers(form).exponents());
  }

  /** A product of powers, or what is one. */
  static Powers powers(Form form) {
    if (form instanceof Powers powers) {
      return powers;
    }
    if (form instanceof Mix(var terms) && terms.size() == 1) {
      var term = terms.entrySet().iterator().next();
      if (term.getValue().value() > 0) {
        return new Powers(term.getValue(), Map.of(term.getKey(), Datum.ONE));
      }
    }
    throw new NoTechnology("no product of powers: " + form);
  }
}
