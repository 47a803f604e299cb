/**
 * Who steps when, and which messages arrive.
 *
 * <p>A {@link dev.costate.dynamics.schedule.World} is the states of all agents and the messages
 * under way: all there is to know, so that it is also the checkpoint from which a run resumes bit
 * for bit. Delays, losses, duplicates and the order of steps come from the seed and the number of
 * the round alone, so that a run is the same for any number of {@link
 * dev.costate.dynamics.schedule.Workers}. {@link dev.costate.dynamics.schedule.Audit} adds up all
 * holdings after every round. Start reading at {@link dev.costate.dynamics.schedule.Rounds}.
 */
@NullMarked
package dev.costate.dynamics.schedule;

import org.jspecify.annotations.NullMarked;
