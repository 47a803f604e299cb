package dev.costate.economy;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FirmTableDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Port;

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
    file.declarations().forEach(notYet::check);
    return notYet.refused;
  }

  private void check(Declaration declaration) {
    switch (declaration) {
      case ConsumerDeclaration consumer ->
          refuse(
              consumer.place(),
              "consumers are",
              "until then 'supply', 'demand' and 'price' lines of goods can stand for the households");
      case UnknownDeclaration unknown ->
          refuse(
              unknown.place(),
              "unknowns are",
              "declare it as 'parameter name = value' and try values with --set");
      case FirmDeclaration firm -> firm(firm);
      case SetDeclaration _,
          TableDeclaration _,
          FirmTableDeclaration _,
          GoodDeclaration _,
          ParameterDeclaration _,
          FunctionDeclaration _,
          NumeraireDeclaration _,
          ScenarioDeclaration _ -> {}
    }
  }

  private void firm(FirmDeclaration firm) {
    firm.outputs().forEach(this::port);
    firm.inputs().forEach(this::port);
    firm.choices().stream()
        .findFirst()
        .ifPresent(choice ->
            refuse(
                choice.place(),
                "'choosing' is",
                "declare it as 'parameter name = value' and try values with --set"));
    switch (firm.body()) {
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

  private void port(Port port) {
    port.wedges().stream()
        .findFirst()
        .ifPresent(wedge ->
            refuse(
                wedge.place(),
                "taxes, subsidies and markups are",
                "leave the brackets out; without them buyers pay what sellers get"));
  }

  private void refuse(Place place, String what, String hint) {
    refused = true;
    diagnostics.error(place, what + " not in this version yet", hint);
  }
}
