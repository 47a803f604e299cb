package dev.costate.economy;

import dev.costate.economy.Dotted.Range;
import dev.costate.language.Place;
import dev.costate.language.syntax.AssignmentOperator;
import dev.costate.language.syntax.Declaration.Choice;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import dev.costate.program.lower.Unassigned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a firm: checks its ports and turns its code into a function from inputs to outputs and
 * sides of capacities.
 */
final class FirmReader {
  private final FirmDeclaration declaration;
  private final Draft draft;
  private final Set<String> parameters;
  private final WedgeReader wedges;
  private final List<Statement> code;
  private final Set<String> own = new HashSet<>();

  private FirmReader(
      FirmDeclaration declaration, Draft draft, Set<String> parameters, WedgeReader wedges) {
    this.declaration = declaration;
    this.draft = draft;
    this.parameters = parameters;
    this.wedges = wedges;
    code =
        declaration.lines().stream()
            .filter(FirmLine.Code.class::isInstance)
            .map(line -> ((FirmLine.Code) line).statement())
            .toList();
    own.addAll(SyntaxWalk.assigned(code));
    declaration.inputs().forEach(port -> own.add(port.local().text()));
    declaration.choices().forEach(choice -> own.add(choice.name().text()));
  }

  /**
   * What the firm is once its numbers are known.
   *
   * @param parameters the file's parameters
   */
  static Function<Numbers, Firm> read(
      FirmDeclaration declaration, Draft draft, Set<String> parameters, WedgeReader wedges) {
    return new FirmReader(declaration, draft, parameters, wedges).read();
  }

  private Function<Numbers, Firm> read() {
    checkPorts();
    checkCode();
    var results = new ArrayList<Expression>();
    declaration
        .outputs()
        .forEach(
            port -> results.add(new Expression.Read(new Name(port.local().text(), port.place()))));
    var capacities = capacities(results);
    var body = new ArrayList<>(code);
    body.add(new Statement.Return(results, Trivia.NONE, declaration.place()));
    var name = declaration.name().text();
    var arguments = new ArrayList<Name>();
    declaration.inputs().forEach(port -> arguments.add(port.local()));
    declaration.choices().forEach(choice -> arguments.add(choice.name().name()));
    var function = draft.function(name, arguments, body, declaration.place());
    var outputs = ports(declaration.outputs(), WedgeReader.Side.FIRM_SELLS);
    var inputs = ports(declaration.inputs(), WedgeReader.Side.OTHER);
    var choices = declaration.choices().stream().map(this::choice).toList();
    draft.outputs(function, outputReports());
    var start =
        declaration.lines().stream()
            .filter(FirmLine.Start.class::isInstance)
            .map(FirmLine.Start.class::cast)
            .findFirst();
    start.ifPresent(line -> draft.number(name + ".start", line.level(), Range.NOT_NEGATIVE));
    return numbers ->
        new Firm(
            name,
            apply(outputs, numbers),
            apply(inputs, numbers),
            apply(choices, numbers),
            function,
            capacities,
            start.isPresent()
                ? OptionalDouble.of(numbers.value(name + ".start"))
                : OptionalDouble.empty(),
            declaration.place());
  }

  /** How to report an output that a path through the code does not assign. */
  private Map<String, Unassigned> outputReports() {
    var reports = new LinkedHashMap<String, Unassigned>();
    var assigned = SyntaxWalk.assigned(code);
    for (var output : declaration.outputs()) {
      var local = output.local().text();
      boolean never = !assigned.contains(local);
      reports.put(
          local,
          new Unassigned(
              output.place(),
              never
                  ? "firm '%s' makes '%s' but no line says how much"
                      .formatted(declaration.name(), output.good())
                  : "firm '%s' does not say on every path how much '%s' it makes"
                      .formatted(declaration.name(), output.good()),
              never
                  ? "add a line: %s = …".formatted(local)
                  : "assign '%s' in every branch, or before".formatted(local)));
    }
    return reports;
  }

  private static <T> List<T> apply(List<Function<Numbers, T>> later, Numbers numbers) {
    return later.stream().map(each -> each.apply(numbers)).toList();
  }

  private List<Function<Numbers, Firm.Port>> ports(List<Port> ports, WedgeReader.Side side) {
    return ports.stream().map(port -> port(port, side)).toList();
  }

  private Function<Numbers, Firm.Port> port(Port port, WedgeReader.Side side) {
    var good = port.good().text();
    var later = wedges.read(declaration.name() + "." + good, port.wedges(), side);
    return numbers -> new Firm.Port(good, port.local().text(), later.apply(numbers), port.place());
  }

