/**
 * Where code takes another branch.
 *
 * <p>Code that compares numbers is smooth only within regions of its arguments in which every
 * comparison comes out the same; between two of them it may jump, and a region may be so narrow
 * that no search by steps would meet it. A region ends where what is compared is equal, so a line
 * through the arguments is divided into regions by bisection (where a comparison changes between
 * two points) and by looking for where a difference is smallest (where it changes and changes
 * back). Nothing here knows prices or derivatives. Start reading at {@link
 * dev.costate.equilibrium.region.Regions}.
 */
@NullMarked
package dev.costate.equilibrium.region;

import org.jspecify.annotations.NullMarked;
