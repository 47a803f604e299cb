package dev.costate.equilibrium.equation;

import dev.costate.economy.Firm;
import dev.costate.equilibrium.technology.Technology;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a firm stands in the equations.
 *
 * @param inputs the gates through which it buys, one for each input
 * @param bought the place of each quantity it buys
 * @param profit the place of what its owners get
 * @param activities its activities, if it is made of ready technologies
 * @param code its plan, if it is code
 */
@SuppressWarnings("ArrayRecordComponent")
public record FirmPlaces(
    Firm firm,
    List<Gate> inputs,
    List<Gate> outputs,
    int[] bought,
    int[] made,
    int profit,
    List<ActivityPlaces> activities,
    Optional<Technology> technology,
    Optional<FirmCode> code) {
  /**
   * Where an activity stands.
   *
   * @param variable the index of its level among the variables
   * @param level the place of its level
   * @param cost the place of what one unit costs
   * @param revenue the place of what one unit fetches
   * @param makes the place of how much of each output one unit makes
   * @param inputs the inputs that it uses, by position
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record ActivityPlaces(
      int variable, int level, int cost, int revenue, int[] makes, Set<Integer> inputs) {}
}
