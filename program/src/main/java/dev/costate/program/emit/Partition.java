package dev.costate.program.emit;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a function into methods that the JVM compiles well: HotSpot leaves methods of more than
 * 8,000 bytes to its bytecode interpreter, and none may have more than 65,535.
 *
 * <p>From the inside out: statements of a block that is too long are grouped into pieces, blocks of
 * a statement that is too long become pieces, parts of an expression that is too long become values
 * computed by a method, and many numbers in a row (the elements of an array, the values of a
 * return) are filled in by several methods.
 */
final class Partition {
  private final IdentityHashMap<Block, List<Part>> blocks = new IdentityHashMap<>();
  private final IdentityHashMap<Block, Integer> sizes = new IdentityHashMap<>();
  private final IdentityHashMap<Expression, Part.Value> values = new IdentityHashMap<>();
  private final IdentityHashMap<Object, List<Part.Fill>> fills = new IdentityHashMap<>();
  private final List<Part.Piece> pieces = new ArrayList<>();
  private final List<Part.Value> allValues = new ArrayList<>();
  private final List<Part.Fill> allFills = new ArrayList<>();
  private final Limits limits;
  private int count;

  private Partition(Limits limits) {
    this.limits = limits;
  }

  static Partition of(Function function, Limits limits) {
    var partition = new Partition(limits);
    partition.size(function.body());
    return partition;
  }

  /** Whether there is more than one method. */
  boolean isCut() {
    return count > 0;
  }

  List<Part.Piece> pieces() {
    return pieces;
  }

  List<Part.Value> values() {
    return allValues;
  }

  List<Part.Fill> fills() {
    return allFills;
  }

  /** The parts of a block, in order. */
  List<Part> parts(Block block) {
    var parts = blocks.get(block);
    return parts == null ? inline(block) : parts;
  }

  /** The method that computes an expression, if it has one of its own. */
  Optional<Part.Value> value(Expression expression) {
    return Optional.ofNullable(values.get(expression));
  }

  /**
   * The methods that fill in the numbers of a node (its elements, arguments or values); empty if
   * none do.
   */
  List<Part.Fill> fills(Object node) {
    return fills.getOrDefault(node, List.of());
  }

  private static List<Part> inline(Block block) {
    return block.statements().stream().<Part>map(Part.Inline::new).toList();
  }

  /** The bytes of a block, after cutting it where it is too long. */
  private int size(Block block) {
    var known = sizes.get(block);
    if (known != null) {
      return known;
    }
    var parts = inline(block);
    var bytes = new ArrayList<Integer>();
    for (var statement : block.statements()) {
      bytes.add(size(statement));
    }
    while (sum(bytes) > limits.method() && parts.size() > 1) {
      var grouped = new ArrayList<Part>();
      var groupedBytes = new ArrayList<Integer>();
      group(parts, bytes, grouped, groupedBytes);
      if (grouped.size() == parts.size()) {
        break;
      }
      parts = grouped;
      bytes = groupedBytes;
    }
    blocks.put(block, parts);
    sizes.put(block, sum(bytes));
    return sum(bytes);
  }

  private static int sum(List<Integer> bytes) {
    int sum = 0;
    for (int size : bytes) {
      sum += size;
    }
    return sum;
  }

  private void group(
      List<Part> parts, List<Integer> bytes, List<Part> grouped, List<Integer> groupedBytes) {
    int from = 0;
    while (from < parts.size()) {
      int to = from + 1;
      int size = bytes.get(from);
      while (to < parts.size() && size + bytes.get(to) <= limits.method()) {
        size += bytes.get(to++);
      }
      if (to - from > 1) {
        grouped.add(piece(parts.subList(from, to)));
        groupedBytes.add(Sizes.PIECE);
      } else {
        grouped.add(parts.get(from));
        groupedBytes.add(size);
      }
      from = to;
    }
  }

  private Part.Piece piece(List<Part> parts) {
    var exits = EnumSet.noneOf(Part.Exit.class);
    parts.forEach(part -> exits(part, exits));
    var piece = new Part.Piece(++count, List.copyOf(parts), exits);
    pieces.add(piece);
    return piece;
  }

  private static void exits(Part part, Set<Part.Exit> found) {
    switch (part) {
      case Part.Inline(var statement) -> exits(statement, found);
      case Part.Piece piece -> found.addAll(piece.exits());
    }
  }

