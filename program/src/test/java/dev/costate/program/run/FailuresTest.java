package dev.costate.program.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Routes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What goes wrong while a program runs is reported with the value, at its place, alike on every
 * route.
 */
class FailuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "return [1, 2][3] | 3 | index 3 is outside 1..2",
        "return [1, 2][0] | 0 | index 0 is outside 1..2",
        "return [1, 2][1.5] | 1.5 | an index must be a whole number and is 1.5",
        "return [1, 2][1e10] | 1e10 | an index of 10000000000 is too large",
        "return [][1] | 1 | index 1 of an empty array",
        "return [[1, 2]][2, x] | 2 | index 2, 1 is outside a matrix of 1 rows and 2 columns",
        "return [[1, 2]][1, 0/0] | 0/0 | an index must be a whole number and is NaN",
        "v = [1]\\nv[x + 1] = 2\\nreturn v | x + 1 | index 2 is outside 1..1",
        "v = [1]\\nv[1], v[9] = 2, 3\\nreturn v | 9 | index 9 is outside 1..1",
        "v = []\\na = pop(v)\\nreturn a | a = pop(v) | pop of an empty array",
        "return [1, 2] + [x] | [1, 2] + [x] | '+' of arrays of different length: 2 and 1",
        "return [[1]] - [[x, 1]] | [[1]] - [[x, 1]] | '-' of matrices of different shape: 1 rows and 1 columns, and 1 rows and 2 columns",
        "return max([]) | max([]) | max of an empty array",
        "return min(zeros(0, 2)) | min(zeros(0, 2)) | min of an empty array",
        "return zeros(-x) | zeros(-x) | a size of -1 is outside 0..1073741823",
        "return zeros(x/2) | zeros(x/2) | a size must be a whole number and is 0.5",
        "return zeros(1e9, 1e9) | zeros(1e9, 1e9) | there is no memory for an array of 1000000000000000000 numbers",
        "for i in 1..x/2: x += 1\\nreturn x | x/2 | a bound must be a whole number and is 0.5",
        "for i in 0/0..x: x += 1\\nreturn x | 0/0 | a bound must be a whole number and is NaN",
        "for i in 1..1e16: x += 1\\nreturn x | 1e16 | a bound of 1e16 is too large to count exactly (beyond 9007199254740991)",
        "for i in 1..2 step x - 1: x += 1\\nreturn x | x - 1 | a step of 0 never reaches the end of the loop",
        "for i in 1..2 step x/2: x += 1\\nreturn x | x/2 | a step must be a whole number and is 0.5",
        "v = [1, 2]\\nreturn [v, [x]] | [v, [x]] | row 2 has 1 elements and row 1 has 2",
      })
  void failuresNameTheValueAndThePlace(String body, String place, String message) {
    var routes = Routes.of("function f(x):\n" + body.replace("\\n", "\n").indent(4));
    var failure = routes.failure("f", Value.of(1));
    assertThat(failure.diagnostic().message()).isEqualTo(message);
    assertThat(failure.place().text().strip()).isEqualTo(place);
  }
}
