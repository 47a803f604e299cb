/** Charts of results, drawn by XChart. */
@NullMarked
package dev.costate.cli.chart;

import org.jspecify.annotations.NullMarked;
