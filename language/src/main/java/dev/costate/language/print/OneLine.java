package dev.costate.language.print;

import dev.costate.language.Place;
import dev.costate.language.syntax.Trivia;

/** Decides whether the only line of a block stays on the line of its head. */
final class OneLine {
  private OneLine() {}

  /** Whether the line stood behind its head, and no comment needs a line between them. */
  static boolean stood(Trivia head, Place headPlace, Trivia line, Place linePlace) {
    return head.trailing().isEmpty()
        && line.leading().isEmpty()
        && headPlace.end() > headPlace.start()
        && linePlace.start() >= headPlace.end()
        && headPlace.source() == linePlace.source()
        && headPlace.source().line(headPlace.end()) == linePlace.line();
  }

  /** The comments before the head and behind the line. */
  static Trivia trivia(Trivia head, Trivia line) {
    return new Trivia(head.leading(), line.trailing());
  }
}
