package dev.costate.runtime;

/** Running code met a value it cannot work with: the message says which, the place says where. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String what;
  private final String hint;
  private final int place;

  /**
   * @param hint what to do about it, or an empty string
   * @param place the number under which the code that ran knows the place
   */
  public Failure(String message, String hint, int place) {
    super(message);
    this.what = message;
    this.hint = hint;
    this.place = place;
  }

  /** What is wrong, with the values. */
  public String what() {
    return what;
  }

  public String hint() {
    return hint;
  }

  public int place() {
    return place;
  }
}
