package dev.costate.program.emit;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Where the variables of a function that is cut into methods live: those that only one method
 * mentions are its locals; the others, and the only result on its way out of a piece, have a cell
 * in one of the two arrays of the frame.
 */
final class Homes {
  private static final int MAIN = 0;

  private final Partition partition;
  private final Map<Variable, Integer> only = new HashMap<>();
  private final Set<Variable> several = new LinkedHashSet<>();
  private final Map<Variable, Integer> cells = new HashMap<>();
  private int resultCell;
  private int numbers;
  private int arrays;

  Homes(Function function, Partition partition) {
    this.partition = partition;
    if (!partition.isCut()) {
      return;
    }
    function.parameters().forEach(parameter -> mention(parameter, MAIN));
    block(function.body(), MAIN);
    several.forEach(variable -> cells.put(variable, cell(variable.kind())));
    resultCell = cell(function.results().getFirst());
  }

  private int cell(Kind kind) {
    return kind.isArray() ? arrays++ : numbers++;
  }

  /** The cell of a variable in the array of its kind; empty if it is a local. */
  OptionalInt cell(Variable variable) {
    var cell = cells.get(variable);
    return cell == null ? OptionalInt.empty() : OptionalInt.of(cell);
  }

  /** The cell of the result of a function with one. */
  int resultCell() {
    return resultCell;
  }

  /** How many numbers and truths the frame holds. */
  int numbers() {
    return numbers;
  }

  /** How many arrays the frame holds. */
  int arrays() {
    return arrays;
  }

  private void mention(Variable variable, int method) {
    var before = only.putIfAbsent(variable, method);
    if (before != null && before != method) {
      several.add(variable);
    }
  }

  private void block(Block block, int method) {
    parts(partition.parts(block), method);
  }

  private void parts(List<Part> parts, int method) {
    for (var part : parts) {
      switch (part) {
        case Part.Inline(var statement) -> statement(statement, method);
        case Part.Piece piece -> parts(piece.parts(), piece.number());
      }
    }
  }

  private void statement(Statement statement, int method) {
    Walk.writes(statement).forEach(variable -> mention(variable, method));
    if (fills(statement)) {
      return;
    }
    Walk.expressions(statement).forEach(expression -> expression(expression, method));
    Walk.blocks(statement).forEach(block -> block(block, method));
  }

  /** Whether methods fill in the numbers of a node; then they mention what it mentions. */
  private boolean fills(Object node) {
    var fills = partition.fills(node);
    for (var fill : fills) {
      fill.numbers().forEach(number -> expression(number, fill.number()));
    }
    return !fills.isEmpty();
  }

  private void expression(Expression expression, int outer) {
    int method = partition.value(expression).map(Part.Value::number).orElse(outer);
    if (expression instanceof Read(var variable, _)) {
      mention(variable, method);
      return;
    }
    if ((expression instanceof Elements || expression instanceof Call) && fills(expression)) {
      return;
    }
    for (var part : Walk.children(expression)) {
      expression(part, method);
    }
  }
}
