package dev.costate.differentiation.jacobian;

import dev.costate.differentiation.code.Naming;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.OnePlace;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.lower.Extern;
import dev.costate.program.lower.KindOf;
import dev.costate.program.lower.Lowering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * Functions that return a Jacobian as a matrix, results by rows and differentiated parameters by
 * columns, arrays flattened row by row. They ask the tangent for one column after another, or the
 * pullback for one row after another, whichever is fewer; they are written as text of the language.
 */
public final class Jacobians {
  private final Function of;
  private final List<Variable> wrt;
  private final Naming names;
  private final StringBuilder text = new StringBuilder();
  private final List<Extern> externs = new ArrayList<>();
  private final List<Variable> results = new ArrayList<>();
  private final Map<String, String> locals = new HashMap<>();

  private Jacobians(Function of, List<Variable> wrt) {
    this.of = of;
    this.wrt = wrt;
    var taken = new ArrayList<String>(List.of("pi", "e"));
    of.parameters().forEach(p -> taken.add(p.name()));
    this.names = Naming.avoiding(taken);
  }

  /** The Jacobian of a function by the tangent or by the pullback. */
  public static Function jacobian(
      Program program, Function of, List<Variable> wrt, String name, Part tangent, Part pullback) {
    var code = new Jacobians(of, wrt);
    code.extern(of);
    code.extern(program.function(tangent.function()));
    code.extern(program.function(pullback.function()));
    code.head(name);
    if (code.isStatic()) {
      if (wrt.size() <= of.results().size()) {
        code.numbersByColumns(tangent);
      } else {
        code.numbersByRows(pullback);
      }
    } else if (of.results().equals(List.of(Kind.NUMBER))) {
      code.matrix();
      code.byRows(1, pullback);
      code.end();
    } else {
      code.matrix();
      code.line(
          1, "if %s <= %s:".formatted(code.local("columns_in_all"), code.local("rows_in_all")));
      code.byColumns(2, tangent);
      code.line(1, "else:");
      code.byRows(2, pullback);
      code.end();
    }
    return code.lowered(program, name);
  }

  /** The Jacobian of a function by the tangent: for a gradient it is as wide as it is high. */
  public static Function byTangent(
      Program program, Function of, List<Variable> wrt, String name, Part tangent) {
    var code = new Jacobians(of, wrt);
    code.extern(of);
    code.extern(program.function(tangent.function()));
    code.head(name);
    if (code.isStatic()) {
      code.numbersByColumns(tangent);
    } else {
      code.matrix();
      code.byColumns(1, tangent);
      code.end();
    }
    return code.lowered(program, name);
  }

  /**
   * The Jacobian of a function that returns a vector, whose elements depend on few elements of each
   * differentiated array: one tangent for all columns that share no row.
   *
   * @param offsets column minus row, for each differentiated array, of what may be other than 0
   */
  public static Function compressed(
      Program program,
      Function of,
      List<Variable> wrt,
      String name,
      Part tangent,
      Map<Variable, SortedSet<Integer>> offsets) {
    var code = new Jacobians(of, wrt);
    code.extern(of);
    code.extern(program.function(tangent.function()));
    code.head(name);
    code.matrix();
    var dot = code.derivatives(code.results, "_dot").getFirst();
    for (int j = 0; j < wrt.size(); j++) {
      var band = offsets.get(wrt.get(j));
      if (band == null) {
        code.column(j, tangent, dot);
      } else if (!band.isEmpty()) {
        code.band(j, band, tangent, dot);
      }
    }
    code.end();
    return code.lowered(program, name);
  }

  /** The column of a number. */
  private void column(int j, Part tangent, Variable dot) {
    call(1, List.of(dot), tangent.function(), with(directions(j, "1")));
    line(1, "for %s in 1..length(%s):".formatted(local("i"), dot));
    var column = wrt.subList(0, j).isEmpty() ? "1" : sizes(wrt.subList(0, j)) + " + 1";
    line(2, "%s[%s, %s] = %s[%2$s]".formatted(local("jacobian"), local("i"), column, dot));
  }

