package dev.costate.cli.command;

import dev.costate.cli.arguments.UsageError;
import dev.costate.program.java.JavaClass;
import java.nio.file.Path;
import java.util.Optional;

/** The name of a class: that of the Java file that is written, or made from that of the model. */
final class JavaFileName {
  private static final String ENDING = ".java";

  private JavaFileName() {}

  /**
   * @throws UsageError if no class can be named like the file to write
   */
  static String of(String model, Optional<String> out) {
    if (out.isEmpty()) {
      return JavaClass.className(stem(model));
    }
    var name = lastPart(out.get());
    var stem = stem(out.get());
    if (!name.endsWith(ENDING)) {
      throw new UsageError(
          "a Java class stands in a file that ends in .java, not in '" + name + "'",
          "--out " + JavaClass.className(stem) + ENDING);
    }
    if (!JavaClass.className(stem).equals(stem)) {
      throw new UsageError(
          "no Java class can have the name '" + stem + "' of its file here",
          "--out " + JavaClass.className(stem) + ENDING);
    }
    return stem;
  }

  private static String lastPart(String file) {
    var name = Path.of(file).getFileName();
    return name == null ? "" : name.toString();
  }

  /** The name of a file without its folder and its ending. */
  private static String stem(String file) {
    var name = lastPart(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
