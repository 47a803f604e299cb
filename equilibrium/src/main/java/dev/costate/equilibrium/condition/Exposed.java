package dev.costate.equilibrium.condition;

import dev.costate.program.Program;
import java.util.List;

/**
 * A firm's code with its kinks taken out: a function F(x, m) of its inputs and of the level of each
 * kink, smooth across them.
 *
 * @param program holds the functions
 * @param function F; its results are those of the firm's function with the slacks of the kinks
 *     between the outputs and the capacities: outputs, then for each kink and argument the slack
 *     (argument - m for a least, m - argument for a greatest), then both sides of each capacity
 * @param levels a function of x that returns the level of each kink; absent kinks, it does not
 *     exist
 * @param kinks in order of evaluation: the arguments of one depend on x and on earlier levels
 */
public record Exposed(Program program, String function, String levels, List<Kink> kinks) {
  public Exposed {
    kinks = List.copyOf(kinks);
  }

  int slacks() {
    return kinks.stream().mapToInt(Kink::arguments).sum();
  }
}
