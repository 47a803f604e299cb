package dev.costate.economy.index;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Subscript;
import dev.costate.language.syntax.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables that code assigns as a whole, and the counters of its loops. */
final class Locals {
  private final Set<String> found = new HashSet<>();

  private Locals() {}

  static Set<String> of(List<Statement> statements) {
    var locals = new Locals();
    statements.forEach(locals::visit);
    return locals.found;
  }

  /** Removes what counts the members of a declaration: it can be no variable. */
  static void withoutCounters(Set<String> locals, List<Subscript> subscripts) {
    for (var subscript : subscripts) {
      if (subscript instanceof Subscript.Over(var counter)) {
        locals.remove(counter.name().text());
      }
    }
  }

  private void visit(Block block) {
    block.statements().forEach(this::visit);
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.Assignment s -> {
        for (var target : s.targets()) {
          if (target instanceof Target.Whole(var name)) {
            found.add(name.text());
          }
        }
      }
      case Statement.If s -> {
        s.branches().forEach(branch -> visit(branch.body()));
        s.otherwise().ifPresent(otherwise -> visit(otherwise.body()));
      }
      case Statement.ForRange s -> {
        found.add(s.counter().text());
        visit(s.body());
      }
      case Statement.ForEach s -> {
        found.add(s.element().text());
        visit(s.body());
      }
      case Statement.While s -> visit(s.body());
      case Statement.Evaluation _, Statement.Return _, Statement.Break _, Statement.Continue _ -> {}
    }
  }
}
