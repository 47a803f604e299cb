package dev.costate.equilibrium.equation;

import dev.costate.economy.Firm;
import dev.costate.equilibrium.condition.Condition;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.equation.FirmPlaces.ActivityPlaces;
import dev.costate.equilibrium.graph.Terms;
import dev.costate.equilibrium.technology.Technology;
import dev.costate.equilibrium.technology.Technology.Activity;
import dev.costate.equilibrium.technology.Technology.Makes;
import dev.costate.equilibrium.technology.Technology.Product;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Writes the equations of a firm. */
final class FirmEquations {
  private final Draft draft;
  private final Firm firm;
  private final List<Gate> inputs;
  private final List<Gate> outputs;
  private final Terms[] bought;
  private final Terms[] made;
  private final Terms profit = new Terms();
  private final List<ActivityPlaces> activities = new ArrayList<>();
  private Optional<FirmCode> code = Optional.empty();

  private FirmEquations(Draft draft, Firm firm) {
    this.draft = draft;
    this.firm = firm;
    inputs =
        firm.inputs().stream()
            .map(port -> Gate.buying(draft, draft.good(port.good()), port.wedges()))
            .toList();
    outputs =
        firm.outputs().stream()
            .map(port -> Gate.selling(draft, draft.good(port.good()), port.wedges()))
            .toList();
    bought = terms(inputs.size());
    made = terms(outputs.size());
  }

  private static Terms[] terms(int count) {
    return IntStream.range(0, count).mapToObj(_ -> new Terms()).toArray(Terms[]::new);
  }

  /** The equations of a firm, written; the places of what it buys, makes and earns. */
  static FirmPlaces write(Draft draft, Firm firm) {
    return new FirmEquations(draft, firm).write();
  }

  private FirmPlaces write() {
    var technology =
        firm.capacities().isEmpty() && firm.choices().isEmpty()
            ? TechnologyReader.ofFirm(
                draft.economy().program(), firm.function(), firm.outputs().size())
            : Optional.<Technology>empty();
    if (technology.isPresent()) {
      technology.get().frozen().forEach(draft::freeze);
      technology.get().activities().forEach(this::activity);
    } else {
      code();
    }
    var boughtPlaces = places(bought);
    var madePlaces = places(made);
    trade(boughtPlaces, madePlaces);
    return new FirmPlaces(
        firm,
        inputs,
        outputs,
        boughtPlaces,
        madePlaces,
        draft.graph().sum(profit),
        List.copyOf(activities),
        technology,
        code);
  }

  private int[] places(Terms[] terms) {
    return IntStream.range(0, terms.length).map(k -> draft.graph().sum(terms[k])).toArray();
  }

  /** Buys and sells on the markets, pays levies, and keeps markups. */
  private void trade(int[] boughtPlaces, int[] madePlaces) {
    for (int i = 0; i < boughtPlaces.length; i++) {
      draft.buy(inputs.get(i).good(), boughtPlaces[i]);
      inputs.get(i).pass(draft, boughtPlaces[i]);
    }
    for (int k = 0; k < madePlaces.length; k++) {
      var gate = outputs.get(k);
      draft.supply(gate.good(), madePlaces[k]);
      gate.pass(draft, madePlaces[k]);
      int quantity = madePlaces[k];
      gate.markup().ifPresent(kept -> profit.plus(draft.graph().product(kept, quantity)));
    }
  }

  /** 0 &lt;= cost - revenue of one unit, complementary to the level of activity. */
  private void activity(Activity activity) {
    var name = activities.isEmpty() ? "" : "activity %d".formatted(activities.size() + 1);
    int level =
        draft.variable(
            new Condition(Kind.ACTIVITY, firm.name(), name), 0, Double.POSITIVE_INFINITY);
    int variable = draft.variables() - 1;
    var uses = Nesting.of(draft, activity.uses(), input -> inputs.get(input).price());
    var used = new TreeSet<Integer>();
    uses.use(
        level,
        (input, quantity) -> {
          bought[input].plus(quantity);
          used.add(input);
        });
    var makes = terms(outputs.size());
    int revenue = revenue(activity.makes(), makes);
    var perUnit = places(makes);
    for (int k = 0; k < perUnit.length; k++) {
      if (makes[k].size() > 0) {
        made[k].plus(draft.graph().use(level, perUnit[k]));
      }
    }
    activities.add(new ActivityPlaces(variable, level, uses.cost(), revenue, perUnit, used));
    draft.row(level, new Terms().plus(uses.cost()).minus(revenue));
  }

  /** What one unit fetches, and how much of each output it makes. */
  private int revenue(Makes makes, Terms[] perUnit) {
    var graph = draft.graph();
    return switch (makes) {
      case Makes.Jointly(var products) -> {
        var worth = new Terms();
        for (var product : products) {
          draft.add(worth, product.coefficient(), outputs.get(product.output()).price());
          draft.add(perUnit[product.output()], product.coefficient(), draft.constant(1));
        }
        yield graph.sum(worth);
      }
      case Makes.Split(var index, var branches) -> {
        int revenue = draft.index(index, branches.stream().mapToInt(this::worth).toArray());
        for (int b = 0; b < branches.size(); b++) {
          for (var product : branches.get(b)) {
            draft.add(perUnit[product.output()], product.coefficient(), revenue + 1 + b);
          }
        }
        yield revenue;
      }
    };
  }

  private int worth(List<Product> products) {
    var worth = new Terms();
    products.forEach(
        product -> draft.add(worth, product.coefficient(), outputs.get(product.output()).price()));
    return draft.graph().sum(worth);
  }

  /** First-order conditions of the firm's code. */
  private void code() {
    var model = draft.model(firm);
    var plan = FirmCode.write(draft, model, outputs.stream().mapToInt(Gate::price).toArray());
    for (int i = 0; i < inputs.size(); i++) {
      bought[i].plus(plan.plan()[i]);
      draft.row(plan.plan()[i], new Terms().plus(inputs.get(i).price()).minus(plan.gradient() + i));
      profit.minus(draft.graph().product(inputs.get(i).price(), plan.plan()[i]));
    }
    for (int k = 0; k < outputs.size(); k++) {
      made[k].plus(plan.results() + k);
      profit.plus(draft.graph().product(outputs.get(k).price(), plan.results() + k));
    }
    code = Optional.of(plan);
  }
}
