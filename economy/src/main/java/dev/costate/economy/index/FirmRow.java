package dev.costate.economy.index;

import dev.costate.language.Place;
import dev.costate.language.syntax.AssignmentOperator;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Reference;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Target;
import dev.costate.language.syntax.Trivia;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One firm of a table: a technology, and where its arguments stand. */
final class FirmRow {
  /** The ready technologies and the names of their arguments. */
  static final Map<String, List<String>> READY =
      Map.of(
          "cobb_douglas", List.of("scale", "exponents", "inputs"),
          "ces", List.of("scale", "elasticity", "shares", "inputs"),
          "ces_at", List.of("output0", "elasticity", "inputs", "inputs0", "prices0"),
          "leontief", List.of("inputs", "needs"));

  /** The column of shares serves the ready technologies under the names of their arguments. */
  private static final Map<String, String> SHARES =
      Map.of("exponents", "share", "shares", "share", "needs", "share");

  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(\\[[\\p{L}\\p{N}_-]+(,[\\p{L}\\p{N}_-]+)*\\])?");

  private final Map<String, List<String>> technologies;
  private final Reports reports;
  private final Place place;
  private final Table firms;
  private final int row;

  FirmRow(
      Map<String, List<String>> technologies, Reports reports, Place place, Table firms, int row) {
    this.technologies = technologies;
    this.reports = reports;
    this.place = place;
    this.firms = firms;
    this.row = row;
  }

  /** The firm; empty if its row is wrong, which has then been reported. */
  Optional<FirmDeclaration> firm(
      Table inputs, List<Integer> inputRows, Optional<Table> outputs, List<Integer> outputRows) {
    try {
      var made = made(outputs, outputRows);
      var used = used(inputs, inputRows, made);
      var lines = lines(level(used, inputs, inputRows), made, outputs, outputRows, used);
      return Optional.of(
          new FirmDeclaration(
              new Name(name(firms, row, "firm", "a firm"), place),
              List.of(),
              made.stream().map(good -> port(good, Optional.empty())).toList(),
              used,
              List.of(),
              new FirmBody.Lines(lines, List.of()),
              Trivia.NONE,
              place));
    } catch (IndexError error) {
      reports.error(error);
      return Optional.empty();
    }
  }

  private Port port(String good, Optional<String> alias) {
    return new Port(
        Reference.of(new Name(good, place)),
        alias.map(name -> new Name(name, place)),
        List.of(),
        Optional.empty(),
        place);
  }

  /** The good in the row of the firm, then those in the table of outputs. */
  private List<String> made(Optional<Table> outputs, List<Integer> rows) {
    var made = new ArrayList<String>();
    int makes = firms.columns().indexOf("makes");
    if (makes >= 0 && !firms.cell(row, makes).isEmpty()) {
      made.add(name(firms, row, "makes", "a good"));
    }
    for (int output : rows) {
      made.add(name(outputs.orElseThrow(), output, "good", "a good"));
    }
    if (made.isEmpty()) {
      throw new IndexError(
          firms.place(row, firms.columns().indexOf("firm")),
          "firm '%s' makes nothing".formatted(cell("firm")),
          "name a good under 'makes', or in the table of outputs");
    }
    return made;
  }

  private List<Port> used(Table inputs, List<Integer> rows, List<String> made) {
    var used = new ArrayList<Port>();
    Set<String> seen = new HashSet<>();
    for (int input : rows) {
      var good = name(inputs, input, "good", "a good");
      if (!seen.add(good)) {
        throw new IndexError(
            inputs.place(input, inputs.columns().indexOf("good")),
            "firm '%s' uses '%s' twice".formatted(cell("firm"), good),
            "keep one of the two rows");
      }
      used.add(port(good, made.contains(good) ? Optional.of(good + "_used") : Optional.empty()));
    }
    return used;
  }

  private String cell(String column) {
    return firms.cell(row, TableColumns.required(firms, column));
  }

  private static String name(Table table, int row, String column, String what) {
    int at = TableColumns.required(table, column);
    var name = table.cell(row, at);
    if (!NAME.matcher(name).matches()) {
      throw new IndexError(
          table.place(row, at),
          name.isEmpty()
              ? "the name of %s is missing".formatted(what)
              : "'%s' cannot be the name of %s".formatted(name, what),
          "names consist of letters, digits and '_' and begin with a letter");
    }
    return name;
  }

