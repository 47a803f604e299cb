package dev.costate.dynamics.protocol;

/**
 * Adds up what agents tell of their own moves, and says a few numbers to all. It sees sums over the
 * whole market and nothing else.
 */
public interface Herald {
  /** Says nothing. */
  Herald SILENT =
      new Herald() {
        @Override
        public Broadcast opening() {
          return Broadcast.NONE;
        }

        @Override
        public Broadcast next(Broadcast last, double[] sums) {
          return Broadcast.NONE;
        }
      };

  /** What is heard in the first round. */
  Broadcast opening();

  /**
   * What is heard in the next round.
   *
   * @param last what was heard in this one
   * @param sums of what agents told, number by number; empty if nobody told anything
   */
  Broadcast next(Broadcast last, double[] sums);
}
