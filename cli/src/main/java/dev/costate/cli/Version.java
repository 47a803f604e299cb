package dev.costate.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the build this class is part of. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    try (var file = Version.class.getResourceAsStream("version.properties")) {
      var properties = new Properties();
      properties.load(file);
      return new String[] {"costate " + properties.getProperty("version")};
    }
  }
}
