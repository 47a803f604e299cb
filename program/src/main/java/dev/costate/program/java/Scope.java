package dev.costate.program.java;

import dev.costate.language.Place;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.facts.Range;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known where a piece of one function is printed. */
final class Scope {
  private final JavaClass file;
  private final Signature signature;
  private final Function function;
  private final JavaNames free;
  private final ArraySizes sizes;
  private final Map<Variable, String> names = new LinkedHashMap<>();
  private final Map<Variable, Range> ranges = new HashMap<>();
  private final String remaining;
  private Optional<Statement> statement = Optional.empty();

  Scope(JavaClass file, Signature signature, Function function) {
    this.file = file;
    this.signature = signature;
    this.function = function;
    this.sizes = new ArraySizes(function);
    this.free = JavaNames.ofVariables();
    file.fieldNames().forEach(free::take);
    Helpers.types().forEach(type -> free.take(file.helpers().called(type)));
    function.parameters().forEach(this::name);
    for (var each : Walk.statements(function.body())) {
      Walk.expressions(each).forEach(e -> Walk.reads(e).forEach(this::name));
      Walk.writes(each).forEach(this::name);
    }
    this.remaining = free("remaining");
  }

  Program program() {
    return file.program();
  }

  Helpers helpers() {
    return file.helpers();
  }

  JavaClass file() {
    return file;
  }

  Signature signature() {
    return signature;
  }

  Signature signature(String callee) {
    return file.signatures().of(callee);
  }

  /** The name of the count of calls that may still nest. */
  String remaining() {
    return remaining;
  }

  ArraySizes sizes() {
    return sizes;
  }

  /** The ranges of the counters that are ints here. */
  Map<Variable, Range> ranges() {
    return ranges;
  }

  /** The statement that is being printed. */
  Optional<Statement> statement() {
    return statement;
  }

  void begin(Statement next) {
    statement = Optional.of(next);
  }

  String name(Variable variable) {
    return names.computeIfAbsent(variable, v -> free.free(v.name()));
  }

  /** A new name, like the one wished for. */
  String free(String wish) {
    return free.free(wish);
  }

  /** From here on a counter is an int. */
  void beginCounting(Variable counter, Range range) {
    ranges.put(counter, range);
  }

  void endCounting(Variable counter) {
    ranges.remove(counter);
  }

  ArrayForms.Form form(Variable variable) {
    return variable.kind() == Kind.VECTOR
        ? file.signatures().forms().of(function, variable)
        : ArrayForms.Form.ARRAY;
  }

  boolean isStack(Variable variable) {
    return form(variable) == ArrayForms.Form.STACK;
  }

  String type(Variable variable) {
    return type(variable.kind(), form(variable));
  }

  String type(Kind kind, ArrayForms.Form form) {
    return form == ArrayForms.Form.STACK ? helpers().use("Stack") : JavaClass.type(kind);
  }

  /** The line of the user's text, for messages; in code made up by us, that of the function. */
  String line(Place place) {
    var own = function.origin().place();
    boolean isUsers = place.source().name().equals(own.source().name());
    return Integer.toString(isUsers ? place.line() : own.line());
  }
}
