package dev.costate.dynamics.response;

import dev.costate.dynamics.kernel.Block;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.protocol.Herald;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.technology.Technology.Makes;
import dev.costate.equilibrium.technology.Technology.Nest;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The firms of a market that can be told prices together: those that make one good of a single
 * composite of goods they buy, without wedges or capacities.
 *
 * @param firms their names, in the order of the block
 */
public record Blocks(Block block, List<String> firms) {
  public Blocks {
    firms = List.copyOf(firms);
  }

  private record Technique(double elasticity, int parts) {}

  /**
   * One block for each elasticity and number of inputs, in the order of their first firms; none
   * where firms make to order or hear a herald.
   */
  public static List<Blocks> of(Economy economy, Dynamics dynamics, Sizes sizes) {
    boolean isByMargin =
        dynamics.supply() == Dynamics.Supply.BY_MARGIN
            && dynamics.herald(sizes.price(), sizes.quantity()).equals(Herald.SILENT);
    if (!isByMargin) {
      return List.of();
    }
    var goods = new LinkedHashMap<String, Integer>();
    for (var good : economy.goods()) {
      goods.put(good.name(), goods.size());
    }
    Map<Technique, List<Block.Member>> members = new LinkedHashMap<>();
    Map<Technique, List<String>> names = new LinkedHashMap<>();
    for (var firm : economy.firms()) {
      member(economy, firm, goods, sizes)
          .ifPresent(member -> {
            var technique = new Technique(member.index().elasticity(), member.inputs().length);
            members.computeIfAbsent(technique, _ -> new ArrayList<>()).add(member);
            names.computeIfAbsent(technique, _ -> new ArrayList<>()).add(firm.name());
          });
    }
    var rule = dynamics.levels(Conducts.LEAST * sizes.quantity());
    var blocks = new ArrayList<Blocks>();
    members.forEach((technique, all) ->
        blocks.add(new Blocks(Block.of(all, rule), names.getOrDefault(technique, List.of()))));
    return blocks;
  }

  private static Optional<Block.Member> member(
      Economy economy, Firm firm, Map<String, Integer> goods, Sizes sizes) {
    boolean isPlain =
        firm.capacities().isEmpty()
            && firm.outputs().size() == 1
            && firm.ports().stream().allMatch(port -> port.wedges().isEmpty());
    if (!isPlain) {
      return Optional.empty();
    }
    return TechnologyReader.ofFirm(economy.program(), firm.function(), 1)
        .filter(technology -> technology.activities().size() == 1)
        .map(technology -> technology.activities().getFirst())
        .flatMap(activity ->
            activity.uses() instanceof Part(Source.Nested(var nest), var per)
                    && per.value() == 1
                    && isFlat(nest)
                    && activity.makes() instanceof Makes.Jointly(var products)
                    && products.size() == 1
                ? Optional.of(
                    new Block.Member(
                        nest.index().settled(),
                        inputs(firm, nest, goods),
                        goods.getOrDefault(firm.outputs().getFirst().good(), -1),
                        products.getFirst().coefficient().value(),
                        firm.start().orElse(sizes.quantity())))
                : Optional.empty());
  }

  /** Whether its parts are inputs, each of them one, unit for unit. */
  private static boolean isFlat(Nest nest) {
    return nest.parts().stream()
            .allMatch(part -> part.per().value() == 1 && part.source() instanceof Source.Input)
        && nest.parts().stream().map(Part::source).distinct().count() == nest.parts().size();
  }

  private static int[] inputs(Firm firm, Nest nest, Map<String, Integer> goods) {
    return nest.parts().stream()
        .mapToInt(part ->
            part.source() instanceof Source.Input(int index)
                ? goods.getOrDefault(firm.inputs().get(index).good(), -1)
                : -1)
        .toArray();
  }
}
