package dev.costate.equilibrium.condition;

import dev.costate.economy.technology.WrittenOut;
import dev.costate.program.Program;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An agent's code whose numbers are arguments, behind the unknowns of the market.
 *
 * @param frozen the numbers on which it depends what code it is: an elasticity of 1, a share of 0
 */
public record Parametrised(FirmModel model, Set<String> frozen) {
  public Parametrised {
    frozen = Set.copyOf(frozen);
  }

  /**
   * @param settled the same code where its numbers are constants
   * @param unknowns those of the market
   * @param numbers the names of the constants that become arguments
   * @throws dev.costate.differentiation.NotDifferentiable if the code has no derivative in them
   */
  public static Parametrised of(
      Program written, FirmModel settled, Collection<String> unknowns, Set<String> numbers) {
    var frozen = new LinkedHashSet<String>();
    var split = SplitChoices.of(written, settled.declared(), numbers);
    frozen.addAll(split.frozen());
    var firm = split.firm();
    var out = WrittenOut.keeping(Slice.of(split.program(), firm.function()), numbers);
    frozen.addAll(out.frozen());
    var own = Slice.of(out.program(), firm.function());
    var lifted = Lifted.of(own, firm.function(), unknowns, numbers, frozen);
    var model = settled.in(firm, lifted, KinkRule.GENEROUS);
    if (model.kinks().size() != settled.kinks().size()
        || model.kinkSlacks() != settled.kinkSlacks()) {
      throw new IllegalStateException("the kinks of '%s' have moved".formatted(firm.name()));
    }
    return new Parametrised(model, frozen);
  }
}
