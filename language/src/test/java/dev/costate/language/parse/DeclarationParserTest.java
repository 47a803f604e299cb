package dev.costate.language.parse;

import static dev.costate.language.Texts.errors;
import static dev.costate.language.Texts.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.GoodLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationParserTest {
  @Test
  void aGoodHasAllItsLines() {
    var good =
        (GoodDeclaration)
            first(
                """
                good oil:
                    "Crude oil"
                    unit "t"
                    supply 4
                    supply(p) = 2 * p^0.5
                    demand (10 + 2)
                    demand(p) = 100 - 3*p + price(coal)
                    import at 5 up to 100
                    import at 6
                    export at 3 up to 2 * 25
                    no disposal
                    start 2
                """);
    assertThat(good.lines())
        .extracting(line -> (Object) line.getClass())
        .containsExactly(
            GoodLine.Label.class,
            GoodLine.Unit.class,
            GoodLine.FixedSupply.class,
            GoodLine.SupplyCurve.class,
            GoodLine.FixedDemand.class,
            GoodLine.DemandCurve.class,
            GoodLine.Import.class,
            GoodLine.Import.class,
            GoodLine.Export.class,
            GoodLine.NoDisposal.class,
            GoodLine.Start.class);
    assertThat(((GoodLine.Unit) good.lines().get(1)).text()).isEqualTo("t");
    assertThat(((GoodLine.Import) good.lines().get(6)).limit()).isPresent();
    assertThat(((GoodLine.Import) good.lines().get(7)).limit()).isEmpty();
  }

  @Test
  void aGoodMayStandOnOneLine() {
    assertThat(((GoodDeclaration) first("good bread: demand 10\n")).lines()).hasSize(1);
  }

  @Test
  void aFirmHasPortsCodeAndLimits() {
    var firm =
        (FirmDeclaration)
            first(
                """
                firm Mill makes steel, slag from ore, steel as scrap:
                    capacity = 2 * ore
                    start = capacity
                    capacity steel + slag <= start
                    start 3
                    if ore > 1:
                        steel = scrap
                    else: steel = 1
                    slag = 1
                """);
    assertThat(firm.outputs()).extracting(p -> p.local().text()).containsExactly("steel", "slag");
    assertThat(firm.inputs()).extracting(p -> p.local().text()).containsExactly("ore", "scrap");
    assertThat(firm.inputs().getLast().good().text()).isEqualTo("steel");
    assertThat(firm.lines())
        .extracting(line -> (Object) line.getClass())
        .containsExactly(
            FirmLine.Code.class,
            FirmLine.Code.class,
            FirmLine.Capacity.class,
            FirmLine.Start.class,
            FirmLine.Code.class,
            FirmLine.Code.class);
  }

  @Test
  void aFirmNeedsNoInputs() {
    assertThat(((FirmDeclaration) first("firm Sun makes light: light = 1\n")).inputs()).isEmpty();
  }

  @Test
  void wordsOfTheLanguageMayNameGoodsAndFirms() {
    var firm =
        (FirmDeclaration) first("firm makes makes from from from, as as as:\n    from = as\n");
    assertThat(firm.outputs()).extracting(p -> p.good().text()).containsExactly("from");
    assertThat(firm.inputs()).extracting(p -> p.local().text()).containsExactly("from", "as");
  }

  @Test
  void readyTechnologiesAreCalls() {
    assertThat(
            ((FirmDeclaration)
                    first(
                        "firm A makes y from k, l:\n    y = ces(1, 0.5, [0.4, 0.6], [k, cobb_douglas(1, [1], [l])])\n"))
                .lines())
        .hasSize(1);
  }

  @Test
  void scenariosSetDottedNames() {
    var scenario =
        (ScenarioDeclaration)
            first(
                "scenario s:\n    natgas.supply = 3\n    oil.import[2] . price = 30%\n    power[3, north].demand = -1\n");
    assertThat(scenario.settings())
        .extracting(s -> s.parameter().text())
        .containsExactly("natgas.supply", "oil.import[2].price", "power[3,north].demand");
    assertThat(((ScenarioDeclaration) first("scenario shortage: natgas.supply = 3\n")).settings())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "payroll=30%,payroll,30%",
    "natgas.supply = 3,natgas.supply,3",
    "oil.import[2].price=-1,oil.import[2].price,-1",
    "A.capacity=2*e,A.capacity,2 * e"
  })
  void settingsOfTheCommandLineAreRead(String text, String name, String value) {
    var diagnostics = new Diagnostics();
    var setting = Parser.parseSetting(Source.of("--set", text), diagnostics).orElseThrow();
    assertThat(diagnostics.all()).isEmpty();
    assertThat(setting.parameter().text()).isEqualTo(name);
    assertThat(Formatter.print(setting.value())).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "payroll | 8 expected '=' but found the end of the line",
        "=3 | 1 expected the name of a parameter but found '='",
        "a.=3 | 3 expected the name of a parameter but found '='",
        "a=3 b | 5 unexpected 'b'",
        "a[x.y]=3 | 4 expected ']' but found '.'",
        "a=$ | 3 '$' does not belong here"
      })
  void wrongSettingsAreReported(String text, String error) {
    var diagnostics = new Diagnostics();
    assertThat(Parser.parseSetting(Source.of("--set", text.strip()), diagnostics)).isEmpty();
    assertThat(diagnostics.all())
        .extracting(d -> d.place().column() + " " + d.message())
        .containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "# nothing", "f(4", "f(4) g(5)", "1\n2", "a = 1"})
  void whatIsNotOneExpressionIsReportedOnce(String text) {
    var diagnostics = new Diagnostics();
    assertThat(Parser.parseExpression(Source.of("expression", text), diagnostics)).isEmpty();
    assertThat(diagnostics.all()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          function f(x): return x\\nfunction f(y): return y | 2:10 the function 'f' is already declared at line 1
          good a: price 1\\n\\ngood a: price 2             | 3:6 the good 'a' is already declared at line 1
          firm a makes b: b = 1\\nfirm a makes b: b = 1    | 2:6 the firm 'a' is already declared at line 1
          parameter a = 1\\nparameter a = 2               | 2:11 the parameter 'a' is already declared at line 1
          scenario a: b = 1\\nscenario a: b = 1           | 2:10 the scenario 'a' is already declared at line 1
          numeraire a\\nnumeraire b                       | 2:11 the numeraire is already declared at line 1
          scenario a:\\n    b = 1\\n    b = 2            | 3:5 'b' is already set at line 2
          function f(x, x): return x                       | 1:15 the parameter 'x' is there twice
          function max(x): return x                        | 1:10 'max' is a built-in function and cannot be redefined
          parameter pi = 3                                 | 1:11 'pi' is a built-in constant and cannot be redefined
          good a:\\n    supply 1\\n    supply 2            | 3:5 the supply is already given at line 2
          good a:\\n    unit "t"\\n    unit "t"            | 3:5 the unit is already given at line 2
          good a:\\n    supply 1\\n    price 2             | 2:5 the supply beside the fixed price of line 3
          good a:\\n    price 1\\n    price 2              | 3:5 the price is already given at line 2
          good a:\\n    price 1\\n    import at 2          | 3:5 an import beside the fixed price of line 2
          firm a makes b:\\n    start 1\\n    start 2\\n    b = 1 | 3:5 the start is already given at line 2
          """)
  void whatIsDeclaredTwiceIsReportedWithTheFirstPlace(String text, String error) {
    assertThat(errors(text.replace("\\n", "\n"))).containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good a:\n    import at 1\n    import at 2",
        "good a:\n    price 1\n    unit \"t\"\n    \"A\"",
        "good a:\n    supply 1\n    supply(p) = p",
        "function f(x): return x\ngood f: price 1\nfirm f makes f: f = 1\nparameter f = 1",
        "function e(e): return e"
      })
  void whatMayStandTogetherIsAccepted(String text) {
    assertThat(errors(text)).isEmpty();
  }

  private static Declaration first(String text) {
    List<Declaration> declarations = file(text).declarations();
    return declarations.getFirst();
  }
}
