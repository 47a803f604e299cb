package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a call as text, {@code ([1, 2], 0.5)}, for tests. */
final class Arguments {
  private Arguments() {}

  /** The values, each the result of a function without parameters. */
  static List<Value> of(String inBrackets, Program program, String function) {
    var text = new StringBuilder();
    var parts = split(inBrackets.substring(1, inBrackets.length() - 1));
    for (int i = 0; i < parts.size(); i++) {
      text.append("function argument_%d(): return %s\n".formatted(i, parts.get(i)));
    }
    var values = new ArrayList<Value>();
    var interpreter = new Interpreter(Programs.of(text.toString()));
    for (int i = 0; i < parts.size(); i++) {
      values.add(interpreter.call("argument_" + i, List.of()).getFirst());
    }
    var kinds = program.function(function).parameters().stream().map(p -> p.kind()).toList();
    assertThat(values.stream().<Kind>map(Value::kind)).containsExactlyElementsOf(kinds);
    return values;
  }

  private static List<String> split(String arguments) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(arguments.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(arguments.substring(from));
    return parts;
  }
}
