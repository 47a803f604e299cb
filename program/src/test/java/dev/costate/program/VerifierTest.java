package dev.costate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VerifierTest {
  private static final Place PLACE = new Place(Source.of("t", ""), 0, 0);
  private static final Origin ORIGIN = Origin.of(PLACE);
  private static final Variable X = Variable.number("x");
  private static final Variable V = Variable.vector("v");
  private static final Expression ONE = new Literal(1, PLACE);
  private static final Expression TRUE = new Truth(true, PLACE);

  /** What is wrong with a function of x and v with these statements. */
  private static List<String> wrong(Statement... statements) {
    var function =
        new Function("f", List.of(X, V), List.of(Kind.NUMBER), Block.of(statements), ORIGIN);
    return Verifier.check(new Program(List.of(function), Map.of())).stream()
        .map(Violation::what)
        .toList();
  }

  private static List<String> wrong(Expression expression) {
    var target = new Variable("a", expression.kind());
    return wrong(assign(target, expression), giveBack());
  }

  private static Statement giveBack() {
    return new Return(List.of(ONE), ORIGIN);
  }

  private static Expression read(Variable variable) {
    return new Read(variable, PLACE);
  }

  private static Statement assign(Variable variable, Expression value) {
    return new Assign(new Target.Whole(variable), value, ORIGIN);
  }

  private static Expression apply(Operation operation, Kind kind, Expression... arguments) {
    return new Apply(operation, List.of(arguments), kind, PLACE);
  }

  private static Statement loop(Variable counter, Statement... body) {
    return new For(counter, ONE, ONE, ONE, OptionalInt.empty(), Block.of(body), ORIGIN);
  }

  @Test
  void aRightProgramHasNoViolations() {
    assertThat(wrong(giveBack())).isEmpty();
    assertThat(wrong(apply(Operation.MULTIPLY, Kind.VECTOR, ONE, read(V)))).isEmpty();
  }

  @Test
  void kindsMustBeThoseOfTheParts() {
    assertThat(wrong(apply(Operation.ADD, Kind.NUMBER, ONE, read(V))))
        .containsExactly("'+' (ADD) does not take [number, vector]");
    assertThat(wrong(apply(Operation.MULTIPLY, Kind.NUMBER, ONE, read(V))))
        .containsExactly("the value of '*' is a number, not a vector");
    assertThat(wrong(new Conditional(ONE, ONE, read(V), PLACE)))
        .containsExactly(
            "a condition is a number, not a truth value",
            "the other value is a vector, not a number");
    assertThat(wrong(new Elements(List.of(TRUE), Kind.VECTOR, PLACE)))
        .containsExactly("an element is a truth value, not a number");
    assertThat(wrong(assign(X, TRUE), giveBack()))
        .containsExactly("what 'x' takes is a truth value, not a number");
    assertThat(wrong(new If(ONE, Block.of(giveBack()), Block.of(giveBack()), ORIGIN)))
        .containsExactly("a condition is a number, not a truth value");
    assertThat(wrong(new Push(X, ONE, ORIGIN), giveBack()))
        .containsExactly("what push changes is a number, not a vector");
    assertThat(wrong(new Return(List.of(TRUE), ORIGIN)))
        .containsExactly("returns [truth value], not [number]");
  }

  @Test
  void equalNamesAreOneVariable() {
    assertThat(wrong(assign(new Variable("x", Kind.TRUTH), TRUE), giveBack()))
        .containsExactly("'x' is a truth value here and a number before");
  }

  @Test
  void callsMustFit() {
    assertThat(wrong(new Call("g", List.of(), Kind.NUMBER, PLACE)))
        .containsExactly("no function 'g'");
    assertThat(wrong(new Call("f", List.of(ONE), Kind.NUMBER, PLACE)))
        .containsExactly("arguments [number] for f[number, vector] -> [number]");
    assertThat(wrong(new Call("f", List.of(ONE, read(V)), Kind.VECTOR, PLACE)))
        .containsExactly("one vector expected of f[number, vector] -> [number]");
    assertThat(wrong(new Constant("rate", PLACE))).containsExactly("no constant 'rate'");
  }

  @Test
  void countersAreWrittenByTheirLoopsOnly() {
    var i = Variable.number("i");
    assertThat(wrong(loop(i), loop(i), giveBack())).isEmpty();
    assertThat(wrong(loop(i, assign(i, ONE)), giveBack()))
        .containsExactly("the counter 'i' is assigned");
    assertThat(wrong(assign(i, ONE), loop(i), giveBack()))
        .containsExactly("the counter 'i' is assigned");
    assertThat(wrong(loop(X), giveBack())).containsExactly("the counter 'x' is assigned");
    assertThat(wrong(loop(i, loop(i)), giveBack()))
        .containsExactly("'i' already counts a loop around this one");
    assertThat(wrong(loop(i), new Return(List.of(read(i)), ORIGIN)))
        .containsExactly("'i' may be unassigned");
  }

  @Test
  void pathsAssignAndReturn() {
    var a = Variable.number("a");
    assertThat(
            wrong(
                new If(TRUE, Block.of(assign(a, ONE)), Block.EMPTY, ORIGIN),
                new Return(List.of(read(a)), ORIGIN)))
        .containsExactly("'a' may be unassigned");
    assertThat(wrong(assign(a, ONE))).containsExactly("a path ends without return");
    assertThat(wrong(new Statement.Break(ORIGIN), giveBack())).contains("outside a loop");
  }

  @Test
  void gradientsAreLeftOnlyBeforeRunning() {
    var arguments = new ArrayList<Expression>(List.of(ONE, read(V)));
    var function =
        new Function(
            "f",
            List.of(X, V),
            List.of(Kind.NUMBER),
            Block.of(
                assign(Variable.vector("g"), new Gradient("f", arguments, Kind.VECTOR, PLACE)),
                giveBack()),
            ORIGIN);
    var program = new Program(List.of(function), Map.of());
    assertThat(Verifier.check(program)).isEmpty();
    assertThat(Verifier.require(program)).isSameAs(program);
    assertThatThrownBy(() -> Verifier.requireRunnable(program))
        .hasMessage("f (t:1:1): a gradient is left");
  }
}
