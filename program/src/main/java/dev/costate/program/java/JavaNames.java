package dev.costate.program.java;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names that Java accepts, of one name space. A name stays as it is written, so that the Java reads
 * like the function it was made from; one that is a word of Java, or taken, gets {@code _} appended
 * until it is free.
 */
final class JavaNames {
  private static final Set<String> WORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do double"
                  + " else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while true false null _ yield")
              .split(" "));

  /** Methods of every object, which a static method without parameters must not hide. */
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /** Types that printed Java mentions: neither a class nor a variable may hide them. */
  private static final Set<String> TYPES =
      Set.of(
          "Double",
          "Erf",
          "IllegalArgumentException",
          "IllegalStateException",
          "IndexOutOfBoundsException",
          "InterruptedException",
          "Math",
          "Record",
          "RuntimeException",
          "StackOverflowError",
          "String",
          "Thread",
          "java",
          "dev");

  private final Set<String> taken = new HashSet<>();
  private final boolean ignoringCase;

  private JavaNames(boolean ignoringCase) {
    this.ignoringCase = ignoringCase;
  }

  /** Names of methods, and of components of records. */
  static JavaNames ofMethods() {
    var names = new JavaNames(false);
    names.taken.addAll(OF_OBJECTS);
    return names;
  }

  /** Names of parameters and local variables. */
  static JavaNames ofVariables() {
    var names = new JavaNames(false);
    names.taken.addAll(TYPES);
    return names;
  }

  /** Names of classes: they are names of files too, so that case does not tell them apart. */
  static JavaNames ofTypes() {
    var names = new JavaNames(true);
    TYPES.forEach(names::take);
    Helpers.types().forEach(names::take);
    return names;
  }

  void take(String name) {
    taken.add(key(name));
  }

  private String key(String name) {
    return ignoringCase ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** A name that is free, and now taken. */
  String free(String wish) {
    var name = legal(wish);
    while (WORDS.contains(name) || taken.contains(key(name))) {
      name += "_";
    }
    take(name);
    return name;
  }

  /** With {@code _} for each character that no name of Java has. */
  private static String legal(String name) {
    var legal = new StringBuilder();
    name.codePoints()
        .forEach(c -> {
          boolean isStart = legal.isEmpty();
          if (isStart && !Character.isJavaIdentifierStart(c)) {
            legal.append('_');
          }
          if (Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c)) {
            legal.appendCodePoint(c);
          } else if (!isStart) {
            legal.append('_');
          }
        });
    return legal.toString();
  }

  /** The name of a class: {@code power_law} and {@code power-law} are {@code PowerLaw}. */
  static String camelCase(String name) {
    var camel = new StringBuilder();
    boolean starts = true;
    for (int c : legal(name).codePoints().toArray()) {
      if (c == '_') {
        starts = true;
      } else {
        camel.appendCodePoint(starts ? Character.toUpperCase(c) : c);
        starts = false;
      }
    }
    if (camel.isEmpty() || !Character.isJavaIdentifierStart(camel.codePointAt(0))) {
      camel.insert(0, '_');
    }
    return camel.toString();
  }
}
