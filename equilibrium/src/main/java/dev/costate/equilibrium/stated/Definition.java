package dev.costate.equilibrium.stated;

import dev.costate.program.Expression;

/** A name for an expression that conditions read. */
public record Definition(Symbol symbol, Expression value) {}
