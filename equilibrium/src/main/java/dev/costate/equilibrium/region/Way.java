package dev.costate.equilibrium.region;

import dev.costate.program.Expression.Apply;
import java.util.List;
import java.util.Optional;

/**
 * The way that code goes at some arguments: what each operation that may make it turn decided.
 *
 * @param isDefined whether it ends, with finite results
 */
record Way(List<Turn> turns, boolean isDefined) {
  /** As many turns are told apart; more are loops that run on and on. */
  static final int MOST_TURNS = 400;

  Way {
    turns = List.copyOf(turns);
  }

  /**
   * @param difference what changes its sign where the code turns; NaN for a rounding
   * @param way its sign, or what is rounded to
   */
  record Turn(Apply at, double difference, double way) {
    @SuppressWarnings(
        "ReferenceEquality") // the same operation in the code, not one that looks like it
    boolean isSame(Turn other, Sameness sameness) {
      boolean isRounded = Double.isNaN(difference) && Double.isNaN(other.difference);
      return at == other.at
          && (isRounded && sameness == Sameness.COMPARED || Double.compare(way, other.way) == 0);
    }
  }

  /** What two ways have in common that are the same. */
  enum Sameness {
    /** What is compared comes out the same; numbers may be rounded to others. */
    COMPARED,
    /** That too. */
    ROUNDED
  }

  /** The first turn at which two ways differ. */
  record Parting(int turn, Sameness sameness) {
    /** Whether two ways are the same up to and with this turn. */
    boolean isBehind(Way way, Way other) {
      int parting = way.parting(other, sameness);
      return parting == NONE || parting > turn;
    }
  }

  private static final int NONE = -1;

  /** Where another way differs: in what is compared, if in that; otherwise in a rounding. */
  Optional<Parting> parting(Way other) {
    for (var sameness : Sameness.values()) {
      int turn = parting(other, sameness);
      if (turn != NONE) {
        return Optional.of(new Parting(turn, sameness));
      }
    }
    return Optional.empty();
  }

  private int parting(Way other, Sameness sameness) {
    int common = Math.min(turns.size(), other.turns.size());
    for (int k = 0; k < common; k++) {
      if (!turns.get(k).isSame(other.turns.get(k), sameness)) {
        return k;
      }
    }
    boolean same = turns.size() == other.turns.size() && isDefined == other.isDefined;
    return same ? NONE : common;
  }

  boolean isSame(Way other, Sameness sameness) {
    return parting(other, sameness) == NONE;
  }
}
