package dev.costate.cli.explain;

import dev.costate.cli.explain.ChangeNode.Branch;
import dev.costate.cli.explain.ChangeNode.Twig;
import dev.costate.cli.explain.ChangeNodes.View;
import dev.costate.cli.explain.FirstOrder.Term;
import dev.costate.cli.json.Json;
import dev.costate.equilibrium.change.Account.Party;
import dev.costate.equilibrium.change.Account.Unexplained;
import dev.costate.equilibrium.change.Change;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The change of a price as JSON. */
final class ChangeTreeJson {
  private ChangeTreeJson() {}

  static Json of(Shock shock, String good, OptionalInt depth) {
    var changes = shock.changes();
    var price = changes.price(good);
    var json =
        Json.object()
            .with("good", good)
            .with("numeraire", shock.equilibrium().unitOfAccount())
            .with("before", price.before())
            .with("after", price.after())
            .with("change", price.delta());
    if (ChangeTree.isUnchanged(price)) {
      return json;
    }
    var order = FirstOrder.of(good, shock, price);
    var terms = Json.members(order.terms(), Term::number, ChangeTreeJson::term);
    return json.with("first_order", terms)
        .with("higher_order", order.remainder().orElse(Double.NaN))
        .with("users", branches(new ChangeNodes(changes, View.USERS).of(good, depth)))
        .with("makers", branches(new ChangeNodes(changes, View.MAKERS).of(good, depth)));
  }

  private static Json term(Term term) {
    var json = change(term.of());
    return switch (term) {
      case Term.Known known ->
          json.with("derivative", known.derivative()).with("amount", known.amount());
      case Term.Missing(_, _, var reason) -> json.with("none", reason);
    };
  }

  private static Json.Members change(Change of) {
    return Json.object().with("before", of.before()).with("after", of.after());
  }

  private static Json branches(ChangeNode node) {
    return array(node.branches().stream().map(ChangeTreeJson::branch).toList());
  }

  private static Json branch(Branch branch) {
    var json = Json.object();
    json =
        switch (branch.account().party()) {
          case Party.OfFirm(var name) -> json.with("firm", name);
          case Party.OfConsumer(var name) -> json.with("consumer", name);
          case Party.Outsiders() -> json.with("outsiders", new Json.Truth(true));
        };
    if (!ChangeWords.hasNoQuantity(branch.account())) {
      json = json.with("quantity", change(branch.account().quantity()));
    }
    return branch.account() instanceof Unexplained(_, _, var reason)
        ? json.with("none", reason)
        : json.with("parts", array(branch.parts().stream().map(ChangeTreeJson::twig).toList()));
  }

  private static Json twig(Twig twig) {
    var json =
        Json.object()
            .with("cause", twig.part().cause().name().toLowerCase(Locale.ROOT))
            .with("of", twig.part().subject())
            .with("before", twig.part().of().before())
            .with("after", twig.part().of().after())
            .with("amount", twig.amount());
    return twig.further().isEmpty() || twig.further().get().branches().isEmpty()
        ? json
        : json.with("through", branches(twig.further().get()));
  }

  private static Json array(List<? extends Json> elements) {
    return new Json.Array(List.copyOf(elements));
  }
}
