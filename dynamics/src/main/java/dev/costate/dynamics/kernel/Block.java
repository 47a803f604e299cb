package dev.costate.dynamics.kernel;

import dev.costate.dynamics.law.Rule;
import dev.costate.dynamics.law.Rule.Signal;
import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.equilibrium.graph.PriceIndex;
import java.util.List;

/**
 * Firms of one technology that are told prices at the same moment, each with one product and with a
 * level that moves with its margin. A round of all is one loop over arrays.
 *
 * <p>Arrays by firm and input hold the inputs of the first firm, then those of the second, and so
 * on.
 */
public final class Block {
  private final Kernel kernel;
  private final Rule rule;
  private final int[] inputs;
  private final int[] products;
  private final double[] makesOfUnit;
  private final double[] levels;
  private final double[] memory;
  private final double[] uses;
  private final double[] makes;
  private final int parts;
  private final int width;

  /**
   * A firm.
   *
   * @param index of what a unit of its activity takes
   * @param inputs which good each part is, by its number in the market
   * @param product which good it makes
   * @param makes how much of it a unit of activity makes
   * @param level of activity at first
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Member(PriceIndex index, int[] inputs, int product, double makes, double level) {}

  private Block(List<Member> members, Rule rule) {
    this.rule = rule;
    int firms = members.size();
    kernel = Kernel.of(members.stream().map(Member::index).toList());
    parts = kernel.parts();
    inputs = new int[firms * parts];
    products = members.stream().mapToInt(Member::product).toArray();
    makesOfUnit = members.stream().mapToDouble(Member::makes).toArray();
    levels = members.stream().mapToDouble(Member::level).toArray();
    var first = rule.start();
    width = first.length;
    memory = new double[firms * width];
    for (int f = 0; f < firms; f++) {
      System.arraycopy(members.get(f).inputs(), 0, inputs, f * parts, parts);
      System.arraycopy(first, 0, memory, f * width, width);
    }
    uses = new double[inputs.length];
    makes = new double[firms];
  }

  /**
   * @param rule by which levels move, by their margin alone
   * @throws IllegalArgumentException if there are no firms, or they have other elasticities or
   *     numbers of inputs
   */
  public static Block of(List<Member> members, Rule rule) {
    return new Block(members, rule);
  }

  public int firms() {
    return products.length;
  }

  /**
   * All firms plan at prices, and move their levels by their margins.
   *
   * @param prices by good
   * @return how many firms have a unit cost at these prices; the others keep their level and plan
   *     nothing
   */
  public int round(double[] prices) {
    var told = new double[parts];
    var unit = new double[parts + 1];
    var ofRule = new double[width];
    int planned = 0;
    for (int f = 0; f < products.length; f++) {
      planned += plan(f, prices, told, unit, ofRule);
    }
    return planned;
  }

  private int plan(int f, double[] prices, double[] told, double[] unit, double[] ofRule) {
    int at = f * parts;
    for (int i = 0; i < parts; i++) {
      told[i] = prices[inputs[at + i]];
    }
    if (!kernel.unit(f, told, unit)) {
      for (int i = 0; i < parts; i++) {
        uses[at + i] = 0;
      }
      makes[f] = 0;
      return 0;
    }
    double level = levels[f];
    // So few numbers are copied faster by a loop.
    int kept = f * width;
    for (int m = 0; m < width; m++) {
      ofRule[m] = memory[kept + m];
    }
    double revenue = makesOfUnit[f] * prices[products[f]];
    var moved = rule.next(level, Signal.of(revenue, unit[0]), ofRule, Broadcast.NONE);
    double next = moved.value();
    var remembered = moved.memory();
    for (int m = 0; m < width; m++) {
      memory[kept + m] = remembered[m];
    }
    levels[f] = next;
    double announced = moved.announced();
    for (int i = 0; i < parts; i++) {
      uses[at + i] = announced * unit[i + 1];
    }
    makes[f] = announced * makesOfUnit[f];
    return 1;
  }

  public double level(int firm) {
    return levels[firm];
  }

  /** What a firm planned to use in the last round of the good that is such a part of its unit. */
  public double uses(int firm, int part) {
    return uses[firm * parts + part];
  }

  /** What a firm planned to make in the last round. */
  public double makes(int firm) {
    return makes[firm];
  }
}
