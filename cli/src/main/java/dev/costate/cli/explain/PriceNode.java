package dev.costate.cli.explain;

import dev.costate.economy.Firm;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import java.util.List;

/**
 * A price, and what each use of the good is worth.
 *
 * @param price in the unit of account per unit
 * @param hidden how many uses by firms were left out because they are deeper than was asked for
 */
record PriceNode(String good, double price, Ground ground, List<Use> uses, int hidden) {
  /** Why a price is known without looking further, if it is. */
  enum Ground {
    /** It is what its uses are worth, which stands below it. */
    USES,
    /** The file gives it. */
    GIVEN,
    /** No firm buys it: it is what outsiders pay. */
    OUTSIDERS,
    /** It stands elsewhere in the tree. */
    SEEN
  }

  /** Who uses a good. */
  sealed interface Use {
    /**
     * A firm that may buy it.
     *
     * @param input which of its inputs
     * @param marginals the first-order conditions of that input
     * @param outputs the prices of what it makes; none where only the uses of the good itself were
     *     asked for
     */
    record ByFirm(Firm firm, int input, List<InputMarginal> marginals, List<PriceNode> outputs)
        implements Use {
      public ByFirm {
        marginals = List.copyOf(marginals);
        outputs = List.copyOf(outputs);
      }
    }

    /** A consumer that buys a quantity, or keeps it. */
    record ByConsumer(String consumer, double quantity) implements Use {}

    /** Outsiders that buy a quantity. */
    record ByOutsiders(double quantity) implements Use {}
  }

  PriceNode {
    uses = List.copyOf(uses);
  }

  /** How many uses by firms stand in the tree. */
  int firmUses() {
    int count = 0;
    for (var use : uses) {
      if (use instanceof Use.ByFirm(_, _, _, var outputs)) {
        count += 1 + outputs.stream().mapToInt(PriceNode::firmUses).sum();
      }
    }
    return count;
  }

  /** Whether something was left out because it is too deep. */
  boolean isCut() {
    return hidden > 0
        || uses.stream()
            .anyMatch(use ->
                use instanceof Use.ByFirm(_, _, _, var outputs)
                    && outputs.stream().anyMatch(PriceNode::isCut));
  }
}
