package dev.costate.differentiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Random files in the part of the language that can be differentiated: smooth almost everywhere,
 * values bounded, loops, branches, calls, overwritten variables and early returns. The seed
 * determines the text.
 */
final class RandomFunctions {
  private static final int MOST_DEPTH = 3;
  private static final int MOST_LINES = 30;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<String> callable = new ArrayList<>();
  private int names;
  private int counters;
  private int budget;

  private RandomFunctions(long seed) {
    this.random = new Random(seed);
  }

  /** A file whose last function is {@code f(x, y, z, n)}; n is an integer. */
  static String text(long seed) {
    var generator = new RandomFunctions(seed);
    int helpers = generator.random.nextInt(3);
    for (int i = 1; i <= helpers; i++) {
      generator.function("g" + i, List.of("u", "v"));
    }
    generator.function("f", List.of("x", "y", "z", "n"));
    return generator.text.toString();
  }

  private void function(String name, List<String> parameters) {
    budget = MOST_LINES;
    text.append("function ")
        .append(name)
        .append('(')
        .append(String.join(", ", parameters))
        .append("):\n");
    var readable = new ArrayList<>(parameters);
    readable.remove("n");
    boolean counts = parameters.contains("n");
    block(1, readable, counts, true);
    var result = expression(readable, 2);
    if (counts) {
      result += " + 0*n";
    }
    line(1, "return " + result);
    text.append('\n');
    callable.add(name);
  }

  private void block(int indent, List<String> readable, boolean counts, boolean mayReturn) {
    int lines = 1 + random.nextInt(indent == 1 ? 5 : 3);
    line(indent, any(readable) + " = " + bounded(expression(readable, 2)));
    for (int i = 1; i < lines && budget-- > 0; i++) {
      statement(indent, readable, counts, mayReturn);
    }
  }

  private void statement(int indent, List<String> readable, boolean counts, boolean mayReturn) {
    int kind = random.nextInt(13);
    if (indent > MOST_DEPTH && kind > 5) {
      kind = random.nextInt(6);
    }
    switch (kind) {
      case 0, 1, 2 -> {
        var name = "a" + ++names;
        line(indent, name + " = " + expression(readable, 3));
        readable.add(name);
      }
      case 3, 4 -> line(indent, any(readable) + " = " + bounded(expression(readable, 3)));
      case 5 -> {
        if (random.nextBoolean()) {
          line(indent, any(readable) + " += " + bounded(expression(readable, 2)));
        } else {
          pair(indent, readable);
        }
      }
      case 6, 7, 8 -> branch(indent, readable, counts, mayReturn);
      case 9 -> whileLoop(indent, readable, counts);
      default -> loop(indent, readable, counts);
    }
  }

  private void pair(int indent, List<String> readable) {
    var first = readable.getFirst();
    var last = readable.getLast();
    line(indent, first + ", " + last + " = " + last + ", " + bounded(first));
  }

  private void branch(int indent, List<String> readable, boolean counts, boolean mayReturn) {
    line(indent, "if " + condition(readable) + ":");
    block(indent + 1, new ArrayList<>(readable), counts, mayReturn);
    if (mayReturn && random.nextInt(4) == 0) {
      line(indent + 1, "return " + expression(readable, 2));
    }
    if (random.nextBoolean()) {
      line(indent, "else:");
      block(indent + 1, new ArrayList<>(readable), counts, mayReturn);
    }
  }

  private void loop(int indent, List<String> readable, boolean counts) {
    var counter = "i" + ++counters;
    var range =
        switch (random.nextInt(counts ? 5 : 3)) {
          case 0 -> "1..3";
          case 1 -> "4..1 step -1";
          case 2 -> "1..6 step 2";
          case 3 -> "1..n";
          default -> "n..1 step -2";
        };
    var checkpointed =
        random.nextInt(4) == 0 ? " checkpointed(" + (1 + random.nextInt(3)) + ")" : "";
    line(indent, "for " + counter + " in " + range + checkpointed + ":");
    var inside = new ArrayList<>(readable);
    if (random.nextBoolean()) {
      var name = "a" + ++names;
      line(indent + 1, name + " = " + counter + "/4 * " + bounded(any(readable)));
      inside.add(name);
    }
    body(indent + 1, inside, counts);
  }

  private void whileLoop(int indent, List<String> readable, boolean counts) {
    var trips = "w" + ++counters;
    line(indent, trips + " = 0");
    line(
        indent,
        "while " + trips + " < " + random.nextInt(5) + " and (" + condition(readable) + "):");
    line(indent + 1, trips + " += 1");
    body(indent + 1, new ArrayList<>(readable), counts);
  }

  /** The body of a loop, which may leave the iteration, the loop or the function. */
  private void body(int indent, List<String> readable, boolean counts) {
    line(indent, any(readable) + " = " + bounded(expression(readable, 2)));
    block(indent, readable, counts, false);
    if (random.nextInt(3) == 0) {
      line(indent, "if " + condition(readable) + ":");
      block(indent + 1, new ArrayList<>(readable), counts, false);
      line(
          indent + 1,
          switch (random.nextInt(3)) {
            case 0 -> "break";
            case 1 -> "continue";
            default -> "return " + expression(readable, 2);
          });
      block(indent, readable, counts, false);
    }
  }

  private String condition(List<String> readable) {
    var comparison =
        any(readable)
            + any(List.of(" < ", " > ", " <= ", " >= "))
            + "0."
            + random.nextInt(1, 99)
            + "137";
    return random.nextInt(4) == 0 ? comparison + " or " + any(readable) + " > 1.2345" : comparison;
  }

  private static String bounded(String expression) {
    return "sin(" + expression + ")";
  }

  private String expression(List<String> readable, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return random.nextInt(5) == 0 ? any(List.of("2", "0.5", "1.25", "3")) : any(readable);
    }
    var a = expression(readable, depth - 1);
    var b = expression(readable, depth - 1);
    return switch (random.nextInt(22)) {
      case 0, 1 -> "(" + a + " + " + b + ")";
      case 2, 3 -> "(" + a + " - " + b + ")";
      case 4, 5, 6 -> "tanh(" + a + ")*cos(" + b + ")";
      case 7 -> "(" + a + ")/(2 + cos(" + b + "))";
      case 8 -> bounded(a) + "^2";
      case 9 -> "(1.5 + " + bounded(a) + ")^" + bounded(b);
      case 10 -> "sqrt(1.1 + " + bounded(a) + ")";
      case 11 -> "ln(1.2 + " + bounded(a) + ")";
      case 12 -> "exp(" + bounded(a) + ")";
      case 13 -> "max(" + a + ", " + b + ")";
      case 14 -> "min(" + a + ", " + b + ", 0.7345)";
      case 15 -> "abs(" + a + ")";
      case 16 -> "(" + a + " if " + condition(readable) + " else " + b + ")";
      case 17 -> "atan2(" + bounded(a) + " + 2, " + b + ")";
      case 18 -> "-" + bounded(a);
      case 19 -> "erf(" + a + ")";
      case 20 -> "1/(1 + " + bounded(a) + "^2)";
      default ->
          callable.isEmpty() ? bounded(a) : any(callable) + "(" + bounded(a) + ", " + b + ")";
    };
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void line(int indent, String line) {
    text.append("    ".repeat(indent)).append(line).append('\n');
  }
}
