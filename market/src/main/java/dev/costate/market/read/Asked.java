package dev.costate.market.read;

import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Suggestion;
import dev.costate.economy.TotalSurplus;
import dev.costate.economy.Unknown;
import dev.costate.equilibrium.sensitivity.Measure;
import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is asked of a market in words: one measure ({@code price bread}, {@code welfare}), or an
 * expression of several ({@code income(state) - 0.5 * price(bread)}).
 *
 * @param measure what was asked for; empty if there are errors
 * @param diagnostics every error, at its place in the words
 */
public record Asked(Optional<Measure> measure, List<Diagnostic> diagnostics) {
  /** Two words, the second with indices perhaps: no expression looks like that. */
  private static final Pattern OF_ONE =
      Pattern.compile(
          "\\s*([\\p{L}_]\\w*)\\s+([\\p{L}_]\\w*(?:\\s*\\[.*])?)\\s*",
          Pattern.UNICODE_CHARACTER_CLASS);

  public Asked {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads the words.
   *
   * @param market without errors
   */
  public static Asked of(Source words, Reading market) {
    var diagnostics = new Diagnostics();
    var asked = new Asking(words, market, economy(market), diagnostics).measure();
    return new Asked(diagnostics.hasErrors() ? Optional.empty() : asked, diagnostics.all());
  }

  private static Economy economy(Reading market) {
    return market
        .elaborated()
        .orElseThrow(() -> new IllegalArgumentException("the market has errors"))
        .economy();
  }

  private record Asking(Source words, Reading market, Economy economy, Diagnostics diagnostics) {
    Optional<Measure> measure() {
      var ofOne = OF_ONE.matcher(words.text());
      if (ofOne.matches()) {
        return ofOne(
            new Place(words, ofOne.start(1), ofOne.end(1)),
            new Place(words, ofOne.start(2), ofOne.end(2)));
      }
      var word = words.text().strip();
      boolean isTaken =
          economy.parameters().containsKey(word)
              || economy.unknowns().stream().anyMatch(unknown -> unknown.name().equals(word));
      return Measure.KINDS.contains(word) && !isTaken
          ? alone(
              new Place(words, words.text().indexOf(word), words.text().stripTrailing().length()))
          : expression();
    }

    private Optional<Measure> ofOne(Place kind, Place name) {
      var subject = name.text().replaceAll("\\s", "");
      var measure = Measure.named(kind.text(), subject);
      if (measure.isEmpty()) {
        diagnostics.error(
            kind,
            "there is no outcome '%s'".formatted(kind.text()),
            "there is " + String.join(", ", new TreeSet<>(Measure.KINDS)));
      } else if (isOfAll(measure.get())) {
        diagnostics.error(
            name, "'%s' is of the whole market".formatted(kind.text()), "write: " + kind.text());
      } else if (!subjects(measure.get()).contains(subject)) {
        diagnostics.error(
            name,
            "there is no '%s' here that has a '%s'".formatted(subject, kind.text()),
            Suggestion.of(subject, subjects(measure.get())));
      }
      return measure;
    }

    private Optional<Measure> alone(Place kind) {
      var measure = Measure.named(kind.text(), "");
      if (measure.filter(this::isOfAll).isPresent()) {
        check(measure.get(), kind);
        return measure;
      }
      var known = subjects(measure.orElseThrow());
      diagnostics.error(
          kind,
          "'%s' of what?".formatted(kind.text()),
          "write: %s %s".formatted(kind.text(), known.isEmpty() ? "NAME" : known.getFirst()));
      return Optional.empty();
    }

    private Optional<Measure> expression() {
      var parsed = Parser.parseExpression(words, diagnostics);
      if (diagnostics.hasErrors() || parsed.isEmpty()) {
        return Optional.empty();
      }
      var question =
          Elaboration.question(
              market.file(),
              parsed.get(),
              market.overrides(),
              new CodeDerivatives(),
              market.tables(),
              diagnostics);
      var answer = question.map(found -> Measure.Answer.of(words.text().strip(), found));
      answer.ifPresent(
          found -> found.readings().forEach(reading -> check(reading, parsed.get().place())));
      return answer.map(found -> found);
    }

    /** Whether the market has what is asked for. */
    private void check(Measure measure, Place place) {
      switch (measure) {
        case Measure.Surplus() ->
            TotalSurplus.obstacle(economy)
                .ifPresent(reason ->
                    diagnostics.error(
                        place,
                        "this market has no total surplus: " + reason,
                        economy.consumers().isEmpty() ? "" : "ask for welfare"));
        case Measure.Welfare() -> {
          if (economy.consumers().stream().allMatch(consumer -> consumer.utility().isEmpty())) {
            diagnostics.error(
                place,
                "nobody in this market has a utility",
                "where outsiders trade alone, ask for surplus");
          }
        }
        case Measure.Utility(var consumer) -> {
          if (!subjects(measure).contains(consumer)) {
            diagnostics.error(
                place,
                "consumer '%s' has no utility".formatted(consumer),
                Suggestion.of(consumer, subjects(measure)));
          }
        }
        default -> {
          // Its name has been found.
        }
      }
    }

    private boolean isOfAll(Measure measure) {
      return measure instanceof Measure.Welfare || measure instanceof Measure.Surplus;
    }

    /** What there may be a measure of this kind of. */
    private List<String> subjects(Measure measure) {
      return names(measure).toList();
    }

    private Stream<String> names(Measure measure) {
      return switch (measure) {
        case Measure.Price _, Measure.Quantity _ -> economy.goods().stream().map(Good::name);
        case Measure.Utility _ ->
            economy.consumers().stream()
                .filter(consumer -> consumer.utility().isPresent())
                .map(Consumer::name);
        case Measure.Income _, Measure.Taxes _ -> economy.consumers().stream().map(Consumer::name);
        case Measure.Profit _, Measure.Level _ -> economy.firms().stream().map(Firm::name);
        case Measure.UnknownValue _ -> economy.unknowns().stream().map(Unknown::name);
        case Measure.Welfare _, Measure.Surplus _, Measure.Answer _ -> Stream.of();
      };
    }
  }
}
