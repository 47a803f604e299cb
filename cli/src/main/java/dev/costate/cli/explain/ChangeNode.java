package dev.costate.cli.explain;

import dev.costate.equilibrium.change.Account;
import dev.costate.equilibrium.change.Change;
import dev.costate.equilibrium.change.Part;
import java.util.List;
import java.util.Optional;

/**
 * The change of a price as it is accounted for on one side of the market.
 *
 * @param price in the unit of account per unit
 * @param branches one account each of the whole change
 * @param ending whether something was left out
 */
record ChangeNode(String good, Change price, List<Branch> branches, Ending ending) {
  /** Whether a change is followed here. */
  enum Ending {
    NONE,
    /** The file gives the price. */
    GIVEN,
    /** It stands elsewhere in the tree. */
    SEEN,
    /** It is deeper than was asked for. */
    DEEPER
  }

  /** An account; its parts, if it has any, are the largest first, and none is zero. */
  record Branch(Account account, List<Twig> parts) {
    Branch {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a change.
   *
   * @param amount of the change of the price at the root, in the unit of account per unit
   * @param further where the change of another price comes from, if that is what changed
   */
  record Twig(Part part, double amount, Optional<ChangeNode> further) {}

  ChangeNode {
    branches = List.copyOf(branches);
  }

  /** How many accounts and parts stand in the tree. */
  int size() {
    int parts = branches.stream().mapToInt(branch -> branch.parts().size()).sum();
    return branches.size() + parts + further().stream().mapToInt(ChangeNode::size).sum();
  }

  /** Whether something was left out because it is too deep. */
  boolean isCut() {
    return ending == Ending.DEEPER || further().stream().anyMatch(ChangeNode::isCut);
  }

  private List<ChangeNode> further() {
    return branches.stream()
        .flatMap(branch -> branch.parts().stream())
        .flatMap(twig -> twig.further().stream())
        .toList();
  }
}
