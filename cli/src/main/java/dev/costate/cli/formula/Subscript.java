package dev.costate.cli.formula;

import java.util.stream.Collectors;

/** Names with small numbers. */
public final class Subscript {
  private Subscript() {}

  /** {@code x₂}. */
  public static String of(String name, int number) {
    return Integer.toString(number)
        .chars()
        .mapToObj(digit -> Character.toString('₀' + digit - '0'))
        .collect(Collectors.joining("", name, ""));
  }
}
