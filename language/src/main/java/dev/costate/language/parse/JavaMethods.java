package dev.costate.language.parse;

import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.Trivia;

/**
 * Reads {@code = java com.acme.Moulding#output}. The method stands where a comment would: what
 * follows it may be one.
 */
final class JavaMethods {
  private static final String FORM = "write '= java com.acme.Moulding#output'";

  private JavaMethods() {}

  /** The firm whose head ends before the equals sign. */
  static Declaration read(TokenReader tokens, FirmParser.Complete complete) {
    tokens.next();
    var word = tokens.next();
    var className = new StringBuilder();
    var last = word;
    do {
      last = tokens.peek();
      className.append(className.isEmpty() ? "" : ".").append(tokens.name("the name of a class"));
    } while (tokens.skip(TokenKind.DOT));
    tokens.expectEnd(FORM);
    var comment = tokens.line().trailing();
    int length = nameLength(comment);
    var classPlace = tokens.from(word);
    var source = classPlace.source();
    if (length == 0 || source.text().charAt(last.end()) != '#') {
      throw tokens.error(tokens.peek(), "the method of the class is missing", FORM);
    }
    var place = new Place(source, word.start(), last.end() + 1 + length);
    var rest = comment.substring(1 + length).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw new SyntaxError(
          place, "unexpected '%s' behind the method".formatted(Token.shortened(rest)), FORM);
    }
    var body =
        new FirmBody.JavaMethod(className.toString(), comment.substring(1, 1 + length), place);
    return complete.with(body, new Trivia(tokens.trivia().leading(), rest));
  }

  /** How many characters directly behind the {@code #} are of a name. */
  private static int nameLength(String comment) {
    if (comment.length() < 2 || !Character.isJavaIdentifierStart(comment.charAt(1))) {
      return 0;
    }
    int end = 2;
    while (end < comment.length() && Character.isJavaIdentifierPart(comment.charAt(end))) {
      end++;
    }
    return end - 1;
  }
}
