package dev.costate.cli.diagram;

import java.util.stream.Collectors;

/** A picture in words, for those who cannot see it. */
final class Description {
  private Description() {}

  static String of(Picture picture) {
    var forward =
        picture.nodes().stream()
            .map(n -> n.name() + " = " + ValueText.of(n.value()))
            .collect(Collectors.joining(", "));
    var backward =
        picture.nodes().reversed().stream()
            .map(n -> n.back() + " = " + ValueText.of(n.returned()))
            .collect(Collectors.joining(", "));
    return "Two rows. Above, from left to right, %s: %s. Below, from right to left, %s: %s."
        .formatted(picture.forward(), forward, picture.backward(), backward);
  }
}
