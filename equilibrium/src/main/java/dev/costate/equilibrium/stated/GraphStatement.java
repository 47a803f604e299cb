package dev.costate.equilibrium.stated;

import dev.costate.differentiation.algebra.Term;
import dev.costate.equilibrium.equation.CodeStep;
import dev.costate.equilibrium.equation.ConsumerPlaces;
import dev.costate.equilibrium.equation.FirmCode;
import dev.costate.equilibrium.equation.FirmPlaces;
import dev.costate.equilibrium.equation.Gate;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.graph.PositivePart;
import dev.costate.equilibrium.graph.PriceIndex;
import dev.costate.equilibrium.graph.Product;
import dev.costate.equilibrium.graph.Quotient;
import dev.costate.equilibrium.graph.Sum;
import dev.costate.equilibrium.graph.Terms;
import dev.costate.equilibrium.graph.Use;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.equilibrium.technology.Technology.Activity;
import dev.costate.equilibrium.technology.Technology.Makes;
import dev.costate.equilibrium.technology.Technology.Nest;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import dev.costate.program.Expression;
import dev.costate.program.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * States a market by going through the steps of its graph. Places that a reader knows, such as what
 * a firm buys, have names; other steps are written out where they are read.
 */
final class GraphStatement {
  private final MarketEquations market;
  private final Graph graph;
  private final Writing writing = new Writing();
  private final Calls calls;
  private final List<Symbol> variables;
  private final Map<Integer, Polynomial> known = new HashMap<>();

  /** Whose steps are being written, and how many nests of its own it has. */
  private String agent = "";

  private int nests;

  private GraphStatement(MarketEquations market) {
    this.market = market;
    graph = market.equations().graph();
    calls = new Calls(market.economy().program());
    variables = writing.variables(market.conditions());
  }

  static StatedMarket of(MarketEquations market) {
    return new GraphStatement(market).write();
  }

  private StatedMarket write() {
    for (int i = 0; i < variables.size(); i++) {
      known.put(graph.input(i), Polynomial.of(variables.get(i)));
    }
    goods();
    market.firms().values().forEach(this::firm);
    market.consumers().values().forEach(this::consumer);
    var lower = market.lower();
    var upper = market.upper();
    for (int i = 0; i < variables.size(); i++) {
      writing.condition(
          market.conditions().get(i),
          variables.get(i),
          lower[i],
          upper[i],
          sum(market.equations().row(i)).expression());
    }
    return writing.finished();
  }

  private void goods() {
    var all = market.economy().goods();
    for (int g = 0; g < all.size(); g++) {
      if (all.get(g).fixedPrice().isPresent()) {
        int place = market.price(g);
        define(
            place, Symbol.of(Head.PRICE, all.get(g).name()), Polynomial.number(graph.value(place)));
      }
    }
    for (var border : market.borders()) {
      if (graph.written(border.quantity()).isPresent()) {
        var head = border.sign() > 0 ? Head.SUPPLY : Head.DEMAND;
        var symbol = writing.numbered(head, all.get(border.good()).name(), false);
        define(border.quantity(), symbol, polynomial(border.quantity()));
      }
    }
  }

  private void define(int place, Symbol symbol, Polynomial value) {
    writing.define(symbol, value.expression());
    known.put(place, Polynomial.of(symbol));
  }

  /** Gives a place a name, unless what stands there is as short as one. */
  private void name(int place, Symbol symbol) {
    if (!known.containsKey(place)) {
      var value = polynomial(place);
      if (value.isShort()) {
        known.put(place, value);
      } else {
        define(place, symbol, value);
      }
    }
  }

  /** The price of an agent at its gate, if it is not the market's. */
  private void gate(Gate gate, Symbol symbol) {
    if (!known.containsKey(gate.price())) {
      define(gate.price(), symbol, polynomial(gate.price()));
    }
  }

  private void firm(FirmPlaces places) {
    var firm = places.firm();
    agent = firm.name();
    nests =
        places.technology().map(t -> t.activities().stream().mapToInt(this::nests).sum()).orElse(0);
    for (int i = 0; i < firm.inputs().size(); i++) {
      gate(places.inputs().get(i), Symbol.of(Head.PAYS, agent, firm.inputs().get(i).local()));
    }
    for (int k = 0; k < firm.outputs().size(); k++) {
      gate(places.outputs().get(k), Symbol.of(Head.KEEPS, agent, firm.outputs().get(k).local()));
    }
    places.code().ifPresent(code -> plan(code, outputs(places), prices(places.outputs())));
    for (var activity : places.activities()) {
      polynomial(activity.cost());
      polynomial(activity.revenue());
    }
    for (int i = 0; i < firm.inputs().size(); i++) {
      name(places.bought()[i], Symbol.of(Head.BOUGHT, agent, firm.inputs().get(i).good()));
    }
    for (int k = 0; k < firm.outputs().size(); k++) {
      name(places.made()[k], Symbol.of(Head.MADE, agent, firm.outputs().get(k).good()));
    }
    name(places.profit(), Symbol.of(Head.PROFIT, agent));
  }

  private static List<Symbol> outputs(FirmPlaces places) {
    return places.firm().outputs().stream()
        .map(port -> Symbol.of(Head.MADE, places.firm().name(), port.good()))
        .toList();
  }

  private List<Expression> prices(List<Gate> gates) {
    return gates.stream().map(gate -> polynomial(gate.price()).expression()).toList();
  }

