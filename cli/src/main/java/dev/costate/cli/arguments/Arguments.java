package dev.costate.cli.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command was told: its operands and options. */
public final class Arguments {
  private static final String END_OF_OPTIONS = "--";

  private final Usage usage;
  private final List<String> operands = new ArrayList<>();
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Arguments(Usage usage) {
    this.usage = usage;
  }

  /**
   * Reads the words behind a command's name.
   *
   * @throws UsageError if they are not what the command takes
   */
  public static Arguments parse(Usage usage, List<String> words) {
    var arguments = new Arguments(usage);
    int i = 0;
    while (i < words.size()) {
      var word = words.get(i++);
      if (word.equals(END_OF_OPTIONS)) {
        arguments.operands.addAll(words.subList(i, words.size()));
        break;
      }
      if (!isOption(word)) {
        arguments.operands.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      var option = arguments.option(equals < 0 ? word : word.substring(0, equals));
      if (!option.takesValue()) {
        arguments.flag(option, word, equals);
      } else if (equals >= 0) {
        arguments.value(option, word.substring(equals + 1));
      } else if (i < words.size()) {
        arguments.value(option, words.get(i++));
      } else {
        throw new UsageError("'" + option.name() + "' needs a value", "write " + option.shown());
      }
    }
    arguments.checkOperands();
    return arguments;
  }

  /** Two dashes and a letter; a minus sign may begin an expression. */
  public static boolean isOption(String word) {
    return word.length() > 2 && word.startsWith("--") && Character.isLetter(word.charAt(2));
  }

  /** The operand at a place, counted from 0, which the command's usage says there is. */
  public String operand(int index) {
    return operands.get(index);
  }

  public Optional<String> optionalOperand(int index) {
    return index < operands.size() ? Optional.of(operands.get(index)) : Optional.empty();
  }

  /** All operands. */
  public List<String> operands() {
    return List.copyOf(operands);
  }

  public boolean has(String option) {
    return values.containsKey(option);
  }

  public Optional<String> value(String option) {
    return values(option).stream().findFirst();
  }

  /** The values of a repeatable option, in their order. */
  public List<String> values(String option) {
    return List.copyOf(values.getOrDefault(option, List.of()));
  }

  private Option option(String name) {
    var option = usage.option(name);
    if (option.isPresent()) {
      return option.get();
    }
    var names = usage.options().stream().map(Option::name).toList();
    throw new UsageError(
        "'costate " + usage.name() + "' has no option '" + name + "'",
        Closest.to(name, names).map(meant -> "did you mean '" + meant + "'?").orElse(""));
  }

  private void flag(Option option, String word, int equals) {
    if (equals >= 0) {
      throw new UsageError(
          "'"
              + option.name()
              + "' takes no value, and here is '"
              + word.substring(equals + 1)
              + "'",
          "");
    }
    values.put(option.name(), List.of());
  }

  private void value(Option option, String value) {
    if (!option.choices().isEmpty() && !option.choices().contains(value)) {
      throw new UsageError(
          "'" + value + "' is no value of '" + option.name() + "'",
          Closest.to(value, option.choices())
              .map(meant -> "did you mean '" + meant + "'?")
              .orElse("it may be " + String.join(", ", option.choices())));
    }
    var all = values.computeIfAbsent(option.name(), _ -> new ArrayList<>());
    if (option.form() == Option.Form.ONCE && !all.isEmpty()) {
      throw new UsageError("'" + option.name() + "' is given twice", "it takes one value");
    }
    all.add(value);
  }

  private void checkOperands() {
    int least = 0;
    int most = 0;
    for (var operand : usage.operands()) {
      least += operand.count() == Operand.Count.AT_MOST_ONE ? 0 : 1;
      most = operand.count() == Operand.Count.AT_LEAST_ONE ? Integer.MAX_VALUE : most + 1;
    }
    if (operands.size() < least) {
      var missing = usage.operands().get(operands.size());
      throw new UsageError(
          "'costate " + usage.name() + "' needs " + missing.label() + ", " + missing.description(),
          "try: costate " + usage.example());
    }
    if (operands.size() > most) {
      throw new UsageError(
          "'" + operands.get(most) + "' is one word too many for 'costate " + usage.name() + "'",
          "quote an expression: \"f(1, 2)\"");
    }
  }
}
