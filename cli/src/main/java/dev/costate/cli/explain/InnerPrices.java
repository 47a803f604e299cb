package dev.costate.cli.explain;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.FirmFormulas;
import dev.costate.cli.formula.Formula;
import dev.costate.cli.formula.StraightLine;
import dev.costate.cli.report.Figures;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.program.Variable;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The code of a firm as a supply chain: its lines are firms, its variables goods with prices of
 * their own, which are their adjoints.
 */
final class InnerPrices {
  /**
   * The price of a variable inside a firm: a sum over the lines that read it.
   *
   * @param name {@code price(level)}; of an input or output behind wedges what is paid or kept
   * @param symbols price of the line that reads it times its derivative, one for each
   * @param numbers the same in numbers
   * @param value of the sum, in the unit of account
   */
  record InnerPrice(
      Variable variable, String name, List<String> symbols, List<String> numbers, double value) {
    InnerPrice {
      symbols = List.copyOf(symbols);
      numbers = List.copyOf(numbers);
    }
  }

  private final Economy economy;
  private final Firm firm;
  private final FirmAccount account;
  private final Gates gates;
  private final StraightLine code;
  private final Map<Variable, Double> adjoints = new LinkedHashMap<>();
  private final Map<Variable, List<String>> symbols = new HashMap<>();
  private final Map<Variable, List<String>> numbers = new HashMap<>();

  private InnerPrices(
      Economy economy, Firm firm, FirmAccount account, Gates gates, StraightLine code) {
    this.economy = economy;
    this.firm = firm;
    this.account = account;
    this.gates = gates;
    this.code = code;
    sweep();
  }

  /**
   * In the order of the reverse sweep; none if the code is one line for each output, or has loops,
   * branches or calls.
   */
  static List<InnerPrice> of(
      Economy economy, Firm firm, FirmAccount account, Gates gates, FirmFormulas formulas) {
    if (formulas.code().isEmpty() || !formulas.hasLocals() || account.marginals().isEmpty()) {
      return List.of();
    }
    return new InnerPrices(economy, firm, account, gates, formulas.code().get()).all();
  }

  /** Those of an input and of all that depends on it. */
  static List<InnerPrice> behind(int input, List<InnerPrice> all, StraightLine code) {
    var dependent = new HashSet<Variable>();
    dependent.add(code.inputs().get(input));
    for (var line : code.lines()) {
      if (line.partials().keySet().stream().anyMatch(dependent::contains)) {
        dependent.add(line.target());
      }
    }
    return all.stream().filter(inner -> dependent.contains(inner.variable())).toList();
  }

  private void sweep() {
    var values = values();
    var evaluator = new Evaluator(economy.program());
    for (int k = 0; k < code.outputs().size(); k++) {
      adjoints.merge(code.outputs().get(k), gates.kept(firm.outputs().get(k)), Double::sum);
    }
    for (var line : code.lines().reversed()) {
      double adjoint = adjoints.getOrDefault(line.target(), 0.0);
      line.partials()
          .forEach((variable, partial) -> {
            double slope = evaluator.number(partial.expression(), values);
            adjoints.merge(variable, adjoint == 0 ? 0 : adjoint * slope, Double::sum);
            symbols
                .computeIfAbsent(variable, _ -> new ArrayList<>())
                .add(
                    name(line.target())
                        + " * "
                        + Formula.factor(Formula.legible(partial.expression())));
            numbers
                .computeIfAbsent(variable, _ -> new ArrayList<>())
                .add(Figures.of(adjoint) + " * " + Figures.of(slope));
          });
    }
  }

  private List<InnerPrice> all() {
    var variables = new ArrayList<Variable>();
    code.lines().reversed().forEach(line -> variables.add(line.target()));
    variables.addAll(code.inputs());
    return variables.stream().filter(symbols::containsKey).map(this::price).toList();
  }

  private InnerPrice price(Variable variable) {
    return new InnerPrice(
        variable,
        name(variable),
        symbols.getOrDefault(variable, List.of()),
        numbers.getOrDefault(variable, List.of()),
        adjoints.getOrDefault(variable, 0.0));
  }

  private String name(Variable variable) {
    var port = firm.ports().stream().filter(p -> p.local().equals(variable.name())).findFirst();
    var word =
        port.map(p -> firm.outputs().contains(p) ? gates.sold(p) : gates.bought(p))
            .orElse("price(");
    return word.substring(0, word.indexOf('(') + 1) + variable + ")";
  }

  /** What it buys of an input, or what it chose besides. */
  private double decided(int i) {
    return i < firm.inputs().size()
        ? account.inputs().getOrDefault(firm.inputs().get(i).good(), 0.0)
        : account.choices().getOrDefault(code.inputs().get(i).name(), Double.NaN);
  }

  /** What every variable of the code is at the plan. */
  private Map<Variable, Value> values() {
    var evaluator = new Evaluator(economy.program());
    var values = new HashMap<Variable, Value>();
    for (int i = 0; i < code.inputs().size(); i++) {
      values.put(code.inputs().get(i), Value.of(decided(i)));
    }
    for (var line : code.lines()) {
      values.put(line.target(), evaluator.value(line.value(), values));
    }
    return values;
  }
}
