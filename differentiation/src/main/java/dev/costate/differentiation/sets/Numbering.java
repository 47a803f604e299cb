package dev.costate.differentiation.sets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The members that sets may have, numbered from 0 in the order in which they first appeared. */
final class Numbering<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> members = new ArrayList<>();

  /** The number of a member, a new one if it has none. */
  int numberOf(T member) {
    var known = numbers.putIfAbsent(member, members.size());
    if (known != null) {
      return known;
    }
    members.add(member);
    return members.size() - 1;
  }

  /** The number of a member, none if it never was in a set. */
  OptionalInt find(T member) {
    var known = numbers.get(member);
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  T member(int number) {
    return members.get(number);
  }
}
