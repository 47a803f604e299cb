/**
 * JSON output: every number in the shortest form that reads back as the same, or as text if JSON
 * has none for it.
 */
@NullMarked
package dev.costate.cli.json;

import org.jspecify.annotations.NullMarked;
