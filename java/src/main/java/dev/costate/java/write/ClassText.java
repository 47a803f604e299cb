package dev.costate.java.write;

import dev.costate.java.read.Method;
import dev.costate.java.read.Type;
import dev.costate.java.write.Derivatives.Gradient;
import dev.costate.program.java.JavaMembers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class: what users call, then the program behind it. */
final class ClassText {
  private static final String RUNTIME = "dev.costate.runtime.";

  private final Owner owner;
  private final List<Gradient> gradients;
  private final JavaMembers members;
  private final StringBuilder text = new StringBuilder();

  ClassText(Owner owner, List<Gradient> gradients, JavaMembers members) {
    this.owner = owner;
    this.gradients = gradients;
    this.members = members;
  }

  Derivatives.File file() {
    gradients.forEach(this::methods);
    var body = text + members.text();
    var whole = new StringBuilder();
    if (!owner.packageName().isEmpty()) {
      whole.append("package ").append(owner.packageName()).append(";\n\n");
    }
    var imports = new ArrayList<String>();
    if (members.usesErf()) {
      imports.add("Erf");
    }
    for (var name : List.of("JavaArrays", "JavaNumbers")) {
      if (body.contains(name + ".")) {
        imports.add(name);
      }
    }
    imports.forEach(name -> whole.append("import ").append(RUNTIME).append(name).append(";\n"));
    if (!imports.isEmpty()) {
      whole.append('\n');
    }
    whole
        .append("/** Derivatives of {@link ")
        .append(owner.name())
        .append("}, written by the annotation processor of Costate. */\n")
        .append(owner.isPublic() ? "public " : "")
        .append("final class ")
        .append(owner.derivatives())
        .append(" {\n")
        .append(members.fields())
        .append("  private ")
        .append(owner.derivatives())
        .append("() {}\n")
        .append(body)
        .append("}\n");
    return new Derivatives.File(owner.qualifiedDerivatives(), whole.toString());
  }

  private void line(int depth, String line) {
    text.repeat("  ", line.isEmpty() ? 0 : depth).append(line).append('\n');
  }

  private void methods(Gradient each) {
    var method = each.entry().method();
    var names = PublicNames.of(method);
    gradientRecord(method, names);
    gradient(each, method, names);
    tangentRecord(method, names);
    tangent(each, method, names);
  }

  private static String visibility(Method method) {
    return method.element().getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
  }

  private String link(Method method) {
    var types = new ArrayList<String>();
    method.parameters().forEach(p -> types.add(p.type().text()));
    return "{@link " + owner.name() + "#" + method.name() + "(" + String.join(", ", types) + ")}";
  }

  private void gradientRecord(Method method, PublicNames names) {
    var components = new ArrayList<String>();
    components.add("double value");
    var taken = new HashSet<>(Set.of("value"));
    for (var parameter : method.parameters()) {
      if (parameter.isDifferentiated()) {
        components.add(parameter.type().text() + " " + component(parameter.name(), taken));
      }
    }
    line(0, "");
    line(1, "/** The value of " + link(method) + ", and its partials. */");
    line(
        1,
        visibility(method)
            + "record "
            + names.gradientRecord()
            + "("
            + String.join(", ", components)
            + ") {}");
  }

  /** A name for a component of a record: some are those of every object's methods. */
  private static String component(String wish, Set<String> taken) {
    var name = wish;
    var ofObjects =
        Set.of(
            "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");
    while (ofObjects.contains(name) || !taken.add(name)) {
      name += "_";
    }
    return name;
  }

  /** The parameters of a method, with a direction for each that is differentiated if wanted. */
  private static List<String> parameters(Method method, List<String> directions) {
    var parameters = new ArrayList<String>();
    method.parameters().forEach(p -> parameters.add(p.type().text() + " " + p.name()));
    int next = 0;
    for (var parameter : method.parameters()) {
      if (parameter.isDifferentiated() && !directions.isEmpty()) {
        parameters.add(parameter.type().text() + " " + directions.get(next++));
      }
    }
    return parameters;
  }

  private static List<String> directions(Method method) {
    var taken = new HashSet<String>();
    method.parameters().forEach(p -> taken.add(p.name()));
    var names = new ArrayList<String>();
    for (var parameter : method.parameters()) {
      if (parameter.isDifferentiated()) {
        names.add(component(parameter.name() + "Dot", taken));
      }
    }
    return names;
  }

  /** A local name that no parameter has. */
  private static String free(String wish, List<String> parameters) {
    var name = wish;
    while (parameters.stream()
        .map(p -> p.substring(p.lastIndexOf(' ') + 1))
        .anyMatch(name::equals)) {
      name += "_";
    }
    return name;
  }

  private static String thrown(Method method) {
    var types = method.element().getThrownTypes();
    return types.isEmpty()
        ? ""
        : " throws " + String.join(", ", types.stream().map(Object::toString).toList());
  }