  /** Code is stated by its plan: places of results and of partials become known. */
  private void plan(FirmCode code, List<Symbol> outputs, List<Expression> prices) {
    var stated =
        new PlanStatement(
            writing,
            code.model(),
            symbols(code.plan()),
            symbols(code.multipliers()),
            prices,
            outputs);
    for (int k = 0; k < code.model().resultCount(); k++) {
      known.put(code.results() + k, Polynomial.of(stated.result(k)));
    }
    for (int i = 0; i < code.model().size(); i++) {
      known.put(code.gradient() + i, Polynomial.of(stated.partial(i)));
    }
  }

  private List<Symbol> symbols(int[] places) {
    return IntStream.of(places).mapToObj(place -> variables.get(graph.inputAt(place))).toList();
  }

  private void consumer(ConsumerPlaces places) {
    var consumer = places.consumer();
    agent = consumer.name();
    nests = places.preference().map(preference -> nests(preference.nest())).orElse(0);
    for (int i = 0; i < consumer.wants().size(); i++) {
      gate(places.gates().get(i), Symbol.of(Head.PAYS, agent, consumer.wants().get(i).local()));
    }
    name(places.spendable(), Symbol.of(Head.SPENDABLE, agent));
    places
        .code()
        .ifPresent(code ->
            plan(
                code,
                List.of(Symbol.of(Head.UTILITY, agent)),
                List.of(Polynomial.number(1).expression())));
    for (int i = 0; i < consumer.wants().size(); i++) {
      name(places.quantities()[i], Symbol.of(Head.BOUGHT, agent, consumer.wants().get(i).good()));
    }
  }

  private int nests(Activity activity) {
    int own =
        activity.makes() instanceof Makes.Split(var revenue, _) && isNamed(revenue.settled())
            ? 1
            : 0;
    return own + nests(activity.uses());
  }

  private int nests(Part part) {
    return switch (part.source()) {
      case Source.Input _ -> 0;
      case Source.Nested(Nest(var index, var parts)) ->
          (isNamed(index.settled()) ? 1 : 0) + parts.stream().mapToInt(this::nests).sum();
    };
  }

  private static boolean isCurved(PriceIndex index) {
    return index.elasticity() != 0;
  }

  /** Whether its cost has a name. */
  private static boolean isNamed(PriceIndex index) {
    return isCurved(index) && index.arguments() > 1;
  }

  private Polynomial sum(Terms terms) {
    var sum = Polynomial.number(0);
    for (int k = 0; k < terms.size(); k++) {
      sum = sum.plus(polynomial(terms.place(k)), terms.coefficient(k));
    }
    return sum;
  }

  private Polynomial polynomial(int place) {
    var found = known.get(place);
    if (found != null) {
      return found;
    }
    var written = graph.written(place);
    var value =
        written.isEmpty() ? Polynomial.number(graph.value(place)) : step(place, written.get());
    known.putIfAbsent(place, value);
    return value;
  }

  private Polynomial step(int place, Graph.Written written) {
    var from = written.arguments();
    return switch (written.step()) {
      case Sum(var coefficients) -> {
        var sum = Polynomial.number(0);
        for (int k = 0; k < coefficients.length; k++) {
          sum = sum.plus(polynomial(from[k]), coefficients[k]);
        }
        yield sum;
      }
      case Product _, Use _ -> polynomial(from[0]).times(polynomial(from[1]));
      case Quotient _ -> polynomial(from[0]).over(polynomial(from[1]));
      case PositivePart _ ->
          Polynomial.of(
              Term.ZERO
                  .apply(Operation.MAX, Term.of(polynomial(from[0]).expression()))
                  .expression());
      case PriceIndex index -> index(index, place - written.result(), written.result(), from);
      case CodeStep code ->
          Polynomial.of(
              calls.of(
                  code.function(),
                  IntStream.of(from).mapToObj(p -> polynomial(p).expression()).toList()));
      default -> throw new IllegalStateException("a step that cannot be stated: " + written.step());
    };
  }

  /** The cost of one unit of a nest, or how much of a part one unit takes. */
  private Polynomial index(PriceIndex index, int first, int result, int[] from) {
    var weights = index.weights();
    var references = index.references();
    if (result > 0 && !isCurved(index)) {
      return Polynomial.number(index.level() * weights[result - 1] / references[result - 1]);
    }
    if (result == 0) {
      var prices = IntStream.of(from).mapToObj(this::polynomial).toList();
      var cost = cost(index, prices);
      if (!isCurved(index)) {
        return cost;
      }
      if (from.length == 1) {
        known.put(first, cost);
        return cost;
      }
      var head = index.elasticity() < 0 ? Head.REVENUE : Head.COST;
      define(first, writing.numbered(head, agent, nests > 1), cost);
      return polynomial(first);
    }
    var cost = polynomial(first);
    double factor =
        Math.pow(index.level(), 1 - index.elasticity())
            * weights[result - 1]
            * Math.pow(references[result - 1], index.elasticity() - 1);
    return cost.over(polynomial(from[result - 1]))
        .power(index.elasticity())
        .times(Polynomial.number(factor));
  }

  private static Polynomial cost(PriceIndex index, List<Polynomial> prices) {
    var weights = index.weights();
    var references = index.references();
    double power = 1 - index.elasticity();
    var whole = Polynomial.number(power == 0 ? 1 : 0);
    for (int i = 0; i < weights.length; i++) {
      var relative = prices.get(i).over(Polynomial.number(references[i]));
      whole =
          power == 0
              ? whole.times(relative.power(weights[i]))
              : whole.plus(relative.power(power), weights[i]);
    }
    return (power == 0 ? whole : whole.power(1 / power)).times(Polynomial.number(index.level()));
  }
}
