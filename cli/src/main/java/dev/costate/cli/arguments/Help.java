package dev.costate.cli.arguments;

import java.util.ArrayList;
import java.util.List;

/** Help texts. */
public final class Help {
  private Help() {}

  /** A name in the left column and what it means. */
  private record Entry(String name, String meaning) {}

  private static final Entry HELP = new Entry("-h, --help", "show this help");

  /** The help of the whole program. */
  public static String of(List<Usage> commands) {
    var out = new StringBuilder();
    out.append("Costate finds the prices and quantities of a market whose firms are code,\n");
    out.append("and shows that each price is a derivative.\n\n");
    out.append("Usage: costate COMMAND ...\n\n");
    entries(out, "Commands", commands.stream().map(c -> new Entry(c.name(), c.summary())).toList());
    entries(out, "Options", List.of(HELP, new Entry("-V, --version", "show the version")));
    out.append("Example:\n  costate solve examples/tupperware.market\n\n");
    out.append("'costate COMMAND --help' says more about a command.\n");
    return out.toString();
  }

  /** The help of one command. */
  public static String of(Usage usage) {
    var out = new StringBuilder();
    out.append("Usage: ")
        .append(usage.line())
        .append(usage.options().isEmpty() ? "\n\n" : " [OPTION]...\n\n");
    out.append(capitalised(usage.summary())).append(".\n");
    usage.details().forEach(line -> out.append(line).append('\n'));
    out.append('\n');
    entries(
        out,
        "Arguments",
        usage.operands().stream().map(o -> new Entry(o.shown(), o.description())).toList());
    var options = new ArrayList<Entry>();
    usage.options().forEach(option -> options.add(new Entry(option.shown(), option.description())));
    options.add(HELP);
    entries(out, "Options", options);
    out.append("Example:\n  costate ").append(usage.example()).append('\n');
    return out.toString();
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static void entries(StringBuilder out, String title, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    int width = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
    out.append(title).append(":\n");
    for (var entry : entries) {
      out.append("  ").append(entry.name());
      out.append(" ".repeat(width - entry.name().length() + 2))
          .append(entry.meaning())
          .append('\n');
    }
    out.append('\n');
  }

  /** What was meant by a mistyped command, or how to find out. */
  public static UsageError unknownCommand(String typed, List<Usage> commands) {
    var names = commands.stream().map(Usage::name).toList();
    return new UsageError(
        "there is no command '" + typed + "'",
        Closest.to(typed, names)
            .map(meant -> "did you mean '" + meant + "'?")
            .orElse("'costate --help' lists the commands"));
  }
}
