package dev.costate.program.java;

import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Variable;
import dev.costate.program.java.ArrayForms.Form;
import java.util.ArrayList;
import java.util.List;

/** Prints the methods and the records of one function. */
final class Methods {
  /** Java allows 255 words of arguments, and a number takes two. */
  private static final int MOST_WORDS = 253;

  private final Signature signature;
  private final Function function;
  private final Scope scope;

  Methods(JavaClass file, Signature signature) {
    this.signature = signature;
    this.function = signature.function().withBody(Reachable.of(signature.function().body()));
    this.scope = new Scope(file, signature, function);
  }

  void print(Lines lines) {
    checkSize(function.parameters().stream().map(Variable::kind).toList(), "parameters");
    checkSize(function.results(), "results");
    Nesting.check(function);
    records(lines);
    if (signature.hasTwoMethods()) {
      lines.line("");
      outer(lines);
    }
    lines.line("");
    inner(lines);
  }

  private void checkSize(List<Kind> kinds, String what) {
    int words = kinds.stream().mapToInt(kind -> kind == Kind.NUMBER ? 2 : 1).sum();
    if (words > MOST_WORDS) {
      throw new NotInJava(
          function.origin().place(),
          "'" + function.name() + "' has " + kinds.size() + " " + what + ", too many for Java",
          "put them into an array; a method of Java takes 127 numbers");
    }
  }

  private void records(Lines lines) {
    if (!signature.hasSeveralResults()) {
      return;
    }
    lines.line("");
    lines.line("/** The results of {@link #" + signature.name() + "}. */");
    var first = new ArrayList<String>();
    var second = new ArrayList<String>();
    for (int i = 0; i < function.results().size(); i++) {
      var kind = function.results().get(i);
      boolean grows = signature.growingResults().contains(i);
      var name = " " + signature.components().get(i);
      boolean asArray = !grows || !signature.record().equals(signature.innerRecord());
      first.add(scope.type(kind, asArray ? Form.ARRAY : Form.STACK) + name);
      second.add(scope.type(kind, grows ? Form.STACK : Form.ARRAY) + name);
    }
    lines.line(
        (signature.isPublic() ? scope.file().visibility() : "private")
            + " record "
            + signature.record()
            + "("
            + String.join(", ", first)
            + ") {}");
    if (!signature.record().equals(signature.innerRecord())) {
      lines.line("");
      lines.line(
          "private record " + signature.innerRecord() + "(" + String.join(", ", second) + ") {}");
    }
  }

  /** The method that users call. */
  private void outer(Lines lines) {
    var parameters = new ArrayList<String>();
    var arguments = new ArrayList<String>();
    for (var parameter : function.parameters()) {
      var name = scope.name(parameter);
      parameters.add(JavaClass.type(parameter.kind()) + " " + name);
      boolean changes = signature.takesOver().contains(parameter);
      if (signature.growing().contains(parameter)) {
        arguments.add(scope.helpers().use("Stack") + ".of(" + name + ".clone())");
      } else if (!changes) {
        arguments.add(name);
      } else if (parameter.kind() == Kind.MATRIX) {
        arguments.add(scope.helpers().use("copy") + "(" + name + ")");
      } else {
        arguments.add(name + ".clone()");
      }
    }
    lines.open(
        scope.file().visibility()
            + " static "
            + resultType(signature.record(), false)
            + " "
            + signature.name()
            + "("
            + String.join(", ", parameters)
            + ")",
        "");
    outerBody(lines, called(arguments));
    lines.close();
  }

  private String called(List<String> arguments) {
    if (!signature.isDeep()) {
      return signature.inner() + "(" + String.join(", ", arguments) + ")";
    }
    boolean isNumber = function.results().equals(List.of(Kind.NUMBER));
    arguments.add(scope.remaining());
    return scope.helpers().use(isNumber ? "recurse" : "recurseTo")
        + "("
        + scope.remaining()
        + " -> "
        + signature.inner()
        + "("
        + String.join(", ", arguments)
        + "))";
  }

  private void outerBody(Lines lines, String call) {
    if (signature.growingResults().isEmpty()) {
      lines.line("return " + call + ";");
    } else if (!signature.hasSeveralResults()) {
      lines.line("return " + call + ".toArray();");
    } else {
      var results = scope.free("results");
      var parts = new ArrayList<String>();
      for (int i = 0; i < function.results().size(); i++) {
        parts.add(
            results
                + "."
                + signature.components().get(i)
                + (signature.growingResults().contains(i) ? "().toArray()" : "()"));
      }
      lines.line("var " + results + " = " + call + ";");
      lines.line("return new " + signature.record() + "(" + String.join(", ", parts) + ");");
    }
  }

  private String resultType(String record, boolean grows) {
    return signature.hasSeveralResults()
        ? record
        : scope.type(function.results().getFirst(), grows ? Form.STACK : Form.ARRAY);
  }

  /** The method that does the work. */
  private void inner(Lines lines) {
    boolean isPublic = signature.isPublic() && !signature.hasTwoMethods();
    var parameters = new ArrayList<String>();
    for (var parameter : function.parameters()) {
      var form = signature.growing().contains(parameter) ? Form.STACK : Form.ARRAY;
      parameters.add(scope.type(parameter.kind(), form) + " " + scope.name(parameter));
    }
    if (signature.isDeep()) {
      parameters.add("int " + scope.remaining());
    }
    int before = lines.length();
    lines.open(
        (isPublic ? scope.file().visibility() : "private")
            + " static "
            + resultType(signature.innerRecord(), signature.growingResults().contains(0))
            + " "
            + signature.inner()
            + "("
            + String.join(", ", parameters)
            + ")",
        function.origin().comment());
    copyChanged(lines);
    new Statements(scope, new Declarations(function), lines).block(function.body());
    lines.close();
    if (MethodSize.isTooLarge(lines.since(before))) {
      throw new NotInJava(
          function.origin().place(),
          "'" + function.name() + "' is too long for Java, whose methods have at most 64 KB",
          "divide it into several functions");
    }
  }

  /** Parameters that are changed in place are copied, unless callers hand them over. */
  private void copyChanged(Lines lines) {
    for (var parameter : function.parameters()) {
      if (!parameter.kind().isArray()
          || !signature.copies().isChanged(parameter)
          || signature.takesOver().contains(parameter)) {
        continue;
      }
      var name = scope.name(parameter);
      if (parameter.kind() == Kind.MATRIX) {
        lines.line(name + " = " + scope.helpers().use("copy") + "(" + name + ");");
      } else {
        lines.line(name + " = " + name + (scope.isStack(parameter) ? ".copy();" : ".clone();"));
      }
    }
  }
}
