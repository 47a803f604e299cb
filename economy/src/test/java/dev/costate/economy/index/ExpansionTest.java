package dev.costate.economy.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.MarketFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {
  private static final String SETS =
      """
      set hour = 1..3
      set region = north, south
      """;

  private final Diagnostics diagnostics = new Diagnostics();
  private final MemoryTables tables = new MemoryTables();

  private MarketFile file(String text) {
    var file = Parser.parse(Source.of("m.market", text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return file;
  }

  private String expanded(String text, String... settings) {
    var file = file(text);
    var replaced =
        java.util.Arrays.stream(settings)
            .map(s -> Parser.parseSetting(Source.of("--set", s), diagnostics).orElseThrow())
            .toList();
    return printed(file, replaced);
  }

  private String printed(MarketFile file, List<Setting> replaced) {
    var expanded = Expansion.expand(file, replaced, tables, diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return expanded.orElseThrow().declarations().stream()
        .map(ExpansionTest::printed)
        .collect(Collectors.joining());
  }

  /** Without blank lines; names such as power[3] print as they are. */
  private static String printed(Declaration declaration) {
    return Formatter.print(declaration);
  }

  private List<String> errors(String text) {
    Expansion.expand(file(text), List.of(), tables, diagnostics);
    return diagnostics.all().stream()
        .map(d ->
            "%s:%d:%d %s"
                .formatted(
                    d.place().source().name(), d.place().line(), d.place().column(), d.message()))
        .toList();
  }

  @Test
  void aMarketWithoutSetsIsItself() {
    var text =
        """
        parameter a = 2
        good x: supply a
        firm A makes y from x:
            v = [1, 2]
            v[1] += a
            for i in v:
                v[2] += i if i > 1 else 0
            y = x * v[2]
        good y: price 1
        numeraire y
        scenario s: x.supply = 3
        """;
    assertThat(expanded(text)).isEqualTo(text);
  }

  @Test
  void whatIsWrittenOutIsItsOwnExpansion() {
    var file = file(SETS + "good power[h in hour]: demand sum(h + k for k in hour)\n");
    var once = Expansion.expand(file, List.of(), tables, diagnostics).orElseThrow();
    var twice = Expansion.expand(once, List.of(), tables, diagnostics).orElseThrow();
    assertThat(printed(twice, List.of())).isEqualTo(printed(once, List.of()));
  }

  @Test
  void aDeclarationWithIndicesBecomesOneForEachMember() {
    assertThat(expanded(SETS + "good power[h in hour, r in region]: demand 2*h\n"))
        .isEqualTo(
            """
            good power[1,north]: demand 2 * 1
            good power[1,south]: demand 2 * 1
            good power[2,north]: demand 2 * 2
            good power[2,south]: demand 2 * 2
            good power[3,north]: demand 2 * 3
            good power[3,south]: demand 2 * 3
            """);
  }

  @Test
  void aFirmsCodeNamesItsOwnGoods() {
    assertThat(
            expanded(
                """
                firm Store[h in 1..2] makes power[h + 1] from power[h]: power[h + 1] = 0.9 * power[h]
                """))
        .isEqualTo(
            """
            firm Store[1] makes power[2] from power[1]: power[2] = 0.9 * power[1]
            firm Store[2] makes power[3] from power[2]: power[3] = 0.9 * power[2]
            """);
  }

  @Test
  void listsOfGoodsTakeTheirConditionFromParameters() {
    assertThat(
            expanded(
                """
                set product = 1..3
                set sector = a, b
                parameter ys[j in sector, i in product] = (i if j == a else 1) - 1
                firm Make[j in sector] makes [X[i] for i in product if ys[j, i] > 0], rest from labor:
                    for i in product:
                        if ys[j, i] > 0:
                            other = i
                    X[2], X[3] = labor, ys[j, 3]
                    rest = sum(ys[j, k] for k in product)
                """))
        .contains(
            """
            firm Make[a] makes X[2], X[3], rest from labor:
                if ys[a,1] > 0:
                    other = 1
                if ys[a,2] > 0:
                    other = 2
                if ys[a,3] > 0:
                    other = 3
                X[2], X[3] = labor, ys[a,3]
                rest = (ys[a,1] + ys[a,2] + ys[a,3])
            """)
        .contains("firm Make[b] makes rest from labor:");
  }

  @Test
  void aListWithAnotherNameGivesEachGoodItsIndices() {
    assertThat(
            expanded(
                """
                set p = 1..2
                firm A makes [X[i] for i in p] from [X[i] as used (tax t[i] to state[i]) for i in p]:
                    X[1] = used[2]
                    X[2] = sum(used[i] for i in p)
                parameter t[i in p] = i
                """))
        .isEqualTo(
            """
            firm A makes X[1], X[2] from X[1] as used[1] (tax t[1] to state[1]), X[2] as used[2] (tax t[2] to state[2]):
                X[1] = used[2]
                X[2] = (used[1] + used[2])
            parameter t[1] = 1
            parameter t[2] = 2
            """);
  }

  @Test
  void consumersUnknownsAndScenariosHaveIndicesToo() {
    assertThat(
            expanded(
                SETS
                    + """
                    consumer c[r in region]:
                        owns labor[r] 10, [land[h, r] h for h in hour if h > 1], all of A[r]
                        buys food[r] (tax t[r] to state)
                        transfers 5 food[r] to c[north]
                        utility = food[r] * min(labor[r], 2)
                    unknown t[r in region] in 0..1: income(c[r]) >= price(food[r])
                    good food[r in region]: demand(p) = 3 - p + price(food[north])
                    firm A[r in region] makes food[r] from labor[r]: food[r] = labor[r]
                    scenario s: food[r in region].start = 2
                    numeraire food[south]
                    """))
        .contains(
            """
            consumer c[south]:
                owns labor[south] 10, land[2,south] 2, land[3,south] 3, all of A[south]
                buys food[south] (tax t[south] to state)
                transfers 5 food[south] to c[north]
                utility = food[south] * min(labor[south], 2)
            """)
        .contains("unknown t[south] in 0..1: income(c[south]) >= price(food[south])\n")
        .contains("good food[south]: demand(p) = 3 - p + price(food[north])\n")
        .contains("    food[north].start = 2\n    food[south].start = 2\n")
        .contains("numeraire food[south]\n");
  }

  @Test
  void onlyTheSideOfAConditionOnCountersThatHoldsNeedMakeSense() {
    assertThat(
            expanded(
                """
                set hour = 1..2
                parameter load[h in hour] = 10*h
                parameter change[h in hour] = load[h] - load[h - 1] if h > 1 else load[h]
                firm A[h in hour] makes x[h] from y:
                    if h == 1:
                        x[h] = y
                    else:
                        x[h] = load[h - 1] * y
                """))
        .isEqualTo(
            """
            parameter load[1] = 10 * 1
            parameter load[2] = 10 * 2
            parameter change[1] = (load[1])
            parameter change[2] = (load[2] - load[1])
            firm A[1] makes x[1] from y:
                x[1] = y
            firm A[2] makes x[2] from y:
                x[2] = load[1] * y
            """);
  }

  @Test
  void variablesOfTheCodeHideWhatHasTheirName() {
    assertThat(
            expanded(
                """
                set s = 1..2
                parameter load[h in s] = h
                function f(load): return load[1] + sum([load[h] for h in s])
                function g(x):
                    h = 2
                    return sum(x * h for h in s) + h * load[1]
                """))
        .contains("return load[1] + sum([load[1], load[2]])")
        .contains("return (x*1 + x*2) + h*load[1]");
  }

  @Test
  void settingsDecideRangesAndConditions() {
    var text =
        """
        parameter n = 2
        parameter c[i in 1..3] = 0
        set hour = 1..n
        good x[h in hour]: price 1
        firm A makes y from [x[h] for h in hour if c[h] > 0], z: y = z
        """;
    assertThat(expanded(text)).contains("good x[2]").doesNotContain("good x[3]");
    assertThat(expanded(text, "n=3", "c[3]=1"))
        .contains("good x[3]")
        .contains("makes y from x[3], z")
        .contains("parameter n = 2\n")
        .contains("parameter c[3] = 0\n");
  }

  @Test
  void anIndexMayBeAnyArithmeticOfCountersAndParameters() {
    assertThat(
            expanded(
                """
                parameter lag = 1
                firm S[h in 1..3] makes a[mod(h, 3) + 1] from b[min(h + lag, 3)]: a[mod(h, 3) + 1] = 1
                """))
        .contains("firm S[3] makes a[1] from b[3]: a[1] = 1");
  }

  @Test
  void theLeastOfOneIsThatOne() {
    assertThat(expanded("good x: supply min(i for i in 2..2) + max(i for i in 1..2)\n"))
        .isEqualTo("good x: supply (2) + max(1, 2)\n");
  }

  @Test
  void longSumsStayLow() {
    var sum = expanded("good x: supply sum(i for i in 1..5_000)\n");
    assertThat(sum).contains("4999 + 5000");
    Expansion.expand(
        file("good x: supply sum(i for i in 1..200_000)\n"), List.of(), tables, diagnostics);
    assertThat(diagnostics.all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          good x[h in day]: price 1                                 | m.market:1:13 there is no set 'day'
          set s = 1..s                                              | m.market:1:12 's' is not known before the market is solved
          set s = 1..0.5                                            | m.market:1:12 a bound must be a whole number, but this is 0.5
          set s = 1..2_000_000                                      | m.market:1:9 this range has 2,000,000 members, more than 1,000,000
          good x[i in 1..2_000, j in 1..2_000]: price 1             | m.market:1:1 this stands for more than 1,000,000 declarations
          good x: supply sum(i*j for i in 1..2_000 for j in 1..2_000) | m.market:1:24 here the lists of the market have more than 2,000,000 items
          good x[h in 1..2]: price 1\\ngood x[2]: price 1            | m.market:2:6 the good 'x[2]' is already declared at line 1
          parameter x[h in 1..2] = h\\ngood y: supply x[3]           | m.market:2:16 there is no 'x[3]'
          good x[h in 1..2]: price 1\\nfirm A[h in 1..2] makes x[h + 1]: x[h + 1] = 1 | m.market:2:25 there is no 'x[3]'
          set r = a, b\\ngood x[i in r]: supply i                    | m.market:2:24 'i' stands for 'a', which is no number
          set r = a, b\\ngood x[i in r]: supply 1 if i > 2 else 3    | m.market:2:29 a number is needed here, but this is a
          parameter n = f(2)\\ngood x[i in 1..n]: price 1\\nfunction f(x): return x | m.market:1:15 'f' cannot be computed before the market is solved
          parameter a = b\\nparameter b = a\\nset s = 1..a           | m.market:2:15 'a' depends on itself
          firm A makes [x[i] for i in 1..2]:\\n    for j in 1..2:\\n        x[j] = 1 | m.market:3:11 'j' is computed by the code, and an index of a good or parameter must be known before
          set s = 1..2\\nfirm A makes x:\\n    for j in s:\\n        break\\n    x = 1 | m.market:4:9 a loop over a set is written out for each member and cannot be left early
          firm A[h in 1..2] makes x[h]:\\n    h = 2\\n    x[h] = 1    | m.market:2:5 'h' counts the members of a set and cannot be assigned
          good x: supply max(i for i in 1..0)                       | m.market:1:16 'max' of nothing
          good x: supply f(i for i in 1..2)\\nfunction f(x): return x | m.market:1:20 a list over a set as the argument of 'f'
          function f(n): return sum([i for i in 1..n])              | m.market:1:42 'n' is not known before the market is solved
          parameter load[hour] from "none.csv"\\nset hour = 1..2     | m.market:1:27 there is no such file
          scenario s: x[h in none].supply = 2                       | m.market:1:20 there is no set 'none'
          """)
  void whatCannotBeWrittenOutIsReportedOnceAtItsPlace(String text, String error) {
    assertThat(errors(text.replace("\\n", "\n"))).containsExactly(error);
  }

  @Test
  void aHundredThousandMembersAreWrittenOut() {
    var expanded =
        Expansion.expand(
            file(
                """
                set a = 1..500
                set b = 1..200
                parameter x[i in a, j in b] = i + j
                firm F[i in a, j in b] makes y[i, j] from z: y[i, j] = z * x[i, j]
                """),
            List.of(),
            tables,
            diagnostics);
    assertThat(expanded.orElseThrow().declarations()).hasSize(200_000);
  }
}
