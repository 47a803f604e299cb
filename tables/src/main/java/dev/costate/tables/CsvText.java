package dev.costate.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.costate.economy.index.Table;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads the text of a CSV file. */
final class CsvText {
  private CsvText() {}

  /** The table; empty if the text is none, which has then been reported. */
  static Optional<Table> table(String name, Source source, Diagnostics diagnostics) {
    var lines = new CsvLines(source, separator(source));
    var records = records(lines, diagnostics);
    if (records.isEmpty()) {
      return Optional.empty();
    }
    if (records.get().isEmpty()) {
      diagnostics.error(
          lines.whole(1), "this file is empty", "its first line names the columns: hour,load");
      return Optional.empty();
    }
    var header = records.get().getFirst();
    var columns = header.getFields().stream().map(String::strip).toList();
    var rows = records.get().subList(1, records.get().size());
    boolean isWhole = checkNames(columns, lines, header, diagnostics);
    for (var row : rows) {
      isWhole &= checkWidth(columns, row, lines, diagnostics);
    }
    return isWhole
        ? Optional.of(new CsvTable(name, columns, rows, lines, header))
        : Optional.empty();
  }

  /** A comma, unless the first line has none but a semicolon or a tab. */
  private static char separator(Source source) {
    var first = source.lineText(1);
    if (first.indexOf(',') < 0) {
      for (char other : new char[] {';', '\t'}) {
        if (first.indexOf(other) >= 0) {
          return other;
        }
      }
    }
    return ',';
  }

  private static Optional<List<CsvRecord>> records(CsvLines lines, Diagnostics diagnostics) {
    var records = new ArrayList<CsvRecord>();
    try {
      for (var row :
          CsvReader.builder()
              .fieldSeparator(lines.separator())
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(lines.text())) {
        records.add(row);
      }
      return Optional.of(records);
    } catch (CsvParseException problem) {
      var line = records.isEmpty() ? 1 : records.getLast().getStartingLineNumber() + 1;
      diagnostics.error(
          lines.whole((int) line),
          "from here on this is no CSV: " + problem.getMessage(),
          "quotes surround a whole cell, and are doubled inside of it");
      return Optional.empty();
    }
  }

  private static boolean checkNames(
      List<String> columns, CsvLines lines, CsvRecord header, Diagnostics diagnostics) {
    var seen = new HashSet<String>();
    for (int i = 0; i < columns.size(); i++) {
      if (!seen.add(columns.get(i))) {
        diagnostics.error(
            lines.cell((int) header.getStartingLineNumber(), i),
            "two columns are called '%s'".formatted(columns.get(i)),
            "rename one of them");
        return false;
      }
    }
    return true;
  }

  private static boolean checkWidth(
      List<String> columns, CsvRecord row, CsvLines lines, Diagnostics diagnostics) {
    if (row.getFieldCount() == columns.size()) {
      return true;
    }
    diagnostics.error(
        lines.whole((int) row.getStartingLineNumber()),
        "this row has %s, and the line of names has %d"
            .formatted(counted(row.getFieldCount()), columns.size()),
        "separate the cells by '%s'; a cell that contains one stands in quotes"
            .formatted(lines.separator() == '\t' ? "tabs" : String.valueOf(lines.separator())));
    return false;
  }

  private static String counted(int cells) {
    return cells == 1 ? "1 cell" : "%d cells".formatted(cells);
  }
}
