package dev.costate.differentiation.jacobian;

import java.util.HashSet;
import java.util.SortedSet;

/**
 * Columns of a banded matrix that share no row, so that one sweep gives all of them (Curtis, Powell
 * and Reid, On the estimation of sparse Jacobian matrices, 1974; as a distance-2 colouring:
 * Gebremedhin, Manne and Pothen, What color is your Jacobian?, SIAM Review 47, 2005, section 4).
 */
final class Colouring {
  private Colouring() {}

  /**
   * The least m for which columns k, k + m, k + 2m … share no row, whatever the size of the matrix:
   * two of them would share one if two offsets differed by a multiple of m. At least as many as
   * there are offsets, since so many columns meet in one row.
   *
   * @param offsets column minus row of all elements that are not known to be 0; at least one
   */
  static int period(SortedSet<Integer> offsets) {
    int period = offsets.size();
    while (!isFree(offsets, period)) {
      period++;
    }
    return period;
  }

  private static boolean isFree(SortedSet<Integer> offsets, int period) {
    var taken = new HashSet<Integer>();
    return offsets.stream().allMatch(offset -> taken.add(Math.floorMod(offset, period)));
  }
}
