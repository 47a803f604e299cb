package dev.costate.cli.show;

import dev.costate.cli.report.Figures;
import dev.costate.economy.Amount;
import dev.costate.economy.Wedge;
import dev.costate.economy.Wedge.Basis;
import dev.costate.economy.Wedge.Kind;
import dev.costate.equilibrium.stated.Calls;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Amounts and wedges in words. */
final class Wedges {
  private final Calls calls;
  private final MathWriter writer;

  Wedges(Calls calls, MathWriter writer) {
    this.calls = calls;
    this.writer = writer;
  }

  /** A number, or mathematics where it depends on the market. */
  String amount(Amount amount) {
    return writer.notation().inline(writer.of(calls.of(amount)));
  }

  /** {@code 20%}, or mathematics. */
  String fraction(Amount amount) {
    return amount instanceof Amount.Known(_, double value)
        ? writer.notation().prose(Figures.percent(value))
        : amount(amount);
  }

  /** {@code (tax 20% to state)} behind a good; nothing if there are none. */
  String behind(List<Wedge> wedges) {
    var shown = wedges.stream().filter(w -> !w.rate().isZero()).map(this::wedge).toList();
    return shown.isEmpty() ? "" : shown.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  private String wedge(Wedge wedge) {
    var kind = wedge.kind().name().toLowerCase(Locale.ROOT);
    var rate =
        wedge.basis() == Basis.UNIT ? amount(wedge.rate()) + " each" : fraction(wedge.rate());
    var toward = wedge.kind() == Kind.SUBSIDY ? " from " : " to ";
    return kind
        + " "
        + rate
        + wedge.receiver().map(r -> toward + writer.notation().prose(r)).orElse("");
  }
}
