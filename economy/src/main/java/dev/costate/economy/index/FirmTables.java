package dev.costate.economy.index;

import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FirmTableDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Firms that stand in tables, one in each row. */
final class FirmTables {
  /** The rows of a table that belong to each firm. */
  private record Grouped(Table table, Map<String, List<Integer>> rows) {
    List<Integer> of(String firm) {
      return rows.getOrDefault(firm, List.of());
    }
  }

  private final Tables tables;
  private final Constants constants;
  private final Reports reports;
  private final Map<String, List<String>> technologies;

  FirmTables(
      Tables tables, List<FunctionDeclaration> functions, Constants constants, Reports reports) {
    this.tables = tables;
    this.constants = constants;
    this.reports = reports;
    this.technologies = new LinkedHashMap<>(FirmRow.READY);
    for (var function : functions) {
      technologies.put(
          function.name().text(),
          function.parameters().stream().map(p -> p.text()).collect(Collectors.toList()));
    }
  }

  /** The firms, as if they were written out in the file. */
  List<FirmDeclaration> firms(FirmTableDeclaration declaration) {
    var firms = open(declaration.firms());
    var inputs = open(declaration.inputs());
    var outputs = declaration.outputs().flatMap(this::open);
    if (firms.isEmpty()
        || inputs.isEmpty()
        || (declaration.outputs().isPresent() && outputs.isEmpty())) {
      reports.failed();
      return List.of();
    }
    try {
      constants.budget().instances(firms.get().rows(), declaration.place());
      return firms(declaration, firms.get(), grouped(inputs.get()), outputs.map(this::grouped));
    } catch (IndexError error) {
      reports.error(error);
      return List.of();
    }
  }

  private Optional<Table> open(Quoted file) {
    return tables.read(file, reports.diagnostics());
  }

  private Grouped grouped(Table table) {
    int firm = TableColumns.required(table, "firm");
    TableColumns.required(table, "good");
    var rows = new LinkedHashMap<String, List<Integer>>();
    for (int row = 0; row < table.rows(); row++) {
      rows.computeIfAbsent(table.cell(row, firm), _ -> new ArrayList<>()).add(row);
    }
    return new Grouped(table, rows);
  }

  private List<FirmDeclaration> firms(
      FirmTableDeclaration declaration, Table firms, Grouped inputs, Optional<Grouped> outputs) {
    int name = TableColumns.required(firms, "firm");
    TableColumns.required(firms, "technology");
    if (outputs.isEmpty()) {
      TableColumns.required(firms, "makes");
    }
    var seen = new HashMap<String, Integer>();
    var written = new ArrayList<FirmDeclaration>();
    for (int row = 0; row < firms.rows(); row++) {
      var firm = firms.cell(row, name);
      var earlier = seen.putIfAbsent(firm, row);
      if (earlier != null) {
        reports.error(
            firms.place(row, name),
            "the firm '%s' is there twice, first at line %d"
                .formatted(firm, firms.place(earlier, name).line()),
            "give one of the two another name");
        continue;
      }
      var reading = new FirmRow(technologies, reports, declaration.place(), firms, row);
      written.addAll(
          reading
              .firm(
                  inputs.table(),
                  inputs.of(firm),
                  outputs.map(Grouped::table),
                  outputs.map(o -> o.of(firm)).orElse(List.of()))
              .stream()
              .toList());
    }
    checkKnown(inputs, seen);
    outputs.ifPresent(table -> checkKnown(table, seen));
    return written;
  }

  private void checkKnown(Grouped table, Map<String, Integer> firms) {
    int column = table.table().columns().indexOf("firm");
    table
        .rows()
        .forEach((firm, rows) -> {
          if (!firms.containsKey(firm)) {
            Place place = table.table().place(rows.getFirst(), column);
            reports.error(
                place,
                "there is no firm '%s'".formatted(firm),
                Spelling.hint(firm, firms.keySet()));
          }
        });
  }
}
