package dev.costate.cli.chart;

import java.awt.Color;
import java.util.List;
import java.util.OptionalLong;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Rounds of first responses as bars, the first good on top; what never responds has no bar. */
public final class ResponseChart {
  private static final int WIDTH = 900;
  private static final int MARGIN = 140;
  private static final int LINE = 48;

  private final List<String> goods;
  private final HorizontalBarChart chart;

  public ResponseChart(String title, List<String> goods) {
    this.goods = List.copyOf(goods);
    chart =
        new HorizontalBarChartBuilder()
            .width(WIDTH)
            .height(MARGIN + LINE * goods.size())
            .title(title)
            .xAxisTitle("round of the first response")
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setXAxisMaxLabelCount(Svg.labels(goods.size()));
  }

  /**
   * One more kind of response.
   *
   * @param rounds by good; empty for what never responds
   */
  public ResponseChart bars(String name, List<OptionalLong> rounds) {
    var lengths = rounds.stream().map(round -> (double) round.orElse(0)).toList();
    chart.addSeries(name, lengths, goods);
    return this;
  }

  /** The picture as SVG. */
  public String svg() {
    return Svg.of(chart);
  }
}
