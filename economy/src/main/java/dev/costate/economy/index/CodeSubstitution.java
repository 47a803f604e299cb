package dev.costate.economy.index;

import dev.costate.language.Place;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes code out: its expressions, loops over sets, and branches that only counters decide. */
final class CodeSubstitution {
  private final Substitution expressions;

  CodeSubstitution(Substitution expressions) {
    this.expressions = expressions;
  }

  Block block(Block block) {
    return new Block(statements(block.statements()), block.closing());
  }

  List<Statement> statements(List<Statement> written) {
    var all = new ArrayList<Statement>(written.size());
    written.forEach(statement -> statement(statement, all));
    return all;
  }

  private void statement(Statement statement, List<Statement> out) {
    switch (statement) {
      case Statement.Assignment s ->
          out.add(
              new Statement.Assignment(
                  s.targets().stream().map(this::target).toList(),
                  s.operator(),
                  expressions.expressions(s.values()),
                  s.trivia(),
                  s.place()));
      case Statement.Evaluation s ->
          out.add(
              new Statement.Evaluation(
                  expressions.expression(s.expression()), s.trivia(), s.place()));
      case Statement.If s -> branches(s, out);
      case Statement.ForRange s ->
          out.add(
              new Statement.ForRange(
                  s.counter(),
                  expressions.expression(s.from()),
                  expressions.expression(s.to()),
                  s.step().map(expressions::expression),
                  s.checkpointed().map(expressions::expression),
                  block(s.body()),
                  s.trivia(),
                  s.place()));
      case Statement.ForEach s -> forEach(s, out);
      case Statement.While s ->
          out.add(
              new Statement.While(
                  expressions.expression(s.condition()), block(s.body()), s.trivia(), s.place()));
      case Statement.Return s ->
          out.add(new Statement.Return(expressions.expressions(s.values()), s.trivia(), s.place()));
      case Statement.Break _, Statement.Continue _ -> out.add(statement);
    }
  }

  private Target target(Target target) {
    return switch (target) {
      case Target.Whole(var name) -> {
        if (expressions.bindings().find(name.text()) != null && !expressions.isLocal(name.text())) {
          counterAssigned(name.place(), name);
        }
        yield target;
      }
      case Target.Element(var array, var indices, var place)
          when expressions.isIndexed(array.text()) ->
          new Target.Whole(expressions.member(array, indices, place));
      case Target.Element(var array, var indices, var place) ->
          new Target.Element(array, expressions.expressions(indices), place);
    };
  }

  private void counterAssigned(Place place, Name name) {
    expressions
        .reports()
        .error(
            place,
            "'%s' counts the members of a set and cannot be assigned".formatted(name),
            "choose another name for the variable");
  }

  private void branches(Statement.If choice, List<Statement> out) {
    var kept = new ArrayList<Statement.Branch>();
    for (var branch : choice.branches()) {
      if (!expressions.decides(branch.condition())) {
        kept.add(
            new Statement.Branch(
                expressions.expression(branch.condition()),
                block(branch.body()),
                branch.trivia(),
                branch.place()));
      } else if (expressions.isTrue(branch.condition())) {
        otherwise(
            kept,
            Optional.of(new Statement.Otherwise(branch.body(), branch.trivia(), branch.place())),
            choice.place(),
            out);
        return;
      }
    }
    otherwise(kept, choice.otherwise(), choice.place(), out);
  }

  private void otherwise(
      List<Statement.Branch> branches,
      Optional<Statement.Otherwise> last,
      Place place,
      List<Statement> out) {
    if (branches.isEmpty()) {
      last.ifPresent(otherwise -> out.addAll(statements(otherwise.body().statements())));
      return;
    }
    out.add(
        new Statement.If(
            branches,
            last.map(o -> new Statement.Otherwise(block(o.body()), o.trivia(), o.place())),
            place));
  }

  /** A loop over a set is written out; one over an array stays. */
  private void forEach(Statement.ForEach loop, List<Statement> out) {
    if (!(loop.array() instanceof Expression.Read(var set))
        || expressions.isLocal(set.text())
        || !expressions.constants().sets().isSet(set.text())) {
      out.add(
          new Statement.ForEach(
              loop.element(),
              expressions.expression(loop.array()),
              block(loop.body()),
              loop.trivia(),
              loop.place()));
      return;
    }
    leaves(loop.body())
        .ifPresent(statement ->
            expressions
                .reports()
                .error(
                    statement.place(),
                    "a loop over a set is written out for each member and cannot be left early",
                    "decide by a condition on the counter: if i < 3:"));
    try {
      for (var member : expressions.constants().sets().of(new Members.Named(set), Bindings.NONE)) {
        expressions.constants().budget().item(loop.place());
        var counter = loop.element().text();
        var inner =
            expressions.with(expressions.bindings().with(counter, member), List.of(counter));
        out.addAll(new CodeSubstitution(inner).statements(loop.body().statements()));
      }
    } catch (IndexError error) {
      expressions.reports().error(error);
    }
  }

  /** The first {@code break} or {@code continue} of the loop that has this body. */
  private static Optional<Statement> leaves(Block body) {
    for (var statement : body.statements()) {
      switch (statement) {
        case Statement.Break _, Statement.Continue _ -> {
          return Optional.of(statement);
        }
        case Statement.If choice -> {
          for (var branch : choice.branches()) {
            var found = leaves(branch.body());
            if (found.isPresent()) {
              return found;
            }
          }
          var found = choice.otherwise().flatMap(otherwise -> leaves(otherwise.body()));
          if (found.isPresent()) {
            return found;
          }
        }
        case Statement.Assignment _,
            Statement.Evaluation _,
            Statement.ForRange _,
            Statement.ForEach _,
            Statement.While _,
            Statement.Return _ -> {}
      }
    }
    return Optional.empty();
  }
}
