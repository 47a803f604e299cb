package dev.costate.cli.explain;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.FirmFormulas;
import dev.costate.cli.formula.Formula;
import dev.costate.cli.formula.StraightLine;
import dev.costate.cli.report.DisplayWidth;
import dev.costate.cli.report.Figures;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Names;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.GoodAccount;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The firms of a market put together as one function, where they are lines of one: each good is
 * made by one firm at most and used by one at most, who takes all of it, and one good is final. The
 * lines of that function's derivative are the equations of the prices.
 */
final class Composition {
  private static final String NAME = "f";

  /** What a firm makes and the next one uses are the same up to this fraction: markets clear so. */
  private static final double CLEARING = 1e-9;

  private final Economy economy;
  private final Equilibrium equilibrium;
  private final String last;
  private final Function function;

  private Composition(Economy economy, Equilibrium equilibrium, String last, Function function) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.last = last;
    this.function = function;
  }

  /** Empty if the firms are no lines of one function, or one of them does not buy. */
  static Optional<Composition> of(Economy economy, Equilibrium equilibrium) {
    var chain = new SupplyChain(economy);
    var made =
        economy.firms().stream().flatMap(f -> f.outputs().stream()).map(Firm.Port::good).toList();
    var used =
        economy.firms().stream().flatMap(f -> f.inputs().stream()).map(Firm.Port::good).toList();
    var last = made.stream().filter(good -> !used.contains(good)).toList();
    boolean isOneChain =
        last.size() == 1
            && made.size() == economy.firms().size()
            && made.stream().distinct().count() == made.size()
            && used.stream().distinct().count() == used.size()
            && made.stream()
                .filter(used::contains)
                .allMatch(good -> isHandedOn(equilibrium.good(good)))
            && equilibrium.firms().values().stream()
                .allMatch(a ->
                    a.kinks().isEmpty()
                        && a.rents().isEmpty()
                        && !a.marginals().isEmpty()
                        && a.marginals().stream().allMatch(m -> m.quantity() > 0));
    return isOneChain
        ? function(economy, equilibrium, chain, last.getFirst())
            .map(f -> new Composition(economy, equilibrium, last.getFirst(), f))
        : Optional.empty();
  }

  /** Whether nothing of it goes elsewhere or comes from elsewhere. */
  private static boolean isHandedOn(GoodAccount good) {
    return Math.abs(good.made() - good.used())
        <= CLEARING * Math.max(Math.abs(good.made()), Math.abs(good.used()));
  }

  private static Optional<Function> function(
      Economy economy, Equilibrium equilibrium, SupplyChain chain, String last) {
    var made =
        economy.firms().stream().flatMap(f -> f.outputs().stream()).map(Firm.Port::good).toList();
    var names = new ArrayList<>(economy.goods().stream().map(g -> g.name()).toList());
    var statements = new ArrayList<Statement>();
    for (var firm : chain.firmsFromTheEnd().reversed()) {
      var account = equilibrium.firms().get(firm.name());
      if (account == null) {
        return Optional.empty();
      }
      var code = FirmFormulas.of(economy, firm, account).code();
      if (code.isEmpty()) {
        return Optional.empty();
      }
      statements.addAll(lines(firm, code.get(), names));
    }
    var origin = statements.getLast().origin();
    statements.add(new Return(List.of(new Read(Variable.number(last), origin.place())), origin));
    var parameters =
        economy.goods().stream()
            .map(g -> g.name())
            .filter(g -> !made.contains(g))
            .map(Variable::number)
            .toList();
    return Optional.of(
        new Function(NAME, parameters, List.of(Kind.NUMBER), new Block(statements), origin));
  }

  /** The lines of a firm with goods for inputs and outputs, and locals under names of their own. */
  private static List<Statement> lines(Firm firm, StraightLine code, List<String> names) {
    var renamed = new HashMap<Variable, Variable>();
    for (int i = 0; i < firm.inputs().size(); i++) {
      renamed.put(code.inputs().get(i), Variable.number(firm.inputs().get(i).good()));
    }
    for (int k = 0; k < firm.outputs().size(); k++) {
      renamed.put(code.outputs().get(k), Variable.number(firm.outputs().get(k).good()));
    }
    var statements = new ArrayList<Statement>();
    for (var line : code.lines()) {
      var target =
          renamed.computeIfAbsent(
              line.target(),
              local -> {
                var name =
                    names.contains(local.name()) ? firm.name() + "_" + local.name() : local.name();
                names.add(name);
                return Variable.number(name);
              });
      var value =
          Walk.rewrite(
              line.value(),
              e ->
                  e instanceof Read(var v, var place)
                      ? new Read(renamed.getOrDefault(v, v), place)
                      : e);
      statements.add(new Assign(new Target.Whole(target), value, Origin.of(line.value().place())));
    }
    return statements;
  }

  void write(Page page) {
    page.blank();
    page.line("Put together, the firms are the lines of one function:");
    page.blank();
    page.line("    function " + Formula.call(NAME, reads()) + ":");
    for (var statement : function.body().statements()) {
      page.line("        " + text(statement));
    }
    page.blank();
    page.line(
        "Its derivative, line by line in reverse, and below each line the same line with prices:");
    var pairs = pairs();
    int names =
        pairs.stream()
            .flatMap(p -> List.of(p.name(), p.priceName()).stream())
            .mapToInt(DisplayWidth::of)
            .max()
            .orElse(0);
    int formulas =
        pairs.stream()
            .flatMap(p -> List.of(p.formula(), p.priceFormula()).stream())
            .mapToInt(DisplayWidth::of)
            .max()
            .orElse(0);
    for (var pair : pairs) {
      page.blank();
      page.line(
          "    "
              + padded(pair.name(), names)
              + " = "
              + padded(pair.formula(), formulas)
              + " = "
              + Figures.of(pair.value()));
      page.line(
          "    "
              + padded(pair.priceName(), names)
              + " = "
              + padded(pair.priceFormula(), formulas)
              + " = "
              + Figures.of(pair.price()));
    }
    page.blank();
    page.line(conclusion());
  }

  private List<Expression> reads() {
    return function.parameters().stream()
        .<Expression>map(p -> new Read(p, function.origin().place()))
        .toList();
  }

  private String conclusion() {
    double scale = price(last);
    return scale == 1
        ? "Every price is the derivative of the whole with respect to that good."
        : "Every price is %s times the derivative of the whole with respect to that good: %s is the price of %s."
            .formatted(Figures.of(scale), Figures.of(scale), last);
  }

  private double price(String good) {
    return equilibrium.prices().getOrDefault(good, Double.NaN);
  }

  /** A line of the derivative, and the same with prices. */
  private record Pair(
      String name,
      String formula,
      double value,
      String priceName,
      String priceFormula,
      double price) {}

  private List<Pair> pairs() {
    var wrt = function.parameters().stream().map(Variable::name).toList();
    var others =
        economy.program().functions().stream().filter(f -> !f.name().equals(NAME)).toList();
    var program = new Program(others, economy.program().constants()).with(List.of(function));
    var derivative = Differentiator.gradient(program, NAME, wrt);
    var evaluator = new Evaluator(derivative.program());
    var values = new HashMap<Variable, Value>();
    var priced = new HashMap<Variable, Value>();
    for (var parameter : function.parameters()) {
      var quantity = Value.of(equilibrium.good(parameter.name()).used());
      values.put(parameter, quantity);
      priced.put(parameter, quantity);
    }
    var prefix = Names.partial(NAME, "");
    var pairs = new ArrayList<Pair>();
    for (var statement : derivative.program().function(derivative.function()).body().statements()) {
      if (!(statement instanceof Assign(Target.Whole(var target), var value, _))) {
        continue;
      }
      evaluator.execute(statement, values);
      boolean isSeed = target.name().equals(Names.partial(NAME, last));
      if (isSeed) {
        priced.put(target, Value.of(price(last)));
      } else {
        evaluator.execute(statement, priced);
      }
      if (target.name().startsWith(prefix)) {
        var formula = Formula.of(unguarded(value));
        pairs.add(
            new Pair(
                target.name(),
                formula,
                number(values, target),
                target.name().replaceFirst(prefix, "price_"),
                isSeed ? Figures.of(price(last)) : formula.replace(prefix, "price_"),
                number(priced, target)));
      }
    }
    return pairs;
  }

  /**
   * Without the choice that keeps a zero adjoint times an infinite derivative 0; no price here is
   * 0.
   */
  private static Expression unguarded(Expression value) {
    return value
                instanceof
                Conditional(Apply(var operation, _, _, _), var then, Literal(var otherwise, _), _)
            && operation == Operation.NOT_EQUAL
            && otherwise == 0
        ? then
        : value;
  }

  private static double number(Map<Variable, Value> values, Variable variable) {
    return values.get(variable) instanceof Value.Number(var number) ? number : Double.NaN;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - DisplayWidth.of(text)));
  }

  private static String text(Statement statement) {
    return switch (statement) {
      case Assign(var target, var value, _) -> target.variable() + " = " + Formula.of(value);
      case Return(var values, _) -> "return " + Formula.of(values.getFirst());
      case Statement other -> throw new IllegalStateException("not straight: " + other);
    };
  }

  /** The prices that the lines give, to be compared with those of the equilibrium. */
  Map<String, Double> prices() {
    var prices = new LinkedHashMap<String, Double>();
    pairs()
        .forEach(pair -> prices.put(pair.priceName().substring("price_".length()), pair.price()));
    return prices;
  }
}