  /** The columns of an array, each sweep for those that are a period apart. */
  private void band(int j, SortedSet<Integer> offsets, Part tangent, Variable dot) {
    var array = wrt.get(j);
    int period = Colouring.period(offsets);
    var first = period == 1 ? "1" : local("first");
    var k = local("k");
    int depth = 1;
    if (period > 1) {
      line(1, "for %s in 1..min(%d, length(%s)):".formatted(first, period, array));
      depth = 2;
    }
    var step = period == 1 ? "" : " step " + period;
    var columns = "for %s in %s..length(%s)%s:".formatted(k, first, array, step);
    line(depth, "%s = zeros(length(%s))".formatted(local("directions"), array));
    line(depth, columns);
    line(depth + 1, "%s[%s] = 1".formatted(local("directions"), k));
    call(depth, List.of(dot), tangent.function(), with(directions(j, local("directions"))));
    line(depth, columns);
    var column = wrt.subList(0, j).isEmpty() ? k : sizes(wrt.subList(0, j)) + " + " + k;
    boolean isInterval = offsets.last() - offsets.first() + 1 == offsets.size();
    if (isInterval && offsets.size() > 1) {
      var from = "max(1, %s)".formatted(plus(k, -offsets.last()));
      var to = "min(length(%s), %s)".formatted(dot, plus(k, -offsets.first()));
      line(depth + 1, "for %s in %s..%s:".formatted(local("i"), from, to));
      line(
          depth + 2, "%s[%s, %s] = %s[%2$s]".formatted(local("jacobian"), local("i"), column, dot));
      return;
    }
    for (int offset : offsets) {
      var row = plus(k, -offset);
      var least = offset > 0 ? row + " >= 1 and " : "";
      line(depth + 1, "if %s%s <= length(%s):".formatted(least, row, dot));
      line(depth + 2, "%s[%s, %s] = %s[%2$s]".formatted(local("jacobian"), row, column, dot));
    }
  }

  private List<String> directions(int one, String direction) {
    var directions = new ArrayList<>(wrt.stream().map(Jacobians::zeros).toList());
    directions.set(one, direction);
    return directions;
  }

  private static String plus(String variable, int number) {
    return number == 0 ? variable : variable + (number > 0 ? " + " : " - ") + Math.abs(number);
  }

  /**
   * A tangent or a pullback.
   *
   * @param accumulated the arrays whose adjoint so far a pullback takes behind the seeds
   */
  public record Part(String function, List<Variable> accumulated) {}

  /** One call per parameter, each a column. */
  private void numbersByColumns(Part tangent) {
    var columns = new ArrayList<List<Variable>>();
    for (int j = 0; j < wrt.size(); j++) {
      var column = derivatives(results, "_" + wrt.get(j));
      call(1, column, tangent.function(), with(units(wrt, j)));
      columns.add(column);
    }
    var rows = new ArrayList<String>();
    for (int i = 0; i < results.size(); i++) {
      int row = i;
      rows.add("[" + join(columns.stream().map(c -> c.get(row).name()).toList()) + "]");
    }
    line(1, "return [" + join(rows) + "]");
  }

