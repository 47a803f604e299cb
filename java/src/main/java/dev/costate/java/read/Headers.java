package dev.costate.java.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.TreeScanner;
import dev.costate.runtime.annotation.Constant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the annotated methods of a class before their bodies are read: parameters and
 * results, and, since callers need it, which arrays they change and whether they may throw, each
 * also by the methods that they call.
 */
final class Headers {
  private final Unit unit;
  private final Effects effects;

  Headers(Unit unit) {
    this.unit = unit;
    this.effects = new Effects(unit);
  }

  /** Adds the methods to those that the unit knows. */
  void read(Map<ExecutableElement, MethodTree> methods) {
    var names = new HashSet<String>();
    for (var entry : methods.entrySet()) {
      var element = entry.getKey();
      var tree = entry.getValue();
      if (!names.add(element.getSimpleName().toString())) {
        unit.problems()
            .report(
                tree,
                "two annotated methods of this class are called '%s'"
                    .formatted(element.getSimpleName()),
                "give one of them another name: their derivatives are called after them");
        continue;
      }
      read(element, tree);
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (var method : List.copyOf(unit.methods().values())) {
        var more = withCalls(method);
        changed |= !more.equals(method);
        unit.methods().put(method.element(), more);
      }
    }
  }

  private void read(ExecutableElement element, MethodTree tree) {
    var problems = unit.problems();
    var modifiers = element.getModifiers();
    if (!modifiers.contains(Modifier.STATIC)) {
      problems.report(
          tree,
          "'%s' is not static".formatted(element.getSimpleName()),
          "what a derivative depends on must be a parameter: make the method static");
      return;
    }
    if (modifiers.contains(Modifier.NATIVE)) {
      problems.report(
          tree, "'%s' is native".formatted(element.getSimpleName()), "only Java code can be read");
      return;
    }
    if (!element.getTypeParameters().isEmpty()) {
      problems.report(
          tree.getTypeParameters().getFirst(),
          "'%s' is generic".formatted(element.getSimpleName()),
          "write out the types");
      return;
    }
    unit.attribute(tree);
    var parameters = new ArrayList<Method.Parameter>();
    boolean isRead = true;
    for (int i = 0; i < tree.getParameters().size(); i++) {
      var parameter = tree.getParameters().get(i);
      var of = element.getParameters().get(i);
      var type = Type.of(of.asType());
      if (type == Type.OTHER) {
        problems.report(
            parameter.getType(),
            "the parameter '%s' has the type %s".formatted(parameter.getName(), of.asType()),
            "parameters are double, int, long, short, byte, char, boolean, double[], double[][] or"
                + " int[]");
        isRead = false;
      }
      parameters.add(
          new Method.Parameter(
              parameter.getName().toString(), type, of.getAnnotation(Constant.class) != null));
    }
    var result = Type.of(element.getReturnType());
    if (result == Type.OTHER) {
      problems.report(
          tree.getReturnType() == null ? tree : tree.getReturnType(),
          "the result of '%s' has the type %s"
              .formatted(element.getSimpleName(), element.getReturnType()),
          "results are double, int, long, boolean, double[] or double[][]");
      isRead = false;
    }
    if (isRead) {
      unit.methods()
          .put(element, new Method(element, tree, parameters, result, Set.of(), mayThrow(tree)));
    }
  }

  private static boolean mayThrow(MethodTree method) {
    var found = new boolean[1];
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        found[0] = true;
        return null;
      }

      @Override
      public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
        return null;
      }
    }.scan(method.getBody(), null);
    return found[0];
  }

  private Method withCalls(Method method) {
    var changed = effects.changed(method.tree().getBody());
    var written = new HashSet<Integer>();
    for (int i = 0; i < method.parameters().size(); i++) {
      Element parameter = method.element().getParameters().get(i);
      if (method.parameters().get(i).type().isArray() && changed.contains(parameter)) {
        written.add(i);
      }
    }
    var throwing = new boolean[] {method.mayThrow()};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitMethodInvocation(
          MethodInvocationTree call, @Nullable Void unused) {
        throwing[0] |= unit.method(call).filter(Method::mayThrow).isPresent();
        return super.visitMethodInvocation(call, null);
      }
    }.scan(method.tree().getBody(), null);
    return new Method(
        method.element(),
        method.tree(),
        method.parameters(),
        method.result(),
        written,
        throwing[0]);
  }
}
