package dev.costate.differentiation.normal;

import static dev.costate.differentiation.code.Assignments.assign;
import static dev.costate.program.Operation.ELEMENT;
import static dev.costate.program.Operation.ELEMENT_MATRIX;
import static dev.costate.program.Operation.EXP;
import static dev.costate.program.Operation.MAX;
import static dev.costate.program.Operation.MAX_OF;
import static dev.costate.program.Operation.MIN;
import static dev.costate.program.Operation.MIN_OF;
import static dev.costate.program.Operation.SUM;

import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.line.ChainRule;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.If;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into several where one would not do: a call that depends on the differentiated
 * variables gets a line of its own; so does a part whose derivative may be infinite under a factor
 * that may be zero (so that the zero adjoint can be seen), and a part that would otherwise be
 * written many times.
 */
public final class Splitting {
  /**
   * How much larger than a line all its partials may be before it is split, as a factor and an
   * allowance in nodes.
   */
  private static final int GROWTH = 3;

  private static final int ALLOWANCE = 24;

  private final Dependence dependence;
  private final Naming names;
  private final Guard guard;

  /** How many loops are around the lines being split. */
  private int loops;

  public Splitting(Dependence dependence, Naming names, Guard guard) {
    this.dependence = dependence;
    this.names = names;
    this.guard = guard;
  }

  /** In a loop, a value that takes long to compute is worth a line of its own. */
  void enterLoop() {
    loops++;
  }

  void leaveLoop() {
    loops--;
  }

  /** Marks a new variable as varied. */
  void marks(Variable variable, boolean varies) {
    if (varies) {
      dependence.add(variable);
    }
  }

  boolean isVaried(CallMany call, int result) {
    return dependence.isVariedCall(call.function(), call.arguments(), result);
  }

  /** Marks a new variable as varied if the expression it stands for is. */
  void inherits(Variable variable, Expression value) {
    if (dependence.isVaried(value)) {
      dependence.add(variable);
    }
  }

  /**
   * The right side of {@code name = e} after the lines that must stand before it, which are added
   * to {@code out}; may be a call.
   */
  public Expression split(Expression e, String name, Origin origin, List<Statement> out) {
    var line = new Line(name, origin.withoutComment());
    if (!isVaried(e)) {
      return e;
    }
    if (e.kind().isArray()) {
      return line.array(e, out);
    }
    return switch (e) {
      case Call call -> line.call(call, out);
      case Apply apply when isReduction(apply.operation()) -> line.reduction(apply, out);
      case Conditional choice -> line.choice(choice, out);
      case Expression other -> line.visit(other, out);
    };
  }

  /** Whether an operation makes one number of a whole array. */
  public static boolean isReduction(Operation operation) {
    return operation == SUM || operation == MAX_OF || operation == MIN_OF;
  }

  /**
   * The same where the expression itself must not be a varied call or reduction either, and an
   * array that varies must be a variable.
   */
  public Expression splitAll(Expression e, String name, Origin origin, List<Statement> out) {
    var line = new Line(name, origin.withoutComment());
    return e.kind().isArray() ? line.arrayLeaf(e, out) : line.visit(e, out);
  }

  /** Indices that can be evaluated again: without calls. */
  List<Expression> indices(
      List<Expression> indices, String name, Origin origin, List<Statement> out) {
    var line = new Line(name, origin.withoutComment());
    return indices.stream().map(index -> line.index(index, out)).toList();
  }

  /** The arguments of a call of its own line: those that vary are variables. */
  public List<Expression> arguments(
      List<Expression> arguments, String name, Origin origin, List<Statement> out) {
    var line = new Line(name, origin.withoutComment());
    return line.arguments(arguments, out);
  }

  boolean isVaried(Expression e) {
    return dependence.isVaried(e);
  }

  private final class Line {
    private final String name;
    private final Origin origin;
    private int count;

    Line(String name, Origin origin) {
      this.name = name;
      this.origin = origin;
    }

