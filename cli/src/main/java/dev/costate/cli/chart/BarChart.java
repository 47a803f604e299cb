package dev.costate.cli.chart;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Numbers by name as horizontal bars, the first on top. */
public final class BarChart {
  private static final int WIDTH = 900;
  private static final int MARGIN = 120;
  private static final int BAR = 26;

  private final String title;
  private final String axis;
  private final Map<String, Double> bars;

  /**
   * @param axis what the numbers are
   */
  public BarChart(String title, String axis, Map<String, Double> bars) {
    this.title = title;
    this.axis = axis;
    this.bars = bars;
  }

  /** The picture as SVG. */
  public String svg() {
    return Svg.of(chart());
  }

  private HorizontalBarChart chart() {
    var chart =
        new HorizontalBarChartBuilder()
            .width(WIDTH)
            .height(MARGIN + BAR * Math.max(1, bars.size()))
            .title(title)
            .xAxisTitle(axis)
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setLegendPosition(LegendPosition.InsideNE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setXAxisMaxLabelCount(Svg.labels(bars.size()));
    chart.addSeries(axis, List.copyOf(bars.values()), List.copyOf(bars.keySet()));
    return chart;
  }
}
