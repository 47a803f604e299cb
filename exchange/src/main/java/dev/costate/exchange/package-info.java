/**
 * A market some of whose firms are outside and keep their technology to themselves.
 *
 * <p>An {@link dev.costate.exchange.OpenMarket} has places for firms from outside. The {@link
 * dev.costate.exchange.Exchange} runs the markets, the consumers and the firms that are inside; a
 * {@link dev.costate.exchange.Desk} is a firm outside, which alone knows its code. They tell each
 * other what the agents of a simulation tell each other ({@code dev.costate.dynamics.protocol}): a
 * firm is {@link dev.costate.exchange.Told} the prices of its own goods, and its {@link
 * dev.costate.exchange.Answer} says what it would buy and sell at them. With nothing lost and
 * nobody late, a round of the exchange is a round of the simulation, bit for bit.
 *
 * <p>Everything here is a pure function of states and events: time, randomness, network and disk
 * belong to whoever calls. What arrives from outside passes the {@link dev.costate.exchange.Edge}
 * first: an answer that is late, repeated, forged, malformed or beyond what is asked is refused as
 * a whole, counted, and changes nothing.
 *
 * <p>Start reading at {@link dev.costate.exchange.Exchange}.
 */
@NullMarked
package dev.costate.exchange;

import org.jspecify.annotations.NullMarked;
