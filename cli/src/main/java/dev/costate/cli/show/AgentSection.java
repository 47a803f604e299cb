package dev.costate.cli.show;

import dev.costate.cli.show.Notation.Sign;
import dev.costate.economy.Consumer;
import dev.costate.economy.Consumer.Transfer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.stated.Calls;
import dev.costate.equilibrium.stated.StatedMarket;
import dev.costate.equilibrium.stated.Symbol;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.program.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What firms and consumers maximise. */
final class AgentSection {
  private final WrittenCode written;
  private final StatedMarket stated;
  private final Notation notation;
  private final Calls calls;

  AgentSection(Economy economy, WrittenCode written, StatedMarket stated, Notation notation) {
    this.written = written;
    this.stated = stated;
    this.notation = notation;
    calls = new Calls(economy.program());
  }

  private MathWriter writer(Scope scope) {
    return new MathWriter(notation, stated.symbols(), scope);
  }

  /** The price of an agent at its gate, or that of the market. */
  private Symbol price(Head head, String agent, Firm.Port port) {
    var gate = Symbol.of(head, agent, port.local());
    return stated.symbols().containsKey(gate.variable().name())
        ? gate
        : Symbol.of(Head.PRICE, port.good());
  }

  private String value(Head head, String agent, Firm.Port port, MathWriter writer) {
    return notation.product(
        List.of(writer.of(price(head, agent, port)), notation.name(port.local())));
  }

  private String sign(Sign sign) {
    return notation.sign(sign);
  }

  /** A firm's problem. */
  Folding.Entry firm(Firm firm) {
    return new Folding.Entry(notation.prose(firm.name()), page -> write(firm, page));
  }

  private void write(Firm firm, Page page) {
    var writer = writer(Scope.of(firm));
    var wedges = new Wedges(calls, writer);
    page.part(
        notation.prose("firm " + firm.name()),
        "makes "
            + ports(firm.outputs(), wedges)
            + (firm.inputs().isEmpty() ? "" : " from " + ports(firm.inputs(), wedges)));
    var equations = new ArrayList<Equation>();
    var profit = new ArrayList<String>();
    for (var port : firm.outputs()) {
      var term = value(Head.KEEPS, firm.name(), port, writer);
      profit.add(profit.isEmpty() ? term : sign(Sign.PLUS) + " " + term);
    }
    for (var port : firm.inputs()) {
      profit.add(sign(Sign.MINUS) + " " + value(Head.PAYS, firm.name(), port, writer));
    }
    equations.add(new Equation("", "maximise", profit));
    over(firm).ifPresent(equations::add);
    var code = new CodeLines(written, firm.function(), writer);
    var lines = code.equations();
    lines.ifPresent(all -> lead("where", all, equations));
    page.equations(equations);
    if (lines.isEmpty()) {
      page.note(notation.prose("where its code says what it makes:"));
      page.code(code.code());
    }
    page.equations(capacities(firm, code.results(), writer));
  }

  private String ports(List<Firm.Port> ports, Wedges wedges) {
    return String.join(
        ", ",
        ports.stream()
            .map(port ->
                notation.prose(
                        port.local().equals(port.good())
                            ? port.good()
                            : port.good() + " as " + port.local())
                    + wedges.behind(port.wedges()))
            .toList());
  }

  private Optional<Equation> over(Firm firm) {
    var over = new ArrayList<String>();
    var inputs = firm.inputs().stream().map(p -> notation.name(p.local())).toList();
    if (!inputs.isEmpty()) {
      over.add(String.join(", ", inputs) + " " + sign(Sign.AT_LEAST) + " 0");
    }
    for (var choice : firm.choices()) {
      over.add(
          notation.name(choice.local())
              + " "
              + sign(Sign.IN)
              + " "
              + bounds(choice.lower(), choice.upper()));
    }
    return over.isEmpty()
        ? Optional.empty()
        : Optional.of(new Equation("", "over", List.of(String.join(", ", over))));
  }

  String bounds(double lower, double upper) {
    return (Double.isInfinite(lower) ? "(" : "[")
        + notation.interval(bound(lower), bound(upper))
        + (Double.isInfinite(upper) ? ")" : "]");
  }

  private String bound(double value) {
    var size = Double.isInfinite(value) ? notation.infinity() : notation.number(Math.abs(value));
    return value < 0 ? sign(Sign.MINUS) + size : size;
  }

  private static void lead(String word, List<Equation> lines, List<Equation> into) {
    for (int k = 0; k < lines.size(); k++) {
      into.add(lines.get(k).led(k == 0 ? word : " "));
    }
  }

