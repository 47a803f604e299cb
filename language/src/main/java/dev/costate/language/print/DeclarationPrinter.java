package dev.costate.language.print;

import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.Port;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Trivia;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints declarations. One with lines below its head is set off from its neighbours by a blank
 * line.
 */
final class DeclarationPrinter {
  private final Rows rows;
  private final StatementPrinter statements;

  DeclarationPrinter(Rows rows) {
    this.rows = rows;
    this.statements = new StatementPrinter(rows);
  }

  void file(MarketFile file) {
    boolean previousHasLines = false;
    for (var declaration : file.declarations()) {
      var own = new Rows();
      new DeclarationPrinter(own).declaration(declaration);
      boolean hasLines = own.hasSeveralLinesOfCode();
      var leading = declaration.trivia().leading();
      boolean isSetOff = !leading.isEmpty() && leading.getFirst().isEmpty();
      if (isSetOff || ((hasLines || previousHasLines) && !leading.contains(""))) {
        rows.blank();
      }
      rows.append(own);
      previousHasLines = hasLines;
    }
    rows.comments(0, file.closing());
  }

  void declaration(Declaration declaration) {
    switch (declaration) {
      case FunctionDeclaration(var name, var parameters, var body, var trivia, var place) ->
          statements.block(
              "function %s(%s)".formatted(name, StatementPrinter.names(parameters)),
              trivia,
              place,
              body,
              0);
      case GoodDeclaration good ->
          block(
              "good " + good.name(),
              good,
              good.lines().stream().map(DeclarationPrinter::line).toList(),
              good.closing());
      case FirmDeclaration firm -> firm(firm);
      case ParameterDeclaration(var name, var value, var trivia, _) ->
          rows.code(0, "parameter %s = %s".formatted(name, ExpressionPrinter.text(value)), trivia);
      case NumeraireDeclaration(var good, var trivia, _) ->
          rows.code(0, "numeraire " + good, trivia);
      case ScenarioDeclaration scenario ->
          block(
              "scenario " + scenario.name(),
              scenario,
              scenario.settings().stream().map(DeclarationPrinter::line).toList(),
              scenario.closing());
    }
  }

  /** A line of a block that holds no blocks itself. */
  private record SimpleLine(String text, Trivia trivia, Place place) {}

  private static SimpleLine line(GoodLine line) {
    return new SimpleLine(GoodLinePrinter.text(line), line.trivia(), line.place());
  }

  private static SimpleLine line(Setting setting) {
    return new SimpleLine(
        setting.parameter() + " = " + ExpressionPrinter.text(setting.value()),
        setting.trivia(),
        setting.place());
  }

  private void block(
      String head, Declaration declaration, List<SimpleLine> lines, List<String> closing) {
    if (lines.size() == 1
        && closing.isEmpty()
        && OneLine.stood(
            declaration.trivia(),
            declaration.place(),
            lines.getFirst().trivia(),
            lines.getFirst().place())) {
      var line = lines.getFirst();
      rows.code(0, head + ": " + line.text(), OneLine.trivia(declaration.trivia(), line.trivia()));
      return;
    }
    rows.head(0, head + ":", declaration.trivia());
    lines.forEach(line -> rows.code(1, line.text(), line.trivia()));
    rows.comments(1, closing);
  }

  private void firm(FirmDeclaration firm) {
    var inputs = firm.inputs().isEmpty() ? "" : " from " + ports(firm.inputs());
    var head = "firm %s makes %s%s".formatted(firm.name(), ports(firm.outputs()), inputs);
    var simple =
        firm.lines().stream().map(DeclarationPrinter::simple).flatMap(Optional::stream).toList();
    if (simple.size() == firm.lines().size()) {
      block(head, firm, simple, firm.closing());
      return;
    }
    rows.head(0, head + ":", firm.trivia());
    for (var line : firm.lines()) {
      switch (line) {
        case FirmLine.Code(var statement) -> statements.statement(statement, 1);
        case FirmLine.Capacity _, FirmLine.Start _ ->
            simple(line).ifPresent(s -> rows.code(1, s.text(), s.trivia()));
      }
    }
    rows.comments(1, firm.closing());
  }

  private static Optional<SimpleLine> simple(FirmLine line) {
    return switch (line) {
      case FirmLine.Code(var statement) when !StatementPrinter.isSimple(statement) ->
          Optional.empty();
      case FirmLine.Code(var statement) ->
          Optional.of(
              new SimpleLine(StatementPrinter.simple(statement), line.trivia(), line.place()));
      case FirmLine.Capacity(var used, var limit, var trivia, var place) ->
          Optional.of(new SimpleLine("capacity " + comparison(used, limit), trivia, place));
      case FirmLine.Start(var level, var trivia, var place) ->
          Optional.of(new SimpleLine("start " + ExpressionPrinter.text(level), trivia, place));
    };
  }

  private static String comparison(Expression used, Expression limit) {
    var place = used.place();
    return ExpressionPrinter.text(
        new Expression.Binary(BinaryOperator.LESS_OR_EQUAL, used, limit, place));
  }

  private static String ports(List<Port> ports) {
    return ports.stream()
        .map(port ->
            port.alias().map(alias -> port.good() + " as " + alias).orElse(port.good().text()))
        .collect(Collectors.joining(", "));
  }
}
