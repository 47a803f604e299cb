package dev.costate.language.syntax;

import dev.costate.language.Place;

/** A quoted text without its quotes; its place includes them. */
public record Quoted(String text, Place place) {}
