package dev.costate.cli.diagram;

import dev.costate.cli.report.Figures;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Values as a picture writes them: of a long array the first two elements, the last, and how many.
 */
final class ValueText {
  /** An array of more elements than this is shortened. */
  private static final int WHOLE = 4;

  private static final int FIRST = 2;

  private ValueText() {}

  /** {@code 0.5}, {@code [1, 2, … 10 of 100]}, {@code [[1, 2], … [5, 6] of 3 × 2]}. */
  static String of(Value value) {
    return switch (value) {
      case Value.Number(var number) -> Figures.of(number);
      case Value.Truth(var truth) -> Boolean.toString(truth);
      case Value.Vector(var elements) -> vector(elements);
      case Value.Matrix matrix -> matrix(matrix);
    };
  }

  private static String vector(double[] elements) {
    return list(
        elements.length,
        elements.length <= WHOLE,
        Integer.toString(elements.length),
        i -> Figures.of(elements[i]));
  }

  private static String matrix(Value.Matrix matrix) {
    var elements = matrix.elements();
    int columns = matrix.columns();
    return list(
        matrix.rows(),
        elements.length <= WHOLE,
        matrix.rows() + " × " + columns,
        i -> vector(Arrays.copyOfRange(elements, i * columns, (i + 1) * columns)));
  }

  private static String list(int count, boolean isShort, String size, IntFunction<String> text) {
    var parts = new ArrayList<String>();
    int shown = isShort ? count : Math.min(count, FIRST);
    for (int i = 0; i < shown; i++) {
      parts.add(text.apply(i));
    }
    if (isShort) {
      return "[" + String.join(", ", parts) + "]";
    }
    if (count > shown) {
      parts.add((count > shown + 1 ? "… " : "") + text.apply(count - 1));
    }
    return "[" + String.join(", ", parts) + " of " + size + "]";
  }
}
