package dev.costate.exchange;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the exchange knows of a place.
 *
 * @param session how often the place has been taken
 * @param answered the last round it answered; -1 before the first
 * @param silent rounds it did not answer in a row
 * @param attempts answers it has sent in this round
 * @param rejected answers refused so far, by reason
 */
public record SeatState(
    long session, long answered, long silent, int attempts, Map<Rejection, Long> rejected) {
  static final SeatState EMPTY = new SeatState(0, -1, 0, 0, Map.of());

  public SeatState {
    rejected = Map.copyOf(rejected);
  }

  boolean isTaken() {
    return session > 0;
  }

  SeatState taken() {
    return new SeatState(session + 1, answered, silent, attempts, rejected);
  }

  SeatState accepted(long round) {
    return new SeatState(session, round, 0, attempts + 1, rejected);
  }

  SeatState refused(Rejection reason) {
    var more = new EnumMap<Rejection, Long>(Rejection.class);
    more.putAll(rejected);
    more.merge(reason, 1L, Long::sum);
    return new SeatState(session, answered, silent, attempts + 1, more);
  }

  /** At the end of a round. */
  SeatState after(long round) {
    return new SeatState(session, answered, answered == round ? 0 : silent + 1, 0, rejected);
  }
}
