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
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Subscript;
import java.util.List;
import java.util.Optional;

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
      case ConsumerDeclaration consumer -> indices(consumer.subscripts());
      case UnknownDeclaration unknown -> indices(unknown.subscripts());
      case SetDeclaration set ->
          refuse(set.place(), "sets are", "write the goods and firms out one by one");
      case TableDeclaration table -> tables(table.place());
      case FirmTableDeclaration table -> tables(table.place());
      case GoodDeclaration good -> indices(good.subscripts());
      case ParameterDeclaration parameter -> indices(parameter.subscripts());
      case FirmDeclaration firm -> firm(firm);
      case FunctionDeclaration _, NumeraireDeclaration _, ScenarioDeclaration _ -> {}
    }
  }

  private void firm(FirmDeclaration firm) {
    indices(firm.subscripts());
    firm.outputs().forEach(this::port);
    firm.inputs().forEach(this::port);
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
    lists(port.each());
    if (!port.good().indices().isEmpty()) {
      indexed(port.good().place());
    }
  }

  private void tables(Place place) {
    refuse(place, "tables are", "write the numbers and firms into the file");
  }

  private void lists(Optional<Generator> each) {
    each.ifPresent(generator ->
        refuse(generator.place(), "lists over a set are", "write the items out one by one"));
  }

  private void indices(List<Subscript> subscripts) {
    subscripts.stream().findFirst().ifPresent(subscript -> indexed(subscript.place()));
  }

  private void indexed(Place place) {
    refuse(
        place,
        "indexed goods, firms and parameters are",
        "write them out one by one, as in power_1, power_2");
  }

  private void refuse(Place place, String what, String hint) {
    refused = true;
    diagnostics.error(place, what + " not in this version yet", hint);
  }
}
