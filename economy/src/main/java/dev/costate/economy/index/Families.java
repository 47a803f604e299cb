package dev.costate.economy.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What has indices, and which members of it there are. */
final class Families {
  /** A family of indexed things of one kind. */
  private static final class Family {
    private final Set<String> members = new HashSet<>();
    private boolean closed;
  }

  private final Map<String, Family> families = new HashMap<>();

  /** A name that is used with indices; which members it has is not said. */
  void use(String base) {
    families.computeIfAbsent(base, _ -> new Family());
  }

  /** A member that is declared. */
  void declare(String base, String member) {
    families.computeIfAbsent(base, _ -> new Family()).members.add(member);
  }

  /** There are no members but the declared ones. */
  void close(String base) {
    families.computeIfAbsent(base, _ -> new Family()).closed = true;
  }

  boolean has(String base) {
    return families.containsKey(base);
  }

  /** Whether there may be such a member. */
  boolean allows(String base, String member) {
    var family = families.get(base);
    return family == null || !family.closed || family.members.contains(member);
  }
}
