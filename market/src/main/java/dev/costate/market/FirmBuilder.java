package dev.costate.market;

import static dev.costate.market.Composition.number;
import static dev.costate.market.Composition.oneLine;

import java.util.ArrayList;
import java.util.List;

/**
 * A firm: it takes prices as given and chooses its inputs, and what it is {@code choosing}, to
 * maximise profit. Its code is language text: every output must be assigned, and inside of it the
 * name of a good is its quantity. A good may be indexed ({@code power[3]}); where a number is
 * expected an expression of the language may stand instead.
 */
public final class FirmBuilder {
  private final String element;
  private final String name;
  private final List<Port> outputs = new ArrayList<>();
  private final List<Port> inputs = new ArrayList<>();
  private final List<String> choices = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private String elsewhere = "";

  private record Port(String element, String good, List<Wedge> wedges) {}

  private sealed interface Line {
    record Code(String text) implements Line {}

    record Other(String what, String text) implements Line {}
  }

  FirmBuilder(String name) {
    this.name = name;
    element = "firm " + name;
  }

  /** What it makes. */
  public FirmBuilder makes(String good, String... more) {
    makes(good, List.of());
    for (var other : more) {
      makes(other, List.of());
    }
    return this;
  }

  /** A good that it makes, with what stands between the market price and what the firm keeps. */
  public FirmBuilder makes(String good, Wedge first, Wedge... more) {
    return makes(good, listed(first, more));
  }

  /** A good that it makes, under another name in its code. */
  public FirmBuilder makesAs(String good, String local, Wedge... wedges) {
    return makes(good + " as " + local, List.of(wedges));
  }

  private FirmBuilder makes(String good, List<Wedge> wedges) {
    outputs.add(new Port(element + ", makes " + oneLine(good), good, wedges));
    return this;
  }

  /** What it buys. */
  public FirmBuilder from(String good, String... more) {
    from(good, List.of());
    for (var other : more) {
      from(other, List.of());
    }
    return this;
  }

  /** A good that it buys, with what stands between the market price and what the firm pays. */
  public FirmBuilder from(String good, Wedge first, Wedge... more) {
    return from(good, listed(first, more));
  }

  /** A good that it buys, under another name in its code; so a firm may use what it makes. */
  public FirmBuilder fromAs(String good, String local, Wedge... wedges) {
    return from(good + " as " + local, List.of(wedges));
  }

  private FirmBuilder from(String good, List<Wedge> wedges) {
    inputs.add(new Port(element + ", buys " + oneLine(good), good, wedges));
    return this;
  }

  private static List<Wedge> listed(Wedge first, Wedge... more) {
    var all = new ArrayList<Wedge>();
    all.add(first);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /** A number between bounds that it chooses besides its inputs. */
  public FirmBuilder choosing(String choice, double from, double to) {
    return choosing(choice, number(from) + ".." + number(to));
  }

  /**
   * The same with bounds as the language writes them: {@code 0..1}, {@code 0..}, {@code ..limit}.
   */
  public FirmBuilder choosing(String choice, String bounds) {
    choices.add(choice + " in " + bounds);
    return this;
  }

  /** Lines of code that assign the outputs. */
  public FirmBuilder code(String code) {
    lines.add(new Line.Code(code));
    return this;
  }

  /** A limit on its plans: {@code capacity("output <= 100")}; its rent is the firm's. */
  public FirmBuilder capacity(String limit) {
    lines.add(new Line.Other("capacity", "capacity " + limit));
    return this;
  }

  /** The size of the plan at which the search begins. */
  public FirmBuilder start(double size) {
    return start(number(size));
  }

  /** The size of the plan at which the search begins. */
  public FirmBuilder start(String size) {
    lines.add(new Line.Other("start", "start " + size));
    return this;
  }

  /** It joins from outside. */
  public FirmBuilder outside() {
    elsewhere = ": outside";
    return this;
  }

  /** Its code is a Java method: {@code com.acme.Moulding#output}. */
  public FirmBuilder java(String method) {
    elsewhere = " = java " + method;
    return this;
  }

  /** Writes the declaration, with a line end behind it. */
  void compose(Composition text) {
    if (outputs.isEmpty()) {
      text.leaveOut(
          element, "firm '%s' makes nothing".formatted(name), "say what: .makes(\"bread\")");
      return;
    }
    if (lines.isEmpty() && elsewhere.isEmpty()) {
      text.leaveOut(
          element,
          "firm '%s' has no code".formatted(name),
          "say how much it makes: .code(\"%s = …\")".formatted(outputs.getFirst().good()));
      return;
    }
    text.words(element, "firm ").fragment(element, name);
    ports(" makes ", outputs, text);
    ports(" from ", inputs, text);
    var word = " choosing ";
    for (var choice : choices) {
      text.words(element, word).fragment(element + ", chooses " + choice, choice);
      word = ", ";
    }
    if (!elsewhere.isEmpty()) {
      text.fragment(element, elsewhere).words(element, "\n");
      return;
    }
    text.words(element, ":\n");
    for (var line : lines) {
      switch (line) {
        case Line.Code(var code) -> text.code(element + ", code", code, 1);
        case Line.Other(var what, var limit) -> text.line(element + ", " + what, limit);
      }
    }
  }

  private void ports(String first, List<Port> ports, Composition text) {
    var word = first;
    for (var port : ports) {
      text.words(element, word).fragment(port.element(), port.good());
      port.wedges().forEach(wedge -> wedge.compose(port.element(), text));
      word = ", ";
    }
  }
}
