package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Makes expressions and statements at one place. */
record Make(Place place) {
  Origin origin() {
    return Origin.of(place);
  }

  Expression number(double value) {
    return new Literal(value, place);
  }

  Expression truth(boolean value) {
    return new Truth(value, place);
  }

  Expression read(Variable variable) {
    return new Read(variable, place);
  }

  Expression number(Operation operation, Expression... arguments) {
    return new Apply(operation, List.of(arguments), Kind.NUMBER, place);
  }

  Expression test(Operation operation, Expression... arguments) {
    return new Apply(operation, List.of(arguments), Kind.TRUTH, place);
  }

  Expression array(Operation operation, Kind kind, Expression... arguments) {
    return new Apply(operation, List.of(arguments), kind, place);
  }

  Expression plus(Expression a, Expression b) {
    return number(ADD, a, b);
  }

  Expression plus(Expression a, double b) {
    return b < 0 ? minus(a, number(-b)) : plus(a, number(b));
  }

  Expression minus(Expression a, Expression b) {
    return number(SUBTRACT, a, b);
  }

  Expression minus(Expression a, double b) {
    return minus(a, number(b));
  }

  Expression times(Expression a, Expression b) {
    return number(MULTIPLY, a, b);
  }

  Expression times(Expression a, double b) {
    return times(a, number(b));
  }

  Expression over(Expression a, Expression b) {
    return number(DIVIDE, a, b);
  }

  Expression floor(Expression a) {
    return number(FLOOR, a);
  }

  Expression mod(Expression a, double b) {
    return number(MOD, a, number(b));
  }

  Expression less(Expression a, Expression b) {
    return test(LESS, a, b);
  }

  Expression less(Expression a, double b) {
    return less(a, number(b));
  }

  Expression atLeast(Expression a, Expression b) {
    return test(GREATER_OR_EQUAL, a, b);
  }

  Expression isZero(Expression a) {
    return test(EQUAL, a, number(0));
  }

  Expression not(Expression a) {
    return test(NOT, a);
  }

  Expression either(Expression condition, Expression then, Expression otherwise) {
    return new Conditional(condition, then, otherwise, place);
  }

  Expression call(String function, Kind kind, Expression... arguments) {
    return new Call(function, List.of(arguments), kind, place);
  }

  /** Fails whenever it is computed: the element of an empty array. */
  Expression failure() {
    return number(ELEMENT, array(ZEROS, Kind.VECTOR, number(0)), number(1));
  }

  Statement set(Variable variable, Expression value) {
    return new Statement.Assign(new Target.Whole(variable), value, origin());
  }

  Statement when(Expression condition, Statement... then) {
    return new Statement.If(condition, Block.of(then), Block.EMPTY, origin());
  }

  Statement when(Expression condition, List<Statement> then, List<Statement> otherwise) {
    return new Statement.If(condition, new Block(then), new Block(otherwise), origin());
  }

  Statement loop(Variable counter, Expression from, Expression to, List<Statement> body) {
    return loop(counter, from, to, number(1), body);
  }

  Statement loop(
      Variable counter, Expression from, Expression to, Expression step, List<Statement> body) {
    return new Statement.For(
        counter, from, to, step, OptionalInt.empty(), new Block(body), origin());
  }

  Statement repeat(Expression condition, List<Statement> body) {
    return new Statement.While(condition, new Block(body), origin());
  }

  Statement give(Expression... values) {
    return new Statement.Return(List.of(values), origin());
  }

  Statement give(List<Expression> values) {
    return new Statement.Return(values, origin());
  }

  Statement leave() {
    return new Statement.Break(origin());
  }

  Statement next() {
    return new Statement.Continue(origin());
  }

  /** A list that can grow. */
  static List<Statement> statements(Statement... statements) {
    return new ArrayList<>(List.of(statements));
  }
}
