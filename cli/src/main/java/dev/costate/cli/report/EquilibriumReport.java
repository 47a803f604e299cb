package dev.costate.cli.report;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.equilibrium.ConsumerAccount;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.FirmAccount.Activity;
import dev.costate.equilibrium.solver.Solvers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An equilibrium as text: tables of goods and firms, and what else there is to know. */
public final class EquilibriumReport {
  private final String model;
  private final Economy economy;
  private final Equilibrium equilibrium;
  private final Sizes sizes;
  private final List<String> lines = new ArrayList<>();

  private EquilibriumReport(String model, Economy economy, Equilibrium equilibrium) {
    this.model = model;
    this.economy = economy;
    this.equilibrium = equilibrium;
    sizes = Sizes.of(equilibrium);
  }

  /**
   * The text, with a line end behind its last line.
   *
   * @param model the file as the user named it
   */
  public static String of(String model, Economy economy, Equilibrium equilibrium) {
    var report = new EquilibriumReport(model, economy, equilibrium);
    report.goods();
    if (!economy.firms().isEmpty()) {
      report.lines.add("");
      report.firms();
    }
    if (!economy.consumers().isEmpty()) {
      report.lines.add("");
      report.consumers();
    }
    report.lines.add("");
    int before = report.lines.size();
    if (!economy.isClosed()) {
      report.outside();
    }
    report.unknowns();
    report.taxes();
    report.notes();
    if (report.lines.size() > before) {
      report.lines.add("");
    }
    report.quality();
    return String.join("\n", report.lines) + "\n";
  }

  private String unit() {
    return equilibrium.unitOfAccount();
  }

  /** All money that changes hands at the border: profits are small differences of such sums. */
  private double money() {
    return equilibrium.outside().paidIn() + equilibrium.outside().paidOut();
  }

  private void goods() {
    var table =
        new Table()
            .text("Good")
            .decimal("Quantity")
            .text("Unit")
            .decimal(unit().equals(Equilibrium.MONEY) ? "Price" : "Price in " + unit())
            .text("");
    for (var good : economy.goods()) {
      var account = Objects.requireNonNull(equilibrium.goods().get(good.name()));
      table.row(
          good.name(),
          sizes.quantity(good.name(), account.bought()),
          good.unit(),
          Figures.of(account.price()),
          good.label());
    }
    lines.addAll(table.lines());
  }

  private void firms() {
    var table =
        new Table()
            .text("Firm")
            .decimal("Output")
            .text("")
            .decimal("Profit")
            .decimal("Margin")
            .text("");
    for (var firm : economy.firms()) {
      var account = Objects.requireNonNull(equilibrium.firms().get(firm.name()));
      boolean first = true;
      for (var output : account.outputs().entrySet()) {
        if (first) {
          table.row(
              firm.name(),
              sizes.quantity(output),
              output.getKey(),
              Figures.of(account.profit(), money()),
              margin(account),
              account.activity().toString());
        } else {
          table.row("", sizes.quantity(output), output.getKey());
        }
        first = false;
      }
    }
    lines.addAll(table.lines());
  }

  private void consumers() {
    var table =
        new Table().text("Consumer").decimal("Income").decimal("Utility").decimal("Buys").text("");
    for (var consumer : economy.consumers()) {
      var account = Objects.requireNonNull(equilibrium.consumers().get(consumer.name()));
      var bought = List.copyOf(account.buys().entrySet());
      table.row(
          consumer.name(),
          sizes.money(account.income()),
          consumer.utility().isPresent() ? Figures.of(account.utility()) : "",
          bought.isEmpty() ? "" : sizes.quantity(bought.getFirst()),
          bought.isEmpty() ? "nothing" : bought.getFirst().getKey());
      bought.stream()
          .skip(1)
          .forEach(each -> table.row("", "", "", sizes.quantity(each), each.getKey()));
      account
          .saves()
          .entrySet()
          .forEach(each -> table.row("", "", "", sizes.quantity(each), each.getKey() + ", saved"));
    }
    lines.addAll(table.lines());
  }

  private void unknowns() {
    equilibrium
        .unknowns()
        .forEach((name, value) -> lines.add(name + " is " + Figures.of(value) + "."));
  }

