/**
 * Robustness, counted: closed economies made from seeds, each of which has an equilibrium, solved
 * and then checked by formulas of a textbook that share nothing with the solver. Run by {@code
 * bin/count-robustness}, which writes {@code docs/robustness.md}.
 *
 * <p>Start reading at {@link dev.costate.verification.robustness.RandomEconomy}, which says why
 * there is an equilibrium, then {@link dev.costate.verification.robustness.TextbookCheck}.
 */
@NullMarked
package dev.costate.verification.robustness;

import org.jspecify.annotations.NullMarked;
