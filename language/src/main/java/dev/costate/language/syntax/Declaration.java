package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;
import java.util.Optional;

/** What may stand at the left margin of a file. The place is the head line. */
public sealed interface Declaration {
  Place place();

  Trivia trivia();

  /** {@code function f(x, y):}. */
  record FunctionDeclaration(
      Name name, List<Name> parameters, Block body, Trivia trivia, Place place)
      implements Declaration {
    public FunctionDeclaration {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code good natgas:} and its lines; {@code closing} are comments after the last line. */
  record GoodDeclaration(
      Name name,
      List<Subscript> subscripts,
      List<GoodLine> lines,
      List<String> closing,
      Trivia trivia,
      Place place)
      implements Declaration {
    public GoodDeclaration {
      subscripts = List.copyOf(subscripts);
      lines = List.copyOf(lines);
      closing = List.copyOf(closing);
    }
  }

  /** {@code firm A makes y from x choosing cut in 0..1:} and where its code is. */
  record FirmDeclaration(
      Name name,
      List<Subscript> subscripts,
      List<Port> outputs,
      List<Port> inputs,
      List<Choice> choices,
      FirmBody body,
      Trivia trivia,
      Place place)
      implements Declaration {
    public FirmDeclaration {
      subscripts = List.copyOf(subscripts);
      outputs = List.copyOf(outputs);
      inputs = List.copyOf(inputs);
      choices = List.copyOf(choices);
    }

    /** The lines of its block; none if its code is elsewhere. */
    public List<FirmLine> lines() {
      return body instanceof FirmBody.Lines(var lines, _) ? lines : List.of();
    }
  }

  /**
   * {@code cut in 0..1}: what a firm chooses besides its inputs.
   *
   * @param each present for {@code [share[i] in 0..1 for i in product]}
   */
  record Choice(Reference name, Bounds bounds, Optional<Generator> each, Place place) {}

  /**
   * {@code firms from "firms.csv" with inputs "inputs.csv"}: as many firms as the table has rows.
   *
   * @param outputs what they make besides the good in the table of firms
   */
  record FirmTableDeclaration(
      Quoted firms, Quoted inputs, Optional<Quoted> outputs, Trivia trivia, Place place)
      implements Declaration {}

  /** {@code consumer households:} and its lines; {@code closing} are comments after the last. */
  record ConsumerDeclaration(
      Name name,
      List<Subscript> subscripts,
      List<ConsumerLine> lines,
      List<String> closing,
      Trivia trivia,
      Place place)
      implements Declaration {
    public ConsumerDeclaration {
      subscripts = List.copyOf(subscripts);
      lines = List.copyOf(lines);
      closing = List.copyOf(closing);
    }
  }

  /** {@code unknown u in 0..1: price(labor) >= 1.1}; {@code closing} are comments after it. */
  record UnknownDeclaration(
      Name name,
      List<Subscript> subscripts,
      Optional<Bounds> bounds,
      Condition condition,
      List<String> closing,
      Trivia trivia,
      Place place)
      implements Declaration {
    public UnknownDeclaration {
      subscripts = List.copyOf(subscripts);
      closing = List.copyOf(closing);
    }
  }

  /** {@code income(state) == 10}: what an unknown makes true. */
  record Condition(
      Expression left, Relation relation, Expression right, Trivia trivia, Place place) {}

  /** How the sides of a condition compare. */
  enum Relation {
    EQUAL("=="),
    AT_LEAST(">=");

    private final String text;

    Relation(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** {@code set region = north, south}, {@code set hour = 1..24}. */
  record SetDeclaration(Name name, Members members, Trivia trivia, Place place)
      implements Declaration {}

  /** {@code parameter payroll = 20%}, {@code parameter twice[h in hour] = 2*h}. */
  record ParameterDeclaration(
      Name name, List<Subscript> subscripts, Expression value, Trivia trivia, Place place)
      implements Declaration {
    public ParameterDeclaration {
      subscripts = List.copyOf(subscripts);
    }
  }

  /**
   * {@code parameter load[hour] from "load.csv" default 0}: numbers from a table.
   *
   * @param otherwise the value of what the table leaves out
   */
  record TableDeclaration(
      Name name,
      List<Subscript> subscripts,
      Quoted file,
      Optional<Expression> otherwise,
      Trivia trivia,
      Place place)
      implements Declaration {
    public TableDeclaration {
      subscripts = List.copyOf(subscripts);
    }
  }

  /** {@code numeraire bread}. */
  record NumeraireDeclaration(Reference good, Trivia trivia, Place place) implements Declaration {}

  /** {@code scenario shortage: natgas.supply = 3}, or a block of such lines. */
  record ScenarioDeclaration(
      Name name, List<Setting> settings, List<String> closing, Trivia trivia, Place place)
      implements Declaration {
    public ScenarioDeclaration {
      settings = List.copyOf(settings);
      closing = List.copyOf(closing);
    }
  }

  /** {@code natgas.supply = 3}: a parameter by its dotted name, and the value it takes. */
  record Setting(DottedName parameter, Expression value, Trivia trivia, Place place) {}
}
