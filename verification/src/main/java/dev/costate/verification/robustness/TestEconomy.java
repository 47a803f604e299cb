package dev.costate.verification.robustness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A closed economy as plain data, and as the text of a file.
 *
 * @param goods factors first
 * @param starts prices at which the file says that the search begins
 */
record TestEconomy(
    String title,
    List<String> goods,
    List<TestFirm> firms,
    List<TestConsumer> consumers,
    Map<String, Double> starts) {
  TestEconomy {
    goods = List.copyOf(goods);
    firms = List.copyOf(firms);
    consumers = List.copyOf(consumers);
    starts = new TreeMap<>(starts);
  }

  /** A {@code .market} file. */
  String text() {
    var startLines =
        goods.stream()
            .filter(starts::containsKey)
            .map(good ->
                "good %s: start %s%n".formatted(good, Decimal.text(ByName.of(starts, good))));
    var head = "# %s%n%nnumeraire %s%n".formatted(title, goods.getFirst());
    return Stream.of(
            Stream.of(head, startLines.collect(Collectors.joining())),
            firms.stream().map(TestFirm::text),
            consumers.stream().map(TestConsumer::text))
        .flatMap(s -> s)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
