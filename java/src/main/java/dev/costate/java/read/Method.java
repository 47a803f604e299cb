package dev.costate.java.read;

import com.sun.source.tree.MethodTree;
import dev.costate.program.Kind;
import dev.costate.runtime.annotation.Derivative;
import dev.costate.runtime.annotation.Differentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * What is known of an annotated method apart from its body.
 *
 * @param written the positions of parameters whose arrays it changes
 * @param mayThrow whether it, or a method that it calls, has a {@code throw}
 */
public record Method(
    ExecutableElement element,
    MethodTree tree,
    List<Parameter> parameters,
    Type result,
    Set<Integer> written,
    boolean mayThrow) {
  public Method {
    parameters = List.copyOf(parameters);
    written = Set.copyOf(written);
  }

  /**
   * A parameter.
   *
   * @param isConstant whether nothing is differentiated with respect to it
   */
  public record Parameter(String name, Type type, boolean isConstant) {
    /** Whether derivatives are taken with respect to it. */
    public boolean isDifferentiated() {
      return type.isSmooth() && !isConstant;
    }
  }

  public String name() {
    return element.getSimpleName().toString();
  }

  /** Whether a derivative is asked for that not every method has. */
  public boolean also(Derivative derivative) {
    var annotation = element.getAnnotation(Differentiable.class);
    return annotation != null && List.of(annotation.also()).contains(derivative);
  }

  /** Whether classes of its package may call it. */
  public boolean isVisible() {
    return !element.getModifiers().contains(Modifier.PRIVATE);
  }

  /** Whether it gives a value. */
  public boolean givesValue() {
    return result != Type.NOTHING;
  }

  /** Whether it changes the array at a position. */
  public boolean changes(int position) {
    return written.contains(position);
  }

  /** Whether it changes a matrix. */
  public boolean changesMatrix() {
    return written.stream().anyMatch(i -> parameters.get(i).type() == Type.MATRIX);
  }

  /** The positions of the arrays that it changes, in order. */
  List<Integer> changed() {
    return written.stream().sorted().toList();
  }

  /**
   * The kinds of the results of its function: the value, the arrays that it changes, and whether it
   * has thrown; if it has none of these, a number.
   */
  List<Kind> results() {
    var results = new ArrayList<Kind>();
    if (givesValue()) {
      results.add(result.kind());
    }
    changed().forEach(i -> results.add(parameters.get(i).type().kind()));
    if (mayThrow || results.isEmpty()) {
      results.add(Kind.NUMBER);
    }
    return results;
  }

  /** Whether a call is an expression: it has a value and does nothing else. */
  boolean isExpression() {
    return givesValue() && written.isEmpty() && !mayThrow;
  }
}
