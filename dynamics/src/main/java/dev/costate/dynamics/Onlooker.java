package dev.costate.dynamics;

import dev.costate.dynamics.measure.Reading;

/** Sees a run while it happens; nothing flows back. */
@FunctionalInterface
public interface Onlooker {
  /** A round has passed. */
  void see(Reading reading);

  /** The run goes on after a round, and could be resumed from there. */
  default void couldResume(Checkpoint checkpoint) {}
}
