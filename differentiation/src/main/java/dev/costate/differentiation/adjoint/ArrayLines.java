package dev.costate.differentiation.adjoint;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Shapes;
import dev.costate.differentiation.code.Slot;
import dev.costate.differentiation.line.ChainRule;
import dev.costate.differentiation.record.Lines;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.If;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.List;

/** The reverse of lines that give a whole array, or make a number of one. */
final class ArrayLines {
  private final Lines lines;
  private final Adjoints adjoints;
  private final Naming names;
  private final Shapes shapes;

  ArrayLines(Lines lines, Adjoints adjoints, Naming names) {
    this.lines = lines;
    this.adjoints = adjoints;
    this.names = names;
    this.shapes = new Shapes(names);
  }

  /** The contributions of {@code array = …}, whose adjoint has a value. */
  void reverse(Assign line, AdjointState state, List<Statement> out) {
    var target = line.target().variable();
    var origin = line.origin().withoutComment();
    var adjoint = adjoints.of(target);
    if (!lines.isVaried(line.value())) {
      state.clear(target);
      return;
    }
    if (!Walk.reads(line.value()).contains(target)) {
      new Reversed(line.value(), adjoint, origin, state, out).write();
      state.clear(target);
      return;
    }
    if (isMultipleOf(line.value(), target)) {
      state.clear(target);
      new Reversed(line.value(), adjoint, origin, state, out).write();
      return;
    }
    if (!isOwnShareAll(line.value(), target)) {
      var held = new Variable(names.fresh(adjoint.name() + "_"), adjoint.kind());
      out.add(assign(held, new Read(adjoint, origin.place()), origin));
      state.clear(target);
      new Reversed(line.value(), held, origin, state, out).write();
      return;
    }
    // v = v + w: the adjoint of v stays what it is
    var apply = (Apply) line.value();
    var other = apply.arguments().get(1);
    new Reversed(line.value(), adjoint, origin, state, out)
        .add(other, apply.operation() == Operation.SUBTRACT);
  }

  /** Whether an array becomes a multiple of itself, by a factor that does not vary. */
  private boolean isMultipleOf(Expression value, Variable target) {
    return value instanceof Apply(var operation, var arguments, _, _)
        && switch (operation) {
          case NEGATE -> true;
          case MULTIPLY -> !lines.isVaried(numberOf(arguments));
          case DIVIDE -> {
            var divisor = numberOf(arguments);
            yield !lines.isVaried(divisor)
                && !adjoints.mayBeInfinite(Term.ONE.over(Term.of(divisor)).expression());
          }
          default -> false;
        }
        && Walk.reads(value).contains(target);
  }

  private static Expression numberOf(List<Expression> arguments) {
    return arguments.getFirst().kind().isArray() ? arguments.get(1) : arguments.getFirst();
  }

  private static boolean isOwnShareAll(Expression value, Variable target) {
    return value instanceof Apply(var operation, var arguments, _, _)
        && (operation == Operation.ADD || operation == Operation.SUBTRACT)
        && arguments.getFirst() instanceof Read(var first, _)
        && first.equals(target)
        && !Walk.reads(arguments.get(1)).contains(target);
  }

  /** The contributions of a sum or an extreme of an array, whose adjoint has a value. */
  void reverseReduction(Assign line, AdjointState state, List<Statement> out) {
    var apply = (Apply) line.value();
    var array = ((Read) apply.arguments().getFirst()).variable();
    var origin = line.origin().withoutComment();
    var result = Slot.of(line.target());
    var adjoint = adjoints.term(result);
    adjoints.allocate(array, origin, state, out);
    if (apply.operation() == Operation.SUM) {
      out.add(
          shapes.forEach(
              array,
              origin,
              slot -> {
                var body = new ArrayList<Statement>();
                adjoints.contribute(slot, adjoint, origin, state, body);
                return body;
              }));
    } else {
      extreme(array, result, adjoint, origin, state, out);
    }
    state.clear(result.variable());
  }

  /** The first element that equals the extreme receives all. */
  private void extreme(
      Variable array,
      Slot result,
      Term adjoint,
      Origin origin,
      AdjointState state,
      List<Statement> out) {
    boolean isMatrix = array.kind() == Kind.MATRIX;
    var place = origin.place();
    var found = new Variable(isMatrix ? names.fresh("found") : "found", Kind.TRUTH);
    if (isMatrix) {
      out.add(assign(found, new Truth(false, place), origin));
    }
    out.add(
        shapes.forEach(
            array,
            origin,
            slot -> {
              var taken = new ArrayList<Statement>();
              adjoints.contribute(slot, adjoint, origin, state, taken);
              taken.add(
                  isMatrix ? assign(found, new Truth(true, place), origin) : new Break(origin));
              var equal = Term.compare(Operation.EQUAL, slot.term(), result.term());
              var condition =
                  isMatrix
                      ? Term.both(
                          new Apply(
                              Operation.NOT, List.of(new Read(found, place)), Kind.TRUTH, place),
                          equal)
                      : equal;
              return List.of(
                  new If(Placement.at(place, condition), new Block(taken), Block.EMPTY, origin));
            }));
  }

