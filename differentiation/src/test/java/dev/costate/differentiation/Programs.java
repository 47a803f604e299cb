package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Program;
import dev.costate.program.lower.Lowering;
import dev.costate.program.print.Raising;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Text to program and numbers back, for tests. */
final class Programs {
  private Programs() {}

  static Program of(String text) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    assertThat(diagnostics.all()).as(text).isEmpty();
    var program =
        Lowering.of(file.functions())
            .withDifferentiated(Programs::differentiated)
            .lower(diagnostics);
    assertThat(diagnostics.all()).as(text).isEmpty();
    return program;
  }

  private static List<Integer> differentiated(Program program, String name, Diagnostics unused) {
    var function = program.function(name);
    return Flow.of(Differentiator.runnable(program)).differentiated(function).stream()
        .map(function.parameters()::indexOf)
        .toList();
  }

  static double[] call(Program program, String function, double... arguments) {
    var values =
        new Interpreter(program)
            .call(function, Arrays.stream(arguments).<Value>mapToObj(Value.Number::new).toList());
    return values.stream().mapToDouble(v -> ((Value.Number) v).value()).toArray();
  }

  /** The generated functions as text of the language. */
  static String text(Derivative derivative) {
    return derivative.generated().stream()
        .map(f -> Raising.text(f).stripTrailing() + "\n")
        .collect(Collectors.joining("\n"));
  }

  static double[] join(double[] first, double... then) {
    var all = Arrays.copyOf(first, first.length + then.length);
    System.arraycopy(then, 0, all, first.length, then.length);
    return all;
  }
}
