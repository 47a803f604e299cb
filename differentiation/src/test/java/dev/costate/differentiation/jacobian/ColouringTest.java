package dev.costate.differentiation.jacobian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColouringTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "0 1", "-1 0 1", "-10 0 10", "-3 1", "0 2 5", "-64 64"})
  void columnsAPeriodApartShareNoRow(String text) {
    var offsets = new TreeSet<Integer>();
    List.of(text.split(" ", -1)).forEach(o -> offsets.add(Integer.valueOf(o)));
    int period = Colouring.period(offsets);
    assertThat(period).isGreaterThanOrEqualTo(offsets.size());
    for (int a : offsets) {
      for (int b : offsets) {
        assertThat(a != b && (a - b) % period == 0).isFalse();
      }
    }
  }
}
