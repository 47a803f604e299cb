package dev.costate.program.emit;

import dev.costate.language.Place;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.RuntimeValues;
import dev.costate.program.run.Value;
import dev.costate.runtime.DeepStack;
import dev.costate.runtime.Depth;
import dev.costate.runtime.Failure;
import dev.costate.runtime.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A program as bytecode. Thread-safe. */
public final class CompiledProgram {
  /**
   * Stack that a call may use on the thread of its caller, in bytes, before it is repeated on one
   * with a deep stack.
   */
  private static final int CALLERS_STACK = 200_000;

  private static final int MOST_SHALLOW_CALLS = 500;
  private static final int FEWEST_SHALLOW_CALLS = 5;

  private final Plan plan;
  private final List<Place> places;
  private final Code code;
  private final Code interpreted;
  private final int shallow;

  CompiledProgram(Plan plan, Code code, Code interpreted) {
    this.plan = plan;
    this.places = List.copyOf(plan.places());
    this.code = code;
    this.interpreted = interpreted;
    this.shallow =
        Math.clamp(CALLERS_STACK / plan.frameBytes(), FEWEST_SHALLOW_CALLS, MOST_SHALLOW_CALLS);
  }

  /** Whether the program fits no class and runs on the interpreter. */
  @SuppressWarnings("ReferenceEquality") // the same object serves as both
  boolean isInterpreted() {
    return code == interpreted;
  }

  public Program program() {
    return plan.program();
  }

  /**
   * The results of a function.
   *
   * @throws IllegalArgumentException if there is no such function, or the arguments are not of its
   *     parameters' kinds
   * @throws ProgramFailure if the program fails
   */
  public List<Value> call(String name, List<Value> arguments) {
    var function = plan.program().function(name);
    var objects = RuntimeValues.borrowed(function, arguments);
    var numbers = new double[objects.length];
    var arrays = new Object[objects.length];
    int number = 0;
    int array = 0;
    for (var object : objects) {
      switch (object) {
        case Double value -> numbers[number++] = value;
        case Boolean truth -> numbers[number++] = truth ? 1 : 0;
        default -> arrays[array++] = object;
      }
    }
    int count = function.results().size();
    var outNumbers = new double[count];
    var outArrays = new Object[count];
    run(plan.convention(name).position(), numbers, arrays, outNumbers, outArrays);
    var results = new ArrayList<Value>();
    for (int i = 0; i < count; i++) {
      results.add(
          switch (function.results().get(i)) {
            case NUMBER -> Value.of(outNumbers[i]);
            case TRUTH -> Value.of(outNumbers[i] != 0);
            case VECTOR, MATRIX -> RuntimeValues.value(Objects.requireNonNull(outArrays[i]));
          });
    }
    return results;
  }

  /**
   * A function for fast and frequent evaluation.
   *
   * @throws IllegalArgumentException if there is no such function, or a parameter or result of it
   *     is not a number
   */
  public Kernel kernel(String name) {
    var function = plan.program().function(name);
    if (!function.isNumeric()) {
      throw new IllegalArgumentException("'" + name + "' is no function from numbers to numbers");
    }
    var convention = plan.convention(name);
    return new CompiledKernel(
        this, function, convention.position(), convention.has(Convention.Extra.ARRAY_REGISTERS));
  }

  /**
   * @param returnsArrays whether some call inside returns arrays among several results, which need
   *     room although the function itself returns none
   */
  private record CompiledKernel(
      CompiledProgram program, Function function, int position, boolean returnsArrays)
      implements Kernel {
    private static final @Nullable Object[] NO_ARRAYS = {};

    @Override
    public void evaluate(double[] in, double[] out) {
      if (in.length < inputs() || out.length < outputs()) {
        throw new IllegalArgumentException(
            "'"
                + function.name()
                + "' has "
                + inputs()
                + " inputs and "
                + outputs()
                + " outputs, not "
                + in.length
                + " and "
                + out.length);
      }
      var room = returnsArrays ? new @Nullable Object[outputs()] : NO_ARRAYS;
      program.run(position, in, NO_ARRAYS, out, room);
    }

    @Override
    public int inputs() {
      return function.parameters().size();
    }

    @Override
    public int outputs() {
      return function.results().size();
    }
  }

  /** Runs a call on this thread, and again another way if that does not carry it. */
  private void run(
      int function,
      double[] numbers,
      @Nullable Object[] arrays,
      double[] outNumbers,
      @Nullable Object[] outArrays) {
    try {
      code.enter(function, numbers, arrays, outNumbers, outArrays, shallow);
    } catch (Failure failure) {
      throw translated(failure);
    } catch (Retry _) {
      interpreted.enter(function, numbers, arrays, outNumbers, outArrays, Depth.LIMIT);
    } catch (Depth.Exceeded | StackOverflowError _) {
      DeepStack.call(() -> {
        runDeep(function, numbers, arrays, outNumbers, outArrays);
        return true;
      });
    }
  }

  private void runDeep(
      int function,
      double[] numbers,
      @Nullable Object[] arrays,
      double[] outNumbers,
      @Nullable Object[] outArrays) {
    try {
      code.enter(function, numbers, arrays, outNumbers, outArrays, Depth.LIMIT - 1);
    } catch (Failure failure) {
      throw translated(failure);
    } catch (Retry _) {
      interpreted.enter(function, numbers, arrays, outNumbers, outArrays, Depth.LIMIT);
    } catch (Depth.Exceeded exceeded) {
      throw translated(Depth.failure(exceeded.place()));
    } catch (StackOverflowError _) {
      throw new ProgramFailure(
          plan.program().functions().get(function).origin().place(),
          "calls nest too deep: they fill the stack",
          "shorter functions can nest deeper, at most " + Depth.LIMIT);
    }
  }

  private ProgramFailure translated(Failure failure) {
    return ProgramFailure.at(places.get(failure.place()), failure);
  }
}
