package dev.costate.verification.robustness;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A firm that makes {@code products} at activity n = scale * technology^degree.
 *
 * @param degree 1 for constant returns, less for decreasing ones
 * @param levies by good, on what it buys and what it makes
 * @param start where the file says that the search begins
 */
record TestFirm(
    String name,
    Products products,
    double scale,
    double degree,
    Composite technology,
    Map<String, List<Levy>> levies,
    OptionalDouble start) {
  TestFirm {
    levies = Map.copyOf(levies);
  }

  List<Levy> levies(String good) {
    return levies.getOrDefault(good, List.of());
  }

  /** The goods that it buys. */
  List<String> inputs() {
    return technology.goods().toList();
  }

  /** The goods that it makes. */
  List<String> outputs() {
    return products.all().stream().map(Product::good).toList();
  }

  /** Its declaration. */
  String text() {
    var text = new StringBuilder("firm %s makes %s".formatted(name, ports(outputs())));
    text.append(" from %s:%n".formatted(ports(inputs())));
    text.append("    n = %s%n".formatted(level()));
    products.lines().forEach(line -> text.append("    %s%n".formatted(line)));
    start.ifPresent(level -> text.append("    start %s%n".formatted(Decimal.text(level))));
    return text.toString();
  }

  private String level() {
    var power =
        degree == 1
            ? technology.text()
            : "(%s)^%s".formatted(technology.text(), Decimal.text(degree));
    return scale == 1 ? power : Decimal.text(scale) + " * " + power;
  }

  private String ports(List<String> goods) {
    return goods.stream()
        .map(good -> good + Levy.texts(levies(good)))
        .collect(Collectors.joining(", "));
  }
}
