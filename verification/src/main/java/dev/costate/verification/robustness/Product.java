package dev.costate.verification.robustness;

/**
 * One of the goods that a firm makes.
 *
 * @param perUnit units of the good in a unit of activity, at the benchmark
 * @param price at the benchmark
 */
record Product(String good, double perUnit, double price) {}
