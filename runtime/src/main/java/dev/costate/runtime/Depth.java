package dev.costate.runtime;

/** How deep calls may nest. */
public final class Depth {
  /** Calls nest this deep and no deeper, however the program runs. */
  public static final int LIMIT = 20_000;

  private Depth() {}

  /**
   * How many calls may nest in the one about to happen.
   *
   * @param remaining how many may nest in the running one
   * @throws Exceeded if that is none
   */
  public static int deeper(int remaining, int place) {
    if (remaining == 0) {
      throw new Exceeded(place);
    }
    return remaining - 1;
  }

  /**
   * Calls nest deeper than the runner of the outermost one allowed, be it for the limit or for the
   * size of its stack.
   */
  public static final class Exceeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int place;

    Exceeded(int place) {
      super("calls nest too deep", null, false, false);
      this.place = place;
    }

    /** The place of the call that would have been one too many. */
    public int place() {
      return place;
    }
  }

  /** The failure of a call at the limit. */
  public static Failure failure(int place) {
    return new Failure(
        "calls nest deeper than " + LIMIT,
        "a recursion must end: check the condition under which the function returns without calling itself",
        place);
  }
}
