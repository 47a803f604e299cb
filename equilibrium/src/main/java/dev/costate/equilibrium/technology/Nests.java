package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.graph.PriceIndex;
import dev.costate.equilibrium.technology.Form.Known;
import dev.costate.equilibrium.technology.Form.Mix;
import dev.costate.equilibrium.technology.Form.Powers;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
  record Split(Part level, PriceIndex revenue) {}

  /** A product of powers with a coefficient, as a nest. */
  private record Product(double coefficient, Form nest) {}

  private final Map<Map<Integer, Double>, Product> products = new HashMap<>();
  private final List<Origin> sources = new ArrayList<>();
  private final List<Split> splits = new ArrayList<>();
  private final List<Boolean> taken = new ArrayList<>();
  private final boolean mayDecrease;
  private int fixed;

  /**
   * @param mayDecrease whether returns may decrease, for which there are fixed sources
   */
  Nests(int inputs, boolean mayDecrease) {
    this.mayDecrease = mayDecrease;
    for (int i = 0; i < inputs; i++) {
      add(new Origin.Given(new Source.Input(i)));
    }
  }

  private int add(Origin origin) {
    sources.add(origin);
    taken.add(false);
    return sources.size() - 1;
  }

  Origin origin(int source) {
    return sources.get(source);
  }

  Split split(int split) {
    return splits.get(split);
  }

  /** How many fixed sources there are. */
  int fixed() {
    return fixed;
  }

  boolean isTaken(int source) {
    return taken.get(source);
  }

  /** A nest over arguments; those without weight are left out, and so are their sources. */
  Form nest(PriceIndex index, List<Form> arguments) {
    var parts = arguments.stream().map(this::part).toList();
    return Mix.of(add(new Origin.Given(new Source.Nested(new Technology.Nest(index, parts)))));
  }

  /** Splits a level among branches; their forms. */
  List<Form> split(Form level, PriceIndex revenue) {
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
        if (!(term.getValue() > 0)) {
          throw new NoTechnology("a part with coefficient " + term.getValue());
        }
        yield new Part(take(term.getKey()), 1 / term.getValue());
      }
      case Powers powers -> part(product(powers));
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
   * A product of powers as a nest of elasticity 1, of something fixed too if its degree is below 1;
   * multiples of one product are multiples of one nest.
   */
  Form product(Powers powers) {
    var known = products.get(powers.exponents());
    if (known == null) {
      var nest = cobbDouglas(powers.coefficient(), ofDegreeOne(powers));
      products.put(powers.exponents(), new Product(powers.coefficient(), nest));
      return nest;
    }
    return Arithmetic.times(known.nest(), powers.coefficient() / known.coefficient());
  }

  private Powers ofDegreeOne(Powers powers) {
    double rest = 1 - powers.degree();
    if (Math.abs(rest) <= ROUNDING) {
      return powers;
    }
    if (rest < 0 || !mayDecrease) {
      throw new NoTechnology("powers of degree " + powers.degree());
    }
    var exponents = new TreeMap<>(powers.exponents());
    exponents.put(add(new Origin.Given(new Source.Fixed(fixed++))), rest);
    return new Powers(powers.coefficient(), exponents);
  }

  /** A nest that is largest where a product of powers is: its exponents, scaled to degree 1. */
  Form normalised(Powers powers) {
    return cobbDouglas(1, powers);
  }

  private Form cobbDouglas(double coefficient, Powers powers) {
    double degree = powers.degree();
    boolean concave =
        coefficient > 0
            && degree > 0
            && powers.exponents().values().stream().allMatch(exponent -> exponent > 0);
    if (!concave) {
      throw new NoTechnology("powers that are no technology: " + powers);
    }
    var exponents =
        powers.exponents().values().stream().mapToDouble(exponent -> exponent / degree).toArray();
    return nest(
        Ready.cobbDouglas(coefficient, exponents),
        powers.exponents().keySet().stream().map(source -> (Form) Mix.of(source)).toList());
  }
}