  /** The contributions of one operation to what it reads. */
  private final class Reversed {
    private final Expression value;
    private final Variable adjoint;
    private final Origin origin;
    private final Place place;
    private final AdjointState state;
    private final List<Statement> out;

    Reversed(
        Expression value,
        Variable adjoint,
        Origin origin,
        AdjointState state,
        List<Statement> out) {
      this.value = value;
      this.adjoint = adjoint;
      this.origin = origin;
      this.place = origin.place();
      this.state = state;
      this.out = out;
    }

    void write() {
      switch (value) {
        case Read read -> add(read, false);
        case Elements elements -> elements(elements, List.of());
        case Apply(var operation, var arguments, _, _) -> {
          switch (operation) {
            case ADD, SUBTRACT -> {
              add(arguments.get(0), false);
              add(arguments.get(1), operation == Operation.SUBTRACT);
            }
            case NEGATE -> add(arguments.getFirst(), true);
            case MULTIPLY -> product(arguments.get(0), arguments.get(1));
            case DIVIDE -> quotient(arguments.get(0), arguments.get(1));
            default -> throw new IllegalStateException("no array operation: " + operation);
          }
        }
        case Expression other -> throw new IllegalStateException("not in normal form: " + other);
      }
    }

    private Read adjoint() {
      return new Read(adjoint, place);
    }

    /** Adds the whole adjoint to that of an array that is read. */
    void add(Expression array, boolean negative) {
      if (lines.isVaried(array)) {
        adjoints.contribute(variable(array), adjoint(), negative, origin, state, out);
      }
    }

    private void product(Expression first, Expression second) {
      var array = first.kind().isArray() ? first : second;
      var factor = first.kind().isArray() ? second : first;
      if (lines.isVaried(array)) {
        var share =
            new Apply(Operation.MULTIPLY, List.of(adjoint(), factor), adjoint.kind(), place);
        adjoints.contribute(variable(array), share, false, origin, state, out);
      }
      if (lines.isVaried(factor)) {
        addToNumber(factor, variable(array), slot -> slot.term());
      }
    }

    private void quotient(Expression array, Expression divisor) {
      var inverse = Term.ONE.over(Term.of(divisor));
      if (lines.isVaried(array)) {
        if (adjoints.mayBeInfinite(inverse.expression())) {
          adjoints.allocate(variable(array), origin, state, out);
          out.add(
              shapes.forEach(
                  variable(array),
                  origin,
                  slot -> {
                    var body = new ArrayList<Statement>();
                    var share = adjoints.product(slot.in(adjoint).term(), false, inverse);
                    adjoints.contribute(slot, share, origin, state, body);
                    return body;
                  }));
        } else {
          var share =
              new Apply(Operation.DIVIDE, List.of(adjoint(), divisor), adjoint.kind(), place);
          adjoints.contribute(variable(array), share, false, origin, state, out);
        }
      }
      if (lines.isVaried(divisor)) {
        var squared = Term.of(divisor).squared();
        addToNumber(divisor, variable(array), slot -> slot.term().over(squared).negate());
      }
    }

    /** Adds the sum over all elements of adjoint times partial to the adjoint of a number. */
    private void addToNumber(
        Expression number, Variable array, java.util.function.Function<Slot, Term> partial) {
      var slotOfNumber = Slot.of(number).orElseThrow();
      adjoints.allocate(slotOfNumber.variable(), origin, state, out);
      out.add(
          shapes.forEach(
              array,
              origin,
              slot -> {
                var body = new ArrayList<Statement>();
                var share = adjoints.product(slot.in(adjoint).term(), false, partial.apply(slot));
                adjoints.contribute(slotOfNumber, share, origin, state, body);
                return body;
              }));
    }

    private void elements(Elements elements, List<Expression> before) {
      for (int i = 0; i < elements.elements().size(); i++) {
        var indices = new ArrayList<>(before);
        indices.add(Term.number(i + 1).expression());
        switch (elements.elements().get(i)) {
          case Elements row -> elements(row, indices);
          case Expression e when e.kind().isArray() -> row(e, indices);
          case Expression e -> {
            var share = new Slot(adjoint, indices).term();
            ChainRule.bySlot(e, lines::isVaried)
                .forEach((slot, partial) ->
                    adjoints.contribute(
                        slot, adjoints.product(share, false, partial), origin, state, out));
          }
        }
      }
    }

    private void row(Expression array, List<Expression> before) {
      if (!lines.isVaried(array)) {
        return;
      }
      adjoints.allocate(variable(array), origin, state, out);
      out.add(
          shapes.forEach(
              variable(array),
              origin,
              slot -> {
                var indices = new ArrayList<>(before);
                indices.addAll(slot.indices());
                var body = new ArrayList<Statement>();
                adjoints.contribute(slot, new Slot(adjoint, indices).term(), origin, state, body);
                return body;
              }));
    }

    private static Variable variable(Expression array) {
      return ((Read) array).variable();
    }
  }
}