  /** One call per result, each a row. */
  private void numbersByRows(Part pullback) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < results.size(); i++) {
      var row = derivatives(wrt, "_share");
      call(1, row, pullback.function(), with(units(results, i)));
      rows.add("[" + join(row.stream().map(Variable::name).toList()) + "]");
    }
    line(1, "return [" + join(rows) + "]");
  }

  private static List<String> units(List<Variable> variables, int one) {
    return IntStream.range(0, variables.size()).mapToObj(i -> i == one ? "1" : "0").toList();
  }

  private List<String> with(List<String> more) {
    var all = new ArrayList<>(parameters());
    all.addAll(more);
    return all;
  }

  private boolean isStatic() {
    return wrt.stream().noneMatch(v -> v.kind().isArray())
        && of.results().stream().noneMatch(Kind::isArray);
  }

  private void extern(Function function) {
    externs.add(
        new Extern(
            function.name(),
            function.parameters().stream().map(p -> KindOf.exactly(p.kind())).toList(),
            function.results().stream().map(KindOf::exactly).toList()));
  }

  private void line(int depth, String line) {
    text.append("    ".repeat(depth)).append(line).append('\n');
  }

  /** A local variable; its name makes way for those of the parameters. */
  private String local(String wanted) {
    return locals.computeIfAbsent(wanted, names::fresh);
  }

  private static String join(List<String> parts) {
    return String.join(", ", parts);
  }

  private List<String> parameters() {
    return of.parameters().stream().map(Variable::name).toList();
  }

  private void head(String name) {
    line(0, "function %s(%s):".formatted(name, join(parameters())));
    for (int i = 1; i <= of.results().size(); i++) {
      var number = of.results().size() == 1 ? "" : Integer.toString(i);
      results.add(new Variable(names.fresh("result" + number), of.results().get(i - 1)));
    }
  }

  /** The matrix to fill; results that are arrays are computed for their sizes. */
  private void matrix() {
    if (results.stream().anyMatch(r -> r.kind().isArray())) {
      call(1, results, of.name(), parameters());
    }
    line(1, local("rows_in_all") + " = " + sizes(results));
    line(1, local("columns_in_all") + " = " + sizes(wrt));
    line(
        1,
        "%s = zeros(%s, %s)"
            .formatted(local("jacobian"), local("rows_in_all"), local("columns_in_all")));
  }

  private void end() {
    line(1, "return " + local("jacobian"));
  }

  private static String sizes(List<Variable> variables) {
    long numbers = variables.stream().filter(v -> v.kind() == Kind.NUMBER).count();
    var parts = new ArrayList<String>();
    if (numbers > 0 || variables.stream().noneMatch(v -> v.kind().isArray())) {
      parts.add(Long.toString(numbers));
    }
    variables.stream().filter(v -> v.kind().isArray()).map(Jacobians::size).forEach(parts::add);
    return String.join(" + ", parts);
  }

  private static String size(Variable variable) {
    return variable.kind() == Kind.MATRIX
        ? "rows(%1$s)*columns(%1$s)".formatted(variable)
        : "length(" + variable + ")";
  }

  private static String zeros(Variable variable) {
    return switch (variable.kind()) {
      case VECTOR -> "zeros(length(" + variable + "))";
      case MATRIX -> "zeros(rows(%1$s), columns(%1$s))".formatted(variable);
      case NUMBER, TRUTH -> "0";
    };
  }

  private void byColumns(int depth, Part tangent) {
    var dots = derivatives(results, "_dot");
    var column = local("column");
    line(depth, column + " = 0");
    each(
        depth,
        wrt,
        column,
        (inner, directions) -> {
          call(inner, dots, tangent.function(), with(directions));
          var row = local("row");
          store(inner, dots, row, "%s[%s, %s]".formatted(local("jacobian"), row, column));
        });
  }

  private void byRows(int depth, Part pullback) {
    var shares = derivatives(wrt, "_share");
    var row = local("row");
    line(depth, row + " = 0");
    each(
        depth,
        results,
        row,
        (inner, seeds) -> {
          var arguments = with(seeds);
          pullback.accumulated().forEach(array -> arguments.add(zeros(array)));
          call(inner, shares, pullback.function(), arguments);
          var column = local("column");
          store(inner, shares, column, "%s[%s, %s]".formatted(local("jacobian"), row, column));
        });
  }

  private List<Variable> derivatives(List<Variable> variables, String ending) {
    return variables.stream()
        .map(v -> new Variable(names.fresh(v.name() + ending), v.kind()))
        .toList();
  }

  private void call(int depth, List<Variable> targets, String function, List<String> arguments) {
    line(
        depth,
        "%s = %s(%s)"
            .formatted(
                join(targets.stream().map(Variable::name).toList()), function, join(arguments)));
  }

  @FunctionalInterface
  private interface Body {
    void write(int depth, List<String> unit);
  }

  /** The body once for each element of some variables, given arrays that are 1 there and else 0. */
  private void each(int depth, List<Variable> variables, String counter, Body body) {
    for (int i = 0; i < variables.size(); i++) {
      var variable = variables.get(i);
      var unit = new ArrayList<>(variables.stream().map(Jacobians::zeros).toList());
      int inner = depth;
      switch (variable.kind()) {
        case NUMBER, TRUTH -> unit.set(i, "1");
        case VECTOR -> {
          line(depth, "for %s in 1..length(%s):".formatted(local("k"), variable));
          inner = depth + 1;
          unit.set(i, unit(inner, variable, "unit", local("k")));
        }
        case MATRIX -> {
          line(depth, "for %s in 1..rows(%s):".formatted(local("k"), variable));
          line(depth + 1, "for %s in 1..columns(%s):".formatted(local("l"), variable));
          inner = depth + 2;
          unit.set(i, unit(inner, variable, "unit_matrix", local("k") + ", " + local("l")));
        }
      }
      line(inner, counter + " += 1");
      body.write(inner, unit);
    }
  }

  private String unit(int depth, Variable like, String name, String at) {
    line(depth, local(name) + " = " + zeros(like));
    line(depth, "%s[%s] = 1".formatted(local(name), at));
    return local(name);
  }

  /** Lines that write each element of some variables to the next place of the matrix. */
  private void store(int depth, List<Variable> variables, String counter, String place) {
    line(depth, counter + " = 0");
    for (var variable : variables) {
      switch (variable.kind()) {
        case NUMBER, TRUTH -> store(depth, counter, place, variable.name());
        case VECTOR -> {
          line(depth, "for %s in 1..length(%s):".formatted(local("i"), variable));
          store(depth + 1, counter, place, "%s[%s]".formatted(variable, local("i")));
        }
        case MATRIX -> {
          line(depth, "for %s in 1..rows(%s):".formatted(local("i"), variable));
          line(depth + 1, "for %s in 1..columns(%s):".formatted(local("j"), variable));
          store(
              depth + 2, counter, place, "%s[%s, %s]".formatted(variable, local("i"), local("j")));
        }
      }
    }
  }

  private void store(int depth, String counter, String place, String value) {
    line(depth, counter + " += 1");
    line(depth, place + " = " + value);
  }

  private Function lowered(Program program, String name) {
    var diagnostics = new Diagnostics();
    var file =
        Parser.parse(Source.of(of.origin().place().source().name(), text.toString()), diagnostics);
    var lowered =
        Lowering.of(file.functions())
            .withConstants(program.constants())
            .withExterns(externs)
            .lower(diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException(diagnostics.all() + "\n" + text);
    }
    // the lines of this text are none of the user's: what fails in them, fails where f begins
    return OnePlace.at(of.origin().place(), lowered.function(name));
  }
}
