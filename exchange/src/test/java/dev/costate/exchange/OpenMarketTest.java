package dev.costate.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenMarketTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good a: price 1 | no firm is outside",
        "consumer s: owns a 1\\nfirm F makes b (tax 5% to s) from a: outside | a tax, subsidy or markup at a place",
        "set s = x, y\\nfirm F[i in s] makes a[i]: outside | a place is for one firm",
      })
  void whatIsNoPlaceIsRefused(String text, String message) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("t.market", text.replace("\\n", "\n") + "\n"), diagnostics);
    assertThat(OpenMarket.of(file, diagnostics)).isEmpty();
    assertThat(diagnostics.all().getFirst().message()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good a: price 1 | a technology is one firm, but there are 0",
        "firm F makes a from b: a = b\\nfirm G makes a from b: a = b | a technology is one firm, but there are 2",
        "firm F makes a from b: a = b\\nconsumer h: owns b 1 | a technology has no consumers",
      })
  void whatIsNoTechnologyIsRefused(String text, String message) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("t.market", text.replace("\\n", "\n") + "\n"), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    assertThat(Technology.alone(file, diagnostics)).isEmpty();
    assertThat(diagnostics.all().getFirst().message()).contains(message);
  }

  @Test
  void aFirmWithOtherGoodsDoesNotFitThePlace() {
    var exchange = Markets.exchange(Markets.ESSAY, Rules.STANDARD);
    var technology =
        Markets.technology("firm B makes polyethylene from natgas: polyethylene = natgas\n");
    assertThatThrownBy(() -> Desk.of(technology, exchange.seats().get(1), exchange.place()))
        .hasMessage(
            "the place is for a firm with input 'ethylene', output 'polyethylene', but the technology has input 'natgas', output 'polyethylene'");
  }
}
