package dev.costate.program.lower;

import dev.costate.language.Place;

/** How to report an output that a function returns without having assigned it on every path. */
public record Unassigned(Place place, String message, String hint) {}
