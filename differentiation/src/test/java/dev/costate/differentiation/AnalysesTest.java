package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.differentiation.activity.Analyses;
import dev.costate.differentiation.activity.Analyses.Analysis;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.Verifier;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each analysis on and off gives the same derivatives of the corpus. */
final class AnalysesTest {
  /** Contributions may be added in another order. */
  private static final double ROUNDING = 1e-12;

  static List<CorpusTest.Case> cases() throws IOException {
    return CorpusTest.cases();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyAnalysisOnAndOffGivesTheSame(CorpusTest.Case of) {
    var program = Programs.of(of.code());
    var point = of.point(program);
    var all = Differentiator.gradient(program, of.function());
    agree(program, of, List.of(), point);
    if (all.wrt().size() > 1) {
      all.wrt().forEach(one -> agree(program, of, List.of(one.name()), point));
    }
  }

  private static void agree(
      Program program, CorpusTest.Case of, List<String> wrt, List<Value> point) {
    var expected = numbers(derivative(program, of, wrt, Analyses.ALL), point);
    var settings = new ArrayList<>(List.of(Analyses.NONE));
    Arrays.stream(Analysis.values()).map(Analyses::allBut).forEach(settings::add);
    for (var analyses : settings) {
      var derivative = derivative(program, of, wrt, analyses);
      assertThat(Verifier.checkRunnable(derivative.program()))
          .as("%s\n%s", analyses, Programs.text(derivative))
          .isEmpty();
      var actual = numbers(derivative, point);
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i])
            .as("%s\n%s", analyses, Programs.text(derivative))
            .isCloseTo(expected[i], within(ROUNDING * (1 + Math.abs(expected[i]))));
      }
    }
  }

  private static Derivative derivative(
      Program program, CorpusTest.Case of, List<String> wrt, Analyses analyses) {
    return Differentiator.gradient(NestedGradients.of(program), of.function(), wrt, analyses);
  }

  private static double[] numbers(Derivative derivative, List<Value> point) {
    try {
      return Routes.numbers(
          new Interpreter(derivative.program()).call(derivative.function(), point));
    } catch (RuntimeException failure) {
      throw new AssertionError(Programs.text(derivative), failure);
    }
  }

  @Test
  void everyAnalysisMakesSomeDerivativeOfTheCorpusShorter() throws IOException {
    Map<Analysis, Integer> shorter = new EnumMap<>(Analysis.class);
    for (var of : cases()) {
      var program = Programs.of(of.code());
      var wrt =
          Differentiator.gradient(program, of.function()).wrt().stream()
              .map(Variable::name)
              .limit(1)
              .toList();
      var text = Programs.text(derivative(program, of, wrt, Analyses.ALL));
      for (var analysis : Analysis.values()) {
        var without = Programs.text(derivative(program, of, wrt, Analyses.allBut(analysis)));
        shorter.merge(analysis, without.equals(text) ? 0 : 1, Integer::sum);
      }
    }
    assertThat(
            shorter.entrySet().stream()
                .filter(e -> e.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()))
        .as("analyses that change nothing: %s", shorter)
        .isEmpty();
  }
}
