/**
 * What an agent wants at given prices.
 *
 * <p>A firm of decreasing returns answers with its most profitable plan: its first-order conditions
 * at given prices, solved with generated derivatives from its last plan. A firm of constant returns
 * has a level for each of its activities, takes inputs at least cost (Shephard's lemma) and moves
 * the level with its margin. A consumer spends its income at best. Start reading at {@link
 * dev.costate.dynamics.response.Conducts}.
 */
@NullMarked
package dev.costate.dynamics.response;

import org.jspecify.annotations.NullMarked;
