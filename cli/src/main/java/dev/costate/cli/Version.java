package dev.costate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the build this class is part of. */
final class Version {
  private Version() {}

  static String current() {
    try (var file = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(file);
      return properties.getProperty("version", "(unknown)");
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
