package dev.costate.differentiation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RulesTest {
  private static final Place PLACE = new Place(Source.of("test", "x"), 0, 1);

  /** Operations on arrays: their derivatives come with the derivatives of arrays. */
  private static final EnumSet<Operation> ARRAYS =
      EnumSet.of(
          Operation.MAX_OF,
          Operation.MIN_OF,
          Operation.SUM,
          Operation.LENGTH,
          Operation.ROWS,
          Operation.COLUMNS,
          Operation.ZEROS,
          Operation.ZEROS_MATRIX,
          Operation.ELEMENT,
          Operation.ELEMENT_MATRIX);

  @Test
  void everyOperationHasARuleOrADeclaration() {
    for (var operation : Operation.values()) {
      int count =
          (Rules.find(operation).isPresent() ? 1 : 0)
              + (Rules.isFlat(operation) ? 1 : 0)
              + (ARRAYS.contains(operation) ? 1 : 0);
      assertThat(count).as(operation.name()).isEqualTo(1);
    }
  }

  static Stream<Rule> rules() {
    return Rules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void partialsAgreeWithDifferencesAtTheSamples(Rule rule) {
    assertThat(rule.samples()).isNotEmpty();
    for (var sample : rule.samples()) {
      var variables = new ArrayList<Variable>();
      for (int i = 0; i < sample.length; i++) {
        variables.add(Variable.number("x" + i));
      }
      var arguments = variables.stream().map(Term::of).toList();
      var value =
          new Expression.Apply(
              rule.operation(),
              arguments.stream().map(Term::expression).toList(),
              Kind.NUMBER,
              PLACE);
      var partials = rule.partials().of(arguments, Term.of(value));
      assertThat(partials).hasSize(sample.length);
      for (int i = 0; i < sample.length; i++) {
        double expected = difference(variables, value, sample, i);
        double actual = evaluate(variables, partials.get(i).expression(), sample);
        assertThat(actual)
            .as("%s at %s, argument %d", rule.operation(), Arrays.toString(sample), i)
            .isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
      }
    }
  }

  private static double difference(
      List<Variable> variables, Expression value, double[] at, int argument) {
    double step = 1e-5;
    var up = at.clone();
    up[argument] += step;
    var down = at.clone();
    down[argument] -= step;
    return (evaluate(variables, value, up) - evaluate(variables, value, down)) / (2 * step);
  }

  private static double evaluate(List<Variable> variables, Expression expression, double[] at) {
    var body = Block.of(new Return(List.of(Placement.at(PLACE, expression)), Origin.of(PLACE)));
    var function = new Function("r", variables, List.of(Kind.NUMBER), body, Origin.of(PLACE));
    var arguments = Arrays.stream(at).<Value>mapToObj(Value.Number::new).toList();
    var result =
        new Interpreter(new Program(List.of(function), Map.of())).call("r", arguments).getFirst();
    return ((Value.Number) result).value();
  }
}
