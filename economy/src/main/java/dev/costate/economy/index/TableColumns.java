package dev.costate.economy.index;

import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads columns and cells of tables. */
final class TableColumns {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?%?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,15}");

  private TableColumns() {}

  /**
   * The column of this name.
   *
   * @throws IndexError if there is none
   */
  static int required(Table table, String name) {
    int column = table.columns().indexOf(name);
    if (column < 0) {
      throw new IndexError(
          table.header(),
          "no column is called '%s'".formatted(name),
          Spelling.hint(name, table.columns()));
    }
    return column;
  }

  /** The number in a cell; what is none is reported. */
  static Expression number(Table table, int row, int column, Reports reports) {
    var text = table.cell(row, column);
    Place place = table.header();
    if (!isNumber(text)) {
      place = table.place(row, column);
      reports.error(
          place,
          text.isEmpty()
              ? "a number is missing under '%s'".formatted(table.columns().get(column))
              : "'%s' is no number".formatted(text),
          text.indexOf(',') >= 0
              ? "a decimal point is needed, and no separators: 1234.5"
              : "write a number, such as 0.5");
      return new Expression.NumberLiteral("1", false, place);
    }
    boolean percent = text.endsWith("%");
    var digits = percent ? text.substring(0, text.length() - 1) : text;
    return new Expression.NumberLiteral(
        digits.startsWith("+") ? digits.substring(1) : digits, percent, place);
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches()
        && Double.isFinite(Double.parseDouble(text.replace("%", "")));
  }

  /** A member as it is written in names: a whole number without leading zeros, or a name. */
  static String member(String text) {
    return WHOLE.matcher(text).matches() ? new BigDecimal(text).toBigInteger().toString() : text;
  }
}
