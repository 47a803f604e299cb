package dev.costate.language.parse;

import static dev.costate.language.Texts.errors;
import static dev.costate.language.Texts.errorsOfLine;
import static dev.costate.language.Texts.expression;
import static dev.costate.language.Texts.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Shape;
import dev.costate.language.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {
  @ParameterizedTest
  @CsvSource({
    "a − b,a - b",
    "a – b,a - b",
    "−x^−2,-x^-2",
    "a∗b×c·d,a*b*c*d",
    "a ÷ b,a / b",
    "a ≠ b,a != b",
    "a ≤ b,a <= b",
    "a ≥ b,a >= b",
    "1e−3,1e-3",
    "1e–3,1e-3",
    "a\u00A0+\u00A0b,a + b",
    "a\u202F+\u2009b,a + b"
  })
  void pastedCharactersMeanThePlainOnes(String pasted, String plain) {
    assertThat(Shape.of(expression(pasted))).isEqualTo(Shape.of(expression(plain)));
  }

  @Test
  void pastedBlocksAreIndentedByNoBreakSpaces() {
    var plain = "function f(x):\n    a −= 1\n    return a\n";
    assertThat(Shape.of(file(plain.replace("    ", "\u00A0 \u00A0\u00A0"))))
        .isEqualTo(Shape.of(file(plain.replace('−', '-'))));
  }

  @Test
  void lineEndsOfWindowsAndAByteOrderMarkAreAccepted() {
    var plain = "function f(x):  # c\n    # d\n\n    return f(1,\n      2)\n";
    assertThat(Shape.of(file("\uFEFF" + plain.replace("\n", "\r\n"))))
        .isEqualTo(Shape.of(file(plain)));
    assertThat(Shape.of(file(plain.stripTrailing()))).isEqualTo(Shape.of(file(plain)));
    assertThat(Shape.of(file(plain.replace("\n", "\r\n").stripTrailing() + "\r")))
        .isEqualTo(Shape.of(file(plain)));
  }

  @Test
  void aByteOrderMarkDoesNotShiftColumns() {
    assertThat(errors("\uFEFFgood a: $\n")).contains("1:9 '$' does not belong here");
  }

  @Test
  void columnsCountCharactersNotUnits() {
    var diagnostics = new Diagnostics();
    Parser.parse(Source.of("test", "good a: \"\uD83C\uDF3E\uD83C\uDF3E\" b\n"), diagnostics);
    assertThat(diagnostics.all().getFirst().place().column()).isEqualTo(14);
  }

  @Test
  void namesAreComparedComposed() {
    assertThat(errors("good Ka\u0308se: price 1\ngood K\u00E4se: price 1\n"))
        .containsExactly("2:6 the good 'Käse' is already declared at line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = b ² | 7 '²' (U+00B2) does not belong here",
        "a = b — c | 7 '—' (U+2014) does not belong here",
        "a = \u200Bb | 5 the invisible character U+200B does not belong here",
        "a = 1…n | 6 '…' (U+2026) does not belong here",
        "a = b && c | 7 '&' does not belong here",
        "a = “b” | 5 '“' (U+201C) does not belong here; 7 '”' (U+201D) does not belong here",
        "a = \"b | 5 this quoted text is not closed",
      })
  void otherCharactersAreRefusedByName(String line, String expected) {
    assertThat(String.join("; ", errorsOfLine(line.strip()))).isEqualTo(expected);
  }

  @Test
  void aLoneCarriageReturnIsRefused() {
    assertThat(errors("good a: price 1 # c\rgood b: price 1\n"))
        .containsExactly("1:20 a carriage return without a line feed");
    assertThat(errors("good a: price 1\rgood b: price 1\n")).hasSize(1);
  }
}
