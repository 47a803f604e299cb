package dev.costate.differentiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Random files over the whole language: vectors of three elements, square matrices of two rows,
 * stacks, loops of every sort, calls that take, change and return arrays, recursion, and gradients
 * inside code. Values stay bounded and indices in range. The seed determines the text.
 */
final class RandomArrayFunctions {
  private static final int MOST_DEPTH = 3;
  private static final int MOST_LINES = 22;

  private enum Sort {
    NUMBER,
    VECTOR,
    MATRIX
  }

  /** What a generated function takes and returns. */
  private record Signature(
      String name, List<Sort> parameters, List<Sort> results, boolean isRecursive) {}

  /** What can be read, and as what, at a place in the code. */
  private record Scope(
      List<String> numbers,
      List<String> vectors,
      List<String> matrices,
      List<String> stacks,
      List<String> indices,
      List<Sort> results) {
    Scope inner() {
      return new Scope(
          new ArrayList<>(numbers),
          new ArrayList<>(vectors),
          new ArrayList<>(matrices),
          new ArrayList<>(stacks),
          new ArrayList<>(indices),
          results);
    }

    List<String> of(Sort sort) {
      return switch (sort) {
        case NUMBER -> numbers;
        case VECTOR -> vectors;
        case MATRIX -> matrices;
      };
    }
  }

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final List<Signature> callable = new ArrayList<>();
  private int names;
  private int budget;

  private RandomArrayFunctions(long seed) {
    this.random = new Random(seed);
  }

  /** A file whose last function is {@code f(x, y, v, w, m, n)}; n is an integer. */
  static String text(long seed) {
    var generator = new RandomArrayFunctions(seed);
    int helpers = generator.random.nextInt(4);
    for (int i = 1; i <= helpers; i++) {
      generator.helper("g" + i);
    }
    generator.main();
    return generator.text.toString();
  }

  private void main() {
    budget = MOST_LINES;
    text.append("function f(x, y, v, w, m, n):\n");
    var scope = scope(List.of(Sort.NUMBER));
    scope.numbers.addAll(List.of("x", "y"));
    scope.vectors.addAll(List.of("v", "w"));
    scope.matrices.add("m");
    scope.indices.add("mod(n, 3) + 1");
    line(1, "kept = x * v[1] + y * w[3] * m[1, 2]");
    block(1, scope);
    line(1, "return " + number(scope, 2) + " + kept / 8");
  }

  private void helper(String name) {
    budget = MOST_LINES / 2;
    boolean isRecursive = random.nextInt(3) == 0;
    var results =
        any(
            List.of(
                List.of(Sort.NUMBER),
                List.of(Sort.NUMBER),
                List.of(Sort.VECTOR),
                List.of(Sort.MATRIX),
                List.of(Sort.VECTOR, Sort.NUMBER)));
    var sorts = new ArrayList<>(List.of(Sort.NUMBER, Sort.VECTOR));
    if (random.nextBoolean()) {
      sorts.add(any(List.of(Sort.values())));
    }
    var scope = scope(results);
    var parameters = new ArrayList<String>();
    for (var sort : sorts) {
      var parameter = "p" + (parameters.size() + 1);
      parameters.add(parameter);
      scope.of(sort).add(parameter);
    }
    if (isRecursive) {
      parameters.add("n");
    }
    text.append("function %s(%s):\n".formatted(name, String.join(", ", parameters)));
    line(1, "kept = p1 * p2[1]");
    var signature = new Signature(name, List.copyOf(sorts), results, isRecursive);
    if (isRecursive) {
      recursion(scope, signature);
    }
    block(1, scope);
    returns(1, scope, " + kept / 8");
    text.append('\n');
    callable.add(signature);
  }

  private void recursion(Scope scope, Signature signature) {
    line(1, "if n <= 0:");
    if (random.nextBoolean()) {
      assignment(2, scope.inner());
    }
    returns(2, scope, " + kept / 8");
    int calls = 1 + random.nextInt(2);
    for (int i = 0; i < calls; i++) {
      if (random.nextBoolean()) {
        assignment(1, scope);
      }
      boolean isConditional = random.nextInt(4) == 0;
      if (isConditional) {
        line(1, "if " + condition(scope) + ":");
      }
      call(
          isConditional ? 2 : 1,
          isConditional ? scope.inner() : scope,
          signature,
          "n - " + (i + 1));
    }
  }

