package dev.costate.cli.input;

import java.io.IOException;
import java.nio.file.Files;

/** Writes what a command made to a file that the user named. */
public final class NewFile {
  private NewFile() {}

  /**
   * Finds out, before the work that it is for, whether a file can be made.
   *
   * @throws Refusal if it cannot
   */
  public static void check(String name, Console console) {
    var file = console.path(name);
    var folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Refusal.ofWhole(name, "there is no folder to write it to", "make the folder first");
    }
    if (Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : folder)) {
      throw Refusal.ofWhole(name, "it cannot be written", "name another file");
    }
  }

  /**
   * Makes a file, or gives an existing one another text.
   *
   * @throws Refusal if that fails
   */
  public static void write(String name, String text, Console console) {
    var file = console.path(name);
    if (Files.isRegularFile(file)) {
      AtomicFile.replace(name, text, console);
      return;
    }
    var folder = file.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw Refusal.ofWhole(name, "there is no folder to write it to", "make the folder first");
    }
    try {
      Files.writeString(file, text);
    } catch (IOException problem) {
      throw Refusal.ofWhole(name, "it cannot be written: " + problem, "");
    }
  }
}
