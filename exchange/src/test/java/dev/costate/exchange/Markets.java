package dev.costate.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.dynamics.law.Laws;
import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;

/** The essay's market with all three companies outside, and markets for tests. */
final class Markets {
  static final String ESSAY =
      """
      good natgas: supply 4
      good tupperware: price 1
      firm A makes ethylene from natgas: outside
      firm B makes polyethylene from ethylene: outside
      firm C makes tupperware from polyethylene: outside
      """;

  static final List<String> COMPANIES =
      List.of(
          "firm A makes ethylene from natgas: ethylene = natgas^(1/2)\n",
          "firm B makes polyethylene from ethylene: polyethylene = 1 - 1/(ethylene + 1)\n",
          "firm C makes tupperware from polyethylene: tupperware = ln(polyethylene)\n");

  /** States are the same if all their bits are. */
  static final RecursiveComparisonConfiguration BITS =
      RecursiveComparisonConfiguration.builder()
          .withEqualsForType(
              (a, b) -> Double.doubleToLongBits(a) == Double.doubleToLongBits(b), Double.class)
          .build();

  private Markets() {}

  static Economy of(String text) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var economy = Elaboration.elaborate(file, Overrides.NONE, diagnostics);
    assertThat(economy).as("%s", diagnostics.all()).isPresent();
    return economy.orElseThrow();
  }

  static Exchange exchange(String text, Rules rules) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var open = OpenMarket.of(file, diagnostics);
    assertThat(open).as("%s", diagnostics.all()).isPresent();
    var economy = Elaboration.elaborate(open.get().file(), Overrides.NONE, diagnostics);
    assertThat(economy).as("%s", diagnostics.all()).isPresent();
    return Exchange.of(economy.get(), open.get().places(), Laws.standard(), rules);
  }

  /** A desk for each place, in the order of the places. */
  static List<Desk> desks(Exchange exchange, List<String> technologies) {
    var desks = new ArrayList<Desk>();
    for (int s = 0; s < exchange.seats().size(); s++) {
      var technology = technology(technologies.get(s));
      desks.add(Desk.of(technology, exchange.seats().get(s), exchange.place()));
    }
    return desks;
  }

  static Economy technology(String text) {
    var diagnostics = new Diagnostics();
    var file =
        Technology.alone(Parser.parse(Source.of("firm.market", text), diagnostics), diagnostics);
    assertThat(file).as("%s", diagnostics.all()).isPresent();
    var economy = Elaboration.elaborate(file.get(), Overrides.NONE, diagnostics);
    assertThat(economy).as("%s", diagnostics.all()).isPresent();
    return economy.get();
  }
}
