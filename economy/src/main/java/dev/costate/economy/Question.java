package dev.costate.economy;

import dev.costate.language.Place;
import dev.costate.language.syntax.Bounds;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.Condition;
import dev.costate.language.syntax.Declaration.Relation;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Trivia;
import dev.costate.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expression that is asked of a market, such as {@code income(state) - 0.5 * price(bread)}.
 *
 * @param program that of the market, with a function of the expression
 * @param function takes the readings in order and returns the number
 */
public record Question(Program program, String function, List<Reading> readings) {
  public Question {
    readings = List.copyOf(readings);
  }

  /**
   * The file with the expression as one side of the condition of an unknown, where sets, sums and
   * indexed names have a meaning.
   *
   * @param name that of the unknown
   */
  static MarketFile into(MarketFile file, Expression asked, String name) {
    Place place = asked.place();
    var unknown = new Name(name, place);
    var condition =
        new Condition(new Expression.Read(unknown), Relation.EQUAL, asked, Trivia.NONE, place);
    var all = new ArrayList<Declaration>(file.declarations());
    all.add(
        new UnknownDeclaration(
            unknown,
            List.of(),
            Optional.<Bounds>empty(),
            condition,
            List.of(),
            Trivia.NONE,
            place));
    return new MarketFile(file.source(), all, file.closing());
  }

  /** The expression as {@link #into} put it there. */
  static Expression outOf(MarketFile file, String name) {
    return file.declarations().stream()
        .filter(d -> d instanceof UnknownDeclaration u && u.name().text().equals(name))
        .map(d -> ((UnknownDeclaration) d).condition().right())
        .findFirst()
        .orElseThrow();
  }

  /** The file without the unknown of that name. */
  static MarketFile without(MarketFile file, String name) {
    return new MarketFile(
        file.source(),
        file.declarations().stream()
            .filter(d -> !(d instanceof UnknownDeclaration u && u.name().text().equals(name)))
            .toList(),
        file.closing());
  }
}
