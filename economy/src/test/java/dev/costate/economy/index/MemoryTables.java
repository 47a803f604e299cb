package dev.costate.economy.index;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.syntax.Quoted;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables from texts: lines of cells separated by commas. */
final class MemoryTables implements Tables {
  private final Map<String, Table> tables = new HashMap<>();

  MemoryTables with(String name, String... lines) {
    var cells =
        Arrays.stream(lines)
            .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
            .toList();
    tables.put(name, new Rows(name, Source.of(name, String.join("\n", lines)), cells));
    return this;
  }

  @Override
  public Optional<Table> read(Quoted file, Diagnostics diagnostics) {
    var table = Optional.ofNullable(tables.get(file.text()));
    if (table.isEmpty()) {
      diagnostics.error(file.place(), "there is no such file", "");
    }
    return table;
  }

  private record Rows(String name, Source source, List<List<String>> cells) implements Table {
    @Override
    public List<String> columns() {
      return cells.getFirst();
    }

    @Override
    public int rows() {
      return cells.size() - 1;
    }

    @Override
    public String cell(int row, int column) {
      return cells.get(row + 1).get(column);
    }

    @Override
    public Place place(int row, int column) {
      int start = 0;
      for (int i = 0; i <= row; i++) {
        start = source.text().indexOf('\n', start) + 1;
      }
      for (int i = 0; i < column; i++) {
        start = source.text().indexOf(',', start) + 1;
      }
      return new Place(source, start, start + 1);
    }

    @Override
    public Place header() {
      return new Place(source, 0, 1);
    }
  }
}
