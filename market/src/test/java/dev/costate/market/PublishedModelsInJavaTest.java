package dev.costate.market;

import static dev.costate.market.Wedge.tax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models of the literature, built in Java, have the published numbers. */
final class PublishedModelsInJavaTest {
  private static final double PRINTED = 1e-11;

  private static Map<String, Double> amounts(String first, double one, String second, double two) {
    var map = new LinkedHashMap<String, Double>();
    map.put(first, one);
    map.put(second, two);
    return map;
  }

  /** Wentworth, "Competitive Markets as Distributed Backprop" (2018). */
  @Test
  void theEssaysChainHasItsDerivativesAsPrices() {
    var model = new EconomyBuilder();
    model.good("natgas").supply(4);
    model.good("tupperware").price(1);
    model.firm("A").makes("ethylene").from("natgas").code("ethylene = natgas^(1/2)");
    model
        .firm("B")
        .makes("polyethylene")
        .from("ethylene")
        .code("polyethylene = 1 - 1/(ethylene + 1)");
    model.firm("C").makes("tupperware").from("polyethylene").code("tupperware = ln(polyethylene)");
    var found = model.market().solve();
    assertThat(found.price("natgas")).isCloseTo(1.0 / 24, within(PRINTED));
    assertThat(found.price("ethylene")).isCloseTo(1.0 / 6, within(PRINTED));
    assertThat(found.price("polyethylene")).isCloseTo(1.5, within(PRINTED));
    assertThat(found.firm("C").makes("tupperware")).isCloseTo(Math.log(2.0 / 3), within(PRINTED));
  }

  /** Rutherford (1999): two sectors, two factors, ten percent more labor. */
  @Test
  void twoByTwoWithMoreLabor() {
    var model = new EconomyBuilder();
    model.numeraire("x");
    model
        .firm("X")
        .makes("x")
        .from("labor", "capital")
        .code("x = " + ReadyTechnology.cesAt(100, 1, amounts("labor", 50, "capital", 50)));
    model
        .firm("Y")
        .makes("y")
        .from("labor", "capital")
        .code("y = " + ReadyTechnology.cesAt(50, 1, amounts("labor", 20, "capital", 30)));
    model
        .firm("U")
        .makes("welfare")
        .from("x", "y")
        .code("welfare = " + ReadyTechnology.cesAt(150, 1, amounts("x", 100, "y", 50)));
    model.consumer("household").owns("labor", 70).owns("capital", 80).utility("welfare");
    var market = model.market();
    var benchmark = market.solve();
    assertThat(benchmark.prices().values())
        .allSatisfy(p -> assertThat(p).isCloseTo(1, within(PRINTED)));
    var found = market.with("household.labor", 77).solveFrom(benchmark);
    assertThat(found.price("y")).isCloseTo(1.009576582776887, within(PRINTED));
    assertThat(found.price("labor")).isCloseTo(0.953462589245592, within(PRINTED));
    assertThat(found.price("capital")).isCloseTo(1.0488088481701519, within(PRINTED));
    assertThat(found.firm("X").makes("x")).isCloseTo(104.88088481701514, within(1e-9));
    assertThat(found.consumer("household").income()).isCloseTo(157.32132722552274, within(1e-9));
  }

  /** Shoven and Whalley (1984): a tax on capital in manufacturing. */
  @Test
  void shovenAndWhalleyWithTheTaxOnCapital() {
    var model = new EconomyBuilder();
    model.parameter("rate", 0);
    model.numeraire("labor");
    model
        .firm("Manufacturing")
        .makes("mfrs")
        .from("labor")
        .from("capital", tax("0.4 * rate", "rich"), tax("0.6 * rate", "poor"))
        .code("mfrs = " + ReadyTechnology.ces(1.5, 2, amounts("labor", 0.6, "capital", 0.4)));
    model
        .firm("Others")
        .makes("nonmfrs")
        .from("labor", "capital")
        .code("nonmfrs = " + ReadyTechnology.ces(2, 0.5, amounts("labor", 0.7, "capital", 0.3)));
    model
        .consumer("rich")
        .owns("capital", 25)
        .utility("ces(1, 1.5, [0.5^(1/1.5), 0.5^(1/1.5)], [mfrs, nonmfrs])");
    model
        .consumer("poor")
        .owns("labor", 60)
        .utility("ces(1, 0.75, [0.3^(1/0.75), 0.7^(1/0.75)], [mfrs, nonmfrs])");
    var market = model.market();
    var free = market.solve();
    assertThat(free.price("capital")).isCloseTo(1.3734711469786698, within(PRINTED));
    assertThat(free.firm("Manufacturing").uses("labor"))
        .isCloseTo(26.36558432234164, within(PRINTED));
    assertThat(free.consumer("rich").income()).isCloseTo(34.33677867446674, within(PRINTED));
    var taxed = market.with("rate", 0.5).solveFrom(free);
    assertThat(taxed.price("capital")).isCloseTo(1.1276441515641575, within(PRINTED));
    assertThat(taxed.price("mfrs")).isCloseTo(1.4665149188237976, within(PRINTED));
    assertThat(taxed.firm("Others").makes("nonmfrs")).isCloseTo(57.306968261809146, within(1e-10));
    assertThat(taxed.consumer("poor").income()).isCloseTo(61.366284380778374, within(1e-10));
    double revenue = 0.5 * taxed.price("capital") * taxed.firm("Manufacturing").uses("capital");
    assertThat(taxed.taxes("rich")).isCloseTo(0.4 * revenue, within(1e-10));
  }

  @Test
  void readyTechnologiesAreWrittenWithTheirNumbers() {
    var shares = amounts("a", 0.25, "b", 0.75);
    assertThat(ReadyTechnology.ces(1, 0.5, shares)).isEqualTo("ces(1, 0.5, [0.25, 0.75], [a, b])");
    assertThat(ReadyTechnology.cobbDouglas(2, shares))
        .isEqualTo("cobb_douglas(2, [0.25, 0.75], [a, b])");
    assertThat(ReadyTechnology.leontief(shares)).isEqualTo("leontief([a, b], [0.25, 0.75])");
    assertThat(ReadyTechnology.cesAt(3, 2, shares, amounts("a", 1, "b", 2)))
        .isEqualTo("ces_at(3, 2, [a, b], [0.25, 0.75], [1, 2])");
    assertThat(ReadyTechnology.ces(1, 2, amounts("a", 0.5, ReadyTechnology.leontief(shares), 0.5)))
        .isEqualTo("ces(1, 2, [0.5, 0.5], [a, leontief([a, b], [0.25, 0.75])])");
  }
}
