package dev.costate.cli.chart;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Rounds of first responses as points, one line for each good, the first on top. */
public final class ResponseChart {
  private static final int WIDTH = 900;
  private static final int MARGIN = 140;
  private static final int LINE = 40;

  private final List<String> goods;
  private final XYChart chart;

  public ResponseChart(String title, List<String> goods) {
    this.goods = List.copyOf(goods);
    chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(MARGIN + LINE * goods.size())
            .title(title)
            .xAxisTitle("round of the first response")
            .build();
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisMax(goods.size() + 1.0);
    chart.getStyler().setYAxisTickMarkSpacingHint(LINE / 2);
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setyAxisTickLabelsFormattingFunction(this::name);
  }

  private String name(double height) {
    long line = Math.round(height);
    boolean isLine = Math.abs(height - line) < 1e-6 && line >= 1 && line <= goods.size();
    return isLine ? goods.get(goods.size() - (int) line) : "";
  }

  /**
   * One more kind of response.
   *
   * @param rounds by good; empty for what never responds
   */
  public ResponseChart points(String name, List<OptionalLong> rounds) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    for (int g = 0; g < rounds.size(); g++) {
      if (rounds.get(g).isPresent()) {
        x.add((double) rounds.get(g).getAsLong());
        y.add((double) (goods.size() - g));
      }
    }
    if (!x.isEmpty()) {
      chart.addSeries(name, x, y);
    }
    return this;
  }

  /** The picture as SVG. */
  public String svg() {
    try {
      return new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
