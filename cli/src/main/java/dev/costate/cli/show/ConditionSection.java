package dev.costate.cli.show;

import dev.costate.cli.show.Notation.Sign;
import dev.costate.differentiation.algebra.Term;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.stated.Definition;
import dev.costate.equilibrium.stated.StatedCondition;
import dev.costate.equilibrium.stated.StatedMarket;
import dev.costate.equilibrium.stated.Symbol;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Operation;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The conditions that are solved, by whom they are about. */
final class ConditionSection {
  private static final Set<String> OF_GOODS = Set.of("market", "import", "export");
  private static final Set<String> OF_AGENTS =
      Set.of("input", "choice", "level", "argument", "capacity", "activity");
  private static final Set<String> OF_CONSUMERS = Set.of("income", "budget", "kept", "purchase");

  private static final Set<Head> GIVEN = EnumSet.of(Head.PRICE, Head.SUPPLY, Head.DEMAND);

  private final Economy economy;
  private final StatedMarket stated;
  private final Page page;
  private final Notation notation;
  private final Folding folding;

  ConditionSection(
      Economy economy, StatedMarket stated, Page page, Notation notation, Folding folding) {
    this.economy = economy;
    this.stated = stated;
    this.page = page;
    this.notation = notation;
    this.folding = folding;
  }

  void write() {
    page.section("Conditions");
    page.prose(
        notation.prose(
            "%d conditions for as many numbers, each with the name that reports on a solution give it%s."
                .formatted(
                    stated.conditions().size(),
                    economy.isClosed()
                        ? "; the last, on the level of prices, only says what they are counted in"
                        : "")));
    legend();
    var market = writer(Scope.MARKET);
    part(
        "Markets",
        entries(definition -> GIVEN.contains(definition.symbol().head()), market),
        conditions(condition -> OF_GOODS.contains(condition.kind()), market));
    var agents = new ArrayList<Folding.Entry>();
    economy
        .firms()
        .forEach(firm -> agent("firm ", firm.name(), Scope.of(firm)).ifPresent(agents::add));
    folding.write(agents);
    var consumers = new ArrayList<Folding.Entry>();
    economy
        .consumers()
        .forEach(c -> agent("consumer ", c.name(), Scope.of(c)).ifPresent(consumers::add));
    folding.write(consumers);
    part(
        "Besides",
        List.of(),
        conditions(
            c ->
                !OF_GOODS.contains(c.kind())
                    && !OF_AGENTS.contains(c.kind())
                    && !OF_CONSUMERS.contains(c.kind()),
            market));
  }

  private MathWriter writer(Scope scope) {
    return new MathWriter(notation, stated.symbols(), scope);
  }

  private void part(String title, List<Folding.Entry> definitions, List<Folding.Entry> conditions) {
    if (!definitions.isEmpty() || !conditions.isEmpty()) {
      page.part(title, "");
      folding.write(definitions);
      folding.write(conditions);
    }
  }

  /** What the letters mean that are used. */
  private void legend() {
    var heads = EnumSet.noneOf(Head.class);
    for (var condition : stated.conditions()) {
      heads.add(condition.variable().head());
      read(condition.value(), heads);
    }
    for (var definition : stated.definitions()) {
      heads.add(definition.symbol().head());
      read(definition.value(), heads);
    }
    var rows = new ArrayList<List<String>>();
    for (var head : Head.values()) {
      if (heads.contains(head) && !Letters.meaning(head).isEmpty()) {
        var of = List.of(Letters.arguments(head));
        boolean bare = head == Head.MARGINAL;
        var shown =
            bare
                ? notation.partial(
                    notation.symbol(new Symbol(Head.LAGRANGIAN, of)), notation.name("x"))
                : notation.symbol(new Symbol(head, of));
        rows.add(List.of(notation.inline(shown), notation.prose(Letters.meaning(head))));
      }
    }
    page.table(rows);
    page.prose(
        notation.prose(
            "Among the lines of a firm or consumer a good's name is the quantity it buys or makes."));
  }

  private void read(Expression expression, Set<Head> into) {
    for (var variable : Walk.reads(expression)) {
      var symbol = stated.symbols().get(variable.name());
      if (symbol != null) {
        into.add(symbol.head());
      }
    }
  }

  private List<Folding.Entry> entries(Predicate<Definition> which, MathWriter writer) {
    return stated.definitions().stream()
        .filter(which)
        .map(d ->
            new Folding.Entry(
                notation.inline(notation.symbol(d.symbol())),
                p -> p.equations(List.of(equation(d, writer)))))
        .toList();
  }

  private Equation equation(Definition definition, MathWriter writer) {
    return Equation.of(
        writer.of(definition.symbol()),
        notation.sign(Sign.EQUAL),
        folding.terms(writer.terms(definition.value())));
  }

  private List<Folding.Entry> conditions(Predicate<StatedCondition> which, MathWriter writer) {
    return stated.conditions().stream()
        .filter(which)
        .map(c -> new Folding.Entry(named(c), p -> p.equations(List.of(equation(c, writer)))))
        .toList();
  }

