package dev.costate.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupedBarChartTest {
  /** Each kind of number has bars of its own colour; where there is no number there is no bar. */
  @Test
  void barsBesideEachOther() {
    var first = new LinkedHashMap<String, Double>();
    first.put("bread", -2.0);
    first.put("wine", Double.NaN);
    var exact = new LinkedHashMap<String, Double>();
    exact.put("bread", -2.5);
    exact.put("wine", 4.0);
    var both = new LinkedHashMap<String, Map<String, Double>>();
    both.put("to first order", first);
    both.put("exactly", exact);
    var svg = new GroupedBarChart("tariff 0 -> 1", "per cent", both).svg();
    var one =
        new GroupedBarChart("tariff 0 -> 1", "per cent", Map.of("to first order", first)).svg();
    assertThat(svg).startsWith("<?xml").doesNotContain("NaN");
    assertThat(svg.length()).isGreaterThan(one.length());
  }
}
