package dev.costate.cli.checkpoint;

import dev.costate.cli.input.Market;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.schedule.Conditions;
import dev.costate.language.print.Formatter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of which run a checkpoint is: all that decides what its rounds are like.
 *
 * @param model as it was typed; it may have moved since
 * @param text the checksum of its declarations, those of sets written out
 * @param parameters its numbers at the start of the run
 * @param dynamics its name
 * @param steps the rule of its step sizes, in words
 * @param shocks those that had come, as typed, with their rounds
 */
public record Identity(
    String model,
    String text,
    Map<String, Double> parameters,
    String dynamics,
    String steps,
    long seed,
    Conditions conditions,
    double tolerance,
    List<String> shocks) {
  public Identity {
    parameters = new LinkedHashMap<>(parameters);
    shocks = List.copyOf(shocks);
  }

  /**
   * @param shocks those that have come
   */
  public static Identity of(String model, Market market, Settings settings, List<String> shocks) {
    var text = Formatter.print(market.file()).getBytes(StandardCharsets.UTF_8);
    return new Identity(
        model,
        Checksum.of(text),
        market.economy().parameters(),
        settings.dynamics().name(),
        settings.dynamics().steps(),
        settings.seed(),
        settings.conditions(),
        settings.tolerance(),
        shocks);
  }

  /** The same after more shocks have come. */
  public Identity with(List<String> others) {
    return new Identity(
        model, text, parameters, dynamics, steps, seed, conditions, tolerance, others);
  }

  /** How the run that this is of differs from another, in words; empty if it does not. */
  public Optional<String> difference(Identity other) {
    if (!dynamics.equals(other.dynamics)) {
      return difference("dynamics '%s'", dynamics, other.dynamics);
    }
    if (!steps.equals(other.steps)) {
      return difference("steps '%s'", steps, other.steps);
    }
    if (seed != other.seed) {
      return difference("seed %s", seed, other.seed);
    }
    if (!conditions.equals(other.conditions)) {
      return difference("messages %s", words(conditions), words(other.conditions));
    }
    if (tolerance != other.tolerance) {
      return difference("tolerance %s", tolerance, other.tolerance);
    }
    for (var name : parameters.keySet()) {
      var here = parameters.get(name);
      var there = other.parameters.get(name);
      if (there != null && !there.equals(here)) {
        return difference(name + " = %s", here, there);
      }
    }
    if (!text.equals(other.text) || !parameters.equals(other.parameters)) {
      return Optional.of("the text of the model is another");
    }
    return shocks.equals(other.shocks)
        ? Optional.empty()
        : difference("%s", came(shocks), came(other.shocks));
  }

  private static Optional<String> difference(String format, Object here, Object there) {
    return Optional.of(
        "%s there, %s here".formatted(format.formatted(here), format.formatted(there)));
  }

  private static String came(List<String> shocks) {
    return shocks.isEmpty() ? "no shock by then" : "'" + String.join("', '", shocks) + "' by then";
  }

  private static String words(Conditions conditions) {
    return "in %s order, lost %s, doubled %s, late %s"
        .formatted(
            conditions.order() == Conditions.Order.RANDOM ? "random" : "the file's",
            conditions.loss(),
            conditions.repetition(),
            conditions.delay());
  }
}
