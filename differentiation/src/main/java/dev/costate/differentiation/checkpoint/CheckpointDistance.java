package dev.costate.differentiation.checkpoint;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Function;
import dev.costate.program.lower.Lowering;
import java.util.List;
import java.util.Map;

/**
 * The binomial schedule (Griewank and Walther, Algorithm 799: revolve, ACM Transactions on
 * Mathematical Software 26, 2000): how many steps beyond the state at hand the next checkpoint is
 * best set.
 *
 * <p>With s checkpoints, the one at hand among them, and no step run forward more than r times,
 * β(s, r) = (s + r)!/(s! r!) steps can be reversed. For l steps r is the smallest with β(s, r) ≥ l;
 * of the l steps some m are then left to the checkpoint at hand, which is free again for r − 1
 * times, and l − m to the s − 1 others for r times: so β(s, r − 2) ≤ m ≤ β(s, r − 1) and β(s − 1, r
 * − 1) ≤ l − m ≤ β(s − 1, r). The steps forward are then r l − β(s + 1, r − 1) in all, which is the
 * least possible.
 */
public final class CheckpointDistance {
  public static final String NAME = "checkpoint_distance";

  private static final String TEXT =
      """
      function checkpoint_distance(steps, checkpoints):
          sweeps = 0
          reach = 1  # what these checkpoints can reverse in so many sweeps
          while reach < steps:
              sweeps += 1
              reach = reach * (checkpoints + sweeps) / sweeps
          right = reach * checkpoints / (checkpoints + sweeps)  # with a checkpoint less
          left = (reach - right) * (sweeps - 1) / (checkpoints + sweeps - 1)  # two sweeps less
          return max(1, left, steps - right)
      """;

  private CheckpointDistance() {}

  /** For at least two steps and one checkpoint. */
  public static Function function() {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("checkpoints", TEXT), diagnostics);
    var program = Lowering.lower(file.functions(), Map.of(), List.of(), diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException("not valid: " + diagnostics.all());
    }
    return program.function(NAME);
  }
}
