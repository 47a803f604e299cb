package dev.costate.verification.robustness;

import java.util.Arrays;
import java.util.List;

/**
 * What a random economy is like: one band of each kind. The seeds go through all combinations.
 *
 * @param size how many goods
 * @param idle how many of the firms are surely or probably idle
 * @param start how far the search begins from the solution
 */
record Recipe(Elasticities elasticities, Size size, Idle idle, Start start) {
  static Recipe of(long seed) {
    long rest = seed;
    var elasticities = band(Elasticities.values(), rest);
    rest /= Elasticities.values().length;
    var size = band(Size.values(), rest);
    rest /= Size.values().length;
    var idle = band(Idle.values(), rest);
    rest /= Idle.values().length;
    return new Recipe(elasticities, size, idle, band(Start.values(), rest));
  }

  private static <T> T band(T[] bands, long number) {
    return bands[(int) Math.floorMod(number, (long) bands.length)];
  }

  /** Bands of the elasticity of every nest. */
  enum Elasticities {
    FIXED("0 (fixed proportions)", 0, 0),
    LOW("0 to 0.5", 0.05, 0.5),
    BELOW_ONE("0.5 to 1", 0.5, 1),
    ONE("1 (Cobb-Douglas)", 1, 1),
    ABOVE_ONE("1 to 3", 1, 3),
    HIGH("3 to 10", 3, 10),
    MIXED("all from 0 to 10", 0, 10);

    private final String text;
    private final double least;
    private final double most;

    Elasticities(String text, double least, double most) {
      this.text = text;
      this.least = least;
      this.most = most;
    }

    @Override
    public String toString() {
      return text;
    }

    private static final List<Elasticities> UNMIXED =
        Arrays.stream(values()).filter(band -> band != MIXED).toList();

    /** An elasticity of the band; fixed proportions and 1 are frequent where all are mixed. */
    double draw(Draws draws) {
      if (this != MIXED) {
        return draws.within(least, most);
      }
      return draws.one(UNMIXED).draw(draws);
    }
  }

  /** Bands of the number of goods. */
  enum Size {
    TINY(5, 10),
    SMALL(11, 25),
    MEDIUM(26, 50),
    LARGE(51, 100),
    LARGEST(101, 200);

    private final int least;
    private final int most;

    Size(int least, int most) {
      this.least = least;
      this.most = most;
    }

    @Override
    public String toString() {
      return "%d to %d".formatted(least, most);
    }

    int draw(Draws draws) {
      return least + draws.below(most - least + 1);
    }
  }

  /** Bands of the share of firms that compete with the first maker of a good. */
  enum Idle {
    NONE("none", 0, 0),
    FEW("up to a quarter", 0.02, 0.25),
    HALF("a quarter to a half", 0.25, 0.5),
    MOST("a half to three quarters", 0.5, 0.75);

    private final String text;
    private final double least;
    private final double most;

    Idle(String text, double least, double most) {
      this.text = text;
      this.least = least;
      this.most = most;
    }

    @Override
    public String toString() {
      return text;
    }

    /** How many firms besides so many. */
    int besides(int firms, Draws draws) {
      double share = draws.within(least, most);
      return (int) Math.round(firms * share / (1 - share));
    }
  }

  /**
   * Where searches begin.
   *
   * @see RandomEconomy
   */
  enum Start {
    USUAL("usual", false, false),
    UNITS("usual; units over six orders", true, false),
    STATED("random over six orders", false, true),
    BOTH("random over six orders; units over six orders", true, true);

    private final String text;
    private final boolean units;
    private final boolean stated;

    Start(String text, boolean units, boolean stated) {
      this.text = text;
      this.units = units;
      this.stated = stated;
    }

    @Override
    public String toString() {
      return text;
    }

    /** Whether goods are counted in units from a thousandth to a thousand. */
    boolean inUnits() {
      return units;
    }

    /** Whether the file says where to begin: anywhere over six orders of magnitude. */
    boolean isStated() {
      return stated;
    }
  }
}
