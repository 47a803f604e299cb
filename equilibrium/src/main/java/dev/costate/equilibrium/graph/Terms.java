package dev.costate.equilibrium.graph;

import java.util.Arrays;

/** The terms of a sum: places of a graph with coefficients. */
public final class Terms {
  private int[] places = new int[4];
  private double[] coefficients = new double[4];
  private int size;

  /** Adds a term; a coefficient of 0 adds nothing. */
  public Terms add(double coefficient, int place) {
    if (coefficient == 0) {
      return this;
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      coefficients = Arrays.copyOf(coefficients, 2 * size);
    }
    places[size] = place;
    coefficients[size++] = coefficient;
    return this;
  }

  public Terms plus(int place) {
    return add(1, place);
  }

  public Terms minus(int place) {
    return add(-1, place);
  }

  public int size() {
    return size;
  }

  public int place(int k) {
    return places[k];
  }

  public double coefficient(int k) {
    return coefficients[k];
  }

  int[] places() {
    return Arrays.copyOf(places, size);
  }

  double[] coefficients() {
    return Arrays.copyOf(coefficients, size);
  }
}
