package dev.costate.cli.formula;

import dev.costate.cli.report.Figures;
import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Names;
import dev.costate.differentiation.algebra.Term;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.FirmAccount.KinkAccount;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The derivatives of a firm's outputs with respect to its inputs, as formulas at its plan. */
public final class FirmFormulas {
  /** A formula longer than this is called by the name of its derivative. */
  private static final int LONGEST = 56;

  /** A share of a kink this close to 0 or 1 is that. */
  private static final double ROUNDING = 1e-9;

  private final Economy economy;
  private final Firm firm;
  private final FirmAccount account;
  private final Function function;
  private final Optional<StraightLine> code;

  private FirmFormulas(Economy economy, Firm firm, FirmAccount account) {
    this.economy = economy;
    this.firm = firm;
    this.account = account;
    this.function = economy.program().function(firm.function());
    this.code = StraightLine.of(function, firm.outputs().size(), this::shares);
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
        .map(StraightLine.Line::value);
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
        : formula(output, input).orElseGet(() -> name(output, input));
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
      return Formula.factor(gradient.getOrDefault(c.inputs().get(input), Term.ZERO).expression());
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
    double sum = known.map(k -> k.multipliers().stream().mapToDouble(m -> m).sum()).orElse(0.0);
    var shares = new ArrayList<Double>();
    for (int i = 0; i < arguments.size(); i++) {
      int at = i;
      shares.add(sum == 0 ? (i == 0 ? 1.0 : 0.0) : known.map(k -> share(k, at, sum)).orElse(0.0));
    }
    return shares;
  }

  private static double share(KinkAccount kink, int argument, double sum) {
    double share = kink.multipliers().get(argument) / sum;
    if (Math.abs(share) < ROUNDING) {
      return 0;
    }
    return Math.abs(share - 1) < ROUNDING ? 1 : Double.parseDouble(Figures.of(share));
  }
}
