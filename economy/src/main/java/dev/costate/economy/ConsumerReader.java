package dev.costate.economy;

import dev.costate.economy.Consumer.Endowment;
import dev.costate.economy.Consumer.Saving;
import dev.costate.economy.Consumer.Share;
import dev.costate.economy.Consumer.Transfer;
import dev.costate.economy.Dotted.Range;
import dev.costate.language.Place;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Reference;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import dev.costate.program.lower.Unassigned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a consumer: what it owns, what it wants, what it gives away. */
final class ConsumerReader {
  private static final String UTILITY = "utility";

  private final ConsumerDeclaration declaration;
  private final String name;
  private final Draft draft;
  private final MarketNames names;
  private final AmountReader amounts;
  private final WedgeReader wedges;
  private final List<Function<Numbers, Endowment>> owns = new ArrayList<>();
  private final Map<String, Place> owned = new LinkedHashMap<>();
  private final List<Function<Numbers, Share>> shares = new ArrayList<>();
  private final Map<String, Port> buys = new LinkedHashMap<>();
  private final List<Function<Numbers, Transfer>> transfers = new ArrayList<>();
  private final List<Function<Numbers, Saving>> savings = new ArrayList<>();
  private final List<Statement> code = new ArrayList<>();

  private ConsumerReader(
      ConsumerDeclaration declaration,
      Draft draft,
      MarketNames names,
      AmountReader amounts,
      WedgeReader wedges) {
    this.declaration = declaration;
    this.draft = draft;
    this.names = names;
    this.amounts = amounts;
    this.wedges = wedges;
    name = declaration.name().text();
  }

  /** What the consumer is once its numbers are known. */
  static Function<Numbers, Consumer> read(
      ConsumerDeclaration declaration,
      Draft draft,
      MarketNames names,
      AmountReader amounts,
      WedgeReader wedges) {
    return new ConsumerReader(declaration, draft, names, amounts, wedges).read();
  }

  private Function<Numbers, Consumer> read() {
    declaration.lines().forEach(this::line);
    var wants = code.isEmpty() ? new LinkedHashMap<String, Place>() : wants();
    var ports = wants.entrySet().stream().map(w -> want(w.getKey(), w.getValue())).toList();
    buys.forEach((good, port) -> {
      if (!wants.containsKey(good)) {
        draft
            .diagnostics()
            .warning(
                port.place(),
                "the utility of '%s' does not name '%s'".formatted(name, good),
                "it will buy none");
      }
    });
    var utility = code.isEmpty() ? Optional.<String>empty() : Optional.of(utility(wants));
    return numbers ->
        new Consumer(
            name,
            owns.stream().map(later -> later.apply(numbers)).toList(),
            shares.stream().map(later -> later.apply(numbers)).toList(),
            ports.stream().map(later -> later.apply(numbers)).toList(),
            utility,
            transfers.stream().map(later -> later.apply(numbers)).toList(),
            savings.stream().map(later -> later.apply(numbers)).toList(),
            declaration.place());
  }

  private void line(ConsumerLine line) {
    switch (line) {
      case ConsumerLine.Owns l -> l.items().forEach(this::owns);
      case ConsumerLine.Buys l -> l.goods().forEach(this::buys);
      case ConsumerLine.Transfers l -> transfers(l);
      case ConsumerLine.Saves l -> saves(l);
      case ConsumerLine.Code(var statement) -> code.add(statement);
    }
  }

  private void owns(ConsumerLine.Ownership item) {
    switch (item) {
      case ConsumerLine.Endowment(var good, var quantity, var wedgeList, _, var place) -> {
        if (owned.putIfAbsent(good.text(), place) != null) {
          error(place, "'%s' owns '%s' twice".formatted(name, good), "add the quantities up");
          return;
        }
        var dotted = name + "." + good.text();
        var amount = amounts.read(dotted, quantity, Range.ANY);
        var levies = wedges.read(dotted, wedgeList, WedgeReader.Side.OTHER);
        owns.add(numbers ->
            new Endowment(good.text(), amount.apply(numbers), levies.apply(numbers), place));
      }
      case ConsumerLine.FirmShare(var share, var firm, _, var place) -> {
        if (!names.firms().contains(firm.text())) {
          error(
              firm.place(),
              "there is no firm '%s'".formatted(firm),
              Suggestion.of(firm.text(), names.firms()));
          return;
        }
        var dotted = name + "." + firm.text();
        var all = new Expression.NumberLiteral("1", false, place);
        var amount = amounts.read(dotted, share.orElse(all), Range.SHARE);
        shares.add(numbers -> new Share(firm.text(), amount.apply(numbers), place));
      }
    }
  }

  private void buys(Port port) {
    var before = buys.putIfAbsent(port.good().text(), port);
    if (before != null) {
      error(
          port.place(),
          "'%s' buys '%s' twice".formatted(name, port.good()),
          "put all wedges behind one mention");
    }
  }

