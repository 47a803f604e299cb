package dev.costate.economy.index;

import dev.costate.language.Diagnostics;
import dev.costate.language.syntax.Quoted;
import java.util.Optional;

/** Where the rows of a table that a market names come from. */
public interface Tables {
  /** The table; empty if it cannot be read, which has then been reported. */
  Optional<Table> read(Quoted file, Diagnostics diagnostics);

  /** For texts that stand alone, without files beside them. */
  static Tables none() {
    return (file, diagnostics) -> {
      diagnostics.error(
          file.place(),
          "there are no tables beside this text",
          "write the numbers into the text, or read it from a file");
      return Optional.empty();
    };
  }
}
