package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.program.Kind;
import java.util.List;

/** What an operator with several meanings demands of the kinds around it. */
sealed interface Constraint {
  List<KindCell> cells();

  /** Draws what conclusions it can; true when there is nothing left to conclude. */
  boolean settle(Kinds kinds);

  /** Assumes something where nothing else decides. */
  void assume(Kinds kinds);

  /** {@code left * right}: at most one of them is an array, and the result is of its kind. */
  record Product(KindCell left, KindCell right, KindCell result, Place place)
      implements Constraint {
    @Override
    public List<KindCell> cells() {
      return List.of(left, right, result);
    }

    @Override
    public boolean settle(Kinds kinds) {
      if (left.is(Kind.NUMBER)) {
        kinds.same(right, result, place, "the product", "");
        return true;
      }
      if (right.is(Kind.NUMBER)) {
        kinds.same(left, result, place, "the product", "");
        return true;
      }
      if (isArray(left) && isArray(right)) {
        kinds.error(
            place,
            "a " + left.kind() + " times a " + right.kind() + " is not defined",
            "an array times a number is; for anything else write a loop over the elements");
        return true;
      }
      if (isArray(left) || left.isSameAs(result)) {
        return settledByNumber(kinds, right);
      }
      if (isArray(right) || right.isSameAs(result)) {
        return settledByNumber(kinds, left);
      }
      if (left.isSameAs(right) || result.is(Kind.NUMBER)) {
        kinds.require(left, Kind.NUMBER, place, "a factor", "");
        return settledByNumber(kinds, right);
      }
      return left.is(Kind.TRUTH) || right.is(Kind.TRUTH);
    }

    /** One factor is a number: then the rule for it applies. */
    private boolean settledByNumber(Kinds kinds, KindCell factor) {
      if (factor.known() == null) {
        kinds.require(factor, Kind.NUMBER, place, "a factor", "");
      }
      return factor.is(Kind.NUMBER) ? settle(kinds) : factor.is(Kind.TRUTH);
    }

    @Override
    public void assume(Kinds kinds) {
      kinds.require(left, Kind.NUMBER, place, "a factor", "");
    }

    private static boolean isArray(KindCell cell) {
      var known = cell.known();
      return known != null && known.isArray();
    }
  }

  /** A number or an array, but no truth. */
  record Arithmetic(KindCell operand, Place place, String operator) implements Constraint {
    @Override
    public List<KindCell> cells() {
      return List.of(operand);
    }

    @Override
    public boolean settle(Kinds kinds) {
      if (operand.is(Kind.TRUTH)) {
        kinds.error(
            place,
            "'" + operator + "' needs a number or an array, and this is a truth value",
            "write `1 if … else 0` to make a number of it");
      }
      return operand.known() != null;
    }

    @Override
    public void assume(Kinds kinds) {}
  }

  /**
   * The argument of {@code sum}, or of {@code max} and {@code min} when it is the only one: an
   * array.
   */
  record ArrayArgument(KindCell argument, Place place, String function) implements Constraint {
    @Override
    public List<KindCell> cells() {
      return List.of(argument);
    }

    @Override
    public boolean settle(Kinds kinds) {
      var known = argument.known();
      if (known != null && !known.isArray()) {
        kinds.error(
            place,
            "the only argument of '" + function + "' must be an array, and this is a " + known,
            kinds.because(argument, place, "an array is written [1, 2, 3]"));
      }
      return known != null;
    }

    @Override
    public void assume(Kinds kinds) {
      kinds.require(argument, Kind.VECTOR, place, "the argument of '" + function + "'", "");
    }
  }

  /** {@code [a, b]}: of numbers a vector, of vectors a matrix. */
  record ElementsOf(KindCell element, KindCell array, Place place) implements Constraint {
    @Override
    public List<KindCell> cells() {
      return List.of(element, array);
    }

    @Override
    public boolean settle(Kinds kinds) {
      var known = element.known();
      if (known == null) {
        if (array.is(Kind.VECTOR)) {
          kinds.require(element, Kind.NUMBER, place, "an element of a vector", "");
        } else if (array.is(Kind.MATRIX)) {
          kinds.require(element, Kind.VECTOR, place, "a row of a matrix", "");
        }
        return array.known() != null;
      }
      switch (known) {
        case NUMBER -> kinds.require(array, Kind.VECTOR, place, "an array of numbers", "");
        case VECTOR -> kinds.require(array, Kind.MATRIX, place, "an array of vectors", "");
        case MATRIX, TRUTH ->
            kinds.error(
                place,
                "an array holds numbers or rows of numbers, and this is an array of "
                    + (known == Kind.TRUTH ? "truth values" : "matrices"),
                known == Kind.TRUTH ? "write `1 if … else 0` to make a number of each" : "");
      }
      return true;
    }

    @Override
    public void assume(Kinds kinds) {
      kinds.require(element, Kind.NUMBER, place, "an element of a vector", "");
    }
  }

  /** The sides of {@code ==} and {@code !=}: numbers or truths. */
  record Equatable(KindCell operand, Place place, String operator) implements Constraint {
    @Override
    public List<KindCell> cells() {
      return List.of(operand);
    }

    @Override
    public boolean settle(Kinds kinds) {
      var known = operand.known();
      if (known != null && known.isArray()) {
        kinds.error(
            place,
            "'" + operator + "' compares numbers, and this is a " + known,
            "compare the elements in a loop");
      }
      return known != null;
    }

    @Override
    public void assume(Kinds kinds) {
      kinds.require(operand, Kind.NUMBER, place, "a side of '" + operator + "'", "");
    }
  }
}