  private static Scope scope(List<Sort> results) {
    return new Scope(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(List.of("1", "2", "3")),
        results);
  }

  private void returns(int indent, Scope scope, String kept) {
    line(
        indent,
        "return "
            + scope.results.stream()
                .map(sort -> sort == Sort.NUMBER ? number(scope, 2) + kept : value(scope, sort))
                .collect(Collectors.joining(", ")));
  }

  private void block(int indent, Scope scope) {
    int lines = 1 + random.nextInt(indent == 1 ? 6 : 3);
    for (int i = 0; i < lines; i++) {
      if (i == 0 || budget-- > 0) {
        statement(indent, scope);
      }
    }
  }

  private void statement(int indent, Scope scope) {
    int kind = random.nextInt(indent > MOST_DEPTH ? 12 : 20);
    switch (kind) {
      case 0, 1, 2, 3, 4 -> assignment(indent, scope);
      case 5, 6, 7 -> elementWrite(indent, scope);
      case 8, 9 -> stack(indent, scope);
      case 10, 11 -> calls(indent, scope);
      case 12, 13, 14 -> branch(indent, scope);
      case 15 -> whileLoop(indent, scope);
      case 16 -> forEach(indent, scope);
      case 17 -> growingLoop(indent, scope);
      default -> countedLoop(indent, scope);
    }
  }

  private void assignment(int indent, Scope scope) {
    var sort = any(List.of(Sort.NUMBER, Sort.VECTOR, Sort.VECTOR, Sort.MATRIX));
    boolean isNew = scope.of(sort).isEmpty() || random.nextInt(3) == 0;
    var name = isNew ? fresh(sort) : any(scope.of(sort));
    if (!isNew && scope.of(sort).size() > 1 && random.nextInt(6) == 0) {
      var other = any(scope.of(sort));
      if (!other.equals(name)) {
        line(indent, "%s, %s = %s, %s".formatted(name, other, other, name));
        return;
      }
    }
    line(
        indent,
        name + " = " + (sort == Sort.NUMBER ? bounded(number(scope, 3)) : value(scope, sort)));
    if (isNew) {
      scope.of(sort).add(name);
    }
  }

  private String fresh(Sort sort) {
    return switch (sort) {
          case NUMBER -> "a";
          case VECTOR -> "u";
          case MATRIX -> "c";
        }
        + ++names;
  }

  private void elementWrite(int indent, Scope scope) {
    if (!scope.matrices.isEmpty() && random.nextInt(3) == 0) {
      var element = element(any(scope.matrices), 2);
      line(indent, element + any(List.of(" = ", " += ", " -= ")) + bounded(number(scope, 2)));
      return;
    }
    var vector = any(scope.vectors);
    var element = "%s[%s]".formatted(vector, index(scope));
    switch (random.nextInt(6)) {
      case 0 -> lastElement(indent, scope, vector);
      case 1 -> {
        var other = "%s[%s]".formatted(any(scope.vectors), index(scope));
        line(indent, "%s, %s = %s, %s".formatted(element, other, other, element));
      }
      case 2 -> line(indent, element + " *= " + bounded(number(scope, 2)));
      case 3 -> line(indent, element + " /= (2 + " + bounded(number(scope, 1)) + ")");
      case 4 -> line(indent, "%s = sin(%s + %s)".formatted(element, element, number(scope, 2)));
      default -> line(indent, element + " = " + bounded(number(scope, 3)));
    }
  }

  /** Takes the last element off an array, which may be a parameter, and puts another there. */
  private void lastElement(int indent, Scope scope, String vector) {
    var taken = fresh(Sort.NUMBER);
    line(indent, taken + " = pop(" + vector + ")");
    scope.numbers.add(taken);
    line(indent, "push(%s, %s)".formatted(vector, bounded(taken + " * " + any(scope.numbers))));
  }

