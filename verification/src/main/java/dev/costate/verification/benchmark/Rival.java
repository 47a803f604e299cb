package dev.costate.verification.benchmark;

/** A gradient that was not generated, at the point of a workload. */
@FunctionalInterface
interface Rival {
  /** The partial of each differentiated parameter: a number alone, a matrix row by row. */
  double[][] gradient();
}
