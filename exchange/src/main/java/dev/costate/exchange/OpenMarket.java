package dev.costate.exchange;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Port;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * A file with places for firms from outside: {@code firm B makes polyethylene from ethylene:
 * outside}.
 *
 * @param file the same with code at each place that makes nothing, so that it can be read as any
 *     other; nobody runs it
 * @param places the names of the firms that are outside, in the order of the file
 */
public record OpenMarket(MarketFile file, Set<String> places) {
  public OpenMarket {
    places = new LinkedHashSet<>(places);
  }

  /** A file with its places; empty if a place is none, which is in the diagnostics then. */
  public static Optional<OpenMarket> of(MarketFile file, Diagnostics diagnostics) {
    var declarations = new ArrayList<Declaration>();
    SequencedSet<String> places = new LinkedHashSet<>();
    for (var declaration : file.declarations()) {
      if (declaration instanceof FirmDeclaration firm
          && firm.body() instanceof FirmBody.Outside outside) {
        var wedged = ports(firm).stream().filter(port -> !port.wedges().isEmpty()).findFirst();
        if (wedged.isPresent()) {
          diagnostics.error(
              wedged.get().place(),
              "a tax, subsidy or markup at a place for a firm from outside is not in this version yet",
              "put it at the firm or consumer on the other side of the market");
        } else if (isForOneFirm(firm)) {
          places.add(firm.name().text());
          declarations.add(withCode(firm));
        } else {
          diagnostics.error(
              outside.place(),
              "a place is for one firm with goods of its own, not for one for each member of a set",
              "declare a place for each firm");
        }
      } else {
        declarations.add(declaration);
      }
    }
    if (places.isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.error(
          new Place(file.source(), 0, 0),
          "no firm is outside, so there is no place to take",
          "write for example: firm B makes polyethylene from ethylene: outside");
    }
    return diagnostics.hasErrors()
        ? Optional.empty()
        : Optional.of(
            new OpenMarket(new MarketFile(file.source(), declarations, file.closing()), places));
  }

  private static boolean isForOneFirm(FirmDeclaration firm) {
    return firm.subscripts().isEmpty()
        && firm.choices().isEmpty()
        && ports(firm).stream().allMatch(port -> port.each().isEmpty());
  }

  private static List<Port> ports(FirmDeclaration firm) {
    var ports = new ArrayList<>(firm.inputs());
    ports.addAll(firm.outputs());
    return ports;
  }

  private static FirmDeclaration withCode(FirmDeclaration firm) {
    var text = new StringBuilder("firm X makes x:\n");
    for (var output : firm.outputs()) {
      text.append("    ").append(output.local().text()).append(" = 0");
      firm.inputs().forEach(input -> text.append(" * ").append(input.local().text()));
      text.append('\n');
    }
    var parsed = Parser.parse(Source.of("a place", text.toString()), new Diagnostics());
    var body = ((FirmDeclaration) parsed.declarations().getFirst()).body();
    return new FirmDeclaration(
        firm.name(),
        firm.subscripts(),
        firm.outputs(),
        firm.inputs(),
        firm.choices(),
        body,
        firm.trivia(),
        firm.place());
  }
}
