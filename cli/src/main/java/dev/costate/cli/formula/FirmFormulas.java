package dev.costate.cli.formula;

import dev.costate.cli.report.Figures;
import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Names;
import dev.costate.differentiation.algebra.Term;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.KinkAccount;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The derivatives of a firm's outputs with respect to its inputs, as formulas at its plan. */
public final class FirmFormulas {
  /** A formula longer than this is called by the name of its derivative. */
  private static final int LONGEST = 56;

  /** One that stands where no lines explain it may be this long. */
  private static final int LONGEST_ALONE = 160;

  /** A share of a kink this close to 0 or 1 is that. */
  private static final double ROUNDING = 1e-9;

  /** Derivatives that agree to this are the same. */
  private static final double SAME = 1e-5;

  private final Economy economy;
  private final Firm firm;
  private final FirmAccount account;
  private final Function function;
  private final Optional<StraightLine> code;
  private final FixedSplits.Code split;

  /** What each kink inside another reads, by its text. */
  private final Map<String, Set<String>> kinkInputs = new HashMap<>();

  private FirmFormulas(Economy economy, Firm firm, FirmAccount account) {
    this.economy = economy;
    this.firm = firm;
    this.account = account;
    this.function = economy.program().function(firm.function());
    this.split = FixedSplits.of(economy, firm, account);
    this.code =
        split
            .function()
            .flatMap(f -> StraightLine.of(f, firm.outputs().size(), this::shares))
            .filter(this::isItsCode);
  }

  /**
   * Whether its code as a whole may be shown in reverse: there is one derivative at its plan, and
   * it is the code's.
   */
  public boolean isReversible() {
    return split.splits().isEmpty()
        && StraightLine.of(function, firm.outputs().size(), this::shares).isEmpty();
  }

  /** How its code splits levels among outputs at its prices. */
  public List<FixedSplits.Split> splits() {
    return split.splits();
  }

  /** What it makes one more unit of an input into, as the equilibrium says. */
  private Optional<InputMarginal> marginal(int input) {
    var good = firm.inputs().get(input).good();
    return account.marginals().stream().filter(m -> m.good().equals(good)).findFirst();
  }

  /**
   * Whether the derivatives of the lines are those of the equilibrium, at its plan. At a kink, and
   * where nothing is bought, code may have several.
   */
  private boolean isItsCode(StraightLine lines) {
    var evaluator = new Evaluator(economy.program());
    try {
      var values = new HashMap<Variable, Value>();
      for (int i = 0; i < firm.inputs().size(); i++) {
        var good = firm.inputs().get(i).good();
        values.put(lines.inputs().get(i), Value.of(account.inputs().getOrDefault(good, 0.0)));
      }
      for (var choice : lines.inputs().subList(firm.inputs().size(), lines.inputs().size())) {
        double chosen = account.choices().getOrDefault(choice.name(), Double.NaN);
        values.put(choice, Value.of(chosen));
      }
      for (var line : lines.lines()) {
        values.put(line.target(), evaluator.value(line.value(), values));
      }
      for (int k = 0; k < lines.outputs().size(); k++) {
        var gradient = lines.gradient(lines.outputs().get(k));
        for (int i = 0; i < firm.inputs().size(); i++) {
          var marginal = marginal(i);
          var partial = gradient.getOrDefault(lines.inputs().get(i), Term.ZERO);
          if (marginal.isPresent()
              && !isSame(
                  evaluator.number(partial.expression(), values),
                  marginal.get().terms().get(k).derivative())) {
            return false;
          }
        }
      }
      return true;
    } catch (ProgramFailure _) {
      return false;
    }
  }

  private static boolean isSame(double a, double b) {
    return a == b || Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
  }

  public static FirmFormulas of(Economy economy, Firm firm, FirmAccount account) {
    return new FirmFormulas(economy, firm, account);
  }

  /** The firm's code line by line; empty if it has loops, branches or calls. */
  public Optional<StraightLine> code() {
    return code;
  }

  /** What an output is in terms of the inputs, if the code is one line for each output. */
  public Optional<Expression> output(int output) {
    return code.filter(c -> c.lines().size() == c.outputs().size())
        .flatMap(c ->
            c.lines().stream().filter(l -> l.target().equals(c.outputs().get(output))).findFirst())
        .map(StraightLine.Line::value)
        .map(Formula::legible);
  }

  /**
   * The derivative of an output with respect to an input: a formula if it is short, otherwise its
   * name.
   */
  public String partial(int output, int input) {
    return formula(output, input)
        .filter(text -> text.length() <= LONGEST)
        .orElseGet(() -> name(output, input));
  }

  /**
   * The same where the lines of the code are not shown beside it: the formula however long, if
   * there is one.
   */
  public String spelled(int output, int input) {
    return hasLocals()
        ? partial(output, input)
        : formula(output, input)
            .filter(text -> text.length() <= LONGEST_ALONE)
            .orElseGet(() -> name(output, input));
  }

  /** Whether the code has lines besides one for each output. */
  public boolean hasLocals() {
    return code.filter(c -> c.lines().size() > c.outputs().size()).isPresent();
  }

