package dev.costate.program.run;

import dev.costate.language.Place;
import dev.costate.program.CallGraph;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.runtime.DeepStack;
import dev.costate.runtime.Depth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a program by walking over it. Arrays are values because every store copies. Thread-safe.
 *
 * <p>What the order of evaluation is, where a failure is placed, and which of several failures
 * comes first, is defined here.
 */
public final class Interpreter {
  private final Program program;
  private final Map<String, Function> functions = new HashMap<>();
  private final CallGraph graph;
  private final Watch watch;

  /** Sees a run: its calls, so that work and depth can be counted, and which ways it goes. */
  public interface Watch {
    /** Sees nothing. */
    Watch NONE =
        new Watch() {
          @Override
          public void entered(String function) {}

          @Override
          public void left(String function) {}
        };

    /** A call of this function begins. */
    void entered(String function);

    /** It has returned. */
    void left(String function);

    /**
     * An operation that may make code jump or bend: a comparison, {@code abs}, {@code sign}, each
     * pair of arguments of {@code max} and {@code min}, or a rounding.
     *
     * @param difference what changes its sign where the code turns; NaN for a rounding
     * @param way which way the code goes: the sign of the difference, or what is rounded to
     */
    default void turned(Expression.Apply at, double difference, double way) {}
  }

  /**
   * @param program one without gradients ({@link Expression.Gradient})
   */
  public Interpreter(Program program) {
    this(program, Watch.NONE);
  }

  public Interpreter(Program program, Watch watch) {
    this.program = program;
    this.watch = watch;
    this.graph = CallGraph.of(program);
    program.functions().forEach(function -> functions.put(function.name(), function));
  }

  /**
   * The results of a function.
   *
   * @throws IllegalArgumentException if there is no such function, or the arguments are not of its
   *     parameters' kinds
   * @throws ProgramFailure if the program fails
   */
  public List<Value> call(String name, List<Value> arguments) {
    var function = function(name);
    var objects = RuntimeValues.arguments(function, arguments);
    var results = DeepStack.call(() -> new Run().start(function, objects));
    return results.stream().map(RuntimeValues::value).toList();
  }

  private Function function(String name) {
    var function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException("no function '" + name + "'");
    }
    return function;
  }

  /** One run: it knows how deep calls are nested. */
  final class Run {
    private int remaining = Depth.LIMIT;
    private int nested;
    private Place lastCall = new Place(dev.costate.language.Source.of("", ""), 0, 0);

    List<Object> start(Function function, Object[] arguments) {
      try {
        return call(function.name(), List.of(arguments), function.origin().place());
      } catch (StackOverflowError _) {
        throw new ProgramFailure(
            lastCall,
            "calls nest too deep: " + nested + " of them fill the stack",
            "shorter functions can nest deeper, at most " + Depth.LIMIT);
      }
    }

    List<Object> call(String name, List<Object> arguments, Place place) {
      var function = function(name);
      lastCall = place;
      nested++;
      boolean counted = graph.isDeep(name);
      if (counted) {
        if (remaining == 0) {
          throw ProgramFailure.at(place, Depth.failure(0));
        }
        remaining--;
      }
      watch.entered(name);
      var frame = new Frame(this);
      for (int i = 0; i < arguments.size(); i++) {
        frame.store(function.parameters().get(i), arguments.get(i));
      }
      var results = frame.run(function.body());
      watch.left(name);
      if (counted) {
        remaining++;
      }
      nested--;
      return new ArrayList<>(results);
    }

    double constant(String name) {
      return program.constant(name);
    }

    void applied(Expression.Apply apply, Object[] arguments) {
      if (watch != Watch.NONE) {
        Turns.tell(watch, apply, arguments);
      }
    }
  }
}
