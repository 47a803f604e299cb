package dev.costate.economy.index;

import dev.costate.language.Place;
import java.util.List;

/** Rows of texts under named columns; rows and columns are counted from 0. */
public interface Table {
  /** The name as the market gives it. */
  String name();

  /** The names of the columns, without spaces around them. */
  List<String> columns();

  int rows();

  /** The text of a cell, without spaces around it. */
  String cell(int row, int column);

  /** Where a cell stands in its file. */
  Place place(int row, int column);

  /** Where the names of the columns stand. */
  Place header();
}
