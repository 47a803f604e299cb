/**
 * Checkpoints of a run as files: one line of JSON that says what it is and what it is of, then
 * everything, then a line with the checksum of all before it (SHA-256). Records are written by the
 * names of their components, doubles in the shortest form that reads back as the same bits. Start
 * reading at {@link dev.costate.cli.checkpoint.CheckpointFile}.
 */
@NullMarked
package dev.costate.cli.checkpoint;

import org.jspecify.annotations.NullMarked;
