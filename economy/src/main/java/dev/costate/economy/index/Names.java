package dev.costate.economy.index;

import dev.costate.economy.index.Instances.Instance;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.ConsumerLine.Amount;
import dev.costate.language.syntax.ConsumerLine.Endowment;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Reference;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has indices in a market, by kind. */
final class Names {
  private final Reports reports;
  private final Map<Kind, Families> families = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<String, Name>> first = new EnumMap<>(Kind.class);

  Names(Reports reports) {
    this.reports = reports;
    for (var kind : Kind.values()) {
      families.put(kind, new Families());
      first.put(kind, new HashMap<>());
    }
  }

  private Families families(Kind kind) {
    return families.getOrDefault(kind, new Families());
  }

  /**
   * Notes the members of what is declared.
   *
   * @param isWhole whether it is declared for a set, so that there are no others
   */
  void declare(Kind kind, Name name, List<Instance> members, boolean isWhole) {
    var base = name.text();
    for (var member : members) {
      families(kind).declare(base, member.name());
      var earlier = first.getOrDefault(kind, new HashMap<>()).putIfAbsent(member.name(), name);
      if (earlier != null) {
        reports.error(
            name.place(),
            "the %s '%s' is already declared at line %d"
                .formatted(kind.word(), member.name(), earlier.place().line()),
            "give the two declarations different members");
      }
    }
    families(kind).use(base);
    if (isWhole || kind != Kind.GOOD) {
      families(kind).close(base);
    }
  }

  /** Notes that a good has indices, since it is used with them. */
  void use(Port port) {
    use(port.good());
  }

  private void use(Reference good) {
    if (!good.indices().isEmpty()) {
      families(Kind.GOOD).use(good.name().text());
    }
  }

  void use(ConsumerDeclaration consumer) {
    for (var line : consumer.lines()) {
      switch (line) {
        case ConsumerLine.Owns owns ->
            owns.items()
                .forEach(item -> {
                  if (item instanceof Endowment endowment) {
                    use(endowment.good());
                  }
                });
        case ConsumerLine.Buys buys -> buys.goods().forEach(this::use);
        case ConsumerLine.Transfers transfers -> {
          if (transfers.amount() instanceof Amount.OfGood amount) {
            use(amount.good());
          }
        }
        case ConsumerLine.Saves saves -> use(saves.good());
        case ConsumerLine.Code _ -> {}
      }
    }
  }

  /** Parameters and unknowns only, as functions see them. */
  List<Families> ofNumbers() {
    return List.of(families(Kind.NUMBER));
  }

  /** Everything; goods before parameters. */
  List<Families> ofMarket() {
    return List.of(
        families(Kind.GOOD), families(Kind.NUMBER), families(Kind.FIRM), families(Kind.CONSUMER));
  }

  List<Families> of(Kind kind) {
    return List.of(families(kind));
  }

  /** Parameters and unknowns, and before them what has indices in one firm only. */
  List<Families> ofNumbersAnd(Families own) {
    return List.of(own, families(Kind.NUMBER));
  }
}
