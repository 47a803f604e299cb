package dev.costate.dynamics.protocol;

/** Whom a message is from or to. */
public record Address(Kind kind, String name) implements Comparable<Address> {
  /** What an agent is. */
  public enum Kind {
    MARKET,
    FIRM,
    CONSUMER
  }

  public static Address market(String good) {
    return new Address(Kind.MARKET, good);
  }

  public static Address firm(String name) {
    return new Address(Kind.FIRM, name);
  }

  public static Address consumer(String name) {
    return new Address(Kind.CONSUMER, name);
  }

  @Override
  public int compareTo(Address other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }
}
