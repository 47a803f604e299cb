package dev.costate.economy.index;

import dev.costate.language.Place;

/** How much may be written out, so that a slip of the pen does not fill the memory. */
final class Budget {
  /** The most declarations, and the most members of a set. */
  static final int MAX_INSTANCES = 1_000_000;

  /** The most items of all lists and sums together. */
  static final int MAX_ITEMS = 2_000_000;

  private int instances;
  private int items;

  /** Counts declarations. */
  void instances(long more, Place place) {
    if (instances + more > MAX_INSTANCES) {
      throw new IndexError(
          place,
          "with these %,d, the market has more than %,d declarations"
              .formatted(more, MAX_INSTANCES),
          "a smaller set does, or fewer indices");
    }
    instances += (int) more;
  }

  /** Counts an item of a list. */
  void item(Place place) {
    items++;
    if (items > MAX_ITEMS) {
      throw new IndexError(
          place,
          "here the lists of the market have more than %,d items".formatted(MAX_ITEMS),
          "a smaller set does, or a condition: for i in product if share[i] > 0");
    }
  }
}
