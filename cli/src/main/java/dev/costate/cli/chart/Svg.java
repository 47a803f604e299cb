package dev.costate.cli.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts as text. */
final class Svg {
  /** The least number of labels that the library takes. */
  private static final int FEWEST_LABELS = 2;

  private Svg() {}

  static String of(IChart chart) {
    try {
      return new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** How many labels an axis of so many bars may have. */
  static int labels(int bars) {
    return Math.max(FEWEST_LABELS, bars);
  }
}
