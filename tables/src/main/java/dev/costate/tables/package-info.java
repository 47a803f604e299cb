/**
 * Tables in files beside a market.
 *
 * <p>{@link dev.costate.tables.CsvTables} reads comma-separated values (RFC 4180) with a line of
 * column names, in UTF-8; where that line has no comma, semicolons or tabs separate. What the
 * columns mean is the business of {@link dev.costate.economy.index.Expansion}, which asks for the
 * place of a cell only when something is wrong with it.
 */
@NullMarked
package dev.costate.tables;

import org.jspecify.annotations.NullMarked;
