package dev.costate.exchange;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Port;
import java.util.List;
import java.util.Set;

/**
 * A place for a firm from outside.
 *
 * @param ports its inputs, then its outputs
 * @param owners consumers, whom it tells what profit they may plan with
 */
public record Seat(Address firm, List<Port> ports, Set<Address> owners) {
  public Seat {
    ports = List.copyOf(ports);
    owners = Set.copyOf(owners);
  }
}
