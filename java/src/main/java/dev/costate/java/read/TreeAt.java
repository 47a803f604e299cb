package dev.costate.java.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.costate.language.Place;
import org.jspecify.annotations.Nullable;

/** Finds the piece of code that a place was made from. */
final class TreeAt {
  private final SourcePositions positions;
  private final CompilationUnitTree unit;

  TreeAt(Trees trees, CompilationUnitTree unit) {
    this.positions = trees.getSourcePositions();
    this.unit = unit;
  }

  /** The outermost tree at exactly this place within another; that one if there is none. */
  Tree find(Tree within, Place place) {
    var found = new Tree[] {within};
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null
            && found[0] == within
            && positions.getStartPosition(unit, tree) == place.start()
            && positions.getEndPosition(unit, tree) == place.end()) {
          found[0] = tree;
        }
        return super.scan(tree, null);
      }
    }.scan(within, null);
    return found[0];
  }
}
