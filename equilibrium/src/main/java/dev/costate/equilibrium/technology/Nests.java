package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.technology.Form.Known;
import dev.costate.equilibrium.technology.Form.Mix;
import dev.costate.equilibrium.technology.Form.Powers;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources of one piece of code: its inputs, then nests and branches as they are found. A source
 * may be read once by a nest, or by any number of outputs: read twice it would be one quantity with
 * two uses, which is code.
 */
final class Nests {
  /** Exponents whose sum differs from 1 by less than this have degree 1. */
  static final double ROUNDING = 1e-12;

  /** Where a source comes from. */
  sealed interface Origin {
    record Given(Source source) implements Origin {}

    /** A branch of what is split by an elasticity of transformation. */
    record Branch(int split, int branch) implements Origin {}
  }

  /** What is split, and the index of its revenue. */
  record Split(Part level, Index revenue) {}

  /** A product of powers with a coefficient, as a nest. */
  private record Product(Datum coefficient, Form nest) {}

  private final Map<Map<Integer, Datum>, Product> products = new HashMap<>();
  private final Arithmetic arithmetic = new Arithmetic();
  private final List<Origin> sources = new ArrayList<>();
  private final List<Split> splits = new ArrayList<>();
  private final List<Boolean> taken = new ArrayList<>();

  Nests(int inputs) {
    for (int i = 0; i < inputs; i++) {
      add(new Origin.Given(new Source.Input(i)));
    }
  }

  private int add(Origin origin) {
    sources.add(origin);
    taken.add(false);
    return sources.size() - 1;
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  Origin origin(int source) {
    return sources.get(source);
  }

  Split split(int split) {
    return splits.get(split);
  }

  boolean isTaken(int source) {
    return taken.get(source);
  }

  /** A nest over arguments; those without weight are left out, and so are their sources. */
  Form nest(Index index, List<Form> arguments) {
    var parts = arguments.stream().map(this::part).toList();
    return Mix.of(add(new Origin.Given(new Source.Nested(new Technology.Nest(index, parts)))));
  }

  /** Splits a level among branches; their forms. */
  List<Form> split(Form level, Index revenue) {
    splits.add(new Split(part(level), revenue));
    var branches = new ArrayList<Form>();
    for (int b = 0; b < revenue.arguments(); b++) {
      branches.add(Mix.of(add(new Origin.Branch(splits.size() - 1, b))));
    }
    return branches;
  }

  /** An argument as a part of a nest; takes its source. */
  Part part(Form form) {
    return switch (form) {
      case Mix(var terms) when terms.size() == 1 -> {
        var term = terms.entrySet().iterator().next();
        if (!(term.getValue().value() > 0)) {
          throw new NoTechnology("a part with coefficient " + term.getValue().value());
        }
        yield new Part(take(term.getKey()), Datum.ONE.over(term.getValue()));
      }
      case Powers powers -> part(ofDegreeOne(powers));
      case Mix _, Known _, Form.Truth _, Form.Array _, Form.Logarithms _ ->
          throw new NoTechnology("a part that is no nest: " + form);
    };
  }

  private Source take(int source) {
    if (taken.set(source, true)) {
      throw new NoTechnology("a quantity with two uses");
    }
    return switch (origin(source)) {
      case Origin.Given(var given) -> given;
      case Origin.Branch _ -> throw new NoTechnology("a branch that is used again");
    };
  }

  /**
   * A product of powers as a nest of elasticity 1; multiples of one product are multiples of one
   * nest.
   */
  Form ofDegreeOne(Powers powers) {
    var degree = powers.degree();
    if (Math.abs(degree.value() - 1) > ROUNDING) {
      throw new NoTechnology("powers of degree " + degree.value());
    }
    arithmetic.freeze(degree);
    var known = products.get(powers.exponents());
    if (known == null) {
      var nest = cobbDouglas(powers.coefficient(), powers);
      products.put(powers.exponents(), new Product(powers.coefficient(), nest));
      return nest;
    }
    return Arithmetic.times(known.nest(), powers.coefficient().over(known.coefficient()));
  }

  /** A nest that is largest where a product of powers is: its exponents, scaled to degree 1. */
  Form normalised(Powers powers) {
    return cobbDouglas(Datum.ONE, powers);
  }

  private Form cobbDouglas(Datum coefficient, Powers powers) {
    var degree = powers.degree();
    boolean concave =
        coefficient.value() > 0
            && degree.value() > 0
            && powers.exponents().values().stream().allMatch(exponent -> exponent.value() > 0);
    if (!concave) {
      throw new NoTechnology("powers that are no technology: " + powers);
    }
    var exponents =
        powers.exponents().values().stream().map(exponent -> exponent.over(degree)).toList();
    return nest(
        Ready.cobbDouglas(coefficient, exponents),
        powers.exponents().keySet().stream().map(source -> (Form) Mix.of(source)).toList());
  }
}