  /** The sides of capacities stand behind the outputs among what the code returns. */
  private List<Equation> capacities(Firm firm, List<Expression> results, MathWriter writer) {
    var equations = new ArrayList<Equation>();
    int next = firm.outputs().size();
    for (var capacity : firm.capacities()) {
      if (next + 1 < results.size()) {
        var pieces = new ArrayList<>(writer.terms(results.get(next)));
        pieces.add(sign(Sign.AT_MOST) + " " + writer.of(results.get(next + 1)));
        equations.add(new Equation("", "capacity", pieces));
      } else {
        equations.add(new Equation("", "capacity", List.of(notation.words(capacity.name()))));
      }
      next += 2;
    }
    return equations;
  }

  /** A consumer's problem. */
  Folding.Entry consumer(Consumer consumer) {
    return new Folding.Entry(notation.prose(consumer.name()), page -> write(consumer, page));
  }

  private void write(Consumer consumer, Page page) {
    var writer = writer(Scope.of(consumer));
    var wedges = new Wedges(calls, writer);
    page.part(notation.prose("consumer " + consumer.name()), facts(consumer, wedges).strip());
    if (consumer.utility().isEmpty()) {
      page.prose(notation.prose("  It buys nothing for itself."));
      return;
    }
    var code = new CodeLines(written, consumer.utility().get(), writer);
    var lines = code.equations();
    var equations = new ArrayList<Equation>();
    var goods = consumer.wants().stream().map(p -> notation.name(p.local())).toList();
    boolean plain = lines.isPresent() && code.results().stream().allMatch(CodeLines::isPlain);
    var utility = Symbol.of(Head.UTILITY, consumer.name());
    var only = code.onlyValue();
    equations.add(
        new Equation(
            "",
            "maximise",
            only.map(writer::terms)
                .orElseGet(() ->
                    plain
                        ? writer.terms(code.results().getFirst())
                        : List.of(writer.of(utility)))));
    equations.add(
        new Equation(
            "", "over", List.of(String.join(", ", goods) + " " + sign(Sign.AT_LEAST) + " 0")));
    if (plain && only.isEmpty()) {
      lead("where", lines.orElseThrow(), equations);
    }
    equations.add(budget(consumer, writer));
    page.equations(equations);
    if (!plain) {
      page.note(notation.prose("where its code says what that is:"));
      page.code(code.code());
    }
  }

  private Equation budget(Consumer consumer, MathWriter writer) {
    var spent = new ArrayList<String>();
    for (var port : consumer.wants()) {
      var term = value(Head.PAYS, consumer.name(), port, writer);
      spent.add(spent.isEmpty() ? term : sign(Sign.PLUS) + " " + term);
    }
    var spendable = Symbol.of(Head.SPENDABLE, consumer.name());
    boolean stands = stated.symbols().containsKey(spendable.variable().name());
    var money = stands ? spendable : Symbol.of(Head.INCOME, consumer.name());
    spent.add(sign(Sign.AT_MOST) + " " + writer.of(money));
    return new Equation("", "with", spent);
  }

  private String facts(Consumer consumer, Wedges wedges) {
    var owned = new ArrayList<String>();
    for (var endowment : consumer.owns()) {
      owned.add(
          wedges.amount(endowment.quantity())
              + " "
              + notation.prose(endowment.good())
              + wedges.behind(endowment.wedges()));
    }
    for (var share : consumer.shares()) {
      owned.add(wedges.fraction(share.fraction()) + " of " + notation.prose(share.firm()));
    }
    var facts = new ArrayList<String>();
    if (!owned.isEmpty()) {
      facts.add(" owns " + String.join(", ", owned));
    }
    for (var port : consumer.wants()) {
      var behind = wedges.behind(port.wedges());
      if (!behind.isEmpty()) {
        facts.add(" buys " + notation.prose(port.good()) + behind);
      }
    }
    for (var transfer : consumer.transfers()) {
      facts.add(transferred(transfer, wedges) + " to " + notation.prose(transfer.to()));
    }
    for (var saving : consumer.savings()) {
      facts.add(
          " saves "
              + wedges.fraction(saving.fraction())
              + " of income in "
              + notation.prose(saving.good()));
    }
    return String.join(";", facts);
  }

  private String transferred(Transfer transfer, Wedges wedges) {
    return switch (transfer) {
      case Transfer.Money(var amount, _) -> " transfers " + wedges.amount(amount);
      case Transfer.Value(var amount, var good, _) ->
          " transfers " + wedges.amount(amount) + " " + notation.prose(good);
      case Transfer.OfIncome(var amount, _) ->
          " transfers " + wedges.fraction(amount) + " of income";
    };
  }
}
