package dev.costate.verification.robustness;

import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.market.read.Reading;
import dev.costate.tables.CsvTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * An economy that is run out of equilibrium.
 *
 * @param kind of economy, as the table calls it
 * @param name of the file and scenario, or the seed
 */
record SettlingCase(String kind, String name, Economy economy) {
  /** Every market below a folder, and each of its scenarios. */
  static List<SettlingCase> files(Path folder) throws IOException {
    var cases = new ArrayList<SettlingCase>();
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".market")).sorted().toList();
    }
    for (var file : files) {
      var plain = read(file, List.of());
      if (!plain.isMarket()) {
        continue;
      }
      var name = folder.relativize(file).toString();
      cases.add(new SettlingCase("files in `examples`", name, plain));
      for (var scenario : plain.scenarios()) {
        cases.add(
            new SettlingCase(
                "files in `examples`",
                name + ", " + scenario.name(),
                read(file, List.of(scenario.name()))));
      }
    }
    return cases;
  }

  private static Economy read(Path file, List<String> scenarios) throws IOException {
    var reading =
        Reading.of(
            Source.of(file.toString(), Files.readString(file)),
            new Overrides(scenarios, List.of()),
            new CsvTables(file.resolveSibling(""), ""));
    return reading
        .elaborated()
        .orElseThrow(() -> new IllegalStateException(reading.diagnostics().toString()))
        .economy();
  }

  /**
   * Consumers with elasticities from 1 to 3 who own some of everything: all goods are gross
   * substitutes.
   */
  static SettlingCase grossSubstitutes(long seed) {
    var random = new Random(seed);
    return new SettlingCase(
        "exchange, all goods gross substitutes",
        Long.toString(seed),
        market(exchange(random, 1.01, 3.01, 1)));
  }

  /** Consumers with elasticities from 0.2 to 3 who own some goods and want them all. */
  static SettlingCase exchange(long seed) {
    var random = new Random(seed);
    return new SettlingCase(
        "exchange, elasticities from 0.2 to 3",
        Long.toString(seed),
        market(exchange(random, 0.2, 3, 0.6)));
  }

  /** As in {@link RandomEconomy}. */
  static SettlingCase production(long seed) {
    return new SettlingCase(
        "production, elasticities " + Recipe.of(seed).elasticities(),
        Long.toString(seed),
        market(RandomEconomy.of(seed).text()));
  }

  /**
   * @param owned the probability that a consumer owns some of a good
   */
  private static String exchange(Random random, double least, double most, double owned) {
    int goods = 2 + random.nextInt(6);
    int consumers = 2 + random.nextInt(4);
    var text = new StringBuilder();
    for (int c = 0; c < consumers; c++) {
      var owns = new ArrayList<String>();
      var weights = new ArrayList<String>();
      var names = new ArrayList<String>();
      for (int g = 0; g < goods; g++) {
        boolean isTheirs = g % consumers == c || random.nextDouble() < owned;
        var quantity = number(Math.exp(random.nextGaussian()));
        if (isTheirs) {
          owns.add("g" + g + " " + quantity);
        }
        names.add("g" + g);
        weights.add(number(Math.exp(random.nextGaussian())));
      }
      if (owns.isEmpty()) {
        owns.add("g0 " + number(Math.exp(random.nextGaussian())));
      }
      double elasticity = least + (most - least) * random.nextDouble();
      text.append(
          """
          consumer c%d:
              owns %s
              utility = ces(1, %s, [%s], [%s])
          """
              .formatted(
                  c,
                  String.join(", ", owns),
                  number(elasticity),
                  String.join(", ", weights),
                  String.join(", ", names)));
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static Economy market(String text) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("random.market", text), diagnostics);
    return Elaboration.elaborate(file, Overrides.NONE, diagnostics)
        .orElseThrow(() -> new IllegalStateException(diagnostics.all() + text));
  }
}