    Expression visit(Expression e, List<Statement> out) {
      if (!isVaried(e)) {
        return e;
      }
      return switch (e) {
        case Call call -> hoisted(call(call, out), out);
        case Conditional choice -> {
          var chosen = choice(choice, out);
          yield isChoiceOfElements(chosen) ? hoisted(chosen, out) : chosen;
        }
        case Apply apply when isReduction(apply.operation()) -> hoisted(reduction(apply, out), out);
        case Apply apply when isElement(apply.operation()) -> element(apply, out);
        case Apply apply -> operation(apply, out);
        case Expression other -> other;
      };
    }

    List<Expression> arguments(List<Expression> arguments, List<Statement> out) {
      return arguments.stream()
          .map(a -> a.kind().isArray() ? arrayLeaf(a, out) : leaf(visit(a, out), out))
          .toList();
    }

    Call call(Call call, List<Statement> out) {
      return new Call(call.function(), arguments(call.arguments(), out), call.kind(), call.place());
    }

    /** The sum, or an extreme, of a variable. */
    Expression reduction(Apply apply, List<Statement> out) {
      var array = arrayLeaf(apply.arguments().getFirst(), out);
      return new Apply(apply.operation(), List.of(array), apply.kind(), apply.place());
    }

    private Expression element(Apply apply, List<Statement> out) {
      var parts = new ArrayList<Expression>();
      parts.add(arrayLeaf(apply.arguments().getFirst(), out));
      apply.arguments().stream().skip(1).forEach(index -> parts.add(index(index, out)));
      return new Apply(apply.operation(), parts, apply.kind(), apply.place());
    }

    Expression index(Expression index, List<Statement> out) {
      return Guard.hasCall(index) ? hoisted(index, out) : index;
    }

    /** An array that varies, as one operation on variables, or as its elements. */
    Expression array(Expression e, List<Statement> out) {
      return switch (e) {
        case Call call -> call(call, out);
        case Conditional choice -> choice(choice, out);
        case Elements(var elements, var kind, var place) -> {
          var parts = elements.stream().map(part -> part(part, out)).toList();
          yield new Elements(parts, kind, place);
        }
        case Apply apply -> {
          var parts =
              apply.arguments().stream()
                  .map(a -> a.kind().isArray() ? arrayLeaf(a, out) : leaf(visit(a, out), out))
                  .toList();
          yield new Apply(apply.operation(), parts, apply.kind(), apply.place());
        }
        case Expression other -> other;
      };
    }

    private Expression part(Expression element, List<Statement> out) {
      if (element instanceof Elements row) {
        return isVaried(row) ? array(row, out) : row;
      }
      return element.kind().isArray() ? arrayLeaf(element, out) : visit(element, out);
    }

    Expression arrayLeaf(Expression e, List<Statement> out) {
      if (e instanceof Read) {
        return e;
      }
      return hoisted(isVaried(e) ? array(e, out) : e, out);
    }

    private Expression operation(Apply apply, List<Statement> out) {
      var parts = new ArrayList<Expression>();
      apply.arguments().forEach(a -> parts.add(visit(a, out)));
      if (loops > 0) {
        parts.replaceAll(part -> isWorthKeeping(part) ? kept(part, out) : part);
      }
      var visited = new Apply(apply.operation(), parts, apply.kind(), apply.place());
      if (apply.operation() == MAX || apply.operation() == MIN) {
        parts.replaceAll(part -> leaf(part, out));
      } else if (isLarge(visited)) {
        parts.replaceAll(part -> isVaried(part) ? leaf(part, out) : part);
      } else {
        separate(visited, parts, out);
      }
      return new Apply(apply.operation(), parts, apply.kind(), apply.place());
    }

    /** Whether the reverse would compute a costly part again, once for each variable in it. */
    private boolean isWorthKeeping(Expression part) {
      return part instanceof Apply apply
          && isVaried(part)
          && Costs.isHigh(apply)
          && (apply.operation() == EXP || ChainRule.bySlot(part, dependence::isVaried).size() > 1);
    }

