package dev.costate.cli.checkpoint;

/** A text is no checkpoint, or not one of this version. */
final class UnreadableCheckpoint extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableCheckpoint(String message) {
    super(message);
  }
}
