package dev.costate.cli.input;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes whole files so that, whatever happens meanwhile, either the old or the new text is there.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Replaces the text of an existing file; its permissions stay, and a link still points at it.
   *
   * @throws Refusal if that fails; the file is then as it was
   */
  public static void replace(String name, String text, Console console) {
    try {
      replace(
          console.path(name).toRealPath(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException problem) {
      throw Refusal.ofWhole(name, "it cannot be written: " + problem, "the file is as it was");
    }
  }

  /** What is in a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Makes a file, or replaces the content of an existing one.
   *
   * @throws Refusal if that fails; if there was a file, it is then as it was
   */
  public static void write(String name, Content content, Console console) {
    checkFolder(name, console);
    var path = console.path(name);
    try {
      replace(Files.isRegularFile(path) ? path.toRealPath() : path.toAbsolutePath(), content);
    } catch (IOException problem) {
      throw Refusal.ofWhole(name, "it cannot be written: " + problem, "");
    }
  }

  /**
   * Goes on only if there is a folder for a file, before work is done for it.
   *
   * @throws Refusal if there is none
   */
  public static void checkFolder(String name, Console console) {
    var folder = console.path(name).toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Refusal.ofWhole(name, "there is no folder to write it to", "make the folder first");
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    var folder = target.getParent() == null ? Path.of("") : target.getParent();
    var temporary = temporary(folder, "." + target.getFileName());
    try {
      try (var file = new FileOutputStream(temporary.toFile());
          var out = new BufferedOutputStream(file)) {
        content.writeTo(out);
        out.flush();
        file.getChannel().force(true);
      }
      if (Files.exists(target)) {
        keepPermissions(target, temporary);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** With the permissions of any new file, not those of a temporary one. */
  private static Path temporary(Path folder, String prefix) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Files.createTempFile(
            folder,
            prefix,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")))
        : Files.createTempFile(folder, prefix, ".new");
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(from));
    }
  }
}
