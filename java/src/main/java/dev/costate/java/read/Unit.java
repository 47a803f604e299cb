package dev.costate.java.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.costate.language.Place;
import dev.costate.language.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** A class whose methods are read: what javac knows of its trees, and its annotated methods. */
final class Unit {
  private final Trees trees;
  private final TreePath path;
  private final Source source;
  private final Problems problems;
  private final Map<Element, Method> methods = new LinkedHashMap<>();

  Unit(Trees trees, TreePath path, Source source, Problems problems) {
    this.trees = trees;
    this.path = path;
    this.source = source;
    this.problems = problems;
  }

  /** Lets javac find out what is named inside of methods, which it does not before it is asked. */
  void attribute(MethodTree method) {
    var _ = trees.getElement(new TreePath(path, method.getBody()));
  }

  Problems problems() {
    return problems;
  }

  Map<Element, Method> methods() {
    return methods;
  }

  /** What a name or a call stands for, if javac knows. */
  Optional<Element> element(Tree tree) {
    return Optional.ofNullable(trees.getElement(new TreePath(path, tree)));
  }

  /** The type of an expression. */
  Type type(Tree tree) {
    TypeMirror type = trees.getTypeMirror(new TreePath(path, tree));
    return type == null ? Type.OTHER : Type.of(type);
  }

  /** The variable that an expression names, parentheses aside. */
  Optional<VariableElement> variable(Tree tree) {
    var plain = plain(tree);
    return plain instanceof com.sun.source.tree.IdentifierTree
        ? element(plain).filter(VariableElement.class::isInstance).map(VariableElement.class::cast)
        : Optional.empty();
  }

  /** The method that is called. */
  Optional<ExecutableElement> called(MethodInvocationTree call) {
    return element(call)
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast);
  }

  /** The annotated method that is called, if it is one of this class. */
  Optional<Method> method(MethodInvocationTree call) {
    return called(call).map(methods::get);
  }

  static Tree plain(Tree tree) {
    return tree instanceof ParenthesizedTree inner ? plain(inner.getExpression()) : tree;
  }

  static ExpressionTree plain(ExpressionTree tree) {
    return tree instanceof ParenthesizedTree inner ? plain(inner.getExpression()) : tree;
  }

  Place place(Tree tree) {
    CompilationUnitTree unit = path.getCompilationUnit();
    int start = (int) trees.getSourcePositions().getStartPosition(unit, tree);
    int end = (int) trees.getSourcePositions().getEndPosition(unit, tree);
    return start < 0 || end < start
        ? new Place(source, 0, 0)
        : new Place(source, start, Math.min(end, source.text().length()));
  }

  Make make(Tree tree) {
    return new Make(place(tree));
  }
}
