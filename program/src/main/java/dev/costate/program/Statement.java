package dev.costate.program;

import java.util.List;
import java.util.OptionalInt;

/**
 * One step. Assigning an array copies its value (a run time may avoid the copy where nobody can see
 * the difference).
 */
public sealed interface Statement {
  Origin origin();

  /**
   * {@code a = e} and {@code v[i] = e}: the indices are evaluated before the value. {@code a += e}
   * is {@code a = a + e}.
   */
  record Assign(Target target, Expression value, Origin origin) implements Statement {}

  /**
   * {@code a, b = b, a}: all values (and target indices) are evaluated before anything is written.
   * At least two.
   */
  record AssignMany(List<Target> targets, List<Expression> values, Origin origin)
      implements Statement {
    public AssignMany {
      targets = List.copyOf(targets);
      values = List.copyOf(values);
    }
  }

  /** {@code p, q = g(x)}: a call of a function with as many results as targets, at least two. */
  record CallMany(List<Target> targets, String function, List<Expression> arguments, Origin origin)
      implements Statement {
    public CallMany {
      targets = List.copyOf(targets);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * {@code p, q = gradient(f, x, v)} with several results; replaced by the differentiation module
   * before a program runs.
   */
  record GradientMany(
      List<Target> targets, String function, List<Expression> arguments, Origin origin)
      implements Statement {
    public GradientMany {
      targets = List.copyOf(targets);
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code push(v, e)}. */
  record Push(Variable array, Expression value, Origin origin) implements Statement {}

  /** {@code x = pop(v)}: an error when v is empty. */
  record Pop(Target target, Variable array, Origin origin) implements Statement {}

  record If(Expression condition, Block then, Block otherwise, Origin origin)
      implements Statement {}

  /**
   * {@code for i in from..to step s}: bounds and step are evaluated once and must be whole; the
   * counter cannot be assigned and is not readable after the loop. A step of 0 is an error.
   *
   * @param checkpoints the number of checkpoints that {@code checkpointed(k)} grants the derivative
   */
  record For(
      Variable counter,
      Expression from,
      Expression to,
      Expression step,
      OptionalInt checkpoints,
      Block body,
      Origin origin)
      implements Statement {}

  /** {@code for x in v}: over the elements of the vector as it was when the loop began. */
  record ForEach(Variable element, Expression array, Block body, Origin origin)
      implements Statement {}

  record While(Expression condition, Block body, Origin origin) implements Statement {}

  record Break(Origin origin) implements Statement {}

  record Continue(Origin origin) implements Statement {}

  /** As many values as the function has results. */
  record Return(List<Expression> values, Origin origin) implements Statement {
    public Return {
      values = List.copyOf(values);
    }
  }
}
