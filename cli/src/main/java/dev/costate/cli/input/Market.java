package dev.costate.cli.input;

import dev.costate.economy.Economy;
import dev.costate.language.syntax.MarketFile;

/** A file without errors: its declarations, those of sets written out, and what they describe. */
public record Market(MarketFile file, Economy economy) {}
