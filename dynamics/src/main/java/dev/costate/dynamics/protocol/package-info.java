/**
 * Who says what to whom: agents as pure functions from a state and an inbox to a state and an
 * outbox, and holdings in integer units.
 *
 * <p>A {@link dev.costate.dynamics.protocol.Trader} (a firm or a consumer) knows the last price it
 * was told of each of its own goods, its stocks, and the income that others announced to it; a
 * {@link dev.costate.dynamics.protocol.Market} knows its price, its stock and the last order of
 * each trader. What they plan and how prices move is handed to them as functions ({@link
 * dev.costate.dynamics.protocol.Conduct}, {@link dev.costate.dynamics.protocol.Pricing}). Transfers
 * are totals so far, of which the receiver accepts what it has not accepted yet, so that messages
 * may be lost, late or doubled and no unit is (a grow-only counter; Shapiro, Preguica, Baquero and
 * Zawirski 2011). Nothing here knows a scheduler, a clock, random numbers or a network. Start
 * reading at {@link dev.costate.dynamics.protocol.Message}.
 */
@NullMarked
package dev.costate.dynamics.protocol;

import org.jspecify.annotations.NullMarked;