  /** What there is to say of an agent; nothing of a firm that decides on nothing. */
  private Optional<Folding.Entry> agent(String kind, String name, Scope scope) {
    var equations = equations(name, scope);
    return equations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Folding.Entry(
                notation.prose(name),
                p -> {
                  p.part(notation.prose(kind + name), "");
                  p.equations(equations);
                }));
  }

  private List<Equation> equations(String name, Scope scope) {
    var writer = writer(scope);
    var own = own(name);
    var all = new ArrayList<Equation>();
    stated
        .kinks()
        .forEach((level, value) -> {
          if (level.of().getFirst().equals(name)) {
            all.add(
                Equation.of(
                    writer.of(level), notation.sign(Sign.EQUAL), List.of(writer.of(value))));
          }
        });
    own.forEach(definition -> all.add(equation(definition, writer)));
    for (var condition : stated.conditions()) {
      boolean about =
          OF_AGENTS.contains(condition.kind()) || OF_CONSUMERS.contains(condition.kind());
      if (about && condition.at().equals(name)) {
        all.add(equation(condition, writer));
      }
    }
    return all;
  }

  /** The definitions of an agent; lines of code that stand among its problem are not repeated. */
  private List<Definition> own(String name) {
    var own =
        stated.definitions().stream()
            .filter(d -> !GIVEN.contains(d.symbol().head()) && !d.symbol().of().isEmpty())
            .filter(d -> d.symbol().of().getFirst().equals(name))
            .toList();
    boolean repeats =
        stated.kinks().keySet().stream().noneMatch(level -> level.of().getFirst().equals(name))
            && stated.conditions().stream()
                .noneMatch(c -> c.kind().equals("activity") && c.at().equals(name))
            && own.stream()
                .noneMatch(d -> d.symbol().head() == Head.LOCAL && d.symbol().of().size() > 2);
    return own.stream().filter(d -> !repeats || !isCode(d.symbol())).toList();
  }

  private static boolean isCode(Symbol symbol) {
    return switch (symbol.head()) {
      case LOCAL, MADE, UTILITY -> true;
      case PRICE,
          PAYS,
          KEEPS,
          ACTIVITY,
          COST,
          REVENUE,
          BOUGHT,
          IMPORT,
          EXPORT,
          SUPPLY,
          DEMAND,
          CHOICE,
          LEVEL,
          MULTIPLIER,
          RENT,
          INCOME,
          SPENDABLE,
          WORTH,
          KEPT,
          UNKNOWN,
          QUANTITY,
          OUTPUT,
          WALRAS,
          PROFIT,
          LAGRANGIAN,
          MARGINAL,
          SLACK,
          USED,
          LIMIT ->
          false;
    };
  }

  /** {@code 0 ≤ F ⟂ z ≥ 0}, {@code z = …}, or what the bounds make of it. */
  private Equation equation(StatedCondition condition, MathWriter writer) {
    var variable = writer.of(condition.variable());
    var pieces = new ArrayList<String>();
    boolean low = condition.lower() > Double.NEGATIVE_INFINITY;
    boolean high = condition.upper() < Double.POSITIVE_INFINITY;
    if (condition.isEquation()) {
      var rest = withoutVariable(condition);
      if (rest.isPresent()) {
        var equation =
            Equation.of(variable, sign(Sign.EQUAL), folding.terms(writer.negated(rest.get())));
        return new Equation(named(condition), "", equation.pieces());
      }
      var terms = folding.terms(writer.terms(condition.value()));
      pieces.addAll(Equation.of("0", sign(Sign.EQUAL), terms).pieces());
    } else if (low && high) {
      pieces.addAll(folding.terms(writer.terms(condition.value())));
    } else {
      var sign = sign(low ? Sign.AT_MOST : Sign.AT_LEAST);
      var terms = folding.terms(writer.terms(condition.value()));
      pieces.addAll(Equation.of("0", sign, terms).pieces());
    }
    pieces.add(sign(Sign.COMPLEMENTARY) + " " + bounded(variable, condition));
    return new Equation(named(condition), "", pieces);
  }

  private String named(StatedCondition condition) {
    return notation.prose(condition.text().replaceAll("\\s+", " "));
  }

  private String sign(Sign sign) {
    return notation.sign(sign);
  }

  private String bounded(String variable, StatedCondition condition) {
    var least = number(condition.lower());
    var most = number(condition.upper());
    boolean low = condition.lower() > Double.NEGATIVE_INFINITY;
    boolean high = condition.upper() < Double.POSITIVE_INFINITY;
    if (low && high) {
      return least
          + " "
          + sign(Sign.AT_MOST)
          + " "
          + variable
          + " "
          + sign(Sign.AT_MOST)
          + " "
          + most;
    }
    if (low) {
      return variable + " " + sign(Sign.AT_LEAST) + " " + least;
    }
    return high
        ? variable + " " + sign(Sign.AT_MOST) + " " + most
        : variable + notation.words(" of any sign");
  }

  private String number(double value) {
    return value < 0 ? sign(Sign.MINUS) + notation.number(-value) : notation.number(value);
  }

  /** What is added to the variable itself, if the value is the variable and that. */
  private static Optional<Expression> withoutVariable(StatedCondition condition) {
    return rest(condition.value(), condition.variable().read());
  }

  private static Optional<Expression> rest(Expression value, Expression variable) {
    if (value.equals(variable)) {
      return Optional.of(Term.ZERO.expression());
    }
    if (value instanceof Apply(var operation, var parts, var kind, var place)
        && (operation == Operation.ADD || operation == Operation.SUBTRACT)) {
      return rest(parts.getFirst(), variable)
          .map(left -> new Apply(operation, List.of(left, parts.get(1)), kind, place));
    }
    return Optional.empty();
  }
}
