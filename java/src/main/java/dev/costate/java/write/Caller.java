package dev.costate.java.write;

import dev.costate.java.read.Method;
import dev.costate.java.read.Method.Parameter;
import dev.costate.java.read.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** How a method, and what is written for it, is called: pieces of Java. */
record Caller(Owner owner, Method method) {
  /** Methods of every object that a component of a record must not have the name of. */
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  String visibility() {
    return method.element().getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
  }

  /** The method in the words of javadoc. */
  String link() {
    var types = method.parameters().stream().map(p -> p.type().text()).toList();
    return "{@link " + owner.name() + "#" + method.name() + "(" + String.join(", ", types) + ")}";
  }

  List<Parameter> differentiated() {
    return method.parameters().stream().filter(Parameter::isDifferentiated).toList();
  }

  /** The parameters of the method, declared. */
  List<String> parameters() {
    var parameters = new ArrayList<String>();
    method.parameters().forEach(p -> parameters.add(p.type().text() + " " + p.name()));
    return parameters;
  }

  /** The same, and behind them a direction for each that is differentiated. */
  List<String> directedParameters() {
    var parameters = new ArrayList<>(parameters());
    var directions = directions();
    for (int i = 0; i < directions.size(); i++) {
      parameters.add(differentiated().get(i).type().text() + " " + directions.get(i));
    }
    return parameters;
  }

  List<String> directions() {
    var taken = new HashSet<String>();
    method.parameters().forEach(p -> taken.add(p.name()));
    return differentiated().stream().map(p -> unused(p.name() + "Dot", taken)).toList();
  }

  /** The components of a record with one part for each differentiated parameter. */
  List<String> components(List<String> first) {
    var components = new ArrayList<>(first);
    var taken = new HashSet<String>();
    first.forEach(component -> taken.add(component.substring(component.lastIndexOf(' ') + 1)));
    differentiated().forEach(p -> components.add(p.type().text() + " " + unused(p.name(), taken)));
    return components;
  }

  private static String unused(String wish, Set<String> taken) {
    var name = wish;
    while (OF_OBJECTS.contains(name) || !taken.add(name)) {
      name += "_";
    }
    return name;
  }

  /** A local name that no parameter has. */
  String local(String wish) {
    var taken = new HashSet<>(directions());
    method.parameters().forEach(p -> taken.add(p.name()));
    return unused(wish, taken);
  }

  String thrown() {
    var types = method.element().getThrownTypes().stream().map(Object::toString).toList();
    return types.isEmpty() ? "" : " throws " + String.join(", ", types);
  }

  /** A call of the method as the user wrote it; what it changes are copies. */
  String original() {
    var arguments = new ArrayList<String>();
    for (int i = 0; i < method.parameters().size(); i++) {
      var parameter = method.parameters().get(i);
      arguments.add(
          !method.changes(i)
              ? parameter.name()
              : parameter.type() == Type.MATRIX
                  ? "JavaArrays.copy(" + parameter.name() + ")"
                  : parameter.name() + ".clone()");
    }
    return owner.name() + "." + method.name() + "(" + String.join(", ", arguments) + ")";
  }

  /** What must hold of arguments before they stand for values: statements. */
  List<String> checks() {
    var checks = new ArrayList<String>();
    var arrays = new ArrayList<String>();
    boolean changes = false;
    for (int i = 0; i < method.parameters().size(); i++) {
      var parameter = method.parameters().get(i);
      if (parameter.type().isArray()) {
        arrays.add(parameter.name());
      }
      if (parameter.type() == Type.MATRIX) {
        checks.add("JavaArrays.requireRectangular(" + parameter.name() + ");");
      }
      changes |= method.changes(i);
    }
    if (changes && (arrays.size() > 1 || method.changesMatrix())) {
      checks.add("JavaArrays.requireSeparate(" + String.join(", ", arrays) + ");");
    }
    return checks;
  }

  /** That directions have the shapes of what they are directions of: statements. */
  List<String> shapes() {
    var shapes = new ArrayList<String>();
    var directions = directions();
    for (int i = 0; i < directions.size(); i++) {
      var parameter = differentiated().get(i);
      if (parameter.type().isArray()) {
        shapes.add(
            "JavaArrays.requireSameShape(" + parameter.name() + ", " + directions.get(i) + ");");
      }
    }
    return shapes;
  }

  /** The arguments of the method as those of its entry. */
  List<String> arguments(boolean isWeighted) {
    var arguments = new ArrayList<String>();
    for (var parameter : method.parameters()) {
      arguments.add(
          switch (parameter.type()) {
            case LONG -> "JavaNumbers.exact(" + parameter.name() + ")";
            case INTS -> "JavaArrays.numbers(" + parameter.name() + ")";
            default -> parameter.name();
          });
    }
    if (isWeighted) {
      arguments.add("1");
      arguments.add("0");
    }
    return arguments;
  }
}
