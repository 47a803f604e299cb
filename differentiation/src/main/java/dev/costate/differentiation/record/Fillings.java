package dev.costate.differentiation.record;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.program.Block;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.For;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The arrays that a block makes for itself out of what does not vary, to index or to count with:
 * one line makes the array, loops behind it fill it, and whatever these read keeps its value until
 * the block ends. The reverse of the block makes such an array again instead of recording it.
 */
final class Fillings {
  private final Predicate<Variable> varied;
  private final Predicate<Variable> readOnlyHere;
  private final Map<Variable, Integer> writes;
  private final Set<Statement> found = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * @param readOnlyHere whether the block has all reads of a variable
   * @param writes how many statements of the function write a variable
   */
  Fillings(
      Block block,
      Predicate<Variable> varied,
      Predicate<Variable> readOnlyHere,
      Map<Variable, Integer> writes) {
    this.varied = varied;
    this.readOnlyHere = readOnlyHere;
    this.writes = writes;
    var statements = block.statements();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof Assign(Target.Whole(var array), _, _)
          && array.kind().isArray()) {
        find(array, statements.subList(i, statements.size()));
      }
    }
  }

  /** Whether a statement makes or fills such an array. */
  boolean has(Statement statement) {
    return found.contains(statement);
  }

  private void find(Variable array, List<Statement> from) {
    if (varied.test(array) || !readOnlyHere.test(array)) {
      return;
    }
    var own = new ArrayList<Statement>();
    var operands = new HashSet<Variable>();
    var written = new HashMap<Variable, Integer>();
    for (var statement : from) {
      if (own.isEmpty() || fills(statement, array)) {
        own.add(statement);
        operands.addAll(reads(statement));
        Walk.statements(Block.of(statement))
            .forEach(s -> Walk.writes(s).forEach(v -> written.merge(v, 1, Integer::sum)));
      }
    }
    operands.remove(array);
    boolean hasCall =
        own.stream()
            .flatMap(s -> Walk.statements(Block.of(s)).stream())
            .flatMap(s -> Walk.expressions(s).stream())
            .anyMatch(Guard::hasCall);
    boolean isAll = Objects.equals(written.get(array), writes.get(array));
    boolean stay = from.stream().noneMatch(s -> writesAny(s, operands));
    if (!hasCall && isAll && stay && own.size() > 1) {
      found.addAll(own);
    }
  }

  private static boolean writesAny(Statement statement, Set<Variable> variables) {
    return Walk.writes(Block.of(statement)).stream().anyMatch(variables::contains);
  }

  /** Whether a statement is a loop of nothing but lines that set elements of an array. */
  private static boolean fills(Statement statement, Variable array) {
    return statement instanceof For loop
        && loop.body().statements().stream()
            .allMatch(s ->
                s instanceof Assign(Target.Element(var written, _), _, _) && written.equals(array)
                    || fills(s, array));
  }

  /** What a statement reads; a loop's counter is its own. */
  private static Set<Variable> reads(Statement statement) {
    var reads = new HashSet<Variable>();
    Walk.blocks(statement).forEach(b -> b.statements().forEach(s -> reads.addAll(reads(s))));
    if (statement instanceof For loop) {
      reads.remove(loop.counter());
    }
    Walk.expressions(statement).forEach(e -> reads.addAll(Walk.reads(e)));
    return reads;
  }
}
