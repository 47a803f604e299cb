package dev.costate.tables;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.costate.economy.index.Table;
import dev.costate.language.Place;
import java.util.List;

/** The records of a CSV file, all as wide as the line of names. */
record CsvTable(
    String name, List<String> columns, List<CsvRecord> records, CsvLines lines, CsvRecord first)
    implements Table {
  CsvTable {
    columns = List.copyOf(columns);
    records = List.copyOf(records);
  }

  @Override
  public int rows() {
    return records.size();
  }

  @Override
  public String cell(int row, int column) {
    return records.get(row).getField(column).strip();
  }

  @Override
  public Place place(int row, int column) {
    return lines.cell((int) records.get(row).getStartingLineNumber(), column);
  }

  @Override
  public Place header() {
    return lines.whole((int) first.getStartingLineNumber());
  }
}
