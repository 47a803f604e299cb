package dev.costate.market;

import static dev.costate.market.Wedge.tax;

import dev.costate.dynamics.Run.Ending;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Shock;
import dev.costate.dynamics.Start;
import dev.costate.dynamics.law.Laws;
import dev.costate.equilibrium.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** The programs of docs/guide-java-api.md, by the names of their blocks. */
final class GuideExamples {
  private GuideExamples() {}

  static void first(PrintStream out) {
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

    Market market = model.market();
    var found = market.solve();
    out.printf("a unit of natgas is worth %.6f%n", found.price("natgas"));
    out.printf(
        "A makes %.0f ethylene and earns %.4f%n",
        found.firm("A").makes("ethylene"), found.firm("A").profit());
  }

  static void economy(PrintStream out) {
    var model = new EconomyBuilder();
    model.parameter("rate", 0);
    model.numeraire("labor");
    model
        .firm("Manufacturing")
        .makes("mfrs")
        .from("labor")
        .from("capital", tax("0.4 * rate", "rich"), tax("0.6 * rate", "poor"))
        .code("mfrs = ces(1.5, 2, [0.6, 0.4], [labor, capital])");
    model
        .firm("Others")
        .makes("nonmfrs")
        .from("labor", "capital")
        .code("nonmfrs = ces(2, 0.5, [0.7, 0.3], [labor, capital])");
    model
        .consumer("rich")
        .owns("capital", 25)
        .utility("ces(1, 1.5, [0.5^(1/1.5), 0.5^(1/1.5)], [mfrs, nonmfrs])");
    model
        .consumer("poor")
        .owns("labor", 60)
        .utility("ces(1, 0.75, [0.3^(1/0.75), 0.7^(1/0.75)], [mfrs, nonmfrs])");

    var found = model.market().with("rate", 0.5).solve();
    out.printf("capital costs %.4f labor%n", found.price("capital"));
    out.printf(
        "the poor buy %.4f mfrs and receive %.4f of the tax%n",
        found.consumer("poor").buys("mfrs"), found.taxes("poor"));
  }

  static void sweep(PrintStream out) throws IOException {
    var market = Market.read(Path.of("../examples/literature/shoven-whalley.market"));
    var last = market.solve();
    double before = last.consumer("rich").utility();
    out.println("rate  capital  rich     steps");
    for (int percent = 5; percent <= 100; percent += 5) {
      last = market.with("rate", percent / 100.0).solveFrom(last);
      out.printf(
          "%3d%%  %.5f  %+.2f%%  %d%n",
          percent,
          last.price("capital"),
          100 * (last.consumer("rich").utility() / before - 1),
          last.effort().iterations());
    }
  }

  static void rounds(PrintStream out) throws IOException {
    var market = Market.read(Path.of("../examples/tupperware.market"));
    var scarce = market.with("natgas.supply", 3);
    var settings = Settings.STANDARD.with(Laws.find("log-tatonnement").orElseThrow());

    var run =
        market
            .simulation(settings, new Shock(500, scarce.economy()))
            .run(
                new Start.Usual(),
                reading -> {
                  if (reading.round() % 250 == 0) {
                    var gas = reading.good("natgas");
                    out.printf("round %d: natgas costs %.6f%n", reading.round(), gas.price());
                  }
                });
    switch (run.ending()) {
      case Ending.Settled(var round) -> out.printf("settled in round %d%n", round);
      case Ending.NotSettled(var reason) -> out.println("not settled: " + reason);
    }
    out.printf(
        "there natgas costs %.6f, and solve says %.6f%n",
        run.plans().price("natgas"), scarce.solve().price("natgas"));
  }

  static void loop(PrintStream out) {
    double[] load = {40, 35, 60, 90};
    var model = new EconomyBuilder();
    model.good("gas").importAt(20);
    for (int h = 1; h <= load.length; h++) {
      var power = "power[%d]".formatted(h);
      model.good(power).demand("p", "%s * (1 - 0.002*p)".formatted(load[h - 1]));
      model
          .firm("Gas[%d]".formatted(h))
          .makes(power)
          .from("gas")
          .code(power + " = 0.5 * gas")
          .capacity("gas <= 130");
      if (h < load.length) {
        var next = "power[%d]".formatted(h + 1);
        model
            .firm("Battery[%d]".formatted(h))
            .makes(next)
            .from(power)
            .code(next + " = 0.9 * " + power);
      }
    }
    var found = model.market().solve();
    found.prices().forEach((good, price) -> out.printf("%-8s %7.3f%n", good, price));
    out.printf(
        "rent of the last hour's plant: %.3f%n", found.firm("Gas[4]").rent("Gas[4].capacity"));
  }

  static void benchmark(PrintStream out) {
    var inputs = new LinkedHashMap<String, Double>();
    inputs.put("labor", 50.0);
    inputs.put("capital", 30.0);
    out.println("food = " + ReadyTechnology.cesAt(80, 0.5, inputs));
  }

  static void errors(PrintStream out) {
    var model = new EconomyBuilder();
    model.good("flour").price(2);
    model.good("bread").demand(10);
    model
        .firm("Bakery")
        .makes("bread", tax(0.1, "stat"))
        .from("flour")
        .code(
            """
            dough = 2 * flour
            bread = min(dough, flor)
            """);
    model.consumer("state").owns("flour", 1).utility("bread");
    try {
      model.market();
    } catch (InvalidMarketException wrong) {
      out.println(wrong.getMessage());
    }
  }

  static void names(PrintStream out) throws IOException {
    var found = Market.read(Path.of("../examples/tupperware.market")).solve();
    try {
      found.price("ethlyene");
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
    }
  }

  static void outcome(PrintStream out) {
    var model = new EconomyBuilder();
    model.good("rice").demand(10).importAt(3, 4);
    out.println(
        switch (model.market().search()) {
          case Outcome.Solved(var found) -> "rice costs " + found.price("rice");
          case Outcome.UnmetDemand(var good, var wanted, var available) ->
              "of %.0f %s there are %.0f".formatted(wanted, good, available);
          case Outcome other -> other.message();
        });
  }

  static void text(PrintStream out) {
    var model = new EconomyBuilder();
    model.good("flour").unit("t").price(2);
    model.good("bread").demand("p", "20 - p");
    model
        .firm("Bakery")
        .makes("bread")
        .from("flour")
        .code("bread = 4 * flour^0.5")
        .capacity("flour <= 9");
    out.print(model.text());
  }

  static void scenario(PrintStream out) throws IOException {
    var market = Market.read(Path.of("../examples/monopoly.market"));
    var monopoly = market.solve();
    var competition = market.withScenario("competition").solveFrom(monopoly);
    out.printf(
        "books: %.2f with the markup, %.2f without%n",
        monopoly.quantity("books"), competition.quantity("books"));
    out.println(competition.effort().start());
  }
}
