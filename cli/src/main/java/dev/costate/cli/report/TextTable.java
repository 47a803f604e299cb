package dev.costate.cli.report;

import java.util.List;

/** A table of text and numbers for other packages. */
public final class TextTable {
  private final Table table = new Table();

  public TextTable text(String title) {
    table.text(title);
    return this;
  }

  public TextTable decimal(String title) {
    table.decimal(title);
    return this;
  }

  public TextTable row(List<String> cells) {
    table.row(cells.toArray(String[]::new));
    return this;
  }

  public List<String> lines() {
    return table.lines();
  }
}
