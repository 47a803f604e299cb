package dev.costate.equilibrium.condition;

import dev.costate.differentiation.NotDifferentiable;
import dev.costate.differentiation.algebra.Term;
import dev.costate.economy.Firm;
import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.economy.technology.WrittenNumber;
import dev.costate.language.Diagnostic;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Code that splits a level among outputs ({@code cet_at}) and does more with them than a ready
 * technology: each branch becomes a choice of the firm, and the frontier a capacity,
 *
 * <pre>level0 * (sum of share * (branch/branch0)^((1+t)/t))^(t/(1+t)) &lt;= level</pre>
 *
 * (Powell and Gruen 1968). The set of plans is the same, and convex.
 *
 * @param firm with the branches behind its choices, and the frontiers behind its capacities
 * @param frozen the names of constants on whose values it depends what the frontiers are
 */
record SplitChoices(Program program, Firm firm, Set<String> frozen) {
  SplitChoices {
    frozen = Set.copyOf(frozen);
  }

  /**
   * @throws NotDifferentiable if some split stands inside a loop, a branch or another function, or
   *     its frontier depends on what is solved for
   */
  static SplitChoices of(Program program, Firm firm) {
    return of(program, firm, Set.of());
  }

  /** The same with some constants by their names in place of their values. */
  static SplitChoices of(Program program, Firm firm, Set<String> names) {
    var function = program.function(firm.function());
    var all =
        Slice.of(program, firm.function()).functions().stream()
            .flatMap(f -> Walk.statements(f.body()).stream())
            .filter(SplitChoices::splits)
            .toList();
    if (all.isEmpty()) {
      return new SplitChoices(program, firm, Set.of());
    }
    var own = function.body().statements();
    long returns =
        Walk.statements(function.body()).stream().filter(Return.class::isInstance).count();
    var inside = all.stream().filter(split -> !own.contains(split)).findFirst();
    if (inside.isPresent() || !(own.getLast() instanceof Return) || returns != 1) {
      throw refused(
          inside.orElse(all.getFirst()).origin().place(),
          "in the code of '%s' cet_at stands in a loop, a branch or another function"
              .formatted(firm.name()),
          "write it as a line of the firm itself, before its only return");
    }
    return new Splitting(program, firm, names).split(function);
  }

  private static NotDifferentiable refused(Place place, String message, String hint) {
    return new NotDifferentiable(
        List.of(new Diagnostic(Diagnostic.Severity.ERROR, place, message, hint)));
  }

  private static boolean splits(Statement statement) {
    return statement instanceof CallMany call && ReadyTechnologies.isSplit(call.function());
  }

  private static final class Splitting {
    private final Program program;
    private final Firm firm;
    private final List<Variable> branches = new ArrayList<>();
    private final List<Firm.Choice> choices;
    private final List<Firm.Capacity> capacities;
    private final List<Expression> sides = new ArrayList<>();
    private final Set<String> names;
    private final Set<String> frozen = new LinkedHashSet<>();
    private int splits;

    Splitting(Program program, Firm firm, Set<String> names) {
      this.program = program;
      this.names = names;
      this.firm = firm;
      choices = new ArrayList<>(firm.choices());
      capacities = new ArrayList<>(firm.capacities());
    }

    SplitChoices split(Function function) {
      var statements = new ArrayList<Statement>();
      for (var statement : function.body().statements()) {
        switch (statement) {
          case CallMany call when ReadyTechnologies.isSplit(call.function()) ->
              split(call, statements);
          case Return(var values, var origin) -> {
            var results = new ArrayList<>(values);
            results.addAll(sides);
            statements.add(new Return(results, origin));
          }
          case Statement other -> statements.add(other);
        }
      }
      var parameters = new ArrayList<>(function.parameters());
      parameters.addAll(branches);
      var results = new ArrayList<>(function.results());
      sides.forEach(_ -> results.add(Kind.NUMBER));
      var changed =
          new Function(
              function.name(), parameters, results, new Block(statements), function.origin());
      var functions =
          program.functions().stream().map(f -> f.name().equals(changed.name()) ? changed : f);
      return new SplitChoices(
          new Program(functions.toList(), program.constants()),
          new Firm(
              firm.name(),
              firm.outputs(),
              firm.inputs(),
              choices,
              firm.function(),
              capacities,
              firm.start(),
              firm.place()),
          frozen);
    }

    private void split(CallMany call, List<Statement> into) {
      var elasticity = number(call.arguments().get(2));
      if (elasticity.value() == 0 || Double.isInfinite(elasticity.value())) {
        frozen.addAll(elasticity.reads());
      }
      if (elasticity.value() == 0) {
        into.add(call);
        return;
      }
      var level0 = number(call.arguments().get(1));
      var quantities = numbers(call.arguments().get(3));
      var prices = numbers(call.arguments().get(4));
      var place = call.origin().place();
      var one = WrittenNumber.literal(1, place);
      var power = Double.isInfinite(elasticity.value()) ? one : one.plus(one.over(elasticity));
      var worth = WrittenNumber.literal(0, place);
      for (int k = 0; k < quantities.size(); k++) {
        worth = worth.plus(quantities.get(k).times(prices.get(k)));
      }
      var frontier = Term.ZERO;
      for (int k = 0; k < quantities.size(); k++) {
        var target = call.targets().get(k);
        var quantity = quantities.get(k);
        if (quantity.value() == 0) {
          frozen.addAll(quantity.reads());
          into.add(new Assign(target, Term.ZERO.expression(), call.origin()));
          continue;
        }
        var branch = Variable.number("branch " + (branches.size() + 1));
        branches.add(branch);
        choices.add(new Firm.Choice(target.variable().name(), 0, Double.POSITIVE_INFINITY, place));
        var share = quantity.times(prices.get(k)).over(worth);
        frontier =
            frontier.plus(
                term(share)
                    .times(Term.of(branch).times(term(one.over(quantity))).pow(term(power))));
        into.add(new Assign(target, Term.of(branch).expression(), call.origin()));
      }
      var level = Variable.number("level " + (capacities.size() + 1));
      into.add(new Assign(new Target.Whole(level), call.arguments().getFirst(), call.origin()));
      sides.add(term(level0).times(frontier.pow(term(one.over(power)))).expression());
      sides.add(Term.of(level).expression());
      splits++;
      var name = firm.name() + ".cet_at";
      capacities.add(new Firm.Capacity(splits == 1 ? name : name + "[" + splits + "]", place));
    }

    private static Term term(WrittenNumber number) {
      return Term.of(number.expression());
    }

    private WrittenNumber number(Expression expression) {
      return known(expression, WrittenNumber.of(program, expression, names).map(List::of))
          .getFirst();
    }

    private List<WrittenNumber> numbers(Expression expression) {
      return known(expression, WrittenNumber.all(program, expression, names));
    }

    /** Numbers that are known before the market is solved. */
    private static List<WrittenNumber> known(
        Expression expression, Optional<List<WrittenNumber>> numbers) {
      if (numbers.isEmpty()
          || numbers.get().stream().anyMatch(number -> Double.isNaN(number.value()))) {
        throw refused(
            expression.place(),
            "the frontier of a split is fixed, and this depends on what is solved for",
            "in cet_at only the level may depend on quantities and unknowns");
      }
      return numbers.get();
    }
  }
}
