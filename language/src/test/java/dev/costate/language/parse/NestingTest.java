package dev.costate.language.parse;

import static dev.costate.language.Texts.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.print.Formatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No input exhausts the stack, and the bounds are where the contract puts them. */
class NestingTest {
  private static final int HUGE = 100_000;
  private static final int LONG = 20_000;

  @Test
  void aThousandBracketsNestAndNoMore() {
    assertThat(errors(returned("(".repeat(1_000) + "x" + ")".repeat(1_000)))).isEmpty();
    assertThat(errors(returned("f(v[".repeat(500) + "1" + "])".repeat(500)))).isEmpty();
    assertThat(errors(returned("[".repeat(1_000) + "x" + " for i in s]".repeat(1_000)))).isEmpty();
    assertThat(
            errors(returned("sum(1 for i in 1..".repeat(1_000) + "x" + " if i > 1)".repeat(1_000))))
        .isEmpty();
    assertThat(errors(returned("(".repeat(1_001) + "x" + ")".repeat(1_001))))
        .containsExactly("2:1012 brackets are nested more than 1,000 deep");
  }

  @Test
  void aThousandBlocksNestAndNoMore() {
    assertThat(errors(blocks(1_000))).isEmpty();
    assertThat(errors(blocks(1_001)))
        .containsExactly("1003:1003 blocks are nested more than 1,000 deep");
    assertThat(errors(blocks(3_000))).hasSize(1);
  }

  @Test
  void deepBlocksArePrintedOnAnOrdinaryStack() {
    var text = Formatter.print(Parser.parse(Source.of("test", blocks(1_000)), new Diagnostics()));
    assertThat(errors(text)).isEmpty();
    assertThat(Formatter.print(Parser.parse(Source.of("test", text), new Diagnostics())))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'x + '", "'not '", "'-'", "'x^'", "'1 if x else '", "'x and '"})
  void tenThousandOperatorsAreOneExpressionAndNoMore(String operator) {
    assertThat(errors(returned(operator.repeat(9_999) + "x"))).isEmpty();
    assertThat(errors(returned(operator.repeat(10_000) + "x")))
        .singleElement()
        .asString()
        .contains("more than 10,000 operators deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "f(",
        "v[",
        "x[",
        "((x) + ",
        "not ",
        "-",
        "x^",
        "x + ",
        "x - ",
        "x < ",
        "1 if x else ",
        "x if ",
        "x or ",
        "[1, ",
        "[x for i in ",
        "[x for i in 1..",
        "sum(x for i in s if ",
        " for i in s",
        "..",
        ".",
        ",",
        ")",
        "]",
        "1.",
        "\"",
        "$",
        "?!",
        "x ",
        "1 "
      })
  void hugeRepetitionsAreRefusedOrReadInTime(String part) {
    assertThat(errors(returned(part.repeat(HUGE) + "x"))).hasSizeBetween(0, 10);
    assertThat(errors(part.repeat(HUGE))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consumer c: owns ",
        "consumer c: owns x ",
        "consumer c: owns n",
        "consumer c: buys ",
        "consumer c: transfers ",
        "firm F makes ",
        "firm F makes x from y choosing ",
        "firm F makes x from y = java ",
        "unknown u in ",
        "unknown u: ",
        "set s = ",
        "parameter p[",
        "good g[h in ",
        "scenario s: a[h in ",
        "firms from "
      })
  void hugeHeadsAndLinesAreRefusedOrReadInTime(String head) {
    for (var part :
        new String[] {
          "x, ",
          "[",
          "(tax ",
          "(tax 1 to s) ",
          "[x for i in s], ",
          "f(tax (",
          "1..",
          "x.",
          "of ",
          "x in 0..1, "
        }) {
      assertThat(errors(head + part.repeat(LONG) + "x\n")).hasSizeBetween(0, 10);
    }
  }

  @Test
  void longFlatTextsAreRead() {
    assertThat(errors(returned("[" + "1, ".repeat(LONG) + "1]"))).isEmpty();
    assertThat(errors(returned("[" + "x[1] + f(2) * 3,\n".repeat(LONG) + "1]"))).isEmpty();
    assertThat(
            errors(
                "function f(x):\n    if x: return 1\n" + "    elif x: return 2\n".repeat(10_000)))
        .isEmpty();
    assertThat(errors("function f(x):\n    " + "if x: ".repeat(LONG) + "a = 1\n")).hasSize(1);
    assertThat(errors("# c\n\n".repeat(LONG))).isEmpty();
    assertThat(errors("(" + "\nx".repeat(LONG))).hasSize(1);
  }

  private static String returned(String expression) {
    return "function f(x):\n    return " + expression + "\n";
  }

  private static String blocks(int count) {
    var text = new StringBuilder("function f(x):\n");
    for (int i = 1; i <= count; i++) {
      text.repeat(' ', i).append("if x > 0:\n");
    }
    return text.repeat(' ', count + 1).append("return x\n").toString();
  }
}
