package dev.costate.cli.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Several numbers for each name as bars beside each other. */
public final class GroupedBarChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;

  private final CategoryChart chart;

  /**
   * @param axis what the numbers are
   * @param series for each kind of number those by name; the same names, in the same order
   */
  public GroupedBarChart(String title, String axis, Map<String, Map<String, Double>> series) {
    chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .yAxisTitle(axis)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    series.forEach((name, bars) -> {
      var values = new ArrayList<Double>();
      bars.values().forEach(value -> values.add(Double.isFinite(value) ? value : null));
      chart.addSeries(name, List.copyOf(bars.keySet()), values);
    });
  }

  /** The picture as SVG. */
  public String svg() {
    return Svg.of(chart);
  }
}
