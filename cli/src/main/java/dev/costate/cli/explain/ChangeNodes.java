package dev.costate.cli.explain;

import dev.costate.cli.explain.ChangeNode.Branch;
import dev.costate.cli.explain.ChangeNode.Ending;
import dev.costate.cli.explain.ChangeNode.Twig;
import dev.costate.equilibrium.change.Account;
import dev.costate.equilibrium.change.Account.Explained;
import dev.costate.equilibrium.change.Part;
import dev.costate.equilibrium.change.Part.Cause;
import dev.costate.equilibrium.change.PriceChanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Follows the change of a price through the accounts of one side of the market. */
final class ChangeNodes {
  /** Which side of the market accounts for a change. */
  enum View {
    USERS,
    MAKERS;

    private List<Account> accounts(PriceChanges changes, String good) {
      return this == USERS ? changes.users(good) : changes.makers(good);
    }

    /** Whether a part is the change of a price that this side accounts for as well. */
    private boolean follows(Part part) {
      return part.cause() == (this == USERS ? Cause.OUTPUT_PRICE : Cause.INPUT_PRICE);
    }
  }

  /** A tree with more accounts and parts is not read to its end. */
  private static final int MOST_LINES = 100;

  /** What is below this fraction of a change is nothing. */
  private static final double NOTHING = 1e-9;

  private final PriceChanges changes;
  private final View view;

  /** How many firms deep a change was followed; more where nothing was cut below it. */
  private final Map<String, Integer> followed = new HashMap<>();

  ChangeNodes(PriceChanges changes, View view) {
    this.changes = changes;
    this.view = view;
  }

  /**
   * The tree of a change.
   *
   * @param depth how many firms deep, 0 for the accounts without their parts; without one as far as
   *     there are firms, in a large market as far as the tree can be read
   */
  ChangeNode of(String good, OptionalInt depth) {
    if (depth.isPresent()) {
      return root(good, depth.getAsInt());
    }
    var tree = root(good, 1);
    if (tree.size() > MOST_LINES) {
      return root(good, 0);
    }
    for (int deeper = 2; tree.isCut(); deeper++) {
      var next = root(good, deeper);
      if (next.size() > MOST_LINES) {
        return tree;
      }
      tree = next;
    }
    return tree;
  }

  private ChangeNode root(String good, int depth) {
    followed.clear();
    if (depth > 0) {
      return node(good, 1, depth);
    }
    var branches =
        view.accounts(changes, good).stream().map(a -> new Branch(a, List.of())).toList();
    return new ChangeNode(good, changes.price(good), branches, Ending.DEEPER);
  }

  /**
   * @param factor what one unit of this change is of the change at the root
   */
  private ChangeNode node(String good, double factor, int depth) {
    boolean isRoot = followed.isEmpty();
    var price = changes.price(good);
    if (changes.isGiven(good) && !isRoot) {
      return new ChangeNode(good, price, List.of(), Ending.GIVEN);
    }
    if (followed.containsKey(good) && followed.getOrDefault(good, 0) >= depth) {
      return new ChangeNode(good, price, List.of(), Ending.SEEN);
    }
    var accounts = view.accounts(changes, good);
    if (depth == 0) {
      boolean isEnd = accounts.stream().allMatch(a -> a.party() instanceof Account.Party.Outsiders);
      return new ChangeNode(
          good,
          price,
          isEnd ? branches(accounts, price.delta(), factor, 0) : List.of(),
          isEnd ? Ending.NONE : Ending.DEEPER);
    }
    followed.put(good, Integer.MAX_VALUE);
    var node =
        new ChangeNode(good, price, branches(accounts, price.delta(), factor, depth), Ending.NONE);
    followed.put(good, node.isCut() ? depth : Integer.MAX_VALUE);
    return node;
  }

  private List<Branch> branches(List<Account> accounts, double change, double factor, int depth) {
    var branches = new ArrayList<Branch>();
    for (var account : accounts) {
      var parts =
          account instanceof Explained(_, _, var all)
              ? all.stream()
                  .filter(p -> Math.abs(p.amount()) > NOTHING * Math.abs(change))
                  .sorted(Comparator.comparingDouble(p -> -Math.abs(p.amount())))
                  .map(part -> twig(part, factor, depth))
                  .toList()
              : List.<Twig>of();
      branches.add(new Branch(account, parts));
    }
    return branches;
  }

  private Twig twig(Part part, double factor, int depth) {
    double amount = factor * part.amount();
    return new Twig(
        part,
        amount,
        view.follows(part)
            ? Optional.of(node(part.subject(), amount / part.of().delta(), depth - 1))
            : Optional.empty());
  }
}
