package dev.costate.cli.input;

import dev.costate.economy.Economy;
import dev.costate.language.syntax.MarketFile;
import dev.costate.market.read.Reading;

/**
 * A file without errors.
 *
 * @param reading the file as it is written
 * @param file its declarations, those of sets written out
 * @param economy what they describe
 */
public record Market(Reading reading, MarketFile file, Economy economy) {}
