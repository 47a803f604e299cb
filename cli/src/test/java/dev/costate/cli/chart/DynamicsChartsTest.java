package dev.costate.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class DynamicsChartsTest {
  private static int polylines(String svg) {
    return svg.split("<path", -1).length - 1;
  }

  @Test
  void eachLineIsDrawn() {
    var rounds = List.of(1.0, 2.0, 3.0);
    var one =
        new LineChart("m", "round", "price", LineChart.Scale.LINEAR)
            .line("a", rounds, List.of(1.0, 2.0, 3.0));
    var two =
        new LineChart("m", "round", "price", LineChart.Scale.LINEAR)
            .line("a", rounds, List.of(1.0, 2.0, 3.0))
            .line("b", rounds, List.of(3.0, 2.0, 1.0));
    assertThat(one.svg()).startsWith("<?xml").contains("<svg");
    assertThat(two.svg().length()).isGreaterThan(one.svg().length());
  }

  @Test
  void whatIsNotPositiveHasNoPlaceOnALogarithmicAxis() {
    var chart =
        new LineChart("m", "round", "price", LineChart.Scale.LOGARITHMIC)
            .line("a", List.of(1.0, 2.0, 3.0), List.of(0.0, 1.0, 10.0))
            .line("never", List.of(1.0), List.of(-1.0));
    assertThat(chart.svg()).contains("<svg");
  }

  @Test
  void responsesThatNeverComeHaveNoBar() {
    var goods = List.of("natgas", "tupperware");
    var both =
        new ResponseChart("shock", goods)
            .bars("price", List.of(OptionalLong.of(2), OptionalLong.of(3)));
    var one =
        new ResponseChart("shock", goods)
            .bars("price", List.of(OptionalLong.of(2), OptionalLong.empty()));
    assertThat(polylines(both.svg())).isGreaterThanOrEqualTo(polylines(one.svg()));
    assertThat(both.svg().length()).isGreaterThan(one.svg().length());
  }
}
