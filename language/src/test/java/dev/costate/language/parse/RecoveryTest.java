package dev.costate.language.parse;

import static dev.costate.language.Texts.errors;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake gives one error, and the rest of the file is read. */
class RecoveryTest {
  private static final String BEFORE = "function before(x):\n    return x\n";
  private static final String AFTER =
      "function after(x):\n    y = x +\n    return y\ngood last: price 1\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function f(x:\n    return x\n",
        "function f x):\n    a = 1\n    return x\n",
        "function f(x)\n    return x\n",
        "function (x):\n    if x:\n        return 1\n    return x\n",
        "fucntion f(x):\n    return x\n    b =\n",
        "function f(x):\n    a = (x + 1\n    b = 2\n    return b\n",
        "function f(x):\n    a = g(x, [1, 2\n    if b:\n        c = 1\n    return b\n",
        "function f(x):\n    a = [1,\n      2,\n      3\n    return b\n",
        "function f(x):\n    a = x + 1)\n    return b\n",
        "function f(x):\n    if (x > 1:\n        c = 1\n    else:\n        c = 2\n    return c\n",
        "function f(x):\n    if x >:\n        c = 1\n    elif x:\n        c = 3\n    else:\n        c = 2\n    return c\n",
        "function f(x):\n    while x $ 1:\n        c = 1\n    return c\n",
        "function f(x):\n    return x\n        + 1\n",
        "function f(x):\n        a = 1\n    return x\n",
        "good a\n    supply 1\n    demand 2\n",
        "good a:\n    supply = 1\n    demand 2\n",
        "good a:\n    demand(p):\n        x = 1 $ 2\n        return x\n",
        "good a: demand(p): return 2\n",
        "firm A makes x from (y):\n    x = 1\n    z = \n",
        "firm A:\n    x = 1\n    z = \n",
        "consumer c:\n    owns labor 100 (tax 20% to state), all of A\n    utility = a $ b\n",
        "consumer c:\n    owns labor (tax 20% to state)\n    utility = a\n",
        "consumer c:\n    owns labor 100 (tax 20% state)\n    buys food\n    utility = a\n",
        "consumer c:\n    transfers 10 to\n    utility = a\n",
        "consumer c:\n    saves 10% in bonds\n    utility = a\n",
        "consumer c\n    utility = a\n",
        "unknown u: a >= b\n",
        "unknown u in 0..1:\n    a == b\n",
        "unknown u in 0..1: a <= b\n",
        "unknown u = 3\n",
        "unknown u:\n    a == b\n    c == d\n",
        "set s = 1..\n",
        "set s = a, b, a\n",
        "parameter x[h in hour] from load.csv\n",
        "parameter x from \"load.csv\"\n",
        "firms from \"a.csv\"\n",
        "good a[h in 2*hour]: supply 1\n",
        "firm A makes x[h in hour]: x = 1\n",
        "firm A makes [x, y]: x = 1\n",
        "firm A makes x (tax 10%): x = 1\n",
        "firm A makes x (levy 10% to state): x = 1\n",
        "firm A makes x choosing k: x = k\n",
        "firm A makes x choosing k in ..: x = k\n",
        "firm A makes x = java com.acme.Moulding\n",
        "firm A makes x = java com.acme.Moulding#output more\n",
        "parameter x 3\n",
        "x = 3\n    y = 4\n",
        "scenario s:\n    a = 1, b = 2\n    c = 3\n",
        "function f(x):\n\tif x:\n\t\treturn 1\n\treturn x\n\t\t\n",
        "firm A makes x: \"quoted\n",
      })
  void oneMistakeIsOneErrorAndTheRestIsRead(String wrong) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test", BEFORE + wrong + AFTER), diagnostics);
    assertThat(diagnostics.all()).as(diagnostics.all().toString()).hasSize(2);
    assertThat(diagnostics.all().getLast().message())
        .isEqualTo("expected a value but found the end of the line");
    assertThat(file.functions()).extracting(f -> f.name().text()).contains("before", "after");
    assertThat(file.declarations()).hasSizeBetween(3, 4);
  }

  @Test
  void everyBrokenLineIsReported() {
    assertThat(
            errors(
                "function f(x):\n    a = 1 +\n    if a b:\n        c = )\n    else if c:\n        return\n    d == 1\ngood x: suply 1\n"))
        .hasSize(7);
  }

  @Test
  void aForgottenBracketIsReportedWhereItOpens() {
    assertThat(errors("function f(x):\n    a = (x + 1\n\n    # comment\n    b = 2\n    return b\n"))
        .containsExactly("2:9 this '(' is never closed");
    assertThat(errors("function f(x):\n    return g(x, (1)\n\ngood wheat:\n    supply 4\n"))
        .containsExactly("2:13 this '(' is never closed");
  }

  @Test
  void tabsAreReportedOncePerFile() {
    assertThat(errors("function f(x):\n\ta = 1\n\tb = 2\n\treturn b\n"))
        .containsExactly("2:1 a tab in the indentation, here and in 2 more lines");
    assertThat(errors("function f(x):\n\treturn x\n"))
        .containsExactly("2:1 a tab in the indentation");
    assertThat(errors("function f(x):\n    return\tx\t# tabs elsewhere are spaces\n")).isEmpty();
  }

  @Test
  void strangeIndentationIsReportedOncePerDepth() {
    assertThat(
            errors(
                "function f(x):\n    a = 1\n      b = 1\n      c = 1\n    d = 1\n  e = 1\n  g = 1\n    return a\n"))
        .containsExactly(
            "3:7 this line is indented by 6 spaces, its block by 4",
            "6:3 this line is indented by 2 spaces, the block around it by 4");
  }
}