    private void separate(Apply apply, List<Expression> parts, List<Statement> out) {
      var factors = ChainRule.ofOperation(apply);
      for (int i = 0; i < parts.size() && !factors.isEmpty(); i++) {
        var part = parts.get(i);
        if (isLeaf(part) || !isVaried(part)) {
          continue;
        }
        boolean mayVanish = !guard.isNonZero(factors.get(i).expression(), _ -> false);
        if (mayVanish && mayHaveInfiniteSlope(part)) {
          parts.set(i, leaf(part, out));
        }
      }
    }

    private boolean mayHaveInfiniteSlope(Expression part) {
      return ChainRule.bySlot(part, dependence::isVaried).values().stream()
          .anyMatch(slope -> guard.mayBeInfinite(slope.expression()));
    }

    private boolean isLarge(Apply apply) {
      var operation = apply.operation();
      boolean linear =
          switch (operation) {
            case ADD, SUBTRACT, NEGATE -> true;
            default -> false;
          };
      if (linear || apply.arguments().stream().allMatch(Splitting::isLeaf)) {
        return false;
      }
      int size =
          ChainRule.bySlot(apply, dependence::isVaried).values().stream()
              .mapToInt(slope -> Walk.size(slope.expression()))
              .sum();
      return size > GROWTH * Walk.size(apply) + ALLOWANCE;
    }

    /**
     * A choice as one line, which may read elements that are not there where it goes the other way,
     * or as a branch.
     */
    private Expression choice(Conditional choice, List<Statement> out) {
      boolean isArray = choice.kind().isArray();
      var thenLines = new ArrayList<Statement>();
      var then = isArray ? array(choice.then(), thenLines) : visit(choice.then(), thenLines);
      var otherLines = new ArrayList<Statement>();
      var otherwise =
          isArray ? array(choice.otherwise(), otherLines) : visit(choice.otherwise(), otherLines);
      boolean isOneLine = thenLines.isEmpty() && otherLines.isEmpty();
      boolean isAgain =
          !Guard.hasCall(choice.condition()) || !readsElement(then) && !readsElement(otherwise);
      if (isOneLine && !isArray && isAgain) {
        return new Conditional(choice.condition(), then, otherwise, choice.place());
      }
      var result = fresh(choice);
      thenLines.add(assign(result, then, origin));
      otherLines.add(assign(result, otherwise, origin));
      out.add(new If(choice.condition(), new Block(thenLines), new Block(otherLines), origin));
      return new Read(result, choice.place());
    }

    Expression leaf(Expression e, List<Statement> out) {
      return isLeaf(e) || !isVaried(e) && !Guard.hasCall(e) && Walk.size(e) <= 3
          ? e
          : hoisted(e, out);
    }

    private Expression hoisted(Expression e, List<Statement> out) {
      var variable = fresh(e);
      out.add(assign(variable, e, origin));
      return new Read(variable, e.place());
    }

    private Expression kept(Expression e, List<Statement> out) {
      var read = (Read) hoisted(e, out);
      dependence.addCostly(read.variable());
      return read;
    }

    private Variable fresh(Expression value) {
      var variable = new Variable(names.fresh(name + "_" + ++count), value.kind());
      inherits(variable, value);
      return variable;
    }
  }

  /**
   * Whether an expression chooses between values that read elements of arrays: an element of the
   * side not taken need not be there.
   */
  public static boolean isChoiceOfElements(Expression expression) {
    return expression instanceof Conditional(_, var then, var otherwise, _)
        && (readsElement(then) || readsElement(otherwise));
  }

  private static boolean readsElement(Expression side) {
    return Walk.contains(
        side, e -> e instanceof Apply(var operation, _, _, _) && isElement(operation));
  }

  private static boolean isElement(Operation operation) {
    return operation == ELEMENT || operation == ELEMENT_MATRIX;
  }

  private static boolean isLeaf(Expression e) {
    return e instanceof Read || e instanceof Literal || e instanceof Constant;
  }
}
