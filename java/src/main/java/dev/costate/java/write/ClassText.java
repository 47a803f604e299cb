package dev.costate.java.write;

import dev.costate.java.write.Derivatives.Made;
import dev.costate.program.java.JavaMembers;
import java.util.ArrayList;
import java.util.List;

/** Writes the class: what users call, then the program behind it. */
final class ClassText {
  private static final String RUNTIME = "dev.costate.runtime.";

  private final Owner owner;
  private final List<Made> made;
  private final JavaMembers members;

  ClassText(Owner owner, List<Made> made, JavaMembers members) {
    this.owner = owner;
    this.made = made;
    this.members = members;
  }

  Derivatives.File file() {
    var methods = new StringBuilder();
    made.forEach(each -> methods.append(new MethodText(owner, each, members).text()));
    var body = methods + members.text();
    var name = owner.derivatives();
    var whole = new StringBuilder();
    if (!owner.packageName().isEmpty()) {
      whole.append("package ").append(owner.packageName()).append(";\n\n");
    }
    var imports = imports(body);
    imports.forEach(type -> whole.append("import ").append(RUNTIME).append(type).append(";\n"));
    whole
        .append(imports.isEmpty() ? "" : "\n")
        .append("/** Derivatives of {@link ")
        .append(owner.name())
        .append("}, written by the annotation processor of Costate. */\n")
        .append(owner.isPublic() ? "public " : "")
        .append("final class ")
        .append(name)
        .append(" {\n")
        .append(members.fields())
        .append("  private ")
        .append(name)
        .append("() {}\n")
        .append(body)
        .append("}\n");
    return new Derivatives.File(owner.qualifiedDerivatives(), whole.toString());
  }

  private List<String> imports(String body) {
    var imports = new ArrayList<String>();
    if (members.usesErf()) {
      imports.add("Erf");
    }
    for (var name : List.of("JavaArrays", "JavaNumbers")) {
      if (body.contains(name + ".")) {
        imports.add(name);
      }
    }
    return imports;
  }
}
