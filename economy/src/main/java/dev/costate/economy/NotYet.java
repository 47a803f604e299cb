package dev.costate.economy;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.MarketFile;

/**
 * What belongs to the language but not to this version: recognised, refused in one sentence, with
 * what can be done instead.
 */
final class NotYet {
  private final Diagnostics diagnostics;
  private boolean refused;

  private NotYet(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether the file has anything of this kind, which is reported then. */
  static boolean refuses(MarketFile file, Diagnostics diagnostics) {
    var notYet = new NotYet(diagnostics);
    for (var declaration : file.declarations()) {
      if (declaration instanceof FirmDeclaration firm) {
        notYet.check(firm.body());
      }
    }
    return notYet.refused;
  }

  private void check(FirmBody body) {
    switch (body) {
      case FirmBody.JavaMethod java ->
          refuse(
              java.place(), "firms written in Java are", "write the code of the firm under a ':'");
      case FirmBody.Outside outside ->
          refuse(
              outside.place(),
              "firms that join from outside are",
              "write the code of the firm under the ':'");
      case FirmBody.Lines _ -> {}
    }
  }

  private void refuse(Place place, String what, String hint) {
    refused = true;
    diagnostics.error(place, what + " not in this version yet", hint);
  }
}
