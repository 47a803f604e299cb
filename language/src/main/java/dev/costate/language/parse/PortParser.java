package dev.costate.language.parse;

import dev.costate.language.syntax.Declaration.Choice;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists of goods and of choices, separated by commas, each for one or for each of a set. */
final class PortParser {
  private PortParser() {}

  /** {@code steel as scrap (tax 10% to state), [X[i] for i in product]}. */
  static List<Port> ports(TokenReader tokens) {
    return list(
        tokens,
        "a good",
        reader -> {
          var good = Subscripts.reference(reader, "the name of a good");
          Optional<Name> alias =
              reader.skipWord("as")
                  ? Optional.of(reader.name("the name of the good in the firm's code"))
                  : Optional.empty();
          var wedges = WedgeParser.wedges(reader);
          return (each, place) -> new Port(good, alias, wedges, each, place);
        });
  }

  /** {@code cut in 0..1, [share[i] in 0..1 for i in product]}. */
  static List<Choice> choices(TokenReader tokens) {
    return list(
        tokens,
        "a choice",
        reader -> {
          var name = Subscripts.reference(reader, "the name of a choice");
          reader.expect(TokenKind.IN, "what a firm chooses has bounds: choosing cut in 0..1");
          var bounds = Subscripts.bounds(reader);
          return (each, place) -> new Choice(name, bounds, each, place);
        });
  }

  /** What is read of one item, once it is known for which members it is meant. */
  interface Item<T> {
    T of(Optional<Generator> each, dev.costate.language.Place place);
  }

  /** Reads one item up to what follows it. */
  interface ItemReader<T> {
    Item<T> read(TokenReader tokens);
  }

  static <T> List<T> list(TokenReader tokens, String what, ItemReader<T> item) {
    var items = new ArrayList<T>();
    do {
      items.add(
          tokens.at(TokenKind.OPEN_SQUARE) ? generated(tokens, what, item) : single(tokens, item));
    } while (tokens.skip(TokenKind.COMMA));
    return items;
  }

  private static <T> T single(TokenReader tokens, ItemReader<T> item) {
    var first = tokens.peek();
    return item.read(tokens).of(Optional.empty(), tokens.from(first));
  }

  private static <T> T generated(TokenReader tokens, String what, ItemReader<T> item) {
    var bracket = tokens.next();
    var complete = item.read(tokens);
    if (!tokens.at(TokenKind.FOR)) {
      throw tokens.unexpected(
          "'for'",
          "brackets hold %s of a set, as in [X[i] for i in product]; others are separated by commas"
              .formatted(what));
    }
    var each = Subscripts.generator(tokens);
    tokens.expect(TokenKind.CLOSE_SQUARE, "a list is written [X[i] for i in product if c[i] > 0]");
    if (tokens.at(TokenKind.OPEN_ROUND)) {
      throw tokens.error(
          tokens.peek(),
          "a wedge behind a list",
          "write it behind the good: [X[i] (tax 10% to state) for i in product]");
    }
    return complete.of(Optional.of(each), tokens.from(bracket));
  }
}
