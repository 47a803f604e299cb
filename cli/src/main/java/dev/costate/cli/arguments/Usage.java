package dev.costate.cli.arguments;

import java.util.List;
import java.util.Optional;

/**
 * What a command takes.
 *
 * @param name as typed after {@code costate}
 * @param summary what it does, one line without a full stop
 * @param details paragraphs below that in its help, each one line of at most 100 characters
 * @param example a command line that works, without {@code costate}
 */
public record Usage(
    String name,
    String summary,
    List<Operand> operands,
    List<Option> options,
    List<String> details,
    String example) {
  public Usage {
    operands = List.copyOf(operands);
    options = List.copyOf(options);
    details = List.copyOf(details);
  }

  Optional<Option> option(String name) {
    return options.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /** {@code costate diff FILE [FUNCTION]}. */
  String line() {
    var line = new StringBuilder("costate ").append(name);
    operands.forEach(operand -> line.append(' ').append(operand.shown()));
    return line.toString();
  }
}
