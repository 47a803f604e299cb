package dev.costate.cli.explain;

import dev.costate.cli.explain.PriceNode.Use;
import dev.costate.cli.json.Json;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.Term;
import java.util.List;

/** A tree of prices as JSON. */
final class PriceTreeJson {
  private PriceTreeJson() {}

  static Json.Members of(PriceNode node) {
    return Json.object()
        .with("good", node.good())
        .with("price", node.price())
        .with(
            "because",
            switch (node.ground()) {
              case USES -> "uses";
              case GIVEN -> "given";
              case OUTSIDERS -> "outsiders";
              case SEEN -> "see above";
            })
        .with("uses", array(node.uses().stream().map(PriceTreeJson::use).toList()))
        .with("deeper", node.hidden());
  }

  private static Json use(Use use) {
    return switch (use) {
      case Use.ByFirm(var firm, _, var marginals, var outputs) ->
          Json.object()
              .with("firm", firm.name())
              .with("conditions", array(marginals.stream().map(PriceTreeJson::condition).toList()))
              .with("outputs", array(outputs.stream().map(PriceTreeJson::of).toList()));
      case Use.ByConsumer(var consumer, var quantity) ->
          Json.object().with("consumer", consumer).with("quantity", quantity);
      case Use.ByOutsiders(var quantity) ->
          Json.object().with("outsiders", new Json.Truth(true)).with("quantity", quantity);
    };
  }

  private static Json condition(InputMarginal marginal) {
    return Json.object()
        .with("quantity", marginal.quantity())
        .with("pays", marginal.price())
        .with("worth", marginal.worth())
        .with("slack", marginal.slack())
        .with("outputs", terms(marginal.terms()))
        .with("capacities", terms(marginal.rents()));
  }

  private static Json terms(List<Term> terms) {
    return Json.members(
        terms,
        Term::name,
        term -> Json.object().with("price", term.price()).with("derivative", term.derivative()));
  }

  private static Json array(List<? extends Json> elements) {
    return new Json.Array(List.copyOf(elements));
  }
}
