package dev.costate.java.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.costate.language.Diagnostic;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Reports what cannot be read or differentiated, at its place, each once. */
public final class Problems {
  private final Trees trees;
  private final Messager messager;
  private final CompilationUnitTree unit;
  private final Element type;
  private final Set<String> reported = new HashSet<>();
  private boolean any;

  Problems(Trees trees, Messager messager, CompilationUnitTree unit, Element type) {
    this.trees = trees;
    this.messager = messager;
    this.unit = unit;
    this.type = type;
  }

  /** Whether something was reported. */
  public boolean any() {
    return any;
  }

  /** Reports an error at a piece of code, and what to do instead. */
  void report(Tree tree, String message, String hint) {
    any = true;
    long at = trees.getSourcePositions().getStartPosition(unit, tree);
    if (reported.add(at + message)) {
      trees.printMessage(Kind.ERROR, text(message, hint), tree, unit);
    }
  }

  /** Reports an error, and gives what to throw to go on behind the statement. */
  Refused refuse(Tree tree, String message, String hint) {
    report(tree, message, hint);
    return new Refused();
  }

  /** Reports what differentiation has found. */
  public void report(Diagnostic diagnostic, Tree method) {
    var found = new TreeAt(trees, unit).find(method, diagnostic.place());
    report(found, diagnostic.message(), diagnostic.hint());
  }

  /** Reports an error about the class as a whole. */
  public void report(String message, String hint) {
    any = true;
    messager.printMessage(Kind.ERROR, text(message, hint), type);
  }

  private static String text(String message, String hint) {
    return hint.isEmpty() ? message : message + "\n  hint: " + hint;
  }
}