  private void stack(int indent, Scope scope) {
    if (scope.stacks.isEmpty() || random.nextInt(6) == 0) {
      var name = "s" + ++names;
      line(indent, name + " = " + any(List.of("[]", "zeros(0)", "[0.5]", any(scope.vectors))));
      scope.stacks.add(name);
    }
    var stack = any(scope.stacks);
    switch (random.nextInt(4)) {
      case 0 -> {
        line(indent, "if length(" + stack + ") > 0:");
        var target =
            random.nextBoolean() || scope.numbers.isEmpty()
                ? "%s[%s]".formatted(any(scope.vectors), index(scope))
                : any(scope.numbers);
        line(indent + 1, target + " = pop(" + stack + ")");
      }
      case 1 -> {
        push(indent, scope, stack);
        line(indent, stack + "[length(" + stack + ")] = " + bounded(number(scope, 2)));
      }
      default -> push(indent, scope, stack);
    }
  }

  private void push(int indent, Scope scope, String stack) {
    line(indent, "push(" + stack + ", " + bounded(number(scope, 2)) + ")");
  }

  private void calls(int indent, Scope scope) {
    if (callable.isEmpty()) {
      assignment(indent, scope);
      return;
    }
    var signature = any(callable);
    boolean hasGradient =
        signature.results.equals(List.of(Sort.NUMBER)) && signature.parameters.size() == 2;
    if (hasGradient && random.nextBoolean()) {
      gradient(indent, scope, signature);
    } else {
      call(indent, scope, signature, random.nextInt(4) + "");
    }
  }

  /** The partials with respect to the first two parameters, which every function keeps. */
  private void gradient(int indent, Scope scope, Signature signature) {
    var partial = fresh(Sort.NUMBER);
    var array = fresh(Sort.VECTOR);
    var arguments = any(scope.numbers) + ", " + any(scope.vectors);
    line(
        indent,
        "%s, %s = gradient(%s, %s%s)"
            .formatted(
                partial, array, signature.name, arguments, signature.isRecursive ? ", 2" : ""));
    line(indent, partial + " = " + bounded(partial));
    line(indent, "for k in 1..3: %s[k] = sin(%s[k])".formatted(array, array));
    scope.numbers.add(partial);
    scope.vectors.add(array);
  }

  private void call(int indent, Scope scope, Signature signature, String depth) {
    var targets = new ArrayList<String>();
    for (var sort : signature.results) {
      var known = scope.of(sort).stream().filter(name -> !targets.contains(name)).toList();
      boolean isNew = known.isEmpty() || random.nextBoolean();
      var target = isNew ? fresh(sort) : any(known);
      targets.add(target);
    }
    line(indent, String.join(", ", targets) + " = " + call(scope, signature, depth));
    for (int i = 0; i < targets.size(); i++) {
      var known = scope.of(signature.results.get(i));
      if (!known.contains(targets.get(i))) {
        known.add(targets.get(i));
      }
      if (signature.results.get(i) == Sort.NUMBER) {
        line(indent, targets.get(i) + " = " + bounded(targets.get(i)));
      }
    }
  }

  private String call(Scope scope, Signature signature, String depth) {
    var arguments = new ArrayList<String>();
    for (var sort : signature.parameters) {
      arguments.add(
          sort == Sort.NUMBER
              ? bounded(number(scope, 1))
              : random.nextInt(4) > 0 && !scope.of(sort).isEmpty()
                  ? any(scope.of(sort))
                  : value(scope, sort));
    }
    if (signature.isRecursive) {
      arguments.add(depth);
    }
    return signature.name + "(" + String.join(", ", arguments) + ")";
  }

  private void branch(int indent, Scope scope) {
    line(indent, "if " + condition(scope) + ":");
    block(indent + 1, scope.inner());
    if (random.nextInt(6) == 0) {
      returns(indent + 1, scope, "");
      return;
    }
    if (random.nextBoolean()) {
      line(indent, "else:");
      block(indent + 1, scope.inner());
    }
  }

  private void countedLoop(int indent, Scope scope) {
    var counter = "i" + ++names;
    line(
        indent,
        "for %s in %s%s:"
            .formatted(
                counter,
                any(List.of("1..3", "3..1 step -1", "1..2", "2..1", "1..3 step 2")),
                any(List.of("", "", " checkpointed(1)", " checkpointed(2)"))));
    var inside = scope.inner();
    inside.indices.add(counter);
    inside.indices.add("mod(" + counter + ", 3) + 1");
    line(indent + 1, any(scope.numbers) + " += " + bounded(counter + "/4 + " + any(scope.numbers)));
    switch (random.nextInt(4)) {
      case 0 -> neighbour(indent + 1, inside, counter);
      case 1 -> indexArray(indent + 1, inside, counter);
      default -> {}
    }
    body(indent + 1, inside);
  }

