package dev.costate.cli.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

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
      var target = console.path(name).toRealPath();
      var folder = target.getParent() == null ? Path.of("") : target.getParent();
      var temporary = Files.createTempFile(folder, "." + target.getFileName(), ".new");
      try {
        write(temporary, text);
        keepPermissions(target, temporary);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException problem) {
      throw Refusal.ofWhole(name, "it cannot be written: " + problem, "the file is as it was");
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null) {
      view.setPermissions(Files.getPosixFilePermissions(from));
    }
  }
}
