package dev.costate.language;

import java.util.Objects;

/**
 * What is wrong (or worth a warning) at a place, with the values, and one hint; an empty hint means
 * none.
 */
public record Diagnostic(Severity severity, Place place, String message, String hint) {
  /** How bad it is: an error stops the work, a warning does not. */
  public enum Severity {
    ERROR,
    WARNING
  }

  public Diagnostic {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(place);
    Objects.requireNonNull(message);
    Objects.requireNonNull(hint);
  }

  public static Diagnostic error(Place place, String message, String hint) {
    return new Diagnostic(Severity.ERROR, place, message, hint);
  }

  public static Diagnostic warning(Place place, String message, String hint) {
    return new Diagnostic(Severity.WARNING, place, message, hint);
  }
}
