package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;
import java.util.Optional;

/** A statement as written. The place of a compound statement is its head line. */
public sealed interface Statement {
  Place place();

  Trivia trivia();

  /**
   * {@code a = e}, {@code a += e}, {@code a, b = b, a}, {@code p, q = g(x)}: as many values as
   * targets, or one call.
   */
  record Assignment(
      List<Target> targets,
      AssignmentOperator operator,
      List<Expression> values,
      Trivia trivia,
      Place place)
      implements Statement {
    public Assignment {
      targets = List.copyOf(targets);
      values = List.copyOf(values);
    }
  }

  /** A call that stands alone: {@code push(v, x)}, {@code pop(v)}. */
  record Evaluation(Expression expression, Trivia trivia, Place place) implements Statement {}

  /** {@code if}, any number of {@code elif}, and {@code else} if {@code otherwise} is present. */
  record If(List<Branch> branches, Optional<Otherwise> otherwise, Place place)
      implements Statement {
    public If {
      branches = List.copyOf(branches);
    }

    /** The comments of the first branch's line. */
    @Override
    public Trivia trivia() {
      return branches.getFirst().trivia();
    }
  }

  /** One {@code if} or {@code elif} line and its block. */
  record Branch(Expression condition, Block body, Trivia trivia, Place place) {}

  /** The {@code else} line and its block. */
  record Otherwise(Block body, Trivia trivia, Place place) {}

  /** {@code for i in from..to step s checkpointed(k):}. */
  record ForRange(
      Name counter,
      Expression from,
      Expression to,
      Optional<Expression> step,
      Optional<Expression> checkpointed,
      Block body,
      Trivia trivia,
      Place place)
      implements Statement {}

  /** {@code for x in v:}. */
  record ForEach(Name element, Expression array, Block body, Trivia trivia, Place place)
      implements Statement {}

  record While(Expression condition, Block body, Trivia trivia, Place place) implements Statement {}

  record Break(Trivia trivia, Place place) implements Statement {}

  record Continue(Trivia trivia, Place place) implements Statement {}

  record Return(List<Expression> values, Trivia trivia, Place place) implements Statement {
    public Return {
      values = List.copyOf(values);
    }
  }
}
