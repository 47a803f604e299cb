package dev.costate.cli.derivative;

import dev.costate.program.Kind;
import dev.costate.program.lower.KindOf;
import java.util.ArrayList;
import java.util.List;

/** A function by its name: one that is there, or a derivative that {@code diff} would give. */
sealed interface Derived {
  String name();

  /** What its parameters are, in terms of functions that are there. */
  List<KindOf> parameters();

  List<KindOf> results();

  /** A function that is there. */
  record Original(String name, List<KindOf> parameters, List<KindOf> results) implements Derived {
    public Original {
      parameters = List.copyOf(parameters);
      results = List.copyOf(results);
    }
  }

  /**
   * {@code df_dx} and {@code df}: the partials of a function with one number as result.
   *
   * @param positions of the differentiated parameters, from 0
   */
  record Gradient(String name, Derived of, List<String> wrt, List<Integer> positions)
      implements Derived {
    public Gradient {
      wrt = List.copyOf(wrt);
      positions = List.copyOf(positions);
    }

    @Override
    public List<KindOf> parameters() {
      return of.parameters();
    }

    @Override
    public List<KindOf> results() {
      return at(positions, of.parameters());
    }
  }

  /** {@code f_tangent}: its parameters are followed by a direction for each differentiated one. */
  record Tangent(String name, Derived of, List<String> wrt, List<Integer> positions)
      implements Derived {
    public Tangent {
      wrt = List.copyOf(wrt);
      positions = List.copyOf(positions);
    }

    @Override
    public List<KindOf> parameters() {
      var all = new ArrayList<>(of.parameters());
      all.addAll(at(positions, of.parameters()));
      return all;
    }

    @Override
    public List<KindOf> results() {
      return of.results();
    }
  }

  /** {@code f_jacobian} and {@code f_hessian}. */
  record Matrix(String name, Derived of, boolean isHessian) implements Derived {
    @Override
    public List<KindOf> parameters() {
      return of.parameters();
    }

    @Override
    public List<KindOf> results() {
      return List.of(KindOf.exactly(Kind.MATRIX));
    }
  }

  private static List<KindOf> at(List<Integer> positions, List<KindOf> kinds) {
    return positions.stream().map(kinds::get).toList();
  }
}
