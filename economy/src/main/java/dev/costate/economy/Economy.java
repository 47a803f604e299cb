package dev.costate.economy;

import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.economy.technology.WrittenOut;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Program;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A market: everything a solver needs to know, immutable.
 *
 * @param goods every good, also those that are only named in a firm, in order of first appearance
 * @param firms in the order of the file
 * @param consumers in the order of the file
 * @param unknowns what is solved for besides prices and quantities
 * @param program the functions of the file, and one for each curve and each firm
 * @param parameters every number of the declarations by its dotted name ({@code natgas.supply}), in
 *     the order of the file, after scenarios and overrides
 * @param definitions how these numbers are computed from each other
 * @param numeraire the good in units of which prices are to be reported, if one is declared
 * @param scenarios those the file declares
 * @throws IllegalArgumentException if a firm names an unknown good or a function is missing
 */
public record Economy(
    List<Good> goods,
    List<Firm> firms,
    List<Consumer> consumers,
    List<Unknown> unknowns,
    Program program,
    Map<String, Double> parameters,
    Definitions definitions,
    Optional<String> numeraire,
    List<Scenario> scenarios) {
  public Economy {
    goods = List.copyOf(goods);
    firms = List.copyOf(firms);
    consumers = List.copyOf(consumers);
    unknowns = List.copyOf(unknowns);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    scenarios = List.copyOf(scenarios);
    var names = new HashSet<>(goods.stream().map(Good::name).toList());
    var functions = new HashSet<>(program.functions().stream().map(Function::name).toList());
    for (var firm : firms) {
      if (!functions.contains(firm.function())) {
        throw new IllegalArgumentException("no function '" + firm.function() + "'");
      }
      for (var port : firm.ports()) {
        if (!names.contains(port.good())) {
          throw new IllegalArgumentException(
              "firm %s: no good '%s'".formatted(firm.name(), port.good()));
        }
      }
    }
  }

  /** Whether there is a market at all: a file may hold only functions. */
  public boolean isMarket() {
    return !goods.isEmpty() || !firms.isEmpty();
  }

  /**
   * @throws IllegalArgumentException if there is no such good
   */
  public Good good(String name) {
    return goods.stream()
        .filter(good -> good.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no good '" + name + "'"));
  }

  /**
   * @throws IllegalArgumentException if there is no such firm
   */
  public Firm firm(String name) {
    return firms.stream()
        .filter(firm -> firm.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no firm '" + name + "'"));
  }

  /** Whether the code of some firm uses a ready technology. */
  public boolean usesReadyTechnologies() {
    var calls = CallGraph.of(program);
    return firms.stream()
        .flatMap(firm -> calls.reachable(firm.function()).stream())
        .anyMatch(ReadyTechnologies::isReady);
  }

  /** Whether nobody outside trades with it: then prices are relative. */
  public boolean isClosed() {
    return goods.stream()
            .flatMap(good -> good.trades().stream())
            .allMatch(Trade.FixedSupply.class::isInstance)
        && wedges().noneMatch(wedge -> wedge.basis() == Wedge.Basis.UNIT);
  }

  private Stream<Wedge> wedges() {
    return Stream.concat(
        firms.stream().flatMap(firm -> firm.ports().stream()).flatMap(p -> p.wedges().stream()),
        consumers.stream()
            .flatMap(c ->
                Stream.concat(
                    c.wants().stream().flatMap(p -> p.wedges().stream()),
                    c.owns().stream().flatMap(e -> e.wedges().stream()))));
  }

  /** The same market with other goods of the same names. */
  Economy withGoods(List<Good> others) {
    return new Economy(
        others, firms, consumers, unknowns, program, parameters, definitions, numeraire, scenarios);
  }

  /** The same market with prices reported in units of a good. */
  public Economy withNumeraire(String good) {
    return new Economy(
        goods,
        firms,
        consumers,
        unknowns,
        program,
        parameters,
        definitions,
        Optional.of(good),
        scenarios);
  }

  /** The same market with the numbers that were solved for in its code. */
  public Economy at(Map<String, Double> solved) {
    if (solved.isEmpty()) {
      return this;
    }
    var constants = new LinkedHashMap<>(program.constants());
    constants.putAll(solved);
    return new Economy(
        goods,
        firms,
        consumers,
        unknowns,
        program.withConstants(constants),
        parameters,
        definitions,
        numeraire,
        scenarios);
  }

  /** The same market with ready technologies as the formulas they stand for. */
  public Economy writtenOut() {
    return new Economy(
        goods,
        firms,
        consumers,
        unknowns,
        WrittenOut.of(program),
        parameters,
        definitions,
        numeraire,
        scenarios);
  }

  /** The same market with another good in a good's place, for what-if questions. */
  public Economy withGood(Good changed) {
    var all = goods.stream().map(g -> g.name().equals(changed.name()) ? changed : g).toList();
    return new Economy(
        all, firms, consumers, unknowns, program, parameters, definitions, numeraire, scenarios);
  }
}
