package dev.costate.cli.input;

import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import java.util.List;

/** The input is wrong: why, for the user. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Reason reason;

  private Refusal(String summary, Reason reason) {
    super(summary);
    this.reason = reason;
  }

  /** Why. */
  public sealed interface Reason {
    /** Errors at places in texts; at least one. */
    record Errors(List<Diagnostic> diagnostics) implements Reason {
      public Errors {
        diagnostics = List.copyOf(diagnostics);
      }
    }

    /**
     * Something is wrong with a file as a whole.
     *
     * @param subject the file as the user named it
     * @param hint what to do, or an empty string
     */
    record Whole(String subject, String message, String hint) implements Reason {}
  }

  public static Refusal of(List<Diagnostic> diagnostics) {
    return new Refusal(diagnostics.getFirst().message(), new Reason.Errors(diagnostics));
  }

  public static Refusal at(Place place, String message, String hint) {
    return of(List.of(Diagnostic.error(place, message, hint)));
  }

  public static Refusal ofWhole(String subject, String message, String hint) {
    return new Refusal(message, new Reason.Whole(subject, message, hint));
  }

  /** Goes on only if nothing is wrong. */
  public static void ifErrors(Diagnostics diagnostics) {
    if (diagnostics.hasErrors()) {
      throw of(diagnostics.all());
    }
  }

  public Reason reason() {
    return reason;
  }
}
