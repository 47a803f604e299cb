package dev.costate.program.java;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The small methods that printed Java calls where neither Java nor {@link Math} has an operation
 * with the meaning of the language. A class gets those that it uses.
 *
 * <p>They stand in {@code helpers.txt}: a line {@code ## key}, then the text, in which a key
 * between at signs stands for the name of that helper. A key is the name, and behind a slash what
 * tells methods of one name apart. Tests compare them with {@code dev.costate.runtime}, bit for
 * bit.
 */
final class Helpers {
  private static final String RESOURCE = "helpers.txt";
  private static final String MARK = "## ";
  private static final Pattern NAME = Pattern.compile("@([\\w/]+)@");
  private static final Map<String, String> TEXTS = read();

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();

  /**
   * @param taken the names of the methods and classes beside them
   */
  Helpers(JavaNames taken) {
    for (var key : new TreeSet<>(TEXTS.keySet())) {
      names.computeIfAbsent(name(key), taken::free);
    }
  }

  private static Map<String, String> read() {
    try (InputStream stream = Helpers.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      var texts = new LinkedHashMap<String, String>();
      var text = "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (var part : text.split("\n" + MARK, -1)) {
        int end = part.indexOf('\n');
        if (!part.isBlank()) {
          texts.put(part.substring(0, end).strip(), part.substring(end + 1).strip());
        }
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All keys. */
  static Set<String> keys() {
    return TEXTS.keySet();
  }

  /** The simple names of the classes among them. */
  static List<String> types() {
    return List.of("Stack", "TooDeep");
  }

  private static String name(String key) {
    int slash = key.indexOf('/');
    return slash < 0 ? key : key.substring(0, slash);
  }

  /** The name of a helper in this class; from now on the class has it. */
  String use(String key) {
    if (!TEXTS.containsKey(key)) {
      throw new IllegalArgumentException("no helper '" + key + "'");
    }
    used.add(key);
    return called(name(key));
  }

  /** The name of a helper in this class, whether it is used or not. */
  String called(String name) {
    var found = names.get(name);
    if (found == null) {
      throw new IllegalStateException("no helper '" + name + "'");
    }
    return found;
  }

  /** The texts of the helpers that are used, and of those that these use, in a fixed order. */
  List<String> texts() {
    var needed = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(used);
    while (!open.isEmpty()) {
      var key = open.remove();
      if (needed.add(key)) {
        open.addAll(mentioned(key));
      }
    }
    var texts = new ArrayList<String>();
    for (var key : TEXTS.keySet()) {
      if (needed.contains(key)) {
        texts.add(NAME.matcher(text(key)).replaceAll(match -> called(name(match.group(1)))));
      }
    }
    return texts;
  }

  private static String text(String key) {
    return TEXTS.getOrDefault(key, "");
  }

  private static List<String> mentioned(String key) {
    var found = new ArrayList<String>();
    var matcher = NAME.matcher(text(key));
    while (matcher.find()) {
      if (!matcher.group(1).equals(key)) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }
}