  private Function<Numbers, Firm.Choice> choice(Choice choice) {
    var local = choice.name().text();
    var dotted = declaration.name() + "." + local;
    choice.bounds().from().ifPresent(e -> draft.number(dotted + ".from", e, Range.ANY));
    choice.bounds().to().ifPresent(e -> draft.number(dotted + ".to", e, Range.ANY));
    return numbers ->
        new Firm.Choice(
            local,
            choice.bounds().from().isPresent()
                ? numbers.value(dotted + ".from")
                : Double.NEGATIVE_INFINITY,
            choice.bounds().to().isPresent()
                ? numbers.value(dotted + ".to")
                : Double.POSITIVE_INFINITY,
            choice.place());
  }

  /** Names the capacities and appends both sides of each to the results of the function. */
  private List<Firm.Capacity> capacities(List<Expression> results) {
    var lines =
        declaration.lines().stream()
            .filter(FirmLine.Capacity.class::isInstance)
            .map(FirmLine.Capacity.class::cast)
            .toList();
    var capacities = new ArrayList<Firm.Capacity>();
    for (var line : lines) {
      var name =
          declaration.name()
              + ".capacity"
              + (lines.size() == 1 ? "" : "[" + (capacities.size() + 1) + "]");
      results.add(line.used());
      results.add(limit(name, line.limit()));
      capacities.add(new Firm.Capacity(name, line.place()));
    }
    return capacities;
  }

  /**
   * A limit that is a number of the declaration gets its dotted name; one that reads the firm's
   * variables, or what is solved for with the market, is code.
   */
  private Expression limit(String name, Expression limit) {
    var reads = SyntaxWalk.reads(limit);
    if (reads.stream().anyMatch(own::contains) || UnknownReads.in(limit, draft)) {
      return limit;
    }
    draft.constant(name, limit, Range.LIMIT);
    return new Expression.Read(new Name(name, limit.place()));
  }

  private void checkPorts() {
    var locals = new HashMap<String, Port>();
    var sides = new HashMap<String, String>();
    ports("makes", declaration.outputs(), locals, sides);
    ports("uses", declaration.inputs(), locals, sides);
    if (declaration.outputs().isEmpty()) {
      error(
          declaration.place(),
          "firm '%s' makes nothing".formatted(declaration.name()),
          "write: firm %s makes …".formatted(declaration.name()));
    }
  }

  private void ports(
      String side, List<Port> ports, Map<String, Port> locals, Map<String, String> sides) {
    for (var port : ports) {
      var good = port.good().text();
      var local = port.local().text();
      boolean twice = side.equals(sides.put(good, side));
      var clash = locals.putIfAbsent(local, port);
      if (twice) {
        error(
            port.place(),
            "firm '%s' %s '%s' twice".formatted(declaration.name(), side, good),
            "name it once");
      } else if (clash != null && clash.good().text().equals(good)) {
        error(
            port.place(),
            "firm '%s' both makes and uses '%s', under one name"
                .formatted(declaration.name(), good),
            "give the input another name: from %s as %s_in".formatted(good, good));
      } else if (clash != null) {
        error(
            port.place(),
            "in firm '%s' both '%s' and '%s' are called '%s'"
                .formatted(declaration.name(), clash.good(), good, local),
            "give one of them another name with 'as'");
      }
      if (parameters.contains(local)) {
        error(
            port.place(),
            "'%s' is a parameter of the file, so that it cannot be a quantity in firm '%s'"
                .formatted(local, declaration.name()),
            "rename the parameter, or write: %s as …".formatted(good));
      }
    }
  }

  private void checkCode() {
    SyntaxWalk.statements(
        code,
        statement -> {
          if (statement instanceof Statement.Return) {
            error(statement.place(), "a firm's code does not return", "assign the outputs instead");
          }
        });
    checkReads();
  }

  private void checkReads() {
    var read = new HashSet<String>();
    SyntaxWalk.statements(
        code,
        statement -> {
          SyntaxWalk.expressions(statement).forEach(e -> read.addAll(SyntaxWalk.reads(e)));
          if (statement instanceof Statement.Assignment a
              && a.operator() != AssignmentOperator.ASSIGN) {
            read.addAll(SyntaxWalk.assigned(List.of(statement)));
          }
        });
    for (var line : declaration.lines()) {
      if (line instanceof FirmLine.Capacity capacity) {
        read.addAll(SyntaxWalk.reads(capacity.used()));
        read.addAll(SyntaxWalk.reads(capacity.limit()));
      }
    }
    for (var input : declaration.inputs()) {
      if (!read.contains(input.local().text())) {
        draft
            .diagnostics()
            .warning(
                input.place(),
                "firm '%s' never reads its input '%s'".formatted(declaration.name(), input.local()),
                "it will buy none");
      }
    }
  }

  private void error(Place place, String message, String hint) {
    draft.diagnostics().error(place, message, hint);
  }
}
