package dev.costate.cli.derivative;

import dev.costate.cli.input.Market;
import dev.costate.cli.input.Refusal;
import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.Expression;
import dev.costate.program.Program;
import dev.costate.program.emit.CompiledProgram;
import dev.costate.program.emit.Compiler;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivative of a function at one point, found in three ways: by the adjoint, by the tangent,
 * and by differences.
 *
 * @param partials with respect to each differentiated parameter, or each element of it
 */
public record GradientCheck(List<Partial> partials) {
  /** How far a derivative and an extrapolated difference may be apart, relative to the larger. */
  private static final double DIFFERENCE_TOLERANCE = 1e-6;

  /**
   * How far adjoint and tangent, which are exact up to rounding, may be apart, relative to the
   * larger.
   */
  private static final double ROUNDING_TOLERANCE = 1e-9;

  /** The relative step of differences: their error of order 4 and rounding are then about equal. */
  private static final double STEP = 1e-3;

  /** How many roundings of the function's values and of its argument a difference may carry. */
  private static final double ROUNDINGS = 1e3;

  public GradientCheck {
    partials = List.copyOf(partials);
  }

  /**
   * One partial derivative.
   *
   * @param noise the rounding error to expect of the difference
   */
  public record Partial(
      String parameter, double adjoint, double tangent, double difference, double noise) {
    public boolean agrees() {
      return near(adjoint, tangent, ROUNDING_TOLERANCE, 0)
          && near(adjoint, difference, DIFFERENCE_TOLERANCE, noise);
    }

    private static boolean near(double a, double b, double relative, double absolute) {
      return Double.compare(a, b) == 0
          || Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b)) + absolute;
    }
  }

  /**
   * Checks the function that a text such as {@code f(4)} calls, at its arguments.
   *
   * @param wrt the parameters; empty: all that reach the result with a derivative
   * @throws Refusal if the text is no such call, the function cannot be differentiated, or it fails
   */
  public static GradientCheck of(Market market, String text, List<String> wrt) {
    try {
      var call = call(text);
      var arguments =
          call.arguments().stream()
              .map(a -> Evaluation.of(market, Formatter.print(a)).getFirst())
              .toList();
      var program = Evaluation.program(market, text);
      var point = new Point(program, call, arguments, wrt);
      new UnknownReads(market).refuse(program, call.function().text());
      return point.check();
    } catch (NotDifferentiable refused) {
      throw Refusal.of(refused.diagnostics());
    } catch (ProgramFailure failure) {
      throw Refusal.of(List.of(failure.diagnostic()));
    }
  }

  private static Expression.Call call(String text) {
    var diagnostics = new Diagnostics();
    var parsed = Parser.parseExpression(Source.of(Evaluation.SOURCE, text), diagnostics);
    Refusal.ifErrors(diagnostics);
    var expression = parsed.orElseThrow();
    if (expression instanceof Expression.Call call) {
      return call;
    }
    throw Refusal.at(expression.place(), "this is no call of a function", "write --check \"f(4)\"");
  }

  public boolean agrees() {
    return partials.stream().allMatch(Partial::agrees);
  }

  /** A function at the arguments of a call. */
  private static final class Point {
    private final List<Value> arguments;
    private final String function;
    private final Derivative gradient;
    private final Derivative tangent;
    private final CompiledProgram compiled;

    Point(Program program, Expression.Call call, List<Value> arguments, List<String> wrt) {
      function = call.function().text();
      this.arguments = arguments;
      if (program.find(function).isEmpty()) {
        throw Refusal.at(call.function().place(), "there is no function '" + function + "'", "");
      }
      gradient = Differentiator.gradient(program, function, wrt);
      tangent = Differentiator.tangent(gradient.program(), function, wrt);
      compiled = Compiler.compile(tangent.program());
    }

    GradientCheck check() {
      compiled.call(function, arguments); // its own failures come before those of its derivative
      var adjoint = compiled.call(gradient.function(), arguments);
      var parameters = gradient.program().function(function).parameters();
      var partials = new ArrayList<Partial>();
      for (int i = 0; i < gradient.wrt().size(); i++) {
        var parameter = gradient.wrt().get(i);
        int position = parameters.indexOf(parameter);
        var numbers = Elements.numbers(adjoint.get(i));
        for (int k = 0; k < numbers.length; k++) {
          var name = parameter.name() + Elements.index(arguments.get(position), k);
          partials.add(new Place(position, i, k).partial(name, numbers[k]));
        }
      }
      return new GradientCheck(partials);
    }

    /** One number of one argument. */
    private final class Place {
      private final int position;
      private final int direction;
      private final int element;

      Place(int position, int direction, int element) {
        this.position = position;
        this.direction = direction;
        this.element = element;
      }

      Partial partial(String name, double adjoint) {
        double x = Elements.numbers(arguments.get(position))[element];
        double step = STEP * (x == 0 ? 1 : Math.abs(x));
        double coarse = difference(x, step);
        double fine = difference(x, step / 2);
        double noise = ROUNDINGS * rounding(x, step) / step;
        return new Partial(name, adjoint, tangent(), (4 * fine - coarse) / 3, noise);
      }

      /** One rounding of the largest value near the point, and of the argument times the slope. */
      private double rounding(double x, double step) {
        double here = at(x);
        double above = at(x + step);
        double below = at(x - step);
        double slope = Math.max(Math.abs(above - here), Math.abs(here - below)) / step;
        double largest = Math.max(Math.abs(here), Math.max(Math.abs(above), Math.abs(below)));
        return Math.ulp(largest) + Math.ulp(x) * slope;
      }

      private double tangent() {
        var all = new ArrayList<>(arguments);
        var parameters = gradient.program().function(function).parameters();
        for (int i = 0; i < gradient.wrt().size(); i++) {
          var zero = Elements.zeros(arguments.get(parameters.indexOf(gradient.wrt().get(i))));
          all.add(i == direction ? Elements.with(zero, element, 1) : zero);
        }
        return number(compiled.call(tangent.function(), all).getFirst());
      }

      private double difference(double x, double step) {
        return (at(x + step) - at(x - step)) / (2 * step);
      }

      private double at(double x) {
        var moved = new ArrayList<>(arguments);
        moved.set(position, Elements.with(arguments.get(position), element, x));
        return number(compiled.call(function, moved).getFirst());
      }
    }

    private static double number(Value value) {
      return switch (value) {
        case Value.Number(var number) -> number;
        case Value.Truth _, Value.Vector _, Value.Matrix _ ->
            throw new IllegalArgumentException(value + " is no number");
      };
    }
  }
}
