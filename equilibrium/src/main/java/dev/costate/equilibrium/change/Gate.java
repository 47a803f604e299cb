package dev.costate.equilibrium.change;

/**
 * What an agent pays or keeps of a market price: factor * price + amount, and of that what counts
 * in its plans: the whole over 1 + markup.
 *
 * @param amount in the unit of account per unit
 */
record Gate(double factor, double amount, double markup) {
  /** A gate without wedges. */
  static final Gate OPEN = new Gate(1, 0, 0);

  /** What is paid or kept. */
  double net(double price) {
    return factor * price + amount;
  }

  /** What counts in plans. */
  double counted(double price) {
    return net(price) / (1 + markup);
  }
}
