package dev.costate.cli.derivative;

import dev.costate.program.run.Value;

/** The numbers of a value, counted from 0, row by row. */
public final class Elements {
  private Elements() {}

  public static double[] numbers(Value value) {
    return switch (value) {
      case Value.Number(var number) -> new double[] {number};
      case Value.Vector(var elements) -> elements;
      case Value.Matrix(_, _, var elements) -> elements;
      case Value.Truth _ -> throw new IllegalArgumentException(value + " has no numbers");
    };
  }

  /** How the language writes an element: nothing, {@code [2]} or {@code [1, 2]}. */
  public static String index(Value value, int element) {
    return switch (value) {
      case Value.Vector _ -> "[" + (element + 1) + "]";
      case Value.Matrix(_, int columns, _) ->
          "[" + (element / columns + 1) + ", " + (element % columns + 1) + "]";
      case Value.Number _, Value.Truth _ -> "";
    };
  }

  public static Value zeros(Value like) {
    return like(like, new double[numbers(like).length]);
  }

  public static Value with(Value value, int element, double number) {
    var numbers = numbers(value).clone();
    numbers[element] = number;
    return like(value, numbers);
  }

  /** A value of the same shape with other numbers. */
  public static Value like(Value value, double[] numbers) {
    return switch (value) {
      case Value.Number _ -> Value.of(numbers[0]);
      case Value.Vector _ -> new Value.Vector(numbers);
      case Value.Matrix(int rows, int columns, _) -> new Value.Matrix(rows, columns, numbers);
      case Value.Truth _ -> value;
    };
  }
}
