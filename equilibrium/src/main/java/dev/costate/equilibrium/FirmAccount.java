package dev.costate.equilibrium;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A firm at an equilibrium.
 *
 * @param inputs by good
 * @param outputs by good; a negative quantity is bought
 * @param profit in the unit of account
 * @param margin revenue over cost - 1: of its plan if it runs, of the best plan that was found if
 *     it is shut
 * @param choices what it chose besides its inputs, by name; also what its code splits a level into
 * @param rents of capacities, in the unit of account per unit of capacity
 * @param marginals what each input is worth to it; empty if its code has no derivative at its plan
 * @param kinks its kinks as internal goods
 */
public record FirmAccount(
    Map<String, Double> inputs,
    Map<String, Double> outputs,
    double profit,
    double margin,
    Activity activity,
    Map<String, Double> choices,
    Map<String, Double> rents,
    List<InputMarginal> marginals,
    List<KinkAccount> kinks) {
  /** Whether a firm does anything. */
  public enum Activity {
    RUNNING("running"),
    SHUT("shut");

    private final String word;

    Activity(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  public FirmAccount {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    rents = Collections.unmodifiableMap(new LinkedHashMap<>(rents));
    marginals = List.copyOf(marginals);
    kinks = List.copyOf(kinks);
  }

  /**
   * What it makes of a good, in the good's unit; negative if it buys some of what it usually makes.
   *
   * @throws IllegalArgumentException if the good is none of its outputs
   */
  public double makes(String good) {
    return ByName.get(outputs, "output", good);
  }

  /**
   * What it uses of a good, in the good's unit.
   *
   * @throws IllegalArgumentException if the good is none of its inputs
   */
  public double uses(String good) {
    return ByName.get(inputs, "input", good);
  }

  /**
   * The rent of a capacity by its name ({@code A.capacity}), in the unit of account per unit.
   *
   * @throws IllegalArgumentException if it has no such capacity
   */
  public double rent(String capacity) {
    return ByName.get(rents, "capacity", capacity);
  }

  /** Whether it makes or uses anything. */
  public boolean isRunning() {
    return activity == Activity.RUNNING;
  }

  /**
   * The first-order condition of one input: price = sum of the terms - sum of the rents + slack,
   * with slack &gt;= 0 and slack * quantity = 0.
   *
   * @param good the input
   * @param price what the firm pays for one unit
   * @param quantity what it buys
   * @param terms what one more unit earns, output by output
   * @param rents what one more unit takes of capacities, capacity by capacity
   * @param slack how much dearer the input is than it is worth here
   */
  public record InputMarginal(
      String good,
      double price,
      double quantity,
      List<Term> terms,
      List<Term> rents,
      double slack) {
    public InputMarginal {
      terms = List.copyOf(terms);
      rents = List.copyOf(rents);
    }

    /** What one more unit is worth: terms - rents. */
    public double worth() {
      return terms.stream().mapToDouble(Term::value).sum()
          - rents.stream().mapToDouble(Term::value).sum();
    }
  }

  /**
   * One product of a price and a derivative.
   *
   * @param name the output or the capacity
   * @param price of the output, or the rent of the capacity
   * @param derivative of the output, or of what is used of the capacity less its limit, with
   *     respect to the input
   */
  public record Term(String name, double price, double derivative) {
    public double value() {
      return price == 0 ? 0 : price * derivative;
    }
  }

  /**
   * A {@code min} or {@code max} as an internal good.
   *
   * @param text as written
   * @param level its value
   * @param price its internal price: the adjoint of that line
   * @param multipliers how much of that price each argument gets; more than one is positive only at
   *     the kink
   */
  public record KinkAccount(String text, double level, double price, List<Double> multipliers) {
    public KinkAccount {
      multipliers = List.copyOf(multipliers);
    }
  }
}
