package dev.costate.cli.input;

import dev.costate.economy.Economy;
import dev.costate.language.syntax.MarketFile;

/** A file without errors: as written, and what it describes. */
public record Market(MarketFile file, Economy economy) {}
