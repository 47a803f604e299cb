package dev.costate.cli.simulation;

import dev.costate.cli.chart.LineChart;
import dev.costate.cli.chart.LineChart.Scale;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Uphill;
import dev.costate.economy.Economy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What was measured, as lines over rounds. */
public enum SimulationPlot {
  /** Each good's price, on a logarithmic axis. */
  PRICES(_ -> true) {
    @Override
    LineChart chart(String title, Economy economy, Series series) {
      var chart = new LineChart(title, ROUND, "price", Scale.LOGARITHMIC);
      for (int g = 0; g < economy.goods().size(); g++) {
        int good = g;
        chart.line(
            economy.goods().get(g).name(), rounds(series), of(series, row -> row.price(good)));
      }
      return chart;
    }
  },
  /** Total surplus, and the dual surplus that it cannot exceed. */
  SURPLUS(Series::hasSurplus) {
    @Override
    LineChart chart(String title, Economy economy, Series series) {
      var chart = new LineChart(title, ROUND, "money a round", Scale.LINEAR);
      chart.line("surplus", rounds(series), of(series, series::surplus));
      return chart.line("at most", rounds(series), of(series, series::dualSurplus));
    }
  },
  /** How far moves went down the dual surplus, and up total surplus. */
  COSINES(series -> series.isAligned() || series.hasGradient()) {
    @Override
    LineChart chart(String title, Economy economy, Series series) {
      var chart = new LineChart(title, ROUND, "cosine with the gradient", Scale.LINEAR);
      chart.line(
          "prices, downhill",
          rounds(series),
          of(series, row -> row.alignment().map(Alignment::cosine).orElse(Double.NaN)));
      return chart.line(
          "quantities, uphill",
          rounds(series),
          of(series, row -> series.uphill(row).map(Uphill::cosine).orElse(Double.NaN)));
    }
  };

  private static final String ROUND = "round";

  private final Predicate<Series> has;

  SimulationPlot(Predicate<Series> has) {
    this.has = has;
  }

  /** As typed on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(SimulationPlot::word).toList();
  }

  public static Optional<SimulationPlot> find(String word) {
    return Arrays.stream(values()).filter(plot -> plot.word().equals(word)).findFirst();
  }

  /** Whether there is anything to draw. */
  public boolean isIn(Series series) {
    return has.test(series);
  }

  /** The picture as SVG. */
  public String svg(String title, Economy economy, Series series) {
    return chart(title, economy, series).svg();
  }

  abstract LineChart chart(String title, Economy economy, Series series);

  private static List<Double> rounds(Series series) {
    return of(series, row -> (double) row.reading().round());
  }

  private static List<Double> of(Series series, Function<Series.Row, Double> number) {
    return series.rows().stream().map(number).toList();
  }
}
