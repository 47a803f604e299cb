/**
 * Code as formulas: expressions of the intermediate form as text, and what the derivatives of a
 * firm's outputs are.
 *
 * <p>Start reading at {@link dev.costate.cli.formula.FirmFormulas}.
 */
@NullMarked
package dev.costate.cli.formula;

import org.jspecify.annotations.NullMarked;
