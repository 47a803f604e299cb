package dev.costate.equilibrium.stated;

import dev.costate.differentiation.algebra.Term;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plan of code: what it gives, and the partials of its Lagrangian,
 *
 * <pre>value of outputs + multipliers * slacks of kinks + rents * (limits - what is used).</pre>
 *
 * <p>Where the code is a few straight lines both are written out; elsewhere they have names.
 */
final class PlanStatement {
  /** Partials with more nodes than this have a name instead. */
  private static final int LARGEST = 90;

  private final Writing writing;
  private final FirmModel model;
  private final List<Symbol> outputs;
  private final List<Symbol> plan;
  private final List<Symbol> multipliers;
  private final List<Expression> prices;
  private final Optional<StraightCode> code;
  private final List<Expression> results = new ArrayList<>();
  private final Map<Variable, Term> gradient;
  private boolean isLagrangianStated;

  /**
   * @param plan inputs, choices and levels
   * @param multipliers of the arguments of kinks, then rents of capacities
   * @param prices what each output counts
   * @param outputs a symbol for each
   */
  PlanStatement(
      Writing writing,
      FirmModel model,
      List<Symbol> plan,
      List<Symbol> multipliers,
      List<Expression> prices,
      List<Symbol> outputs) {
    this.writing = writing;
    this.model = model;
    this.plan = List.copyOf(plan);
    this.multipliers = List.copyOf(multipliers);
    this.prices = List.copyOf(prices);
    this.outputs = List.copyOf(outputs);
    outputs.forEach(writing::known);
    code = straight();
    code.ifPresentOrElse(this::written, this::named);
    gradient = code.map(c -> c.gradient(seeds())).orElse(Map.of());
  }

  private String agent() {
    return model.firm().name();
  }

  private Optional<StraightCode> straight() {
    var exposed = model.exposed();
    var function = exposed.program().function(exposed.function());
    var names = new HashMap<Variable, Variable>();
    for (int i = 0; i < function.parameters().size(); i++) {
      names.put(function.parameters().get(i), plan.get(i).variable());
    }
    var taken = function.parameters().stream().map(Variable::name).toList();
    return StraightCode.of(
        function, names, (local, number, last) -> name(local, number, last, taken).variable());
  }

  private Symbol name(String local, int number, boolean last, List<String> parameters) {
    for (int k = 0; last && k < outputs.size(); k++) {
      if (model.firm().outputs().get(k).local().equals(local)) {
        return outputs.get(k);
      }
    }
    int version = parameters.contains(local) ? number + 1 : number;
    boolean only = last && version == 1;
    return writing.known(
        only
            ? Symbol.of(Head.LOCAL, agent(), local)
            : Symbol.of(Head.LOCAL, agent(), local, Integer.toString(version)));
  }

  private void written(StraightCode lines) {
    kinks(lines);
    for (var line : lines.lines()) {
      var symbol = writing.symbols().get(line.target().name());
      if (symbol != null) {
        writing.define(symbol, Polynomial.of(line.value()).expression());
      }
    }
    for (int k = 0; k < lines.results().size(); k++) {
      if (k < outputs.size()) {
        var output = outputs.get(k);
        if (!lines.results().get(k).equals(output.read())
            && lines.lines().stream().noneMatch(l -> l.target().equals(output.variable()))) {
          writing.define(output, Polynomial.of(lines.results().get(k)).expression());
        }
        results.add(output.read());
      } else {
        results.add(Polynomial.of(lines.value(k)).expression());
      }
    }
  }

  /**
   * Each slack is an argument less the level of the least, or the level of the greatest less it.
   */
  private void kinks(StraightCode lines) {
    int result = outputs.size();
    for (int k = 0; k < model.kinks().size(); k++) {
      var kink = model.kinks().get(k);
      var level = plan.get(model.inputs() + k);
      var arguments = new ArrayList<Expression>();
      for (int j = 0; j < kink.arguments(); j++) {
        var slack = Polynomial.of(lines.value(result++));
        var argument =
            kink.isLeast()
                ? slack.plus(Polynomial.of(level), 1)
                : Polynomial.of(level).plus(slack, -1);
        arguments.add(argument.expression());
      }
      var operation = kink.isLeast() ? Operation.MIN : Operation.MAX;
      writing.kink(
          level, new Apply(operation, arguments, Kind.NUMBER, Term.ZERO.expression().place()));
    }
  }

  /** Results of code that is not written out. */
  private void named() {
    outputs.forEach(output -> results.add(output.read()));
    for (int m = 0; m < model.kinkSlacks(); m++) {
      results.add(writing.known(Head.SLACK, agent(), Integer.toString(m + 1)).read());
    }
    for (var capacity : model.firm().capacities()) {
      results.add(writing.known(Head.USED, capacity.name()).read());
      results.add(writing.known(Head.LIMIT, capacity.name()).read());
    }
  }

  private List<Term> seeds() {
    var seeds = new ArrayList<Term>();
    prices.forEach(price -> seeds.add(Term.of(price)));
    for (int m = 0; m < model.kinkSlacks(); m++) {
      seeds.add(multipliers.get(m).term());
    }
    for (int c = 0; c < model.capacities(); c++) {
      var rent = multipliers.get(model.kinkSlacks() + c).term();
      seeds.add(rent.negate());
      seeds.add(rent);
    }
    return seeds;
  }

  /** A result: outputs, slacks of kinks, then what is used of each capacity and its limit. */
  Expression result(int k) {
    return results.get(k);
  }

  /** The partial of the Lagrangian with respect to a number of the plan. */
  Expression partial(int i) {
    if (code.isPresent()) {
      var partial =
          Polynomial.of(gradient.getOrDefault(plan.get(i).variable(), Term.ZERO).expression())
              .expression();
      if (Walk.size(partial) <= LARGEST) {
        return partial;
      }
    }
    stateLagrangian();
    return writing.known(Head.MARGINAL, agent(), plan.get(i).variable().name()).read();
  }

  private void stateLagrangian() {
    if (isLagrangianStated) {
      return;
    }
    isLagrangianStated = true;
    var sum = Polynomial.number(0);
    var seeds = seeds();
    for (int k = 0; k < seeds.size(); k++) {
      var value = Polynomial.of(seeds.get(k).expression()).times(Polynomial.of(results.get(k)));
      sum = sum.plus(value, 1);
    }
    writing.define(Symbol.of(Head.LAGRANGIAN, agent()), sum.expression());
  }
}
