package dev.costate.program.java;

import dev.costate.program.Expression;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Walk;
import dev.costate.runtime.DeepStack;
import dev.costate.runtime.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints a program as a Java class: a {@code public static} method for each function that users may
 * call, private methods for the others, a record for several results, and the helpers that these
 * need. The class needs nothing but a JDK, 17 or later; only {@code erf} is that of {@code
 * dev.costate.runtime}.
 */
public final class JavaClass {
  private static final String ERF = "Erf";

  /** The field with the name of the user's file. */
  private static final String FILE = "FILE";

  private final Program program;
  private final Map<String, String> given;
  private final String visibility;
  private final Signatures signatures;
  private final Helpers helpers;
  private final Map<String, String> constants = new LinkedHashMap<>();
  private boolean usesErf;

  private JavaClass(
      Program program,
      Set<String> entries,
      Map<String, String> given,
      String visibility,
      Set<String> taken) {
    this.program = program;
    this.given = Map.copyOf(given);
    this.visibility = visibility;
    var methods = JavaNames.ofMethods();
    var types = JavaNames.ofTypes();
    taken.forEach(types::take);
    this.signatures = new Signatures(program, entries, given, methods, types);
    taken.forEach(methods::take);
    this.helpers = new Helpers(methods);
    var fields = JavaNames.ofVariables();
    fields.take(FILE);
    for (var name : constantsOf(program)) {
      constants.put(name, fields.free(name));
    }
  }

  /**
   * The text of a Java file.
   *
   * @param program a program without gradients
   * @param entries the functions that users may call
   * @param className a name as {@link #className} gives it
   * @param about what the class is, a sentence for its first lines
   * @throws NotInJava if a function does not fit Java
   */
  public static String text(Program program, Set<String> entries, String className, String about) {
    return DeepStack.call(() ->
        new JavaClass(program, entries, Map.of(), "public", Set.of(className))
            .text(className, about));
  }

  /**
   * A program as members of a class that has others too.
   *
   * @param program a program without gradients
   * @param entries the functions that the other members may call
   * @param given functions that are methods elsewhere, and how these are called, such as {@code
   *     Math.cbrt}; they take and give what the functions do, and change no array
   * @param taken the name of the class, and those of its other methods and types
   * @throws NotInJava if a function does not fit Java
   */
  public static JavaMembers members(
      Program program, Set<String> entries, Map<String, String> given, Set<String> taken) {
    return DeepStack.call(
        () -> new JavaClass(program, entries, given, "private", taken).members(entries));
  }

  /** The name of the class that stands for a file: {@code PowerLaw} for {@code power-law}. */
  public static String className(String stem) {
    return JavaNames.ofTypes().free(JavaNames.camelCase(stem));
  }

  private String text(String className, String about) {
    var functions = functions();
    var lines = new Lines(0);
    if (usesErf) {
      lines.line("import dev.costate.runtime.Erf;");
      lines.line("");
    }
    lines.line("/** " + about.replace("*/", "* /").replace("\\u", "\\ u") + " */");
    lines.open("public final class " + className, "");
    var helping = helpers.texts();
    fields(lines, helping);
    lines.line("private " + className + "() {}");
    lines.append(functions);
    helpers(lines, helping);
    lines.close();
    return lines.toString();
  }

  private JavaMembers members(Set<String> entries) {
    var functions = functions();
    var helping = helpers.texts();
    var fields = new Lines(1);
    fields(fields, helping);
    var lines = new Lines(1);
    lines.append(functions);
    helpers(lines, helping);
    var methods = new LinkedHashMap<String, JavaMembers.Method>();
    for (var entry : entries) {
      var signature = signatures.of(entry);
      methods.put(entry, new JavaMembers.Method(signature.name(), signature.components()));
    }
    return new JavaMembers(fields.toString(), lines.toString(), usesErf, methods);
  }

  private Lines functions() {
    var functions = new Lines(1);
    for (var function : program.functions()) {
      if (!given.containsKey(function.name())) {
        new Methods(this, signatures.of(function.name())).print(functions);
      }
    }
    return functions;
  }

  private void fields(Lines lines, List<String> helping) {
    constants.forEach((name, field) ->
        lines.line(
            visibility
                + " static final double "
                + field
                + " = "
                + number(program.constant(name)).text()
                + ";"));
    if (!constants.isEmpty()) {
      lines.line("");
    }
    if (helping.stream().anyMatch(helper -> helper.contains(FILE))) {
      lines.line("private static final String " + FILE + " = " + literal(file()) + ";");
      lines.line("");
    }
  }

  private static void helpers(Lines lines, List<String> helping) {
    for (var helper : helping) {
      lines.line("");
      lines.lines(helper);
    }
  }

  /** Who may call the functions that are entries: {@code public} or {@code private}. */
  String visibility() {
    return visibility;
  }

  /** The name of the user's file, without its folder. */
  private String file() {
    return program.functions().stream()
        .filter(function -> !given.containsKey(function.name()))
        .map(function -> function.origin().place().source().name().replace('\\', '/'))
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** The parameters of the file that the functions read. */
  private static Set<String> constantsOf(Program program) {
    var read = new LinkedHashSet<String>();
    for (var function : program.functions()) {
      for (var statement : Walk.statements(function.body())) {
        for (var expression : Walk.expressions(statement)) {
          Walk.nodes(
              expression,
              node -> {
                if (node instanceof Expression.Constant(var name, _)) {
                  read.add(name);
                }
              });
        }
      }
    }
    var given = new LinkedHashSet<>(program.constants().keySet());
    given.retainAll(read);
    return given;
  }

  Program program() {
    return program;
  }

  Signatures signatures() {
    return signatures;
  }

  Helpers helpers() {
    return helpers;
  }

  List<String> fieldNames() {
    return new ArrayList<>(constants.values());
  }

  /** A parameter of the file, or a constant of mathematics. */
  Code constant(String name) {
    var field = constants.get(name);
    if (field != null) {
      return Code.atom(field);
    }
    return switch (name) {
      case "pi" -> Code.atom("Math.PI");
      case "e" -> Code.atom("Math.E");
      default -> throw new IllegalArgumentException("no constant '" + name + "'");
    };
  }

  /** The method that computes the error function; from now on the class imports it. */
  String erf() {
    usesErf = true;
    return ERF + ".erf";
  }

  static String type(Kind kind) {
    return switch (kind) {
      case NUMBER -> "double";
      case TRUTH -> "boolean";
      case VECTOR -> "double[]";
      case MATRIX -> "double[][]";
    };
  }

  /** A number as a literal: an int if it is one. */
  static Code number(double value) {
    if (Double.isNaN(value)) {
      return Code.atom("Double.NaN");
    }
    if (Double.isInfinite(value)) {
      return Code.atom("Double." + (value > 0 ? "POSITIVE" : "NEGATIVE") + "_INFINITY");
    }
    boolean isNegative = Double.doubleToRawLongBits(value) < 0;
    int strength = isNegative ? Code.SIGN : Code.ATOM;
    var text = NumberText.of(value);
    if (value == (int) value && !(value == 0 && isNegative)) {
      return Code.integer(text, strength);
    }
    return Code.of(text.matches("-?[0-9]+") ? text + ".0" : text, strength);
  }

  /** A text as a literal. */
  static String literal(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
