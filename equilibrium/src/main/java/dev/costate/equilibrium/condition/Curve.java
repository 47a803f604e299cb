package dev.costate.equilibrium.condition;

import dev.costate.differentiation.Differentiator;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.emit.Compiler;
import java.util.Arrays;

/**
 * A supply or demand curve, compiled with its derivative.
 *
 * <p>Where the code gives less than nothing it means nothing: the quantity is held at 0 there by
 * leaving the curve out (see {@link MarketProblem#withoutCurves}).
 */
public final class Curve {
  private final String function;
  private final int good;
  private final int sign;
  private final int[] goods;
  private final NumericFunction quantity;
  private final NumericFunction gradient;
  private final double[] arguments;
  private final double[] seeded;
  private final double[] partials;
  private final double[] result = new double[1];

  private Curve(int good, int sign, int[] goods, Program program, String function) {
    this.function = function;
    this.good = good;
    this.sign = sign;
    this.goods = goods;
    var names = program.function(function).parameters().stream().map(Variable::name).toList();
    var pullback = Differentiator.pullback(Slice.of(program, function), function, names);
    var compiled = Compiler.compile(pullback.program());
    quantity = NumericFunction.of(compiled.kernel(function));
    gradient = NumericFunction.of(compiled.kernel(pullback.function()));
    arguments = new double[goods.length];
    seeded = new double[goods.length + 1];
    partials = new double[goods.length];
  }

  /**
   * @param sign 1 for supply, -1 for demand
   * @param goods whose prices the function takes: the good's own, then others
   */
  static Curve of(int good, int sign, int[] goods, Program program, String function) {
    return new Curve(good, sign, goods, program, function);
  }

  /** The name of its function. */
  public String function() {
    return function;
  }

  public int good() {
    return good;
  }

  public int sign() {
    return sign;
  }

  public int[] goods() {
    return goods;
  }

  /** Whether it depends on its own price only. */
  public boolean isOwn() {
    return goods.length == 1;
  }

  /** The quantity at prices of all goods; NaN outside the domain. */
  public double quantity(double[] prices) {
    for (int k = 0; k < goods.length; k++) {
      arguments[k] = prices[goods[k]];
    }
    return quantity.evaluate(arguments, result) ? result[0] : Double.NaN;
  }

  /** The quantity at a price of its own good alone; NaN outside the domain. */
  public double quantityAt(double price) {
    Arrays.fill(arguments, price);
    return quantity.evaluate(arguments, result) ? result[0] : Double.NaN;
  }

  /**
   * The sum of the magnitudes of price times partial, in quantity; 0 where there are no partials.
   */
  double steepness(double[] prices) {
    if (!gradient(prices, partials)) {
      return 0;
    }
    double sum = 0;
    for (int k = 0; k < goods.length; k++) {
      sum += Math.abs(prices[goods[k]] * partials[k]);
    }
    return sum;
  }

  /** The partials with respect to the prices of {@link #goods}; false where there are none. */
  boolean gradient(double[] prices, double[] into) {
    for (int k = 0; k < goods.length; k++) {
      seeded[k] = prices[goods[k]];
    }
    seeded[goods.length] = 1;
    return gradient.evaluate(seeded, into);
  }
}
