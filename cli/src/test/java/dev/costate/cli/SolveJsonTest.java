package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.cli.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The shape of {@code solve --json}: section 7 of the language. */
final class SolveJsonTest {
  private static final Path MODELS = Path.of("src/test/resources/golden/models");
  private static final Path WRONG = Path.of("src/test/resources/golden/wrong");
  private static final ObjectMapper MAPPER = new JsonMapper();

  private static JsonNode solve(Path directory, ExitStatus status, String... words) {
    var all = new String[words.length + 2];
    all[0] = "solve";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--json";
    var run = Run.of(directory, all);
    assertThat(run.status()).isEqualTo(status);
    return MAPPER.readTree(run.out());
  }

  private static List<String> names(JsonNode object) {
    return List.copyOf(object.propertyNames());
  }

  @Test
  void everyMemberIsThereAlsoThoseThatAreEmpty() {
    var json = solve(MODELS, ExitStatus.DONE, "tupperware.market");
    assertThat(names(json))
        .containsExactly(
            "status",
            "numeraire",
            "prices",
            "quantities",
            "goods",
            "firms",
            "consumers",
            "taxes",
            "unknowns",
            "parameters",
            "outside",
            "unowned",
            "worst",
            "residual",
            "method",
            "iterations",
            "seconds",
            "conditions",
            "certificates");
    assertThat(names(json.get("conditions").get(0)))
        .containsExactly("condition", "kind", "at", "multiplier", "slack", "violation");
    assertThat(json.get("certificates").get("firms").get("A").asString()).isEqualTo("concave");
    assertThat(json.get("status").asString()).isEqualTo("solved");
    assertThat(json.get("numeraire").asString()).isEqualTo("money");
    assertThat(names(json.get("prices")))
        .containsExactly("natgas", "tupperware", "ethylene", "polyethylene");
    assertThat(names(json.get("quantities"))).isEqualTo(names(json.get("prices")));
    assertThat(names(json.get("goods").get("natgas")))
        .containsExactly(
            "price", "made", "endowed", "used", "from_outside", "to_outside", "disposed");
    assertThat(names(json.get("firms").get("A")))
        .containsExactly("inputs", "outputs", "profit", "margin", "activity", "rents", "choices");
    assertThat(json.get("firms").get("A").get("activity").asString()).isEqualTo("running");
    assertThat(names(json.get("parameters"))).containsExactly("natgas.supply", "tupperware.price");
    assertThat(names(json.get("worst"))).containsExactly("condition", "at", "value");
    assertThat(json.get("residual").asDouble())
        .isEqualTo(json.get("worst").get("value").asDouble());
    assertThat(json.get("iterations").isIntegralNumber()).isTrue();
  }

  @Test
  void pricesAreExact() {
    var prices = solve(MODELS, ExitStatus.DONE, "tupperware.market").get("prices");
    assertThat(prices.get("natgas").asDouble()).isCloseTo(1.0 / 24, within(1e-12));
    assertThat(prices.get("ethylene").asDouble()).isCloseTo(1.0 / 6, within(1e-12));
    assertThat(prices.get("polyethylene").asDouble()).isCloseTo(3.0 / 2, within(1e-12));
    assertThat(prices.get("tupperware").asDouble()).isEqualTo(1);
  }

  @Test
  void pricesAreDividedByThatOfTheGoodTheyAreIn() {
    var json =
        solve(
            MODELS,
            ExitStatus.DONE,
            "tupperware.market",
            "--set",
            "tupperware.price=7",
            "--in",
            "tupperware");
    assertThat(json.get("numeraire").asString()).isEqualTo("tupperware");
    assertThat(json.get("prices").get("natgas").asDouble()).isCloseTo(1.0 / 24, within(1e-12));
    assertThat(json.get("parameters").get("tupperware.price").asDouble()).isEqualTo(7);
  }

  @Test
  void aFailureIsOneObjectTooAndItsStatusNamesIt() {
    var json = solve(WRONG, ExitStatus.NO_EQUILIBRIUM, "increasing-returns.market");
    assertThat(json.get("status").asString()).isEqualTo("unbounded-profit");
    assertThat(json.get("firm").asString()).isEqualTo("Yard");
    assertThat(json.get("plan").get("profit").asDouble()).isPositive();
    assertThat(json.get("message").asString()).contains("Yard");
  }

  @Test
  void aCheckSaysForEveryFirmMarketAndPriceWhetherItHolds() {
    var run = Run.of(MODELS, "check", "shared-good.market", "--json");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    var json = MAPPER.readTree(run.out());
    assertThat(names(json))
        .containsExactly(
            "status", "firms", "consumers", "taxes", "unknowns", "goods", "prices", "budget");
    assertThat(json.get("status").asString()).isEqualTo("holds");
    assertThat(names(json.get("firms").get("Toys")))
        .containsExactly("profit", "best_found", "plans", "verdict", "holds");
    assertThat(names(json.get("goods").get("steel")))
        .containsExactly("price", "excess", "disposed", "holds");
    var steel = json.get("prices").get("steel");
    assertThat(steel.get("verdict").asString()).isEqualTo("agrees");
    assertThat(steel.get("less").asDouble()).isCloseTo(steel.get("price").asDouble(), within(1e-6));
    assertThat(steel.get("more").asDouble()).isCloseTo(steel.get("price").asDouble(), within(1e-6));
    assertThat(json.get("prices").get("toys").get("note").asString())
        .isEqualTo("its price is given");
    assertThat(json.get("budget").get("holds").asBoolean()).isTrue();
  }

  @Test
  void resultsAreWrittenToAFolder(@TempDir Path folder) throws IOException {
    var run =
        Run.of(
            MODELS, "solve", "workshop.market", "--out", folder.resolve("new/result").toString());
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    var goods = Files.readAllLines(folder.resolve("new/result/goods.csv"));
    assertThat(goods.getFirst())
        .isEqualTo(
            "good,label,unit,price,quantity,made,endowed,used,from_outside,to_outside,disposed");
    assertThat(goods.get(1)).startsWith("timber,\"Fichte, 杉, épicéa\",m³,0,16,");
    assertThat(Files.readAllLines(folder.resolve("new/result/firms.csv")))
        .contains("Carpenter,shut,0,-0.5");
    assertThat(Files.readAllLines(folder.resolve("new/result/plans.csv")))
        .contains("Joiner,input,timber,16");
    assertThat(
            MAPPER
                .readTree(Files.readString(folder.resolve("new/result/result.json")))
                .get("status")
                .asString())
        .isEqualTo("solved");
  }
}
