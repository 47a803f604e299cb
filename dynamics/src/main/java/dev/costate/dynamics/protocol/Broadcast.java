package dev.costate.dynamics.protocol;

/**
 * A few numbers that everybody hears at the start of a round: all that anybody knows of the whole
 * market. Most dynamics have none.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Broadcast(double[] numbers) {
  /** Silence. */
  public static final Broadcast NONE = new Broadcast(new double[0]);

  public Broadcast {
    numbers = numbers.clone();
  }
}
