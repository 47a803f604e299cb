package dev.costate.cli.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Numbers over rounds as lines. */
public final class LineChart {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 520;

  /** More points are thinned out evenly. */
  private static final int MOST_POINTS = 2_000;

  /** How the vertical axis is divided. */
  public enum Scale {
    LINEAR,
    LOGARITHMIC
  }

  private final XYChart chart;

  /**
   * @param horizontal what the rounds are counted in
   * @param vertical what the numbers are
   */
  public LineChart(String title, String horizontal, String vertical, Scale scale) {
    chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(horizontal)
            .yAxisTitle(vertical)
            .build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setYAxisLogarithmic(scale == Scale.LOGARITHMIC);
  }

  /**
   * One more line; points that are not finite are left out, and on a logarithmic axis those that
   * are not positive.
   */
  public LineChart line(String name, List<Double> rounds, List<Double> values) {
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    int every = Math.max(1, rounds.size() / MOST_POINTS);
    for (int i = 0; i < rounds.size(); i++) {
      double value = values.get(i);
      boolean fits = !chart.getStyler().isYAxisLogarithmic() || value > 0;
      if (Double.isFinite(value) && fits && (i % every == 0 || i == rounds.size() - 1)) {
        x.add(rounds.get(i));
        y.add(value);
      }
    }
    if (!x.isEmpty()) {
      chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
    }
    return this;
  }

  /** The picture as SVG. */
  public String svg() {
    return Svg.of(chart);
  }
}
