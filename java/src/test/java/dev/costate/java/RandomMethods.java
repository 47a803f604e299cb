package dev.costate.java;

import java.util.Random;

/**
 * The text of a random method {@code f(double x, double y, double[] v, int n)}: valid Java that
 * ends, with effects inside of expressions, loops of all kinds, jumps and switches.
 */
final class RandomMethods {
  private static final int STATEMENTS = 3;
  private static final int DEEPEST = 2;

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private int loops;
  private int names;

  private RandomMethods(long seed) {
    this.random = new Random(seed);
  }

  static String text(long seed) {
    return new RandomMethods(seed).method();
  }

  private String method() {
    text.append("static double f(double x, double y, double[] v, int n) {\n");
    text.append(
        "double a = x; double b = 0.5; double c = y * 2; int i = n; int j = 1; boolean p = x > 0;\n");
    text.append("double[] w = v.clone();\n");
    statements(DEEPEST);
    text.append("return ").append(pick("a + b * c", "a * w[1] + b", "a - c + w[0] * w[3] + j * x"));
    return text.append(";\n}\n").toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private void statements(int depth) {
    int count = 1 + random.nextInt(STATEMENTS);
    for (int k = 0; k < count; k++) {
      statement(depth);
    }
  }

  private void block(int depth) {
    text.append("{\n");
    statements(depth - 1);
    text.append("}\n");
  }

  private void statement(int depth) {
    int kind = random.nextInt(depth > 0 ? 14 : 7);
    switch (kind) {
      case 0, 1 -> line(pick("a", "b", "c") + " = " + number(2));
      case 2 -> line(pick("a", "b", "c", "x") + pick(" += ", " -= ", " *= ") + number(2));
      case 3 -> line(pick("i", "j") + pick(" = ", " += ", " ^= ", " -= ") + whole(2));
      case 4 -> line("w[" + index() + "]" + pick(" = ", " += ", " *= ") + number(2));
      case 5 -> line(pick("i++", "--j", "a++", "w[" + index() + "]--", "p = " + truth(2)));
      case 6 -> jump();
      case 7, 8 -> {
        text.append("if (").append(truth(2)).append(") ");
        block(depth);
        if (random.nextBoolean()) {
          text.append("else ");
          block(depth);
        }
      }
      case 9 -> counted(depth);
      case 10 -> {
        var guard = "g" + names++;
        line("int " + guard + " = 0");
        loops++;
        text.append("while (").append(guard).append("++ < 3 && ").append(truth(1)).append(") ");
        block(depth);
        loops--;
      }
      case 11 -> {
        var guard = "g" + names++;
        line("int " + guard + " = 0");
        loops++;
        text.append("do ");
        block(depth);
        line("while (" + truth(1) + " && ++" + guard + " < 3)");
        loops--;
      }
      case 12 -> {
        text.append("switch (").append(whole(1)).append(" & 3) {\n");
        for (int k = 0; k < 3; k++) {
          text.append("case ").append(k).append(": ");
          statements(depth - 1);
          text.append(pick("break;\n", "", "if (" + truth(1) + ") { break; }\n"));
        }
        text.append("default: ");
        statements(depth - 1);
        text.append("}\n");
      }
      default -> {
        text.append("switch (").append(whole(1)).append(" % 3) {\ncase 0, -1 -> ");
        block(depth);
        text.append("case 1 -> ").append("a = ").append(number(1)).append(";\n");
        if (random.nextBoolean()) {
          text.append("default -> ");
          block(depth);
        }
        text.append("}\n");
      }
    }
  }

  private void counted(int depth) {
    var counter = "q" + names++;
    if (random.nextInt(3) == 0) {
      text.append("l").append(counter).append(": ");
      loops++;
      text.append(
          "for (int %s = 0; %s < %s; %s++) {\n"
              .formatted(counter, counter, pick("3", "n", "w.length"), counter));
      text.append("for (int r%s = 2; r%s >= 0; r%s--) {\n".formatted(counter, counter, counter));
      statements(depth - 1);
      text.append("if (%s) { %s l%s; }\n".formatted(truth(1), pick("break", "continue"), counter));
      statements(0);
      text.append("}\n");
      line("b += w[" + counter + " & 3] * r(" + counter + ")");
      text.append("}\n");
      loops--;
      return;
    }
    loops++;
    text.append(
        pick(
                "for (int %s = 0; %s < 3; %s++) ",
                "for (int %s = 3; %s > 0; %s -= 2) ",
                "for (int %s = 1; %s <= n; ++%s) ",
                "for (int %s = 0; %s != 2; %s++) ")
            .formatted(counter, counter, counter));
    text.append("{\nc += ").append(counter).append(" * a;\n");
    statements(depth - 1);
    text.append("}\n");
    loops--;
  }

  private void jump() {
    text.append("if (").append(truth(1)).append(") { ");
    text.append(
        loops == 0 || random.nextInt(4) == 0 ? "return " + number(1) : pick("break", "continue"));
    text.append("; }\n");
  }

  private void line(String code) {
    text.append(code).append(";\n");
  }

  private String index() {
    return whole(1) + " & 3";
  }

  private String number(int depth) {
    if (depth == 0) {
      return pick("a", "b", "c", "x", "y", "0.3", "2", "w[i & 3]", "v[j & 3]", "n");
    }
    return switch (random.nextInt(15)) {
      case 0, 1 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
      case 2 -> "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
      case 3, 4 -> "(" + number(depth - 1) + " * 0.7 * " + number(depth - 1) + ")";
      case 5 -> "(" + number(depth - 1) + " / (2 + Math.sin(" + number(depth - 1) + ")))";
      case 6 -> "Math.sin(" + number(depth - 1) + ")";
      case 7 -> "Math.tanh(" + number(depth - 1) + ")";
      case 8 ->
          "(" + truth(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
      case 9 -> "(" + pick("a", "b") + " = " + number(depth - 1) + ")";
      case 10 -> "(" + pick("a", "c") + " += " + number(depth - 1) + ")";
      case 11 -> pick("a++", "--c", "w[j & 3]++");
      case 12 -> "(" + whole(depth - 1) + " % 10) * x";
      case 13 -> "r(" + number(depth - 1) + ")";
      default -> "w[" + index() + "]";
    };
  }

  private String whole(int depth) {
    if (depth == 0) {
      return pick("i", "j", "n", "3", "7", "-2");
    }
    return switch (random.nextInt(12)) {
      case 0 -> "(" + whole(depth - 1) + " + " + whole(depth - 1) + ")";
      case 1 -> "(" + whole(depth - 1) + " * " + whole(depth - 1) + ")";
      case 2 -> "(" + whole(depth - 1) + " - " + whole(depth - 1) + ")";
      case 3 -> "(" + whole(depth - 1) + " / (1 + (" + whole(depth - 1) + " & 7)))";
      case 4 -> "(" + whole(depth - 1) + " % 5)";
      case 5 -> pick("i++", "--j", "j++");
      case 6 -> "(" + whole(depth - 1) + pick(" << ", " >> ", " >>> ") + "3)";
      case 7 -> "(" + whole(depth - 1) + pick(" ^ ", " | ", " & ") + whole(depth - 1) + ")";
      case 8 -> "(i = " + whole(depth - 1) + ")";
      case 9 -> "(" + truth(depth - 1) + " ? " + whole(depth - 1) + " : " + whole(depth - 1) + ")";
      case 10 -> "~" + whole(0);
      default -> "Math.floorMod(" + whole(depth - 1) + ", 6)";
    };
  }

  private String truth(int depth) {
    if (depth == 0) {
      return pick("p", "x > 0.2", "a < c", "i > j", "(i & 1) == 0");
    }
    return switch (random.nextInt(6)) {
      case 0 -> "(" + truth(depth - 1) + " && " + truth(depth - 1) + ")";
      case 1 -> "(" + truth(depth - 1) + " || " + truth(depth - 1) + ")";
      case 2 ->
          "!"
              + truth(0)
                  .replaceFirst("^([^(].* .*)$", "($1)")
                  .replaceFirst("^(\\(i & 1\\) == 0)$", "($1)");
      case 3 -> "(" + number(depth - 1) + " < " + number(depth - 1) + ")";
      case 4 -> "(" + whole(depth - 1) + " > " + whole(depth - 1) + ")";
      default -> truth(0).contains("p") ? "p" : "(j % 3 != 1)";
    };
  }
}
