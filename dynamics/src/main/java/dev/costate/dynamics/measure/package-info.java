/**
 * What an onlooker who sees all states computes from them; nothing flows back to the agents. Start
 * reading at {@link dev.costate.dynamics.measure.Reading}.
 */
@NullMarked
package dev.costate.dynamics.measure;

import org.jspecify.annotations.NullMarked;