  private void open(Method method, String result, String name, List<String> parameters) {
    line(
        1,
        visibility(method)
            + "static "
            + result
            + " "
            + name
            + "("
            + String.join(", ", parameters)
            + ")"
            + thrown(method)
            + " {");
  }

  private void gradient(Gradient each, Method method, PublicNames names) {
    var parameters = parameters(method, List.of());
    var made = members.method(each.gradient().function());
    var partials = free("partials", parameters);
    line(0, "");
    line(1, "/** The gradient of " + link(method) + ". */");
    open(method, names.gradientRecord(), names.gradient(), parameters);
    line(2, "try {");
    checks(method, 3);
    line(3, "var " + partials + " = " + made.name() + "(" + arguments(each) + ");");
    if (method.mayThrow()) {
      line(3, "if (" + partials + "." + made.components().getLast() + "() != 0) {");
      line(
          4,
          "throw new IllegalStateException(\""
              + method.name()
              + " threw an exception, and not when it was called again\");");
      line(3, "}");
    }
    var components = new ArrayList<String>();
    int count = each.entry().differentiated().size();
    components.add(partials + "." + made.components().get(count) + "()");
    for (int i = 0; i < count; i++) {
      components.add(partials + "." + made.components().get(i) + "()");
    }
    line(3, "return new " + names.gradientRecord() + "(" + String.join(", ", components) + ");");
    again(method, parameters);
    line(1, "}");
  }

  /** What must hold of arguments before they stand for values. */
  private void checks(Method method, int depth) {
    var arrays = new ArrayList<String>();
    boolean changes = false;
    for (int i = 0; i < method.parameters().size(); i++) {
      var parameter = method.parameters().get(i);
      if (parameter.type().isArray()) {
        arrays.add(parameter.name());
      }
      if (parameter.type() == Type.MATRIX) {
        line(depth, "JavaArrays.requireRectangular(" + parameter.name() + ");");
      }
      changes |= method.changes(i);
    }
    if (changes && (arrays.size() > 1 || method.changesMatrix())) {
      line(depth, "JavaArrays.requireSeparate(" + String.join(", ", arrays) + ");");
    }
  }

  /** What fails is called again as the user wrote it, so that it fails in the user's code. */
  private void again(Method method, List<String> parameters) {
    var failure = free("failure", parameters);
    line(2, "} catch (RuntimeException | StackOverflowError " + failure + ") {");
    line(3, original(method) + "; // throws what it always throws");
    line(3, "throw " + failure + ";");
    line(2, "}");
  }

  /** A call of the method as the user wrote it; what it changes are copies. */
  private String original(Method method) {
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

  private void shapes(Method method, List<String> directions) {
    int next = 0;
    for (var parameter : method.parameters()) {
      if (parameter.isDifferentiated()) {
        var direction = directions.get(next++);
        if (parameter.type().isArray()) {
          line(2, "JavaArrays.requireSameShape(" + parameter.name() + ", " + direction + ");");
        }
      }
    }
  }

  /** The arguments of a method as those of the function made of it. */
  private static List<String> converted(Method method) {
    var arguments = new ArrayList<String>();
    for (var parameter : method.parameters()) {
      arguments.add(
          switch (parameter.type()) {
            case LONG -> "JavaNumbers.exact(" + parameter.name() + ")";
            case INTS -> "JavaArrays.numbers(" + parameter.name() + ")";
            default -> parameter.name();
          });
    }
    return arguments;
  }

  private String arguments(Gradient each) {
    var arguments = converted(each.entry().method());
    arguments.add("1");
    arguments.add("0");
    return String.join(", ", arguments);
  }

  private void tangentRecord(Method method, PublicNames names) {
    line(0, "");
    line(1, "/** The value of " + link(method) + ", and its derivative in a direction. */");
    line(
        1,
        visibility(method)
            + "record "
            + names.tangentRecord()
            + "(double value, double tangent) {}");
  }

  private void tangent(Gradient each, Method method, PublicNames names) {
    var directions = directions(method);
    var parameters = parameters(method, directions);
    var made = members.method(each.tangent().function());
    var value = free("value", parameters);
    line(0, "");
    line(
        1,
        "/** The derivative of "
            + link(method)
            + " in the direction in which parameters change by those named so. */");
    open(method, names.tangentRecord(), names.tangent(), parameters);
    line(2, "double " + value + " = " + original(method) + ";");
    checks(method, 2);
    shapes(method, directions);
    var all = converted(method);
    all.add("1");
    all.add("0");
    all.addAll(directions);
    line(
        2,
        "return new "
            + names.tangentRecord()
            + "("
            + value
            + ", "
            + made.name()
            + "("
            + String.join(", ", all)
            + "));");
    line(1, "}");
  }
}