  private void transfers(ConsumerLine.Transfers line) {
    var receiver = line.receiver();
    if (!names.consumers().contains(receiver.text())) {
      error(
          receiver.place(),
          "there is no consumer '%s'".formatted(receiver),
          Suggestion.of(receiver.text(), names.consumers()));
    }
    long count =
        declaration.lines().stream().filter(ConsumerLine.Transfers.class::isInstance).count();
    var dotted = name + ".transfers" + (count == 1 ? "" : "[" + (transfers.size() + 1) + "]");
    var to = receiver.text();
    switch (line.amount()) {
      case ConsumerLine.Amount.OfGood(var quantity, var good, _) -> {
        var amount = amounts.read(dotted, quantity, Range.ANY);
        transfers.add(numbers -> new Transfer.Value(amount.apply(numbers), good.text(), to));
      }
      case ConsumerLine.Amount.OfIncome(var share, _) -> {
        var amount = amounts.read(dotted, share, Range.ANY);
        transfers.add(numbers -> new Transfer.OfIncome(amount.apply(numbers), to));
      }
      case ConsumerLine.Amount.OfMoney(var money) -> {
        var amount = amounts.read(dotted, money, Range.ANY);
        transfers.add(numbers -> new Transfer.Money(amount.apply(numbers), to));
      }
    }
  }

  private void saves(ConsumerLine.Saves line) {
    long count = declaration.lines().stream().filter(ConsumerLine.Saves.class::isInstance).count();
    var dotted = name + ".saves" + (count == 1 ? "" : "[" + (savings.size() + 1) + "]");
    var amount = amounts.read(dotted, line.share(), Range.SHARE);
    savings.add(numbers -> new Saving(amount.apply(numbers), line.good().text()));
  }

  /** The goods that the code reads, in order. */
  private Map<String, Place> wants() {
    var assigned = SyntaxWalk.assigned(code);
    if (!assigned.contains(UTILITY)) {
      error(
          declaration.place(),
          "no line of consumer '%s' says what its utility is".formatted(name),
          "add a line: utility = …");
    }
    var found = new LinkedHashMap<String, Place>();
    SyntaxWalk.statements(
        code,
        statement ->
            SyntaxWalk.expressions(statement)
                .forEach(expression ->
                    SyntaxWalk.nodes(
                        expression,
                        node -> {
                          if (node instanceof Expression.Read(var read)
                              && !assigned.contains(read.text())
                              && names.goods().contains(read.text())) {
                            found.putIfAbsent(read.text(), read.place());
                          }
                        })));
    if (found.isEmpty()) {
      error(
          declaration.place(),
          "the utility of consumer '%s' names no good".formatted(name),
          "write what it wants, as in utility = food^0.4 * clothes^0.6");
    }
    return found;
  }

  private Function<Numbers, Firm.Port> want(String good, Place place) {
    var wedgeList =
        buys.containsKey(good)
            ? buys.get(good).wedges()
            : List.<dev.costate.language.syntax.Wedge>of();
    var later = wedges.read(name + ".buys." + good, wedgeList, WedgeReader.Side.OTHER);
    return numbers -> new Firm.Port(good, good, later.apply(numbers), place);
  }

  private String utility(Map<String, Place> wants) {
    var parameters = new ArrayList<Name>();
    wants.forEach((good, place) -> parameters.add(new Name(good, place)));
    var body = new ArrayList<>(code);
    body.add(
        new Statement.Return(
            List.of(new Expression.Read(new Name(UTILITY, declaration.place()))),
            Trivia.NONE,
            declaration.place()));
    var function = draft.function(name, parameters, body, declaration.place());
    draft.outputs(
        function,
        Map.of(
            UTILITY,
            new Unassigned(
                declaration.place(),
                "consumer '%s' does not say on every path what its utility is".formatted(name),
                "assign 'utility' in every branch, or before")));
    return function;
  }

  /** The goods that a consumer names outside of its code. */
  static Set<Name> goods(ConsumerDeclaration declaration) {
    var found = new LinkedHashSet<Name>();
    for (var line : declaration.lines()) {
      switch (line) {
        case ConsumerLine.Owns l -> {
          for (var item : l.items()) {
            if (item instanceof ConsumerLine.Endowment e) {
              found.add(named(e.good()));
            }
          }
        }
        case ConsumerLine.Buys l -> l.goods().forEach(port -> found.add(named(port.good())));
        case ConsumerLine.Saves l -> found.add(named(l.good()));
        case ConsumerLine.Transfers l -> {
          if (l.amount() instanceof ConsumerLine.Amount.OfGood(_, var good, _)) {
            found.add(named(good));
          }
        }
        case ConsumerLine.Code _ -> {}
      }
    }
    return found;
  }

  private static Name named(Reference good) {
    return new Name(good.text(), good.place());
  }

  private void error(Place place, String message, String hint) {
    draft.diagnostics().error(place, message, hint);
  }
}
