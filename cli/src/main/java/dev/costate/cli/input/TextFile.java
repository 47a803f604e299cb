package dev.costate.cli.input;

import dev.costate.language.Place;
import dev.costate.language.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** Texts from files. */
public final class TextFile {
  /** This path means standard input. */
  public static final String STANDARD_INPUT = "-";

  private TextFile() {}

  /**
   * The text of a file, under the name the user gave; {@code -} reads standard input.
   *
   * @throws Refusal if it cannot be read or is not UTF-8
   */
  public static Source read(String name, Console console) {
    return decode(shown(name), bytes(name, console));
  }

  private static String shown(String name) {
    return name.equals(STANDARD_INPUT) ? "<standard input>" : name;
  }

  private static byte[] bytes(String name, Console console) {
    try {
      if (name.equals(STANDARD_INPUT)) {
        return console.in().readAllBytes();
      }
      var path = console.path(name);
      if (Files.isDirectory(path)) {
        throw Refusal.ofWhole(name, "this is a directory", "name a file in it");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException _) {
      throw Refusal.ofWhole(name, "there is no such file", "");
    } catch (AccessDeniedException _) {
      throw Refusal.ofWhole(name, "no permission to read it", "");
    } catch (IOException problem) {
      throw Refusal.ofWhole(shown(name), "it cannot be read: " + problem.getMessage(), "");
    }
  }

  private static Source decode(String name, byte[] bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    var result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw notUtf8(name, bytes, in.position(), out.position());
    }
    return Source.of(name, out.flip().toString());
  }

  private static Refusal notUtf8(String name, byte[] bytes, int offset, int characters) {
    var source = Source.of(name, new String(bytes, StandardCharsets.UTF_8));
    int end = Math.min(characters + 1, source.text().length());
    return Refusal.at(
        new Place(source, characters, end),
        "this file is not UTF-8: the byte "
            + hexadecimal(bytes[offset])
            + " at offset "
            + offset
            + " begins no character",
        "save the file as UTF-8");
  }

  private static String hexadecimal(byte b) {
    return "0x" + Character.forDigit((b >> 4) & 15, 16) + Character.forDigit(b & 15, 16);
  }
}
