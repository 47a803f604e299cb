package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.checkpoint.CheckpointFile;
import dev.costate.cli.checkpoint.Identity;
import dev.costate.cli.input.AtomicFile;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Refusal;
import dev.costate.dynamics.Checkpoint;
import dev.costate.dynamics.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Where a run writes checkpoints, and from which one it goes on.
 *
 * @param file to write, if one is asked for
 * @param every so many rounds it is written, and at the end; 0 for the end alone
 * @param resumed where the run goes on, if it does
 */
record CheckpointOptions(Optional<String> file, long every, Optional<CheckpointFile> resumed) {
  static final String CHECKPOINT = "--checkpoint";
  private static final String EVERY = "--every";
  static final String RESUME = "--resume";

  static List<Option> options() {
    return List.of(
        Option.once(CHECKPOINT, "FILE", "write where the run is at its end, to go on from there"),
        Option.once(EVERY, "N", "write it every N rounds too"),
        Option.once(RESUME, "FILE", "go on from a checkpoint; what is not typed is as it was"));
  }

  /**
   * @throws Refusal if the checkpoint cannot be read
   * @throws UsageError if the options do not go together
   */
  static CheckpointOptions read(Arguments arguments, Console console) {
    var file = arguments.value(CHECKPOINT);
    if (file.isEmpty() && arguments.value(EVERY).isPresent()) {
      throw new UsageError(
          "'%s' does not say where to".formatted(EVERY), "name a file: " + CHECKPOINT + " FILE");
    }
    file.ifPresent(name -> AtomicFile.checkFolder(name, console));
    return new CheckpointOptions(
        file,
        arguments.value(EVERY).map(text -> Numbers.whole(EVERY, text, 1)).orElse(0L),
        arguments.value(RESUME).map(name -> CheckpointFile.read(name, console)));
  }

  Optional<Identity> identity() {
    return resumed.map(CheckpointFile::identity);
  }

  /**
   * Goes on only if the checkpoint is of this run.
   *
   * @throws Refusal if it is of another
   * @throws UsageError if it is of a round beyond the last
   */
  void check(Arguments arguments, ShockOptions model, Settings settings) {
    if (resumed.isEmpty()) {
      return;
    }
    var name = arguments.value(RESUME).orElseThrow();
    long round = resumed.get().checkpoint().round();
    var here = identity(arguments, model, settings, round);
    resumed
        .get()
        .identity()
        .difference(here)
        .ifPresent(difference -> {
          throw Refusal.ofWhole(
              name,
              "this checkpoint is of another run: " + difference,
              "give the model and the options of that run, and only shocks behind round %d of your own"
                  .formatted(round));
        });
    if (round >= settings.rounds()) {
      throw new UsageError(
          "'%s' is of round %d, and the run ends with round %d"
              .formatted(name, round, settings.rounds()),
          "give more " + RunOptions.ROUNDS);
    }
    if (resumed.get().checkpoint().watch().isSettled()
        && model.shocks().size() == here.shocks().size()) {
      throw Refusal.ofWhole(
          name,
          "this run had settled in round %d, and nothing is to come".formatted(round),
          "add a shock: %s \"... at %d\"".formatted(ShockOptions.SHOCK, round + 1));
    }
  }

  private static Identity identity(
      Arguments arguments, ShockOptions model, Settings settings, long round) {
    return Identity.of(arguments.operand(0), model.market(), settings, model.by(round));
  }

  /** Whether a checkpoint is due after a round. */
  boolean isDue(long round) {
    return file.isPresent() && every > 0 && round % every == 0;
  }

  /** Writes a checkpoint if one is asked for. */
  void write(
      Arguments arguments,
      ShockOptions model,
      Settings settings,
      Checkpoint checkpoint,
      Console console) {
    file.ifPresent(name ->
        new CheckpointFile(identity(arguments, model, settings, checkpoint.round()), checkpoint)
            .write(name, console));
  }
}
