package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.Optional;

/** {@code 0..1}; open where a bound is absent: {@code 0..}. */
public record Bounds(Optional<Expression> from, Optional<Expression> to, Place place) {}
