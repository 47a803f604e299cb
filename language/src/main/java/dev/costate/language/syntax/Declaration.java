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
      Name name, List<GoodLine> lines, List<String> closing, Trivia trivia, Place place)
      implements Declaration {
    public GoodDeclaration {
      lines = List.copyOf(lines);
      closing = List.copyOf(closing);
    }
  }

  /**
   * {@code firm A makes y from x:} and its lines; {@code closing} are comments after the last line.
   */
  record FirmDeclaration(
      Name name,
      List<Port> outputs,
      List<Port> inputs,
      List<FirmLine> lines,
      List<String> closing,
      Trivia trivia,
      Place place)
      implements Declaration {
    public FirmDeclaration {
      outputs = List.copyOf(outputs);
      inputs = List.copyOf(inputs);
      lines = List.copyOf(lines);
      closing = List.copyOf(closing);
    }
  }

  /**
   * A good that a firm makes or uses, and the name it has in the firm's code: {@code steel as
   * scrap}.
   */
  record Port(Name good, Optional<Name> alias, Place place) {
    /** The name in the firm's code. */
    public Name local() {
      return alias.orElse(good);
    }
  }

  /** {@code parameter payroll = 20%}. */
  record ParameterDeclaration(Name name, Expression value, Trivia trivia, Place place)
      implements Declaration {}

  /** {@code numeraire bread}. */
  record NumeraireDeclaration(Name good, Trivia trivia, Place place) implements Declaration {}

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
  record Setting(Name parameter, Expression value, Trivia trivia, Place place) {}
}
