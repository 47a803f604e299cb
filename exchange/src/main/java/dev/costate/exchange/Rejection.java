package dev.costate.exchange;

/** Why an answer was refused at the edge. */
public enum Rejection {
  /** It answers prices of an earlier round, epoch or session. */
  LATE,
  /** It answers prices that nobody was told. */
  UNASKED,
  /** The round is answered already. */
  REPEATED,
  /** It speaks for somebody else, or to somebody it has no business with. */
  FORGED,
  /** A number is not finite, or negative where it cannot be, or a total is below what it was. */
  MALFORMED,
  /** It has more messages, or larger numbers, than a firm can have. */
  OVERSIZED,
  /** The firm has sent more answers in this round than it may. */
  TOO_FREQUENT
}
