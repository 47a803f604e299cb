package dev.costate.equilibrium.certify;

import dev.costate.economy.Consumer;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.equilibrium.certify.Curve.Bend;
import dev.costate.equilibrium.certify.Curve.Sign;
import dev.costate.program.Program;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether the first-order conditions of a plan are known to suffice for the best plan. */
public final class Concavity {
  private Concavity() {}

  /**
   * Whether a firm's outputs are known to be concave, and what its capacities limit to be convex,
   * in all it decides. An output whose price may be negative must be affine.
   *
   * @param disposals of goods by name; free if left out
   */
  public static boolean isKnown(Program program, Firm firm, Map<String, Good.Disposal> disposals) {
    var signs =
        Stream.concat(
                Collections.nCopies(firm.inputs().size(), Sign.NOT_NEGATIVE).stream(),
                firm.choices().stream().map(Concavity::sign))
            .toList();
    return CurveReader.results(program, firm.function(), signs)
        .filter(results -> isConcave(firm, results, disposals))
        .isPresent();
  }

  private static Sign sign(Firm.Choice choice) {
    if (choice.lower() >= 0) {
      return Sign.NOT_NEGATIVE;
    }
    return choice.upper() <= 0 ? Sign.NOT_POSITIVE : Sign.ANY;
  }

  private static boolean isConcave(
      Firm firm, List<Curve> results, Map<String, Good.Disposal> disposals) {
    int outputs = firm.outputs().size();
    for (int k = 0; k < outputs; k++) {
      var bend = results.get(k).bend();
      boolean mayCost =
          disposals.getOrDefault(firm.outputs().get(k).good(), Good.Disposal.FREE)
              == Good.Disposal.NONE;
      if (!(mayCost ? bend == Bend.AFFINE || bend == Bend.CONSTANT : bend.isConcave())) {
        return false;
      }
    }
    for (int c = outputs; c + 1 < results.size(); c += 2) {
      if (!results.get(c).plus(results.get(c + 1).negated()).bend().isConvex()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a consumer's utility is known to be quasi-concave. */
  public static boolean isKnown(Program program, Consumer consumer) {
    var wants = Collections.nCopies(consumer.wants().size(), Sign.NOT_NEGATIVE);
    return consumer
        .utility()
        .flatMap(utility -> CurveReader.results(program, utility, wants))
        .filter(results -> results.getFirst().isQuasiconcave())
        .isPresent();
  }
}
