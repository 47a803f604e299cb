package dev.costate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line and what it must print, as a file reads it:
 *
 * <pre>
 * $ costate eval essay.market "f(4)"
 * standard output
 * --- standard error
 * what is written there
 * --- status 1
 * </pre>
 *
 * <p>Parts that are empty, and status 0, are left out. {@code -Dcostate.golden=write} writes what
 * was printed instead of comparing it: read the difference before committing it.
 */
record Golden(String command, String out, String err, int status) {
  private static final String PROMPT = "$ costate";
  private static final String ERROR = "--- standard error\n";
  private static final String STATUS = "--- status ";

  static boolean updates() {
    return "write".equals(System.getProperty("costate.golden"));
  }

  static Golden read(Path file) throws IOException {
    var text = Files.readString(file);
    int line = text.indexOf('\n');
    var command = text.substring(PROMPT.length(), line).strip();
    var rest = text.substring(line + 1);
    int statusAt = rest.lastIndexOf(STATUS);
    int status =
        statusAt < 0 ? 0 : Integer.parseInt(rest.substring(statusAt + STATUS.length()).strip());
    var printed = statusAt < 0 ? rest : rest.substring(0, statusAt);
    int errorAt = printed.indexOf(ERROR);
    return errorAt < 0
        ? new Golden(command, printed, "", status)
        : new Golden(
            command,
            printed.substring(0, errorAt),
            printed.substring(errorAt + ERROR.length()),
            status);
  }

  /** What a run printed, without numbers that depend on how a search happened to go. */
  static Golden of(String command, Run run) {
    var out = run.out().replaceAll("(?m)^Every condition holds.*$", "Every condition holds …");
    var err = run.err().replaceAll("at most about \\S+", "at most about …");
    return new Golden(command, out, err, run.status().code());
  }

  String text() {
    return (PROMPT + " " + command).strip()
        + "\n"
        + out
        + (err.isEmpty() ? "" : ERROR + err)
        + (status == 0 ? "" : STATUS + status + "\n");
  }

  /** The words of the command as a shell takes them apart; quotes are double. */
  List<String> words() {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (char c : (command + " ").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (c == ' ' && !quoted) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    return words;
  }
}
