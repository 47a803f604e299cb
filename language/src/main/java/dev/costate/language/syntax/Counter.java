package dev.costate.language.syntax;

import dev.costate.language.Place;

/** {@code h in hour}, {@code h in 1..23}: a name that stands for each member in turn. */
public record Counter(Name name, Members members, Place place) {}
