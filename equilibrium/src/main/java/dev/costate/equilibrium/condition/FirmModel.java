package dev.costate.equilibrium.condition;

import dev.costate.differentiation.Differentiator;
import dev.costate.economy.Firm;
import dev.costate.economy.technology.WrittenOut;
import dev.costate.equilibrium.region.Ways;
import dev.costate.language.Diagnostic;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.emit.Compiler;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A firm's code, compiled, with its first and second derivatives. A plan is its inputs and choices,
 * the unknowns of the market that it reads, then the levels of its kinks; results are outputs,
 * slacks of kinks, and both sides of each capacity. Not thread-safe.
 */
public final class FirmModel {
  /**
   * The code as written and the code with its kinks taken out give the same up to this fraction.
   */
  private static final double AGREEMENT = 1e-10;

  private final Firm declared;
  private final Set<Integer> kept;
  private final Firm firm;
  private final Exposed exposed;
  private final NumericFunction code;
  private final NumericFunction levels;
  private final NumericFunction results;
  private final NumericFunction gradient;
  private final NumericFunction curvature;
  private final List<String> unknowns;
  private final int inputs;
  private final int size;
  private final double[] gradientArguments;
  private final double[] curvatureArguments;
  private final double[] column;
  private Optional<Ways> ways = Optional.empty();

  /** The tangent of the curvature, once it is asked for. */
  private Optional<NumericFunction> third = Optional.empty();

  private FirmModel(
      Firm declared, Firm firm, Exposed exposed, Set<Integer> kept, List<String> unknowns) {
    this.declared = declared;
    this.kept = Set.copyOf(kept);
    this.firm = firm;
    this.exposed = exposed;
    this.unknowns = unknowns;
    inputs = firm.inputs().size() + firm.choices().size() + unknowns.size();
    size = inputs + exposed.kinks().size();
    var plan = plan(exposed);
    if (plan.isEmpty()) {
      var compiled = Compiler.compile(exposed.program());
      code = NumericFunction.of(compiled.kernel(firm.function()));
      results = NumericFunction.of(compiled.kernel(exposed.function()));
      levels =
          exposed.kinks().isEmpty() ? code : NumericFunction.of(compiled.kernel(exposed.levels()));
      gradient = results;
      curvature = results;
    } else {
      var pullback = Differentiator.pullback(exposed.program(), exposed.function(), plan);
      var tangent = Differentiator.tangent(pullback.program(), pullback.function(), plan);
      var compiled = Compiler.compile(tangent.program());
      code = NumericFunction.of(compiled.kernel(firm.function()));
      results = NumericFunction.of(compiled.kernel(exposed.function()));
      levels =
          exposed.kinks().isEmpty() ? code : NumericFunction.of(compiled.kernel(exposed.levels()));
      gradient = NumericFunction.of(compiled.kernel(pullback.function()));
      curvature = NumericFunction.of(compiled.kernel(tangent.function()));
    }
    gradientArguments = new double[size + results.results()];
    curvatureArguments = new double[gradientArguments.length + size];
    column = new double[size];
  }

  /**
   * @throws dev.costate.differentiation.NotDifferentiable if the code has no derivative in this
   *     version
   */
  public static FirmModel of(Program program, Firm firm, KinkRule rule) {
    return of(program, firm, rule, List.of());
  }

  /**
   * The same where code may read unknowns of the market: those it reads stand in plans behind
   * inputs and choices.
   */
  public static FirmModel of(
      Program written, Firm declared, KinkRule rule, Collection<String> unknowns) {
    var split = SplitChoices.of(written, declared);
    var program = split.program();
    var firm = split.firm();
    var own = Slice.of(WrittenOut.of(Slice.of(program, firm.function())), firm.function());
    var lifted = Lifted.of(own, firm.function(), unknowns);
    Set<Integer> kept = Set.of();
    while (true) {
      var exposed =
          KinkExposure.expose(lifted.program(), firm.function(), firm.outputs().size(), kept, rule);
      var model = new FirmModel(declared, firm, exposed, kept, lifted.unknowns());
      var wrong = KinkSides.wrong(model, kept, rule);
      if (wrong.isEmpty()) {
        return model;
      }
      kept = wrong;
    }
  }

  /**
   * The same firm with other code, which has its kinks at the same places, and more arguments.
   *
   * @param other the firm as that code has it
   */
  FirmModel in(Firm other, Lifted lifted, KinkRule rule) {
    var exposed =
        KinkExposure.expose(lifted.program(), other.function(), other.outputs().size(), kept, rule);
    return new FirmModel(declared, other, exposed, kept, lifted.unknowns());
  }

  /** The firm as it is declared. */
  public Firm declared() {
    return declared;
  }

  /** The firm, with the branches of splits among its choices. */
  public Firm firm() {
    return firm;
  }

  /** The code with its kinks taken out, whose results {@link #results} are. */
  public Exposed exposed() {
    return exposed;
  }

  public List<Kink> kinks() {
    return exposed.kinks();
  }

  /** How many numbers the code takes: inputs, choices and unknowns of the market. */
  public int inputs() {
    return inputs;
  }

  /** How many numbers the firm decides on: inputs and choices. */
  public int decisions() {
    return inputs - unknowns.size();
  }

  /** The unknowns of the market that the code reads, which stand behind what is decided on. */
  public List<String> unknowns() {
    return unknowns;
  }

  public int outputs() {
    return firm.outputs().size();
  }

  /** The length of a plan: inputs and levels. */
  public int size() {
    return size;
  }

  public int kinkSlacks() {
    return exposed.slacks();
  }

  public int capacities() {
    return firm.capacities().size();
  }

