package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Variable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What functions are differentiated by, and which of their parameters are integers. */
final class FlowTest {
  private static final String CODE =
      """
      function overwritten(x, y):
          x = y^2
          return x
      function overwritten_on_both_sides(x, y):
          if y > 0: x = y
          else: x = -y
          return x*y
      function overwritten_on_one_side(x, y):
          if y > 0: x = y
          return x
      function swapped(x, y): return y, x
      function overwritten_by_a_call(x, y):
          x, z = swapped(y, y^2)
          return x*z
      function read_in_vain(x, y):
          s = 2*x
          if s > 3: x = y
          else: x = y^2
          for i in 1..3:
              if x > 100: break
              x = x*y
          return x
      function overwritten_in_a_loop(x, y):
          while x < y:
              x = 2*y
          return x
      function overwritten_after_a_break(x, y):
          for i in 1..2:
              if y > i: break
              x = y
          return x
      function returned_before(x, y):
          if y > 0: return x
          x = y
          return x
      function an_integer_no_more(n, x):
          s = 0
          for i in 1..n: s += x
          n = s*x
          return n
      function element_before(v, y):
          s = v[1]
          v[1] = y
          return s
      function element_after(v, y):
          v[1] = y
          return v[1]
      """;

  @ParameterizedTest
  @CsvSource({
    "overwritten, y",
    "overwritten_on_both_sides, y",
    "overwritten_on_one_side, x y",
    "overwritten_by_a_call, y",
    "read_in_vain, y",
    "overwritten_in_a_loop, x y",
    "overwritten_after_a_break, x y",
    "returned_before, x y",
    "an_integer_no_more, x",
    "element_before, v",
    "element_after, v y"
  })
  void parametersWhoseValueReachesTheResultAreDifferentiated(String function, String names) {
    var program = Programs.of(CODE);
    var found = Flow.of(program).differentiated(program.function(function));
    assertThat(found.stream().map(Variable::name)).containsExactly(names.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"overwritten, ''", "an_integer_no_more, n"})
  void parametersWhoseValueReachesARangeAreIntegers(String function, String names) {
    var program = Programs.of(CODE);
    var flow = Flow.of(program);
    var of = program.function(function);
    var found =
        IntStream.range(0, of.parameters().size())
            .filter(i -> flow.isInteger(of, i))
            .mapToObj(i -> of.parameters().get(i).name());
    assertThat(String.join(" ", found.toList())).isEqualTo(names);
  }
}
