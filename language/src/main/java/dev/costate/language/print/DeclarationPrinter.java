package dev.costate.language.print;

import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.Condition;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FirmTableDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import java.util.List;

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
      case GoodDeclaration good -> good(good);
      case FirmDeclaration firm -> firm(firm);
      case ConsumerDeclaration consumer -> consumer(consumer);
      case ParameterDeclaration(var name, var subscripts, var value, var trivia, _) ->
          rows.code(
              0,
              "parameter %s = %s"
                  .formatted(Heads.name(name, subscripts), ExpressionPrinter.text(value)),
              trivia);
      case TableDeclaration(var name, var subscripts, var file, var otherwise, var trivia, _) ->
          rows.code(
              0,
              "parameter %s from \"%s\"%s"
                  .formatted(
                      Heads.name(name, subscripts),
                      file.text(),
                      otherwise.map(e -> " default " + ExpressionPrinter.text(e)).orElse("")),
              trivia);
      case FirmTableDeclaration(var firms, var inputs, var outputs, var trivia, _) ->
          rows.code(
              0,
              "firms from \"%s\" with inputs \"%s\"%s"
                  .formatted(
                      firms.text(),
                      inputs.text(),
                      outputs.map(file -> " outputs \"" + file.text() + "\"").orElse("")),
              trivia);
      case SetDeclaration(var name, var members, var trivia, _) ->
          rows.code(0, "set %s = %s".formatted(name, Heads.members(members)), trivia);
      case NumeraireDeclaration(var good, var trivia, _) ->
          rows.code(0, "numeraire " + Heads.reference(good), trivia);
      case UnknownDeclaration unknown -> {
        var bounds = unknown.bounds().map(b -> " in " + Heads.bounds(b)).orElse("");
        block(
            "unknown " + Heads.name(unknown.name(), unknown.subscripts()) + bounds,
            unknown,
            List.of(line(unknown.condition())),
            unknown.closing());
      }
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

  private static SimpleLine line(Setting setting) {
    return new SimpleLine(
        Heads.dotted(setting.parameter()) + " = " + ExpressionPrinter.text(setting.value()),
        setting.trivia(),
        setting.place());
  }

  private static SimpleLine line(Condition condition) {
    var operator =
        switch (condition.relation()) {
          case EQUAL -> BinaryOperator.EQUAL;
          case AT_LEAST -> BinaryOperator.GREATER_OR_EQUAL;
        };
    return new SimpleLine(
        comparison(operator, condition.left(), condition.right()),
        condition.trivia(),
        condition.place());
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

  /** A line that may hold a block itself. */
  private sealed interface AnyLine {
    record Simple(SimpleLine line) implements AnyLine {}

    record Compound(Statement statement) implements AnyLine {}

    record Curve(String head, Block block, Trivia trivia, Place place) implements AnyLine {}
  }

  /** A head and its lines: on one line if it is a single one that stood there. */
  private void lines(
      String head, Declaration declaration, List<AnyLine> lines, List<String> closing) {
    if (lines.size() == 1 && lines.getFirst() instanceof AnyLine.Simple(var line)) {
      block(head, declaration, List.of(line), closing);
      return;
    }
    rows.head(0, head + ":", declaration.trivia());
    for (var line : lines) {
      switch (line) {
        case AnyLine.Simple(var simple) -> rows.code(1, simple.text(), simple.trivia());
        case AnyLine.Compound(var statement) -> statements.statement(statement, 1);
        case AnyLine.Curve(var curve, var block, var trivia, var place) ->
            statements.block(curve, trivia, place, block, 1);
      }
    }
    rows.comments(1, closing);
  }

  private void good(GoodDeclaration good) {
    var lines = good.lines().stream().map(DeclarationPrinter::line).toList();
    lines("good " + Heads.name(good.name(), good.subscripts()), good, lines, good.closing());
  }

  private static AnyLine line(GoodLine line) {
    return switch (line) {
      case GoodLine.SupplyCurve(var price, GoodLine.Curve.Code(var block), var trivia, var place) ->
          new AnyLine.Curve("supply(%s)".formatted(price), block, trivia, place);
      case GoodLine.DemandCurve(var price, GoodLine.Curve.Code(var block), var trivia, var place) ->
          new AnyLine.Curve("demand(%s)".formatted(price), block, trivia, place);
      default -> simple(GoodLinePrinter.text(line), line.trivia(), line.place());
    };
  }

  private void firm(FirmDeclaration firm) {
    var head = Heads.firm(firm);
    switch (firm.body()) {
      case FirmBody.Lines(var lines, var closing) ->
          lines(head, firm, lines.stream().map(DeclarationPrinter::line).toList(), closing);
      case FirmBody.JavaMethod(var className, var method, _) ->
          rows.code(0, "%s = java %s#%s".formatted(head, className, method), firm.trivia());
      case FirmBody.Outside _ -> rows.code(0, head + ": outside", firm.trivia());
    }
  }

  private static AnyLine line(FirmLine line) {
    return switch (line) {
      case FirmLine.Code(var statement) -> line(statement);
      case FirmLine.Capacity(var used, var limit, var trivia, var place) ->
          simple(
              "capacity " + comparison(BinaryOperator.LESS_OR_EQUAL, used, limit), trivia, place);
      case FirmLine.Start(var level, var trivia, var place) ->
          simple("start " + ExpressionPrinter.text(level), trivia, place);
    };
  }

  private void consumer(ConsumerDeclaration consumer) {
    var lines =
        consumer.lines().stream()
            .map(line ->
                line instanceof ConsumerLine.Code(var statement)
                    ? line(statement)
                    : simple(ConsumerLinePrinter.text(line), line.trivia(), line.place()))
            .toList();
    lines(
        "consumer " + Heads.name(consumer.name(), consumer.subscripts()),
        consumer,
        lines,
        consumer.closing());
  }

  private static AnyLine line(Statement statement) {
    return StatementPrinter.isSimple(statement)
        ? simple(StatementPrinter.simple(statement), statement.trivia(), statement.place())
        : new AnyLine.Compound(statement);
  }

  private static AnyLine simple(String text, Trivia trivia, Place place) {
    return new AnyLine.Simple(new SimpleLine(text, trivia, place));
  }

  private static String comparison(BinaryOperator operator, Expression left, Expression right) {
    return ExpressionPrinter.text(new Expression.Binary(operator, left, right, left.place()));
  }
}
