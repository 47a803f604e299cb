package dev.costate.economy.index;

import dev.costate.economy.index.Instances.Instance;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Subscript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers of parameters that stand in tables. */
final class ParameterTables {
  private final Tables tables;
  private final Constants constants;
  private final Reports reports;
  private final Map<TableDeclaration, Map<String, Expression>> read = new IdentityHashMap<>();

  ParameterTables(Tables tables, Constants constants, Reports reports) {
    this.tables = tables;
    this.constants = constants;
    this.reports = reports;
  }

  /** The value of each member by its full name, in the order of the members. */
  Map<String, Expression> read(TableDeclaration declaration, List<Instance> members) {
    var known = read.get(declaration);
    if (known == null) {
      known = readNow(declaration, members);
      read.put(declaration, known);
    }
    return known;
  }

  private Map<String, Expression> readNow(TableDeclaration declaration, List<Instance> members) {
    var table = tables.read(declaration.file(), reports.diagnostics());
    if (table.isEmpty()) {
      reports.failed();
      return Map.of();
    }
    try {
      var columns = new Columns(table.get(), declaration);
      var rows = columns.rows();
      return columns.wrong ? Map.of() : complete(declaration, members, rows);
    } catch (IndexError error) {
      reports.error(error);
      return Map.of();
    }
  }

  private Map<String, Expression> complete(
      TableDeclaration declaration, List<Instance> members, Map<String, Expression> rows) {
    var values = new LinkedHashMap<String, Expression>();
    var gaps = new ArrayList<String>();
    for (var member : members) {
      var value = rows.get(member.name());
      if (value != null) {
        values.put(member.name(), value);
      } else if (declaration.otherwise().isPresent()) {
        values.put(member.name(), declaration.otherwise().get());
      } else {
        gaps.add(member.name());
      }
    }
    if (!gaps.isEmpty()) {
      throw new IndexError(
          declaration.file().place(),
          "\"%s\" leaves out %,d of %,d values: %s"
              .formatted(
                  declaration.file().text(), gaps.size(), members.size(), Spelling.listed(gaps)),
          "add the rows, or write what they are: default 0");
    }
    return values;
  }

  /** The columns of one parameter in its table. */
  private final class Columns {
    private final Table table;
    private final TableDeclaration declaration;
    private final List<Integer> keys = new ArrayList<>();
    private final List<Set<String>> members = new ArrayList<>();
    private final int value;
    private boolean wrong;

    Columns(Table table, TableDeclaration declaration) {
      this.table = table;
      this.declaration = declaration;
      for (var subscript : declaration.subscripts()) {
        keys.add(column(subscript));
        var known = new HashSet<String>();
        constants
            .sets()
            .of(set(subscript), Bindings.NONE)
            .forEach(m -> known.add(Constants.key(m)));
        members.add(known);
      }
      if (new HashSet<>(keys).size() < keys.size()) {
        throw new IndexError(
            declaration.name().place(),
            "two indices of '%s' would be in one column".formatted(declaration.name()),
            "name the columns: parameter %s[from_ in region, to_ in region]"
                .formatted(declaration.name()));
      }
      value = TableColumns.required(table, declaration.name().text());
    }

    private int column(Subscript subscript) {
      return switch (subscript) {
        case Subscript.Over(var counter) when table.columns().contains(counter.name().text()) ->
            table.columns().indexOf(counter.name().text());
        case Subscript.Over _, Subscript.At _ ->
            TableColumns.required(table, set(subscript).set().text());
      };
    }

    private static Members.Named set(Subscript subscript) {
      return switch (subscript) {
        case Subscript.At(Expression.Read(var name)) -> new Members.Named(name);
        case Subscript.Over(var counter) when counter.members() instanceof Members.Named named ->
            named;
        case Subscript.At _, Subscript.Over _ ->
            throw new IllegalStateException("no set: " + subscript.place().text());
      };
    }

    Map<String, Expression> rows() {
      var rows = new HashMap<String, Expression>();
      var first = new HashMap<String, Integer>();
      for (int row = 0; row < table.rows(); row++) {
        var name = name(row);
        if (name.isEmpty() || table.cell(row, value).isEmpty()) {
          continue;
        }
        var earlier = first.putIfAbsent(name, row);
        if (earlier == null) {
          wrong |= !TableColumns.isNumber(table.cell(row, value));
          rows.put(name, TableColumns.number(table, row, value, reports));
        } else {
          wrong = true;
          reports.error(
              table.place(row, keys.getFirst()),
              "'%s' is there twice, first at line %d"
                  .formatted(name, table.place(earlier, value).line()),
              "keep one of the two rows");
        }
      }
      return rows;
    }

    /** The full name of the member of a row; an empty string if there is none. */
    private String name(int row) {
      var name = new StringBuilder(declaration.name().text());
      for (int i = 0; i < keys.size(); i++) {
        var written = table.cell(row, keys.get(i));
        var member = TableColumns.member(written);
        if (!members.get(i).contains(member)) {
          unknown(table.place(row, keys.get(i)), written, i);
          return "";
        }
        name.append(i == 0 ? "[" : ",").append(member);
      }
      return name.append(']').toString();
    }

    private void unknown(Place place, String written, int index) {
      wrong = true;
      var set = set(declaration.subscripts().get(index)).set();
      reports.error(
          place,
          written.isEmpty()
              ? "a member of '%s' is missing".formatted(set)
              : "'%s' is no member of '%s'".formatted(written, set),
          Spelling.hint(written, members.get(index).stream().sorted(Spelling.NATURAL).toList()));
    }
  }
}