  /** The technology with its arguments: how much is made, or at which level. */
  private Expression level(List<Port> used, Table inputs, List<Integer> rows) {
    var technology = cell("technology");
    var parameters = technologies.get(technology);
    if (parameters == null) {
      throw new IndexError(
          firms.place(row, firms.columns().indexOf("technology")),
          "there is no technology '%s'".formatted(technology),
          Spelling.hint(technology, technologies.keySet().stream().sorted().toList()));
    }
    var arguments = new ArrayList<Expression>();
    for (var parameter : parameters) {
      var argument = argument(parameter, used, inputs, rows);
      argument.ifPresent(arguments::add);
      if (argument.isEmpty() && !(technology.equals("ces_at") && parameter.equals("prices0"))) {
        throw new IndexError(
            firms.header(),
            "no column gives the '%s' of '%s'".formatted(parameter, technology),
            "add a column '%s'".formatted(SHARES.getOrDefault(parameter, parameter)));
      }
    }
    var call = new Expression.Call(new Name(technology, place), arguments, place);
    int scale = firms.columns().indexOf("scale");
    return technology.equals("leontief") && scale >= 0 && !firms.cell(row, scale).isEmpty()
        ? product(TableColumns.number(firms, row, scale, reports), call)
        : call;
  }

  /**
   * Where an argument stands: the quantities of the inputs, a column of the table of inputs, or one
   * of the table of firms; a scale that is left out is 1.
   */
  private Optional<Expression> argument(
      String parameter, List<Port> used, Table inputs, List<Integer> rows) {
    if (parameter.equals("inputs")) {
      return Optional.of(
          array(
              used.stream().map(port -> (Expression) new Expression.Read(port.local())).toList()));
    }
    int ofInputs = inputs.columns().indexOf(parameter);
    if (ofInputs < 0 && SHARES.containsKey(parameter)) {
      ofInputs = inputs.columns().indexOf(SHARES.get(parameter));
    }
    if (ofInputs >= 0) {
      int column = ofInputs;
      return Optional.of(
          array(
              rows.stream()
                  .map(input -> TableColumns.number(inputs, input, column, reports))
                  .toList()));
    }
    int ofFirms = firms.columns().indexOf(parameter);
    boolean isGiven = ofFirms >= 0 && !firms.cell(row, ofFirms).isEmpty();
    if (parameter.equals("scale") && !isGiven) {
      return Optional.of(new Expression.NumberLiteral("1", false, place));
    }
    return ofFirms < 0
        ? Optional.empty()
        : Optional.of(TableColumns.number(firms, row, ofFirms, reports));
  }

  private Expression array(List<Expression> elements) {
    return new Expression.ArrayLiteral(elements, place);
  }

  private Expression product(Expression left, Expression right) {
    return new Expression.Binary(BinaryOperator.MULTIPLY, left, right, place);
  }

  /** One line for a single output; otherwise the level, and each output in proportion to it. */
  private List<FirmLine> lines(
      Expression level,
      List<String> made,
      Optional<Table> outputs,
      List<Integer> rows,
      List<Port> used) {
    if (rows.isEmpty()) {
      return List.of(assignment(made.getFirst(), level));
    }
    var table = outputs.orElseThrow();
    int quantity = TableColumns.required(table, "quantity");
    var name = "level";
    while (made.contains(name) || isLocal(name, used)) {
      name += "_";
    }
    var lines = new ArrayList<FirmLine>();
    lines.add(assignment(name, level));
    var read = new Expression.Read(new Name(name, place));
    int first = made.size() - rows.size();
    if (first == 1) {
      lines.add(assignment(made.getFirst(), read));
    }
    for (int i = 0; i < rows.size(); i++) {
      var factor = TableColumns.number(table, rows.get(i), quantity, reports);
      lines.add(assignment(made.get(first + i), product(factor, read)));
    }
    return lines;
  }

  private static boolean isLocal(String name, List<Port> used) {
    return used.stream().anyMatch(port -> port.local().text().equals(name));
  }

  private FirmLine assignment(String target, Expression value) {
    return new FirmLine.Code(
        new Statement.Assignment(
            List.of(new Target.Whole(new Name(target, place))),
            AssignmentOperator.ASSIGN,
            List.of(value),
            Trivia.NONE,
            place));
  }
}
