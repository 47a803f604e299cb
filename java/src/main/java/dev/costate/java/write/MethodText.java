package dev.costate.java.write;

import dev.costate.java.read.Method;
import dev.costate.java.write.Derivatives.Made;
import dev.costate.java.write.Derivatives.Part;
import dev.costate.program.java.JavaMembers;
import java.util.ArrayList;
import java.util.List;

/** Writes what users call for one method. */
final class MethodText {
  private final Made made;
  private final Method method;
  private final Caller caller;
  private final JavaMembers members;
  private final StringBuilder text = new StringBuilder();

  MethodText(Owner owner, Made made, JavaMembers members) {
    this.made = made;
    this.method = made.entry().method();
    this.caller = new Caller(owner, method);
    this.members = members;
  }

  String text() {
    made.function(Part.GRADIENT).map(members::method).ifPresent(this::gradient);
    made.function(Part.TANGENT).map(members::method).ifPresent(this::tangent);
    made.function(Part.JACOBIAN)
        .map(members::method)
        .ifPresent(function -> matrix(Part.JACOBIAN, function, "The Jacobian"));
    made.function(Part.HESSIAN)
        .map(members::method)
        .ifPresent(function -> matrix(Part.HESSIAN, function, "The Hessian"));
    made.function(Part.HESSIAN_VECTOR).map(members::method).ifPresent(this::product);
    return text.toString();
  }

  private void line(int depth, String line) {
    text.repeat("  ", line.isEmpty() ? 0 : depth).append(line).append('\n');
  }

  private void record(Part part, String about, List<String> components) {
    line(0, "");
    line(1, "/** " + about + " */");
    line(
        1,
        caller.visibility()
            + "record "
            + part.record(method)
            + "("
            + String.join(", ", components)
            + ") {}");
  }

  private void open(Part part, String about, String result, List<String> parameters) {
    line(0, "");
    line(1, "/** " + about + " */");
    line(
        1,
        caller.visibility()
            + "static "
            + result
            + " "
            + part.name(method)
            + "("
            + String.join(", ", parameters)
            + ")"
            + caller.thrown()
            + " {");
  }

  private static String call(JavaMembers.Method function, List<String> arguments) {
    return function.name() + "(" + String.join(", ", arguments) + ")";
  }

  private void gradient(JavaMembers.Method function) {
    record(
        Part.GRADIENT,
        "The value of " + caller.link() + ", and its partials.",
        caller.components(List.of("double value")));
    var partials = caller.local("partials");
    var failure = caller.local("failure");
    var name = Part.GRADIENT.record(method);
    open(Part.GRADIENT, "The gradient of " + caller.link() + ".", name, caller.parameters());
    line(2, "try {");
    caller.checks().forEach(check -> line(3, check));
    line(3, "var " + partials + " = " + call(function, caller.arguments(true)) + ";");
    var parts = function.components();
    if (method.mayThrow()) {
      line(3, "if (" + partials + "." + parts.getLast() + "() != 0) {");
      line(
          4,
          "throw new IllegalStateException(\""
              + method.name()
              + " threw an exception, and not when it was called again\");");
      line(3, "}");
    }
    int count = caller.differentiated().size();
    var components = new ArrayList<String>();
    components.add(partials + "." + parts.get(count) + "()");
    parts.subList(0, count).forEach(part -> components.add(partials + "." + part + "()"));
    line(3, "return new " + name + "(" + String.join(", ", components) + ");");
    line(2, "} catch (RuntimeException | StackOverflowError " + failure + ") {");
    line(3, caller.original() + "; // throws what it always throws");
    line(3, "throw " + failure + ";");
    line(2, "}");
    line(1, "}");
  }

  private void tangent(JavaMembers.Method function) {
    var type = method.result().text();
    var name = Part.TANGENT.record(method);
    record(
        Part.TANGENT,
        "The value of " + caller.link() + ", and its derivative in a direction.",
        List.of(type + " value", type + " tangent"));
    var value = caller.local("value");
    open(
        Part.TANGENT,
        "The derivative of " + caller.link() + " where the parameters move in a direction.",
        name,
        caller.directedParameters());
    line(2, type + " " + value + " = " + caller.original() + ";");
    caller.checks().forEach(check -> line(2, check));
    caller.shapes().forEach(check -> line(2, check));
    var arguments = caller.arguments(made.entry().hasGradient());
    arguments.addAll(caller.directions());
    line(2, "return new " + name + "(" + value + ", " + call(function, arguments) + ");");
    line(1, "}");
  }

  private void matrix(Part part, JavaMembers.Method function, String what) {
    open(part, what + " of " + caller.link() + ".", "double[][]", caller.parameters());
    line(2, caller.original() + "; // throws what it always throws");
    caller.checks().forEach(check -> line(2, check));
    line(2, "return " + call(function, caller.arguments(made.entry().hasGradient())) + ";");
    line(1, "}");
  }

  private void product(JavaMembers.Method function) {
    var part = Part.HESSIAN_VECTOR;
    var name = part.record(method);
    record(
        part,
        "The Hessian of " + caller.link() + " times a direction.",
        caller.components(List.of()));
    open(
        part,
        "The Hessian of " + caller.link() + " times a direction.",
        name,
        caller.directedParameters());
    line(2, caller.original() + "; // throws what it always throws");
    caller.checks().forEach(check -> line(2, check));
    caller.shapes().forEach(check -> line(2, check));
    var arguments = caller.arguments(true);
    arguments.addAll(caller.directions());
    if (function.components().isEmpty()) {
      line(2, "return new " + name + "(" + call(function, arguments) + ");");
    } else {
      var product = caller.local("product");
      line(2, "var " + product + " = " + call(function, arguments) + ";");
      line(
          2,
          "return new "
              + name
              + "("
              + String.join(
                  ", ", function.components().stream().map(c -> product + "." + c + "()").toList())
              + ");");
    }
    line(1, "}");
  }
}
