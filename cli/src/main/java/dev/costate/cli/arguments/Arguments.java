package dev.costate.cli.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** What a command was told: its operands and options. */
public final class Arguments {
  /**
   * Stands before operands that begin with a minus sign, which the parser would take for options.
   */
  private static final String OPERAND_MARK = "\u0001";

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
    var line = arguments.commandLine(words);
    for (var option : line.getOptions()) {
      arguments.add(option);
    }
    for (var operand : line.getArgList()) {
      arguments.operands.add(unmarked(operand));
    }
    arguments.checkOperands();
    return arguments;
  }

  private CommandLine commandLine(List<String> words) {
    var options = new Options();
    usage.options().forEach(option -> options.addOption(specification(option)));
    var parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get();
    try {
      return parser.parse(options, words.stream().map(Arguments::marked).toArray(String[]::new));
    } catch (UnrecognizedOptionException unknown) {
      throw unknown(unmarked(unknown.getOption()));
    } catch (MissingArgumentException missing) {
      var option = option("--" + missing.getOption().getLongOpt());
      throw new UsageError("'" + option.name() + "' needs a value", "write " + option.shown());
    } catch (ParseException other) {
      throw new UsageError(String.valueOf(other.getMessage()), "try: costate " + usage.example());
    }
  }

  private static org.apache.commons.cli.Option specification(Option option) {
    return org.apache.commons.cli.Option.builder()
        .longOpt(option.name().substring(2))
        .hasArg(option.takesValue())
        .get();
  }

  private UsageError unknown(String word) {
    int equals = word.indexOf('=');
    if (equals >= 0 && usage.option(word.substring(0, equals)).isPresent()) {
      return new UsageError(
          "'"
              + word.substring(0, equals)
              + "' takes no value, and here is '"
              + word.substring(equals + 1)
              + "'",
          "");
    }
    var names = usage.options().stream().map(Option::name).toList();
    var name = equals < 0 ? word : word.substring(0, equals);
    return new UsageError(
        "'costate " + usage.name() + "' has no option '" + name + "'",
        Closest.to(name, names).map(meant -> "did you mean '" + meant + "'?").orElse(""));
  }

  private void add(org.apache.commons.cli.Option given) {
    var option = option("--" + given.getLongOpt());
    if (option.takesValue()) {
      value(option, unmarked(given.getValue()));
    } else {
      values.put(option.name(), List.of());
    }
  }

  private Option option(String name) {
    return usage.option(name).orElseThrow(() -> new IllegalArgumentException(name));
  }

  private static String marked(String word) {
    return word.startsWith("-") && !word.equals("--") && !isOption(word)
        ? OPERAND_MARK + word
        : word;
  }

  private static String unmarked(String word) {
    return word.startsWith(OPERAND_MARK) ? word.substring(OPERAND_MARK.length()) : word;
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
