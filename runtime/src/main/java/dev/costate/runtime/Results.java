package dev.costate.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Where a function with several results leaves them: result i, if it is a number, in {@code numbers[i]}, a truth as 1 or 0 there,
 * an array in {@code arrays[i]}. The caller takes them out before anything else runs, so that one object serves all calls.
 */
public final class Results {
  public final double[] numbers;
  public final @Nullable Object[] arrays;

  public Results(int size) {
    numbers = new double[size];
    arrays = new Object[size];
  }
}
