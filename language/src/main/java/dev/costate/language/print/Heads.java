package dev.costate.language.print;

import dev.costate.language.syntax.Bounds;
import dev.costate.language.syntax.Declaration.Choice;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.DottedName;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Reference;
import dev.costate.language.syntax.Subscript;
import dev.costate.language.syntax.Wedge;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what stands in the heads of declarations and in lists of goods. */
final class Heads {
  private Heads() {}

  static String firm(FirmDeclaration firm) {
    var head = new StringBuilder("firm ").append(name(firm.name(), firm.subscripts()));
    head.append(" makes ").append(ports(firm.outputs()));
    if (!firm.inputs().isEmpty()) {
      head.append(" from ").append(ports(firm.inputs()));
    }
    if (!firm.choices().isEmpty()) {
      head.append(" choosing ");
      head.append(firm.choices().stream().map(Heads::choice).collect(Collectors.joining(", ")));
    }
    return head.toString();
  }

  static String ports(List<Port> ports) {
    return ports.stream().map(Heads::port).collect(Collectors.joining(", "));
  }

  private static String port(Port port) {
    var alias = port.alias().map(name -> " as " + name).orElse("");
    return each(reference(port.good()) + alias + wedges(port.wedges()), port.each());
  }

  private static String choice(Choice choice) {
    return each(reference(choice.name()) + " in " + bounds(choice.bounds()), choice.each());
  }

  /** An item, in square brackets if it stands for several. */
  static String each(String item, Optional<Generator> generator) {
    return generator.map(g -> "[" + item + ExpressionPrinter.text(g) + "]").orElse(item);
  }

  /** Wedges with a space before each. */
  static String wedges(List<Wedge> wedges) {
    return wedges.stream().map(wedge -> " (" + wedge(wedge) + ")").collect(Collectors.joining());
  }

  private static String wedge(Wedge wedge) {
    return switch (wedge) {
      case Wedge.Tax(var rate, var basis, var receiver, _) ->
          "tax " + rate(rate, basis) + " to " + reference(receiver);
      case Wedge.Subsidy(var rate, var basis, var payer, _) ->
          "subsidy " + rate(rate, basis) + " from " + reference(payer);
      case Wedge.Markup(var rate, _) -> "markup " + ExpressionPrinter.text(rate);
    };
  }

  private static String rate(Expression rate, Wedge.Basis basis) {
    return ExpressionPrinter.text(rate) + (basis == Wedge.Basis.EACH ? " each" : "");
  }

  static String reference(Reference reference) {
    return reference.indices().isEmpty()
        ? reference.name().text()
        : ExpressionPrinter.text(
            new Expression.Index(
                new Expression.Read(reference.name()), reference.indices(), reference.place()));
  }

  static String name(Name name, List<Subscript> subscripts) {
    return subscripts.isEmpty()
        ? name.text()
        : subscripts.stream()
            .map(Heads::subscript)
            .collect(Collectors.joining(", ", name + "[", "]"));
  }

  private static String subscript(Subscript subscript) {
    return switch (subscript) {
      case Subscript.At(var index) -> ExpressionPrinter.text(index);
      case Subscript.Over(var counter) -> counter.name() + " in " + members(counter.members());
    };
  }

  static String members(Members members) {
    return ExpressionPrinter.text(members);
  }

  static String bounds(Bounds bounds) {
    return bounds.from().map(ExpressionPrinter::bound).orElse("")
        + ".."
        + bounds.to().map(ExpressionPrinter::bound).orElse("");
  }

  static String dotted(DottedName name) {
    return name.parts().stream()
        .map(part -> name(part.name(), part.subscripts()))
        .collect(Collectors.joining("."));
  }
}
