package dev.costate.java.read;

/** The whole numbers that an expression is known to be one of. */
record Interval(long least, long greatest) {
  static final Interval INT = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** The longs that a binary64 number holds, each and its neighbours. */
  static final Interval LONG = new Interval(-(1L << 53) + 1, (1L << 53) - 1);

  static final Interval SIZE = new Interval(0, Integer.MAX_VALUE);

  Interval {
    if (least > greatest) {
      throw new IllegalArgumentException(least + ".." + greatest);
    }
  }

  static Interval of(long value) {
    return new Interval(value, value);
  }

  boolean contains(Interval other) {
    return least <= other.least && other.greatest <= greatest;
  }

  boolean contains(long value) {
    return least <= value && value <= greatest;
  }

  boolean isOne() {
    return least == greatest;
  }

  /** Everything between the two. */
  Interval to(Interval other) {
    return new Interval(Math.min(least, other.least), Math.max(greatest, other.greatest));
  }

  Interval plus(Interval other) {
    return new Interval(least + other.least, greatest + other.greatest);
  }

  Interval minus(Interval other) {
    return new Interval(least - other.greatest, greatest - other.least);
  }

  /** Of ints; products of longs may overflow. */
  Interval times(Interval other) {
    long a = least * other.least;
    long b = least * other.greatest;
    long c = greatest * other.least;
    long d = greatest * other.greatest;
    return new Interval(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }
}
