package dev.costate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void decimalPointsStandBelowEachOther() {
    var table =
        new Table()
            .text("Good")
            .decimal("Price")
            .row("gas", "0.0417")
            .row("oil", "-12")
            .row("wood", "5.5e-9");
    assertThat(table.lines())
        .containsExactly("Good     Price", "gas     0.0417", "oil   -12", "wood    5.5e-9");
  }

  @Test
  void wordsAmongNumbersEndWhereTheDigitsBeforeThePointEnd() {
    var table = new Table().decimal("Margin").row("12.5%").row("no cost");
    assertThat(table.lines()).containsExactly("    Margin", "     12.5%", "no cost");
  }

  @Test
  void aWideCharacterTakesTwoColumnsAndACombiningOneNone() {
    var table =
        new Table().text("").decimal("").row("杉", "1").row("e\u0301té", "2").row("wood", "3");
    assertThat(table.lines()).containsExactly("", "杉    1", "e\u0301té   2", "wood  3");
  }

  @Test
  void aTextColumnWithoutTextIsLeftOut() {
    var table = new Table().text("Good").text("Unit").decimal("Price").row("gas", "", "1");
    assertThat(table.lines()).containsExactly("Good  Price", "gas       1");
  }
}