  /** The length of the results of a plan. */
  public int resultCount() {
    return results.results();
  }

  /**
   * The firm's own code: outputs and sides of capacities at the inputs; false outside its domain.
   */
  public boolean run(double[] inputQuantities, double[] into) {
    return code.evaluate(inputQuantities, into);
  }

  /** Which way the firm's own code goes at the inputs. */
  public Ways ways() {
    if (ways.isEmpty()) {
      ways = Optional.of(new Ways(exposed.program(), firm.function()));
    }
    return ways.get();
  }

  /** What the firm's own code fails with at the inputs, if it does. */
  Optional<Diagnostic> failure(double[] inputQuantities) {
    return code.failure(inputQuantities);
  }

  /** The length of what {@link #run} returns. */
  public int runCount() {
    return code.results();
  }

  /** Sets the levels in a plan to what the code gives at its inputs; false outside the domain. */
  public boolean level(double[] plan) {
    if (exposed.kinks().isEmpty()) {
      return true;
    }
    var arguments = Arrays.copyOf(plan, inputs);
    var values = new double[exposed.kinks().size()];
    boolean finite = levels.evaluate(arguments, values);
    System.arraycopy(values, 0, plan, inputs, values.length);
    return finite;
  }

  /**
   * Whether the code as written gives the outputs and capacities of this plan, whose levels are the
   * code's.
   */
  public boolean agrees(double[] plan) {
    var exposedResults = new double[resultCount()];
    var written = new double[runCount()];
    if (!results(plan, exposedResults) || !run(Arrays.copyOf(plan, inputs), written)) {
      return false;
    }
    for (int k = 0; k < written.length; k++) {
      double other = exposedResults[k < outputs() ? k : k + kinkSlacks()];
      if (Math.abs(written[k] - other)
          > AGREEMENT * Math.max(Math.abs(written[k]), Math.abs(other))) {
        return false;
      }
    }
    return true;
  }

  /** The results of a plan; false outside the domain. */
  public boolean results(double[] plan, double[] into) {
    return results.evaluate(plan, into);
  }

  /** The partials of sum seed_j * result_j with respect to the plan; false where there are none. */
  public boolean gradient(double[] plan, double[] seeds, double[] into) {
    System.arraycopy(plan, 0, gradientArguments, 0, size);
    System.arraycopy(seeds, 0, gradientArguments, size, seeds.length);
    return size == 0 || gradient.evaluate(gradientArguments, into);
  }

  /**
   * The second partials of sum seed_j * result_j, row by row (symmetric); false where there are
   * none.
   */
  public boolean hessian(double[] plan, double[] seeds, double[] into) {
    System.arraycopy(plan, 0, curvatureArguments, 0, size);
    System.arraycopy(seeds, 0, curvatureArguments, size, seeds.length);
    int dots = size + seeds.length;
    for (int j = 0; j < size; j++) {
      Arrays.fill(curvatureArguments, dots, dots + size, 0);
      curvatureArguments[dots + j] = 1;
      if (!curvature.evaluate(curvatureArguments, column)) {
        return false;
      }
      System.arraycopy(column, 0, into, j * size, size);
    }
    return true;
  }

  /**
   * How the partials of sum seed_j * result_j move as the plan moves in a direction: their second
   * partials times the direction; false where there are none.
   */
  public boolean curvature(double[] plan, double[] seeds, double[] direction, double[] into) {
    System.arraycopy(plan, 0, curvatureArguments, 0, size);
    System.arraycopy(seeds, 0, curvatureArguments, size, seeds.length);
    System.arraycopy(direction, 0, curvatureArguments, size + seeds.length, size);
    return size == 0 || curvature.evaluate(curvatureArguments, into);
  }

  /**
   * How {@link #curvature} moves as the plan moves: the third partials of sum seed_j * result_j,
   * times the direction and the tangent of the plan; false where there are none.
   *
   * @throws dev.costate.differentiation.NotDifferentiable if the second derivatives of the code
   *     have none in this version
   */
  public boolean curvatureTangent(
      double[] plan, double[] seeds, double[] direction, double[] planTangent, double[] into) {
    if (size == 0) {
      return true;
    }
    if (third.isEmpty()) {
      third = Optional.of(compiledThird());
    }
    var arguments = Arrays.copyOf(plan, 3 * size + seeds.length);
    System.arraycopy(seeds, 0, arguments, size, seeds.length);
    System.arraycopy(direction, 0, arguments, size + seeds.length, size);
    System.arraycopy(planTangent, 0, arguments, 2 * size + seeds.length, size);
    return third.get().evaluate(arguments, into);
  }

  private NumericFunction compiledThird() {
    var plan = plan(exposed);
    var pullback = Differentiator.pullback(exposed.program(), exposed.function(), plan);
    var tangent = Differentiator.tangent(pullback.program(), pullback.function(), plan);
    var again = Differentiator.tangent(tangent.program(), tangent.function(), plan);
    return NumericFunction.of(
        Compiler.compile(Slice.of(again.program(), again.function())).kernel(again.function()));
  }

  private static List<String> plan(Exposed exposed) {
    return exposed.program().function(exposed.function()).parameters().stream()
        .map(Variable::name)
        .toList();
  }

  /**
   * The partials of every result with respect to the plan, result by result; false where there are
   * none.
   */
  public boolean jacobian(double[] plan, double[] into) {
    int count = resultCount();
    var seeds = new double[count];
    for (int k = 0; k < count; k++) {
      seeds[k] = 1;
      if (!gradient(plan, seeds, column)) {
        return false;
      }
      System.arraycopy(column, 0, into, k * size, size);
      seeds[k] = 0;
    }
    return true;
  }
}
