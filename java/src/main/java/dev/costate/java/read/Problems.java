package dev.costate.java.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.costate.language.Diagnostic;
import java.util.HashSet;
import java.util.Set;
import javax.tools.Diagnostic.Kind;

/** Reports what cannot be read or differentiated, at its place, each once. */
public final class Problems {
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final Set<String> reported = new HashSet<>();
  private boolean any;

  Problems(Trees trees, CompilationUnitTree unit) {
    this.trees = trees;
    this.unit = unit;
  }

  /** Whether something was reported. */
  public boolean any() {
    return any;
  }

  /** Reports an error at a piece of code, and what to do instead. */
  public void report(Tree tree, String message, String hint) {
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

  private static String text(String message, String hint) {
    return hint.isEmpty() ? message : message + "\n  hint: " + hint;
  }
}
