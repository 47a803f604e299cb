package dev.costate.equilibrium.stated;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.program.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of a market, in the order in which they are solved.
 *
 * @param definitions names that the conditions read, each written in those before it and in
 *     variables; what code computes that is not written out has none
 * @param symbols by the name of the variable that stands for each
 * @param kinks the {@code min} or {@code max} that a level stands for, where it is written out
 */
public record StatedMarket(
    List<StatedCondition> conditions,
    List<Definition> definitions,
    Map<String, Symbol> symbols,
    Map<Symbol, Expression> kinks) {
  public StatedMarket {
    conditions = List.copyOf(conditions);
    definitions = List.copyOf(definitions);
    symbols = Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    kinks = Collections.unmodifiableMap(new LinkedHashMap<>(kinks));
  }

  /**
   * The conditions that a search for an equilibrium solves.
   *
   * @throws dev.costate.differentiation.NotDifferentiable if some code has no derivative
   */
  public static StatedMarket of(Economy economy) {
    return EquilibriumSearch.isGeneral(economy)
        ? GraphStatement.of(MarketEquations.of(economy))
        : ProblemStatement.of(MarketProblem.of(economy, KinkRule.GENEROUS));
  }
}
