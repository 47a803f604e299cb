package dev.costate.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
  private static final DiagnosticPrinter PLAIN =
      new DiagnosticPrinter(DiagnosticPrinter.Colour.NONE);

  @Test
  void theCaretsStandUnderTheSpan() {
    var text = "\n".repeat(11) + "  for i in 1..ceil(capital):\n";
    assertThat(
            PLAIN.print(
                error(
                    "steel.market",
                    text,
                    "ceil(capital)",
                    "a loop's length must not depend on what is differentiated")))
        .isEqualTo(
            """
            steel.market:12:15: error: wrong
               12 |   for i in 1..ceil(capital):
                  |               ^^^^^^^^^^^^^
            hint: a loop's length must not depend on what is differentiated
            """);
  }

  @Test
  void anEmptyHintAndAnEmptySpanAreShownShort() {
    var source = Source.of("a.market", "x = 1");
    assertThat(PLAIN.print(Diagnostic.warning(new Place(source, 5, 5), "odd", "")))
        .isEqualTo(
            """
            a.market:1:6: warning: odd
                1 | x = 1
                  |      ^
            """);
    assertThat(PLAIN.print(Diagnostic.error(new Place(Source.of("a", ""), 0, 0), "empty", "")))
        .isEqualTo("a:1:1: error: empty\n    1 |\n      | ^\n");
  }

  @Test
  void aSpanOverSeveralLinesIsMarkedInItsFirst() {
    assertThat(PLAIN.print(error("a", "a = f(1,\n  2)\n", "f(1,\n  2)", "")))
        .isEqualTo("a:1:5: error: wrong\n    1 | a = f(1,\n      |     ^^^^\n");
  }

  @Test
  void tabsWideAndCombiningCharactersKeepTheCaretInPlace() {
    assertThat(PLAIN.print(error("a", "\ta = b", "b", "")))
        .isEqualTo("a:1:6: error: wrong\n    1 |     a = b\n      |         ^\n");
    assertThat(PLAIN.print(error("a", "\u5C0F\u9EA6 = b", "b", "")))
        .isEqualTo("a:1:6: error: wrong\n    1 | \u5C0F\u9EA6 = b\n      |        ^\n");
    assertThat(PLAIN.print(error("a", "a\u0308 = b", "b", "")))
        .isEqualTo("a:1:6: error: wrong\n    1 | a\u0308 = b\n      |     ^\n");
    assertThat(PLAIN.print(error("a", "\u0007 = \u9EA6", "\u9EA6", "")))
        .isEqualTo("a:1:5: error: wrong\n    1 | \uFFFD = \u9EA6\n      |     ^^\n");
  }

  @Test
  void longLinesAreCutAroundTheSpan() {
    var middle =
        PLAIN
            .print(error("a", "x + ".repeat(100) + "wrong" + " + x".repeat(100), "wrong", ""))
            .lines()
            .toList();
    assertThat(middle.get(1))
        .startsWith("    1 | …")
        .endsWith("…")
        .hasSize("    1 | ".length() + 100);
    assertThat(middle.get(1).substring(middle.get(2).indexOf('^'), middle.get(2).length()))
        .isEqualTo("wrong");
    var wide = PLAIN.print(error("a", "y".repeat(500), "y".repeat(500), "")).lines().toList();
    assertThat(wide.get(1)).endsWith("y…").hasSize("    1 | ".length() + 100);
    assertThat(wide.get(2)).hasSameSizeAs(wide.get(1));
    var exact = PLAIN.print(error("a", "y".repeat(99) + "z", "z", "")).lines().toList();
    assertThat(exact.get(1)).doesNotContain("…").endsWith("yz");
  }

  @Test
  void coloursSurroundTheSameText() {
    var diagnostic = error("a", "x = 1", "x", "a hint");
    var coloured = new DiagnosticPrinter(DiagnosticPrinter.Colour.ANSI).print(diagnostic);
    assertThat(coloured).contains("\u001B[");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(PLAIN.print(diagnostic));
  }

  @Test
  void diagnosticsAreCollectedInTheOrderOfTheText() {
    var source = Source.of("a", "xyz");
    var diagnostics = new Diagnostics();
    diagnostics.warning(new Place(source, 2, 3), "second", "");
    assertThat(diagnostics.hasErrors()).isFalse();
    diagnostics.error(new Place(source, 0, 1), "first", "");
    diagnostics.error(new Place(source, 0, 1), "first", "");
    assertThat(diagnostics.hasErrors()).isTrue();
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .containsExactly("first", "second");
  }

  private static Diagnostic error(String name, String text, String span, String hint) {
    int start = text.indexOf(span);
    return Diagnostic.error(
        new Place(Source.of(name, text), start, start + span.length()), "wrong", hint);
  }
}