  /** An element that is not there in every iteration. */
  private void neighbour(int indent, Scope scope, String counter) {
    var other = bounded(number(scope, 1));
    var taken = random.nextBoolean() ? fresh(Sort.NUMBER) : any(scope.numbers);
    var element = any(scope.vectors) + "[" + counter + " - 1]";
    line(indent, "%s = %s if %s > 1 else %s".formatted(taken, element, counter, other));
    if (!scope.numbers.contains(taken)) {
      scope.numbers.add(taken);
    }
  }

  /** An array of indices, made and filled in the iteration. */
  private void indexArray(int indent, Scope scope, String counter) {
    var array = "at" + ++names;
    line(indent, array + " = zeros(3)");
    line(indent, "for k in 1..3: %s[k] = mod(k + %s, 3) + 1".formatted(array, counter));
    scope.indices.add(array + "[" + (1 + random.nextInt(3)) + "]");
  }

  private void growingLoop(int indent, Scope scope) {
    var counter = "i" + ++names;
    var array = "z" + names;
    line(indent, "for %s in 1..3:".formatted(counter));
    line(
        indent + 1,
        "%s = zeros(%s)"
            .formatted(array, any(List.of(counter, counter + " - 1", "3 - " + counter))));
    line(
        indent + 1,
        "for k in 1..length(%s): %s[k] = %s".formatted(array, array, bounded(number(scope, 2))));
    body(indent + 1, scope.inner());
    line(indent + 1, "%s = sin(sum(%s))".formatted(any(scope.numbers), array));
  }

  private void forEach(int indent, Scope scope) {
    var item = "e" + ++names;
    var all = new ArrayList<>(scope.vectors);
    all.addAll(scope.stacks);
    var over = random.nextInt(4) == 0 ? value(scope, Sort.VECTOR) : any(all);
    line(indent, "for %s in %s:".formatted(item, over));
    var inside = scope.inner();
    if (random.nextBoolean()) {
      line(indent + 1, any(scope.numbers) + " = sin(" + item + " + " + number(scope, 1) + ")");
    }
    var taken = fresh(Sort.NUMBER);
    line(indent + 1, taken + " = sin(" + item + ")");
    inside.numbers.add(taken);
    body(indent + 1, inside);
  }

  private void whileLoop(int indent, Scope scope) {
    var trips = "t" + ++names;
    line(indent, trips + " = 0");
    line(indent, "while %s < %d and (%s):".formatted(trips, random.nextInt(5), condition(scope)));
    line(indent + 1, trips + " += 1");
    var inside = scope.inner();
    inside.indices.add("mod(" + trips + ", 3) + 1");
    body(indent + 1, inside);
  }

  private void body(int indent, Scope scope) {
    block(indent, scope);
    if (random.nextInt(3) > 0) {
      return;
    }
    line(indent, "if " + condition(scope) + ":");
    if (random.nextBoolean()) {
      block(indent + 1, scope.inner());
    }
    switch (random.nextInt(3)) {
      case 0 -> line(indent + 1, "break");
      case 1 -> line(indent + 1, "continue");
      default -> returns(indent + 1, scope, "");
    }
    block(indent, scope);
  }

  private String condition(Scope scope) {
    var comparison =
        number(scope, random.nextInt(2))
            + any(List.of(" < ", " > "))
            + "0."
            + random.nextInt(1, 99)
            + "137";
    return switch (random.nextInt(6)) {
      case 0 -> comparison + " or " + any(scope.vectors) + "[1] > 0.2345";
      case 1 -> "not (" + comparison + ")";
      default -> comparison;
    };
  }

  private static String bounded(String expression) {
    return "sin(" + expression + ")";
  }

  private String index(Scope scope) {
    return any(scope.indices);
  }

  private String element(String matrix, int size) {
    return "%s[%d, %d]".formatted(matrix, 1 + random.nextInt(size), 1 + random.nextInt(size));
  }

  private String value(Scope scope, Sort sort) {
    return switch (sort) {
      case NUMBER -> number(scope, 2);
      case VECTOR -> vector(scope);
      case MATRIX -> matrix(scope);
    };
  }

