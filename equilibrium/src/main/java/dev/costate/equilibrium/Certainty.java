package dev.costate.equilibrium;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.equilibrium.certify.Concavity;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How it is known that what a firm or a consumer does at an equilibrium is the best it can do. */
public enum Certainty {
  /** It is made of ready technologies, whose first-order conditions suffice. */
  TECHNOLOGY("technology"),
  /** The code is concave (a utility: quasi-concave), as its form shows: the conditions suffice. */
  CONCAVE("concave"),
  /**
   * The code is not known to be concave: no better plan is among the many that were compared, which
   * is no proof.
   */
  SEARCHED("searched");

  private final String word;

  Certainty(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }

  /** Of each firm, by name, in the order of the market. */
  public static Map<String, Certainty> ofFirms(Economy economy) {
    var disposals = new HashMap<String, Good.Disposal>();
    economy.goods().forEach(good -> disposals.put(good.name(), good.disposal()));
    var found = new LinkedHashMap<String, Certainty>();
    for (var firm : economy.firms()) {
      found.put(firm.name(), of(economy, firm, disposals));
    }
    return found;
  }

  private static Certainty of(Economy economy, Firm firm, Map<String, Good.Disposal> disposals) {
    var program = economy.program();
    boolean isPlain = firm.choices().isEmpty() && firm.capacities().isEmpty();
    if (isPlain
        && TechnologyReader.ofFirm(program, firm.function(), firm.outputs().size()).isPresent()) {
      return TECHNOLOGY;
    }
    return Concavity.isKnown(program, firm, disposals) ? CONCAVE : SEARCHED;
  }

  /** Of each consumer with a utility, by name, in the order of the market. */
  public static Map<String, Certainty> ofConsumers(Economy economy) {
    var program = economy.program();
    var found = new LinkedHashMap<String, Certainty>();
    for (var consumer : economy.consumers()) {
      consumer
          .utility()
          .ifPresent(utility -> {
            boolean isNest = TechnologyReader.ofUtility(program, utility).isPresent();
            var code = Concavity.isKnown(program, consumer) ? CONCAVE : SEARCHED;
            found.put(consumer.name(), isNest ? TECHNOLOGY : code);
          });
    }
    return found;
  }
}