  /**
   * The derivative of an output with respect to an input in terms of what the code computes,
   * however long.
   */
  public Optional<String> formula(int output, int input) {
    return code.map(c -> {
      var gradient = c.gradient(c.outputs().get(output));
      var partial = gradient.getOrDefault(c.inputs().get(input), Term.ZERO).expression();
      return Formula.factor(Formula.legible(partial));
    });
  }

  /** {@code dethylene_dnatgas}. */
  public String name(int output, int input) {
    return Names.partial(firm.outputs().get(output).local(), firm.inputs().get(input).local());
  }

  /**
   * The derivative of an output with respect to some inputs as a generated function, and all that
   * it calls.
   *
   * @throws dev.costate.differentiation.NotDifferentiable if there is none
   */
  public Derivative generated(int output) {
    var local = firm.outputs().get(output).local();
    var single =
        new Function(
            local,
            function.parameters(),
            List.of(Kind.NUMBER),
            returning(function.body(), output),
            function.origin());
    var others =
        economy.program().functions().stream().filter(f -> !f.name().equals(local)).toList();
    var program = new Program(others, economy.program().constants()).with(List.of(single));
    return Differentiator.gradient(program, local);
  }

  /** The code with one of its outputs as the only result. */
  private static Block returning(Block block, int output) {
    var statements = new ArrayList<Statement>();
    for (var statement : block.statements()) {
      statements.add(
          statement instanceof Return(var values, var origin)
              ? new Return(List.of(values.get(output)), origin)
              : statement);
    }
    return new Block(statements);
  }

  /**
   * The shares that the equilibrium gives to the arguments of a kink: its multipliers over their
   * sum.
   */
  private List<Double> shares(Apply kink, List<Expression> arguments) {
    var written = kink.place().text();
    var known = account.kinks().stream().filter(k -> k.text().equals(written)).findFirst();
    if (known.isEmpty()) {
      return byValue(kink, arguments);
    }
    double sum = known.map(k -> k.multipliers().stream().mapToDouble(m -> m).sum()).orElse(0.0);
    var shares = new ArrayList<Double>();
    for (int i = 0; i < arguments.size(); i++) {
      int at = i;
      shares.add(sum == 0 ? (i == 0 ? 1.0 : 0.0) : known.map(k -> share(k, at, sum)).orElse(0.0));
    }
    return shares;
  }

  /**
   * Where the equilibrium was found through unit costs: each argument gets what its inputs cost, as
   * a share of what all of them cost.
   */
  private List<Double> byValue(Apply kink, List<Expression> arguments) {
    var costs = new ArrayList<Double>();
    var all = new HashSet<String>();
    double sum = 0;
    boolean runs = account.activity() == FirmAccount.Activity.RUNNING;
    for (var argument : arguments) {
      var inputs = inputs(argument);
      all.addAll(inputs);
      double cost =
          runs
              ? inputs.stream().mapToDouble(this::spent).sum()
              : inputs.size() == 1 ? perUnit(argument, inputs) : Double.NaN;
      costs.add(cost);
      sum += cost;
    }
    kinkInputs.put(Formula.of(kink), all);
    double total = sum;
    return costs.stream().map(cost -> total == 0 ? 0.0 : cost / total).toList();
  }

  private double spent(String local) {
    return port(local).map(marginal -> marginal.price() * marginal.quantity()).orElse(0.0);
  }

  private Optional<InputMarginal> port(String local) {
    return IntStream.range(0, firm.inputs().size())
        .filter(i -> firm.inputs().get(i).local().equals(local))
        .boxed()
        .findFirst()
        .flatMap(this::marginal);
  }

  /** What one unit of an argument costs that is an input times or over a number; NaN otherwise. */
  private double perUnit(Expression argument, Set<String> inputs) {
    var price = port(inputs.iterator().next()).map(InputMarginal::price).orElse(Double.NaN);
    return switch (argument) {
      case Expression.Read(var variable, _) when inputs.contains(variable.name()) -> price;
      case Apply(var operation, var parts, _, _)
          when operation == Operation.DIVIDE
              && parts.get(0) instanceof Expression.Read(var variable, _)
              && inputs.contains(variable.name())
              && parts.get(1) instanceof Expression.Literal(double need, _) ->
          price * need;
      case Expression _ -> Double.NaN;
    };
  }

  /** The inputs that an expression depends on, by their names in the code. */
  private Set<String> inputs(Expression expression) {
    return inputs(expression, new HashSet<>());
  }

  private Set<String> inputs(Expression expression, Set<String> seen) {
    var found = new LinkedHashSet<String>();
    for (var variable : Walk.reads(expression)) {
      var name = variable.name();
      if (kinkInputs.containsKey(name)) {
        found.addAll(kinkInputs.getOrDefault(name, Set.of()));
      } else if (firm.inputs().stream().anyMatch(p -> p.local().equals(name))) {
        found.add(name);
      } else if (seen.add(name)) {
        for (var statement : function.body().statements()) {
          if (statement instanceof Statement.Assign(var target, var value, _)
              && target.variable().name().equals(name)) {
            found.addAll(inputs(value, seen));
          }
        }
      }
    }
    return found;
  }

  private static double share(KinkAccount kink, int argument, double sum) {
    double share = kink.multipliers().get(argument) / sum;
    if (Math.abs(share) < ROUNDING) {
      return 0;
    }
    return Math.abs(share - 1) < ROUNDING ? 1 : Double.parseDouble(Figures.of(share));
  }
}
