package dev.costate.exchange;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.MarketFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The file of a firm outside: one firm, and the functions and parameters that its code uses. */
public final class Technology {
  private Technology() {}

  /**
   * The same as a market that can be read: each good of the firm has some price. Empty if there is
   * not one firm, or there are consumers, which is in the diagnostics then.
   */
  public static Optional<MarketFile> alone(MarketFile file, Diagnostics diagnostics) {
    var firms =
        file.declarations().stream()
            .filter(FirmDeclaration.class::isInstance)
            .map(FirmDeclaration.class::cast)
            .toList();
    if (firms.size() != 1) {
      diagnostics.error(
          firms.size() > 1 ? firms.get(1).name().place() : new Place(file.source(), 0, 0),
          "a technology is one firm, but there are " + firms.size(),
          "leave the firm that takes the place: firm B makes polyethylene from ethylene: …");
      return Optional.empty();
    }
    var declarations = new ArrayList<Declaration>();
    for (var declaration : file.declarations()) {
      if (declaration instanceof ConsumerDeclaration consumer) {
        diagnostics.error(
            consumer.name().place(), "a technology has no consumers", "leave the firm alone");
        return Optional.empty();
      }
      if (!(declaration instanceof GoodDeclaration)) {
        declarations.add(declaration);
      }
    }
    declarations.addAll(prices(firms.getFirst()));
    return Optional.of(new MarketFile(file.source(), declarations, file.closing()));
  }

  private static List<Declaration> prices(FirmDeclaration firm) {
    var goods = new LinkedHashSet<String>();
    firm.inputs().forEach(port -> goods.add(port.good().name().text()));
    firm.outputs().forEach(port -> goods.add(port.good().name().text()));
    var text = new StringBuilder();
    goods.forEach(good -> text.append("good ").append(good).append(": price 1\n"));
    return Parser.parse(Source.of("prices", text.toString()), new Diagnostics()).declarations();
  }
}
