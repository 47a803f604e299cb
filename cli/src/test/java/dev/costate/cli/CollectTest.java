package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run writes of its rounds, and with how many threads. */
final class CollectTest {
  private static final String OPEN =
      """
      good gas: supply 4
      good power: demand(p) = 3 / p
      firm Plant makes power from gas:
          power = gas^0.5
      """;

  private static final String CLOSED =
      """
      firm Farm makes food from hours: food = hours
      consumer home:
          owns hours 1
          utility = food
      """;

  @TempDir private Path folder;

  private Run simulate(String model, String... options) throws IOException {
    Files.writeString(folder.resolve("m.market"), model);
    var words = new ArrayList<>(List.of("simulate", "m.market", "--rounds", "9"));
    words.addAll(List.of(options));
    return Run.of(folder, "", Map.of(), words);
  }

  @Test
  void whatIsDrawnIsChosen() throws IOException {
    for (var what : List.of("prices", "surplus", "cosines")) {
      assertThat(simulate(OPEN, "--plot", what + ".svg", "--plot-of", what).status())
          .isEqualTo(ExitStatus.NO_EQUILIBRIUM);
    }
    var drawn =
        List.of(
            Files.readString(folder.resolve("prices.svg")),
            Files.readString(folder.resolve("surplus.svg")),
            Files.readString(folder.resolve("cosines.svg")));
    assertThat(drawn).allMatch(svg -> svg.contains("</svg>")).doesNotHaveDuplicates();
  }

  @Test
  void whatThereIsNotIsNotDrawn() throws IOException {
    var none = simulate(CLOSED, "--plot", "s.svg", "--plot-of", "surplus");
    var nowhere = simulate(OPEN, "--plot-of", "surplus");
    var noFolder = simulate(OPEN, "--plot", "none/s.svg");
    assertThat(none.err()).contains("this market has no surplus to draw");
    assertThat(nowhere.err()).contains("'--plot-of' does not say where to");
    assertThat(noFolder.err()).contains("there is no folder to write it to");
    assertThat(noFolder.out()).isEmpty();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  /** The columns of a table whose names begin with one of these words. */
  private static List<String> columns(List<String> table, String... words) {
    var names = List.of(table.getFirst().split(",", -1));
    return table.stream()
        .map(line -> {
          var cells = line.split(",", -1);
          var kept = new ArrayList<String>();
          for (int c = 0; c < cells.length; c++) {
            if (List.of(words).stream().anyMatch(names.get(c)::startsWith)) {
              kept.add(cells[c]);
            }
          }
          return String.join(",", kept);
        })
        .toList();
  }

  @Test
  void onlyWhatIsAskedForIsCollected() throws IOException {
    simulate(OPEN, "--out", "all.csv");
    simulate(OPEN, "--out", "some.csv", "--collect", "profits, prices,distance");
    var some = lines("some.csv");
    assertThat(some.getFirst())
        .isEqualTo(
            "round,distance of prices,distance of quantities,price gas,price power,profit Plant");
    assertThat(some)
        .hasSize(10)
        .isEqualTo(
            columns(lines("all.csv"), "round", "distance", "price gas", "price power", "profit"));
    simulate(OPEN, "--out", "other.csv", "--collect", "stocks,unmet,surplus");
    assertThat(lines("other.csv"))
        .isEqualTo(columns(lines("all.csv"), "round", "surplus", "dual", "unmet", "stock"));
  }

  /** What is printed where nothing is run. */
  private static void refuses(Run run, String... messages) {
    assertThat(run.status()).isIn(ExitStatus.WRONG_INPUT, ExitStatus.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(messages);
  }

  @Test
  void whatThereIsNothingOfIsRefused() throws IOException {
    refuses(
        simulate(OPEN, "--out", "t.csv", "--collect", "prices,price"),
        "'--collect' collects no 'price'",
        "write some of distance, surplus, alignment, prices, demand");
    refuses(simulate(OPEN, "--out", "t.csv", "--collect", "prices,"), "collects no ''");
    refuses(simulate(OPEN, "--collect", "prices"), "name a file: --out FILE");
    refuses(
        simulate(CLOSED, "--out", "t.csv", "--collect", "surplus"),
        "this market has no surplus to collect: consumers",
        "leave out 'surplus'");
    refuses(
        simulate(CLOSED, "--out", "t.csv", "--collect", "alignment"),
        "this market has no alignment to collect: consumers");
    assertThat(folder.resolve("t.csv")).doesNotExist();
    simulate(CLOSED, "--out", "t.csv", "--collect", "distance");
    assertThat(lines("t.csv")).hasSizeGreaterThan(1);
  }

  @Test
  void threadsChangeNothing() throws IOException {
    String[] bad = {"--loss", "20%", "--delay", "2", "--order", "random", "--seed", "4"};
    var options = new ArrayList<>(List.of(bad));
    options.addAll(List.of("--out", "one.csv", "--checkpoint", "one"));
    var one = simulate(OPEN, options.toArray(String[]::new));
    for (var count : List.of("2", "7")) {
      options = new ArrayList<>(List.of(bad));
      options.addAll(List.of("--threads", count, "--out", "more.csv", "--checkpoint", "more"));
      assertThat(simulate(OPEN, options.toArray(String[]::new))).isEqualTo(one);
      assertThat(lines("more.csv")).isEqualTo(lines("one.csv"));
      assertThat(lines("more")).isEqualTo(lines("one"));
    }
    refuses(simulate(OPEN, "--threads", "0"), "whole number from 1");
    refuses(simulate(OPEN, "--threads", "100000"), "100000 are too many");
  }
}
