package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.command.ExitStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are written to files and go on from there. */
final class ResumeTest {
  private static final String MODEL =
      """
      scenario dear:
          tool.price = 2
      good gas: supply 4
      good tool: price 1
      good power: demand(p) = 3 / p
      firm Plant makes power from gas, tool:
          power = gas^0.5 * tool^0.2
      """;

  private static final List<String> BAD =
      List.of(
          "--order", "random", "--loss", "20%", "--repeat", "10%", "--delay", "3", "--seed", "9");

  @TempDir private Path folder;

  private Run simulate(List<String> options, String... more) throws IOException {
    Files.writeString(folder.resolve("m.market"), MODEL);
    var words = new ArrayList<>(List.of("simulate", "m.market"));
    words.addAll(options);
    words.addAll(List.of(more));
    return Run.of(folder, "", Map.of(), words);
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  /** The shocks that have come by a round. */
  private static List<String> shocks(int round) {
    var shocks = new ArrayList<String>();
    if (round >= 20) {
      shocks.addAll(List.of("--shock", "gas.supply=3 at 20"));
    }
    if (round >= 40) {
      shocks.addAll(List.of("--shock", "gas.supply=5 at 40"));
    }
    return shocks;
  }

  @Test
  void aResumedRunWritesWhatTheUninterruptedOneDoes() throws IOException {
    var all = new ArrayList<>(BAD);
    all.addAll(shocks(60));
    all.addAll(List.of("--scenario", "dear"));
    simulate(all, "--rounds", "60", "--out", "whole.csv", "--checkpoint", "whole");
    var whole = lines("whole.csv");
    for (int round : new int[] {1, 19, 20, 21, 39, 40, 59}) {
      var first = new ArrayList<>(BAD);
      first.addAll(shocks(round));
      first.addAll(List.of("--scenario", "dear", "--rounds", Integer.toString(round)));
      simulate(first, "--checkpoint", "part");
      var then = new ArrayList<>(shocks(60));
      then.addAll(List.of("--scenario", "dear", "--rounds", "60", "--resume", "part"));
      var resumed = simulate(then, "--out", "rest.csv", "--checkpoint", "end");
      assertThat(resumed.err()).isEmpty();
      var rest = lines("rest.csv");
      assertThat(rest.getFirst()).isEqualTo(whole.getFirst());
      assertThat(rest.subList(1, rest.size())).isEqualTo(whole.subList(round + 1, 61));
      assertThat(lines("end")).isEqualTo(lines("whole"));
    }
  }

  /** What is printed where a run cannot go on. */
  private void refuses(Run run, String... messages) {
    assertThat(run.status()).isIn(ExitStatus.WRONG_INPUT, ExitStatus.WRONG_USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(messages);
  }

  @Test
  void aCheckpointOfAnotherRunIsRefusedAndSaysWhatIsAnother() throws IOException {
    simulate(BAD, "--rounds", "25", "--shock", "gas.supply=3 at 20", "--checkpoint", "c");
    var here = List.of("--resume", "c", "--shock", "gas.supply=3 at 20");
    assertThat(simulate(here, "--rounds", "26").err()).isEmpty();
    refuses(simulate(here, "--seed", "3"), "of another run: seed 9 there, seed 3 here");
    refuses(simulate(here, "--dynamics", "tatonnement"), "dynamics 'optimistic' there");
    refuses(simulate(here, "--delay", "0"), "late 3 there", "late 0 here");
    refuses(
        simulate(here, "--set", "tool.price=4"), "tool.price = 1.0 there, tool.price = 4.0 here");
    refuses(simulate(here, "--rounds", "25"), "'c' is of round 25", "give more --rounds");
    refuses(simulate(here, "--start", "file"), "leave out --start");
    refuses(
        simulate(List.of("--resume", "c")),
        "'gas.supply=3 at 20' by then there, no shock by then here");
    refuses(simulate(here, "--shock", "gas.supply=1 at 25"), "'gas.supply=1 at 25' by then here");
    Files.writeString(folder.resolve("other.market"), MODEL + "good tea: supply 1\n");
    refuses(
        Run.of(folder, "simulate", "other.market", "--resume", "c"),
        "the text of the model is another");
  }

  @Test
  void aRunThatHasSettledNeedsAShockToGoOn() throws IOException {
    var first = simulate(List.of(), "--checkpoint", "c");
    assertThat(first.status()).isEqualTo(ExitStatus.DONE);
    refuses(simulate(List.of("--resume", "c")), "had settled in round", "add a shock: --shock");
    var shocked = simulate(List.of("--resume", "c"), "--shock", "gas.supply=3 at 500");
    assertThat(shocked.status()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void aFileThatIsNoCheckpointOrNotAsItWasWrittenIsRefused() throws IOException {
    simulate(BAD, "--rounds", "5", "--checkpoint", "c");
    var text = Files.readString(folder.resolve("c"));
    refuses(
        resume(text.replace("\"version\":1", "\"version\":2")), "by another version of costate");
    refuses(
        resume(text.replaceFirst("\"cash\":-?[0-9]+", "\"cash\":1")), "its checksum is another");
    refuses(resume(text.substring(0, text.length() / 2)), "its checksum is another");
    refuses(resume(text.substring(0, text.length() - 1)), "its checksum is another");
    refuses(resume(""), "this is no checkpoint");
    refuses(resume(MODEL), "this is no checkpoint");
    refuses(simulate(List.of("--resume", "nowhere")), "there is no such file");
    refuses(simulate(List.of("--checkpoint", "nowhere/c")), "there is no folder");
    refuses(simulate(List.of("--every", "3")), "name a file: --checkpoint FILE");
  }

  private Run resume(String text) throws IOException {
    Files.writeString(folder.resolve("changed"), text, StandardCharsets.UTF_8);
    return simulate(List.of("--resume", "changed"), "--rounds", "9");
  }
}
