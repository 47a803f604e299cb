package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;
import java.util.Optional;

/**
 * A good that a firm makes or uses, or a consumer buys, with the name it has in the code: {@code
 * steel as scrap (tax 10% to state)}.
 *
 * @param each present for {@code [X[i] for i in product]}: one port for each member
 */
public record Port(
    Reference good,
    Optional<Name> alias,
    List<Wedge> wedges,
    Optional<Generator> each,
    Place place) {
  public Port {
    wedges = List.copyOf(wedges);
  }

  /** The name in the code; of a good with indices the name without them. */
  public Name local() {
    return alias.orElse(good.name());
  }
}