  private String vector(Scope scope) {
    var a = any(scope.vectors);
    var b = any(scope.vectors);
    return switch (random.nextInt(13)) {
      case 0 -> a;
      case 1 -> "(%s + %s) * 0.5".formatted(a, b);
      case 2 -> "%s * 0.5 - %s * (%s / 2)".formatted(a, b, bounded(number(scope, 1)));
      case 3 -> "-" + a;
      case 4 -> "%s / (2 + %s)".formatted(a, bounded(number(scope, 2)));
      case 5 -> "%s * %s".formatted(bounded(number(scope, 2)), a);
      case 6 -> "[%s[3], %s[1], %s]".formatted(a, b, bounded(number(scope, 2)));
      case 7 -> "zeros(3)";
      case 8 -> "(%s if %s else %s)".formatted(a, condition(scope), b);
      case 9 -> "[%s, 0.5, %s]".formatted(bounded(number(scope, 1)), bounded(number(scope, 1)));
      case 10 -> "(%s - %s) / %s".formatted(a, b, any(List.of("2", "(2 + cos(sum(" + a + ")))")));
      default -> callOf(scope, Sort.VECTOR, a);
    };
  }

  private String matrix(Scope scope) {
    if (scope.matrices.isEmpty()) {
      return "[[%s, %s], [0.5, %s]]"
          .formatted(
              bounded(number(scope, 1)), bounded(number(scope, 1)), bounded(number(scope, 1)));
    }
    var a = any(scope.matrices);
    var b = any(scope.matrices);
    return switch (random.nextInt(8)) {
      case 0 -> a;
      case 1 -> "(%s + %s) * 0.5".formatted(a, b);
      case 2 -> "(%s - %s) / 2".formatted(a, b);
      case 3 -> "%s / (2 + %s)".formatted(a, bounded(number(scope, 1)));
      case 4 ->
          "[[%s, %s], [%s, %s]]"
              .formatted(element(a, 2), element(b, 2), element(a, 2), bounded(number(scope, 1)));
      case 5 -> "zeros(2, 2)";
      case 6 -> "-" + a;
      default -> callOf(scope, Sort.MATRIX, a);
    };
  }

  private String callOf(Scope scope, Sort sort, String otherwise) {
    var fitting = callable.stream().filter(s -> s.results.equals(List.of(sort))).toList();
    return fitting.isEmpty() ? otherwise : call(scope, any(fitting), random.nextInt(4) + "");
  }

  private String number(Scope scope, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf(scope);
    }
    var a = number(scope, depth - 1);
    var b = number(scope, depth - 1);
    return switch (random.nextInt(20)) {
      case 0, 1 -> "(" + a + " + " + b + ")";
      case 2 -> "(" + a + " - " + b + ")";
      case 3, 4, 5 -> "tanh(" + a + ")*cos(" + b + ")";
      case 6 -> "(" + a + ")/(2 + cos(" + b + "))";
      case 7 -> bounded(a) + "^2";
      case 8 -> "sqrt(1.1 + " + bounded(a) + ")";
      case 9 -> "max(" + a + ", " + b + ")";
      case 10 -> "(" + a + " if " + condition(scope) + " else " + b + ")";
      case 11 -> "sin(sum(" + array(scope) + "))";
      case 12 -> "max(" + any(scope.vectors) + ")";
      case 13 -> "min(" + value(scope, Sort.VECTOR) + ")";
      case 14 -> "cos(sum(" + value(scope, Sort.VECTOR) + "))";
      case 15, 16 -> bounded(callOf(scope, Sort.NUMBER, a));
      default -> bounded(a);
    };
  }

  private String array(Scope scope) {
    var all = new ArrayList<>(scope.vectors);
    all.addAll(scope.matrices);
    all.addAll(scope.stacks);
    return any(all);
  }

  private String leaf(Scope scope) {
    return switch (random.nextInt(6)) {
      case 0 -> any(List.of("2", "0.5", "1.25"));
      case 1, 2 -> any(scope.vectors) + "[" + index(scope) + "]";
      case 3 -> scope.matrices.isEmpty() ? any(scope.numbers) : element(any(scope.matrices), 2);
      default -> any(scope.numbers);
    };
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private void line(int indent, String line) {
    text.append("    ".repeat(indent)).append(line).append('\n');
  }
}
