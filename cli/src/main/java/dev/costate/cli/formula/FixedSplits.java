package dev.costate.cli.formula;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Walk;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A firm's code with each split of a level among outputs ({@code cet_at}) fixed where it earns most
 * at the firm's prices. The split is chosen for profit, so what one more unit of the level is worth
 * is the same with it fixed (the envelope theorem).
 */
public final class FixedSplits {
  private final Economy economy;
  private final Firm firm;
  private final FirmAccount account;
  private final List<Split> splits = new ArrayList<>();
  private boolean known = true;

  private FixedSplits(Economy economy, Firm firm, FirmAccount account) {
    this.economy = economy;
    this.firm = firm;
    this.account = account;
  }

  /**
   * A split.
   *
   * @param level what is split, as text
   * @param outputs the goods it is split among
   * @param perLevel how much of each output one unit of the level becomes
   */
  public record Split(
      String level, double elasticity, List<String> outputs, List<Double> perLevel) {
    public Split {
      outputs = List.copyOf(outputs);
      perLevel = List.copyOf(perLevel);
    }
  }

  /**
   * Code without splits.
   *
   * @param function empty if the split cannot be told
   */
  public record Code(Optional<Function> function, List<Split> splits) {
    public Code {
      splits = List.copyOf(splits);
    }
  }

  /** The firm's code as the economy has it. */
  public static Code of(Economy economy, Firm firm, FirmAccount account) {
    return new FixedSplits(economy, firm, account).run();
  }

  private Code run() {
    var function = economy.program().function(firm.function());
    var statements = new ArrayList<Statement>();
    for (var statement : function.body().statements()) {
      if (statement instanceof CallMany call && ReadyTechnologies.isSplit(call.function())) {
        statements.addAll(assignments(call));
      } else {
        statements.add(statement);
      }
    }
    boolean left =
        Walk.statements(new Block(statements)).stream()
            .anyMatch(s -> s instanceof CallMany c && ReadyTechnologies.isSplit(c.function()));
    return new Code(
        known && !left ? Optional.of(function.withBody(new Block(statements))) : Optional.empty(),
        splits);
  }

  private List<Statement> assignments(CallMany call) {
    var arguments = call.arguments();
    var elasticity = numbers(arguments.get(2));
    var level0 = numbers(arguments.get(1));
    var outputs0 = numbers(arguments.get(3));
    var prices0 = numbers(arguments.get(4));
    var prices = new double[call.targets().size()];
    var goods = new ArrayList<String>();
    for (int k = 0; k < prices.length; k++) {
      var name = call.targets().get(k).variable().name();
      var port = firm.outputs().stream().filter(p -> p.local().equals(name)).findFirst();
      prices[k] = port.map(p -> price(p.good())).orElse(Double.NaN);
      goods.add(port.map(Firm.Port::good).orElse(name));
    }
    if (elasticity.length != 1
        || level0.length != 1
        || outputs0.length != prices.length
        || prices0.length != prices.length) {
      known = false;
      return List.of();
    }
    var perLevel = perLevel(elasticity[0], level0[0], outputs0, prices0, prices);
    known &= perLevel.stream().allMatch(Double::isFinite);
    var level = arguments.getFirst();
    splits.add(new Split(Formula.of(level), elasticity[0], goods, perLevel));
    var assignments = new ArrayList<Statement>();
    for (int k = 0; k < prices.length; k++) {
      assignments.add(
          new Assign(call.targets().get(k), times(perLevel.get(k), level), call.origin()));
    }
    return known ? assignments : List.of();
  }

  /** What the firm keeps of an output's price. */
  private double price(String good) {
    return account.marginals().stream()
        .flatMap(marginal -> marginal.terms().stream())
        .filter(term -> term.name().equals(good))
        .mapToDouble(FirmAccount.Term::price)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** {@code outputs0 / level0 * (price / (price0 * index))^elasticity}. */
  private static List<Double> perLevel(
      double elasticity, double level0, double[] outputs0, double[] prices0, double[] prices) {
    double worth = 0;
    double sum = 0;
    for (int k = 0; k < prices.length; k++) {
      worth += outputs0[k] * prices0[k];
      sum += outputs0[k] * prices0[k] * Math.pow(prices[k] / prices0[k], 1 + elasticity);
    }
    double index = Math.pow(sum / worth, 1 / (1 + elasticity));
    var perLevel = new ArrayList<Double>();
    for (int k = 0; k < prices.length; k++) {
      double ratio = elasticity == 0 ? 1 : Math.pow(prices[k] / (prices0[k] * index), elasticity);
      double quantity = outputs0[k] / level0 * ratio;
      perLevel.add(quantity);
    }
    return perLevel;
  }

  private static Expression times(double factor, Expression level) {
    return factor == 1
        ? level
        : new Apply(
            Operation.MULTIPLY,
            List.of(new Literal(factor, level.place()), level),
            Kind.NUMBER,
            level.place());
  }

  /** The value of an expression that reads no variable; empty if it does. */
  private double[] numbers(Expression expression) {
    if (!Walk.reads(expression).isEmpty()) {
      return new double[0];
    }
    try {
      return switch (new Evaluator(economy.program()).value(expression, Map.of())) {
        case Value.Number(double value) -> new double[] {value};
        case Value.Vector vector -> vector.elements();
        case Value.Truth _, Value.Matrix _ -> new double[0];
      };
    } catch (ProgramFailure _) {
      return new double[0]; // The split cannot be told.
    }
  }
}
