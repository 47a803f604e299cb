package dev.costate.tables;

import dev.costate.economy.index.Table;
import dev.costate.economy.index.Tables;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.syntax.Quoted;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** CSV files, named relative to the folder of a market. Each is read once. */
public final class CsvTables implements Tables {
  private final Path folder;
  private final String shownFolder;
  private final Map<String, Optional<Table>> read = new HashMap<>();

  /**
   * Tables of a folder.
   *
   * @param shownFolder how messages name it, with a slash at its end, or an empty string
   */
  public CsvTables(Path folder, String shownFolder) {
    this.folder = folder;
    this.shownFolder = shownFolder;
  }

  @Override
  public synchronized Optional<Table> read(Quoted file, Diagnostics diagnostics) {
    var known = read.get(file.text());
    if (known == null) {
      known = text(file, diagnostics).flatMap(text -> table(file, text, diagnostics));
      read.put(file.text(), known);
    }
    return known;
  }

  private Optional<Table> table(Quoted file, String text, Diagnostics diagnostics) {
    var source = Source.of(shownFolder + file.text(), text);
    return CsvText.table(file.text(), source, diagnostics);
  }

  private Optional<String> text(Quoted file, Diagnostics diagnostics) {
    try {
      return Optional.of(Files.readString(folder.resolve(file.text())));
    } catch (NoSuchFileException _) {
      return refused(
          file, diagnostics, "there is no such file", "it is looked for beside the market");
    } catch (AccessDeniedException _) {
      return refused(file, diagnostics, "no permission to read it", "");
    } catch (CharacterCodingException _) {
      return refused(file, diagnostics, "this file is not UTF-8", "save it as UTF-8");
    } catch (InvalidPathException problem) {
      return refused(
          file, diagnostics, "this cannot be the name of a file: " + problem.getReason(), "");
    } catch (IOException problem) {
      return refused(
          file,
          diagnostics,
          Files.isDirectory(folder.resolve(file.text()))
              ? "this is a folder"
              : "it cannot be read: " + problem.getMessage(),
          "");
    }
  }

  private static Optional<String> refused(
      Quoted file, Diagnostics diagnostics, String message, String hint) {
    diagnostics.error(file.place(), message, hint);
    return Optional.empty();
  }
}
