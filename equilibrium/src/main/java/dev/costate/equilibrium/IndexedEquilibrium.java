package dev.costate.equilibrium;

/**
 * An equilibrium and its index: the sign of the determinant of the reduced Jacobian of minus excess
 * demand (Dierker 1972, Kehoe 1980). The indices of all equilibria of a regular closed economy sum
 * to 1.
 *
 * @param index 1 or -1; 0 if the equilibrium is not regular, so that others may lie next to it
 */
public record IndexedEquilibrium(Equilibrium equilibrium, int index) {}
