package dev.costate.dynamics.law;

import dev.costate.dynamics.law.Rule.Signal;
import java.util.function.DoubleFunction;

/**
 * A step that a number finds from what it is coupled to (Pock and Chambolle 2011, with exponent 0).
 * With a weight w of prices over quantities, a price moves by w / n for a unit of excess demand at
 * which n trade, a level by 1 / (w s) for a unit of margin, where s adds up the squares of what one
 * unit of it uses and makes, times the number of levels of its firm. With such steps the coupling
 * of all levels and prices has a norm of at most 1, whatever the technologies are, and nobody needs
 * to know it. A level whose own margin falls, as that of an input of decreasing returns does, moves
 * by 1 / (w s + b), where b is by how much.
 *
 * @param part steps are this part of it
 * @param least where levels of idle firms and prices of goods without use rest, as there may be no
 *     answer to a price of 0 and no derivative of code at 0
 */
record CoupledStep(Side side, double part, double least) {
  /** What moves. */
  enum Side {
    LEVEL,
    PRICE
  }

  private double step(Signal signal, double weight) {
    return switch (side) {
      case PRICE -> part * weight / Math.max(1, signal.reach());
      case LEVEL -> part / (weight * signal.reach() + signal.bend());
    };
  }

  double within(double number, Signal signal) {
    return Math.min(signal.most(), Math.max(least, number));
  }

  /** Where a step leads. */
  double there(double value, Signal signal, double weight) {
    return within(value + step(signal, weight) * signal.excess(), signal);
  }

  /** Where a proximal step leads: to the value from which it comes, by the signal there. */
  double there(double value, DoubleFunction<Signal> signals, double weight) {
    var signal = signals.apply(value);
    double step = step(signal, weight);
    double all = value + step * signal.excess();
    double low = Math.max(least, Math.min(value, all));
    double high = Math.max(value, all);
    while (true) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        return middle;
      }
      if (value + step * signals.apply(middle).excess() > middle) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }
}