  private void taxes() {
    equilibrium
        .taxes()
        .forEach((receiver, money) -> {
          if (!sizes.isRounding(money)) {
            lines.add(
                receiver
                    + (money > 0 ? " receives " : " pays ")
                    + Figures.of(Math.abs(money))
                    + (money > 0 ? " in taxes." : " in subsidies."));
          }
        });
  }

  private static String margin(FirmAccount account) {
    return account.margin() == Double.POSITIVE_INFINITY
        ? "no cost"
        : Figures.percent(account.margin());
  }

  private void outside() {
    var outside = equilibrium.outside();
    lines.add(
        "Outsiders pay "
            + sizes.money(outside.paidIn())
            + " and are paid "
            + sizes.money(outside.paidOut())
            + (economy.firms().isEmpty()
                ? "."
                : "; the difference, "
                    + (sizes.isRounding(outside.balance())
                        ? "0"
                        : Figures.of(outside.balance(), money()))
                    + (economy.consumers().isEmpty()
                        ? ", is the profit of all firms."
                        : ", stays in the market.")));
  }

  private void notes() {
    equilibrium.firms().forEach(this::negativeOutputs);
    economy.goods().forEach(this::unsold);
    equilibrium.firms().forEach(this::shut);
    economy.firms().forEach(this::choices);
    equilibrium.firms().values().forEach(this::rents);
    equilibrium.consumers().forEach(this::unspent);
  }

  private void negativeOutputs(String firm, FirmAccount account) {
    account
        .outputs()
        .forEach((good, quantity) -> {
          if (quantity < 0 && !sizes.isRounding(good, quantity)) {
            lines.add(
                firm
                    + " buys "
                    + Figures.of(-quantity)
                    + " "
                    + good
                    + ": its code makes a negative amount.");
          }
        });
  }

  private void unsold(Good good) {
    double disposed = Objects.requireNonNull(equilibrium.goods().get(good.name())).disposed();
    if (disposed > 0) {
      lines.add(
          Figures.of(disposed)
              + " "
              + good.name()
              + " is left over and thrown away: more is supplied than wanted even at price 0.");
    }
  }

  private void shut(String firm, FirmAccount account) {
    if (account.activity() == Activity.SHUT) {
      boolean known = Double.isFinite(account.margin());
      lines.add(
          firm
              + " is shut: "
              + (!known
                  ? "no plan would pay."
                  : account.margin() < 0
                      ? "its best plan would lose "
                          + Figures.percent(-account.margin())
                          + " of what it costs."
                      : "its best plan would just cover its cost."));
    }
  }

  /** What a firm chose besides its inputs. */
  private void choices(Firm firm) {
    var account = Objects.requireNonNull(equilibrium.firms().get(firm.name()));
    if (account.activity() == Activity.SHUT) {
      return;
    }
    for (var choice : firm.choices()) {
      var value = account.choices().get(choice.local());
      if (value != null) {
        lines.add(firm.name() + " chooses " + choice.local() + " = " + Figures.of(value) + ".");
      }
    }
  }

  private void rents(FirmAccount account) {
    account
        .rents()
        .forEach((capacity, rent) -> {
          if (rent > 0) {
            lines.add(capacity + " is used up: its rent is " + Figures.of(rent) + " a unit.");
          }
        });
  }

  private void unspent(String consumer, ConsumerAccount account) {
    if (account.unspent() != 0) {
      lines.add(
          consumer
              + " leaves "
              + Figures.of(account.unspent())
              + " of its income unspent: more of anything would not be better.");
    }
  }

  private void quality() {
    var worst = equilibrium.worst();
    lines.add(
        worst.value() == 0
            ? "Every condition holds exactly."
            : "Every condition holds to "
                + Figures.size(worst.value())
                + " of its size; the worst is '"
                + worst.condition()
                + "'.");
    lines.addAll(SearchedCode.lines(economy, equilibrium));
    if (!equilibrium.effort().method().equals(Solvers.standard().name())) {
      lines.add(
          "Found by the slower method, "
              + equilibrium.effort().method()
              + ", after "
              + equilibrium.effort().iterations()
              + " steps.");
    }
    var next = new Table().text("").text("").text("");
    next.row("Next:", "costate explain " + model, "why these are the prices");
    next.row("", "costate check " + model, "verifies them independently");
    lines.addAll(next.lines().subList(1, 3));
  }
}
