package dev.costate.cli.checkpoint;

import dev.costate.cli.input.AtomicFile;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Refusal;
import dev.costate.dynamics.Checkpoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A checkpoint and the run it is of, in a file.
 *
 * @param identity of the run
 */
public record CheckpointFile(Identity identity, Checkpoint checkpoint) {
  private static final String FORMAT = "costate checkpoint";

  /** Another version has other components. */
  private static final int VERSION = 1;

  /** Bytes that are read at once. */
  private static final int BLOCK = 1 << 16;

  private static final String TRAILER = "{\"sha256\":\"%s\"}\n";
  private static final int TRAILER_LENGTH = TRAILER.formatted("0".repeat(64)).length();

  /**
   * Writes the file so that, whatever happens meanwhile, either the old or the new one is there.
   *
   * @throws Refusal if that fails
   */
  public void write(String name, Console console) {
    AtomicFile.write(name, this::write, console);
  }

  private void write(OutputStream file) throws IOException {
    var digest = Checksum.digest();
    var out = new DigestOutputStream(file, digest);
    try (var json =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(ObjectWriteContext.empty(), out)) {
      var records = new RecordWriter(json);
      json.writeStartObject();
      json.writeName("format");
      json.writeString(FORMAT);
      json.writeName("version");
      json.writeNumber(VERSION);
      json.writeName("identity");
      records.write(identity, Identity.class);
      json.writeName("checkpoint");
      records.write(checkpoint, Checkpoint.class);
      json.writeEndObject();
    }
    out.write('\n');
    out.on(false);
    out.write(TRAILER.formatted(Checksum.text(digest.digest())).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a file.
   *
   * @throws Refusal if there is none, or it is no checkpoint, or not as it was written
   */
  public static CheckpointFile read(String name, Console console) {
    var path = console.path(name);
    try {
      var found = parse(path);
      if (!isWhole(path)) {
        throw damaged(name);
      }
      return found;
    } catch (NoSuchFileException _) {
      throw Refusal.ofWhole(name, "there is no such file", "");
    } catch (IOException problem) {
      throw Refusal.ofWhole(name, "it cannot be read: " + problem.getMessage(), "");
    } catch (JacksonException | UnreadableCheckpoint problem) {
      throw refusal(name, path);
    }
  }

  private static Refusal damaged(String name) {
    return Refusal.ofWhole(
        name,
        "this checkpoint is not as it was written: its checksum is another",
        "take an earlier one, or run from the start");
  }

  private static CheckpointFile parse(Path path) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(path));
        var json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      var records = new RecordReader(json);
      records.expectNext(JsonToken.START_OBJECT);
      records.expectName("format");
      expect(FORMAT, records.read(String.class));
      records.expectName("version");
      expect(VERSION, records.read(int.class));
      records.expectName("identity");
      var identity = (Identity) records.read(Identity.class);
      records.expectName("checkpoint");
      var checkpoint = (Checkpoint) records.read(Checkpoint.class);
      records.expectNext(JsonToken.END_OBJECT);
      return new CheckpointFile(identity, checkpoint);
    }
  }

  private static void expect(Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new UnreadableCheckpoint("'%s' where '%s' should be".formatted(found, expected));
    }
  }

  /** Why a file cannot be read as a checkpoint. */
  private static Refusal refusal(String name, Path path) {
    try {
      var start = "{\"format\":\"%s\",\"version\":".formatted(FORMAT);
      var version = start + VERSION + ",";
      String found;
      try (var in = Files.newInputStream(path)) {
        found = new String(in.readNBytes(version.length()), StandardCharsets.UTF_8);
      }
      if (!found.startsWith(start)) {
        return Refusal.ofWhole(
            name, "this is no checkpoint", "name a file that was written by --checkpoint");
      }
      if (!found.equals(version)) {
        return Refusal.ofWhole(
            name,
            "this checkpoint was written by another version of costate",
            "run from the start, or resume with the version that wrote it");
      }
      return isWhole(path)
          ? Refusal.ofWhole(
              name,
              "this checkpoint was written by another version of costate",
              "run from the start, or resume with the version that wrote it")
          : damaged(name);
    } catch (IOException problem) {
      return Refusal.ofWhole(name, "it cannot be read: " + problem.getMessage(), "");
    }
  }

  /** Whether the last line is the checksum of all before it. */
  private static boolean isWhole(Path path) throws IOException {
    long length = Files.size(path) - TRAILER_LENGTH;
    if (length < 0) {
      return false;
    }
    var digest = Checksum.digest();
    try (var in = Files.newInputStream(path)) {
      var block = new byte[BLOCK];
      while (length > 0) {
        int read = in.readNBytes(block, 0, (int) Math.min(block.length, length));
        if (read == 0) {
          return false;
        }
        digest.update(block, 0, read);
        length -= read;
      }
      var expected = TRAILER.formatted(Checksum.text(digest.digest()));
      var found = new String(in.readNBytes(TRAILER_LENGTH), StandardCharsets.UTF_8);
      return found.equals(expected);
    }
  }
}
