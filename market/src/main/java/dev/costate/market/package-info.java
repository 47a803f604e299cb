/**
 * The door for Java programs. A market is {@linkplain dev.costate.market.EconomyBuilder built}, or
 * {@linkplain dev.costate.market.Market#read read} from a file; it is solved, asked by name, and
 * solved again with other numbers, starting from the last equilibrium:
 *
 * {@snippet :
 * var model = new EconomyBuilder();
 * model.good("natgas").supply(4);
 * model.good("tupperware").price(1);
 * model.firm("A").makes("ethylene").from("natgas").code("ethylene = natgas^(1/2)");
 * model.firm("B").makes("polyethylene").from("ethylene").code("polyethylene = 1 - 1/(ethylene + 1)");
 * model.firm("C").makes("tupperware").from("polyethylene").code("tupperware = ln(polyethylene)");
 * Market market = model.market();
 * Equilibrium now = market.solve();
 * Equilibrium less = market.with("natgas.supply", 3).solveFrom(now);
 * double dearer = less.price("natgas") / now.price("natgas");
 * }
 *
 * <p>A builder composes the same text that a {@code .market} file has, and a market is read from it
 * in the same way; so everything that the language says can be said, and every check and message is
 * the same, with the builder's element as the place. Code and rates are texts of the language.
 * Start reading at {@link dev.costate.market.Market}.
 */
@NullMarked
package dev.costate.market;

import org.jspecify.annotations.NullMarked;
