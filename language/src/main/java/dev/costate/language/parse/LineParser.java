package dev.costate.language.parse;

import java.util.Optional;

/** Reads a line and, if it is the head of a block, the lines under it. */
interface LineParser<T> {
  /** What the line says; nothing if it could not be read, which has then been reported. */
  Optional<T> read(TokenReader tokens);
}