  private static void exits(Statement statement, Set<Part.Exit> found) {
    var inner = EnumSet.noneOf(Part.Exit.class);
    for (var block : Walk.blocks(statement)) {
      block.statements().forEach(s -> exits(s, inner));
    }
    switch (statement) {
      case Statement.Break _ -> found.add(Part.Exit.BREAK);
      case Statement.Continue _ -> found.add(Part.Exit.CONTINUE);
      case Return _ -> found.add(Part.Exit.RETURN);
      case Statement.For _, Statement.ForEach _, Statement.While _ -> {
        inner.remove(Part.Exit.BREAK);
        inner.remove(Part.Exit.CONTINUE);
      }
      case Statement.Assign _,
          Statement.AssignMany _,
          Statement.CallMany _,
          Statement.GradientMany _,
          Statement.Push _,
          Statement.Pop _,
          Statement.If _ -> {}
    }
    found.addAll(inner);
  }

  private int size(Statement statement) {
    if (statement instanceof Return(var returned, _) && canFill(returned)) {
      return fill(statement, returned) + 40;
    }
    int size = Sizes.own(statement);
    for (var expression : Walk.expressions(statement)) {
      size += size(expression);
    }
    var inner = Walk.blocks(statement);
    int[] blockSizes = inner.stream().mapToInt(this::size).toArray();
    size += java.util.Arrays.stream(blockSizes).sum();
    while (size > limits.method()) {
      int largest = 0;
      for (int i = 1; i < blockSizes.length; i++) {
        largest = blockSizes[i] > blockSizes[largest] ? i : largest;
      }
      if (blockSizes.length == 0 || blockSizes[largest] <= Sizes.PIECE) {
        break;
      }
      var block = inner.get(largest);
      blocks.put(block, List.of(piece(parts(block))));
      sizes.put(block, Sizes.PIECE);
      size -= blockSizes[largest] - Sizes.PIECE;
      blockSizes[largest] = Sizes.PIECE;
    }
    return size;
  }

  /**
   * Many results that are numbers and computed without calls, which could need the registers
   * meanwhile.
   */
  private boolean canFill(List<Expression> returned) {
    return returned.size() * 2 * Sizes.PIECE > limits.method()
        && returned.stream()
            .allMatch(value ->
                value.kind() == Kind.NUMBER && !Walk.contains(value, Call.class::isInstance));
  }

  private int size(Expression expression) {
    if (Sizes.isTable(expression)) {
      return Sizes.PIECE;
    }
    if (expression instanceof Elements(var elements, var kind, _)
        && kind == Kind.VECTOR
        && elements.size() * Sizes.ELEMENT > limits.expression()) {
      return fill(expression, elements) + Sizes.PIECE;
    }
    if (expression instanceof Call(_, var arguments, _, _)
        && arguments.size() * Sizes.ELEMENT > limits.expression()
        && arguments.stream().allMatch(argument -> argument.kind() == Kind.NUMBER)) {
      return fill(expression, arguments) + Sizes.PIECE;
    }
    var parts = Walk.children(expression);
    int[] partSizes = parts.stream().mapToInt(this::size).toArray();
    int size = Sizes.own(expression) + java.util.Arrays.stream(partSizes).sum();
    while (size > limits.expression()) {
      int largest = 0;
      for (int i = 1; i < partSizes.length; i++) {
        largest = partSizes[i] > partSizes[largest] ? i : largest;
      }
      if (partSizes.length == 0 || partSizes[largest] <= Sizes.PIECE) {
        break;
      }
      var part = parts.get(largest);
      var value = new Part.Value(++count, part);
      values.put(part, value);
      allValues.add(value);
      size -= partSizes[largest] - Sizes.PIECE;
      partSizes[largest] = Sizes.PIECE;
    }
    return size;
  }

  /** Lets methods compute the numbers, as many in each as fit; gives the bytes of calling them. */
  private int fill(Object node, List<Expression> numbers) {
    var methods = new ArrayList<Part.Fill>();
    int from = 0;
    int size = 0;
    for (int i = 0; i < numbers.size(); i++) {
      int next = size(numbers.get(i)) + Sizes.ELEMENT;
      if (size + next > limits.method()) {
        methods.add(new Part.Fill(++count, numbers.subList(from, i), from));
        from = i;
        size = 0;
      }
      size += next;
    }
    methods.add(new Part.Fill(++count, numbers.subList(from, numbers.size()), from));
    fills.put(node, methods);
    allFills.addAll(methods);
    return methods.size() * Sizes.PIECE;
  }
}
