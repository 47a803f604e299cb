package dev.costate.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.emit.CompiledProgram;
import dev.costate.program.emit.Compiler;
import dev.costate.program.lower.Lowering;
import dev.costate.program.print.Raising;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.List;
import java.util.function.Supplier;

/** Runs a program every way there is, and requires that all agree. */
public final class Routes {
  /** What a call gives: values, or a failure. */
  public sealed interface Outcome {
    record Returned(List<Value> values) implements Outcome {}

    record Failed(ProgramFailure failure) implements Outcome {
      String what() {
        return failure.diagnostic().message();
      }
    }
  }

  private final Program program;
  private final Program readBack;
  private final Interpreter interpreter;
  private final CompiledProgram compiled;
  private final Interpreter readBackInterpreter;

  public Routes(Program program) {
    this(program, Compiler.compile(program));
  }

  public Routes(Program program, CompiledProgram compiled) {
    this.program = Verifier.requireRunnable(program);
    this.interpreter = new Interpreter(program);
    this.compiled = compiled;
    this.readBack = Verifier.requireRunnable(printedAndRead(program));
    this.readBackInterpreter = new Interpreter(readBack);
  }

  public static Routes of(String text) {
    return new Routes(Programs.of(text));
  }

  /** The program that the printed text of a program is. */
  public static Program printedAndRead(Program program) {
    var text = Raising.text(program);
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("printed.market", text), diagnostics);
    var read = Lowering.of(file.functions()).withConstants(program.constants()).lower(diagnostics);
    assertThat(diagnostics.all()).as(text).isEmpty();
    return read;
  }

  public Program readBack() {
    return readBack;
  }

  /** The results of a function, which must not fail. */
  public List<Value> call(String function, Value... arguments) {
    return switch (outcome(function, List.of(arguments))) {
      case Outcome.Returned(var values) -> values;
      case Outcome.Failed(var failure) -> throw failure;
    };
  }

  /** The only result of a function, as text. */
  public String text(String function, Value... arguments) {
    var results = call(function, arguments);
    assertThat(results).hasSize(1);
    return results.getFirst().toString();
  }

  /** The failure of a function, which must fail. */
  public ProgramFailure failure(String function, Value... arguments) {
    return switch (outcome(function, List.of(arguments))) {
      case Outcome.Returned(var values) -> throw new AssertionError("no failure but " + values);
      case Outcome.Failed(var failure) -> failure;
    };
  }

  /** What all ways of running the function agree on. */
  public Outcome outcome(String function, List<Value> arguments) {
    var expected = outcome(() -> interpreter.call(function, arguments));
    var actual = outcome(() -> compiled.call(function, arguments));
    var again = outcome(() -> readBackInterpreter.call(function, arguments));
    if (expected instanceof Outcome.Failed expectedFailure) {
      assertThat(actual).as(description(function, arguments)).isInstanceOf(Outcome.Failed.class);
      assertThat(again).as(description(function, arguments)).isInstanceOf(Outcome.Failed.class);
      var actualFailure = (Outcome.Failed) actual;
      assertThat(actualFailure.failure().diagnostic())
          .as(description(function, arguments))
          .isEqualTo(expectedFailure.failure().diagnostic());
      assertThat(((Outcome.Failed) again).what()).isEqualTo(expectedFailure.what());
    } else {
      assertThat(actual).as(description(function, arguments)).isEqualTo(expected);
      assertThat(again).as(description(function, arguments)).isEqualTo(expected);
    }
    return expected;
  }

  private String description(String function, List<Value> arguments) {
    return function + arguments + " of\n" + Raising.text(program);
  }

  private static Outcome outcome(Supplier<List<Value>> call) {
    try {
      return new Outcome.Returned(call.get());
    } catch (ProgramFailure failure) {
      return new Outcome.Failed(failure);
    }
  }
}
