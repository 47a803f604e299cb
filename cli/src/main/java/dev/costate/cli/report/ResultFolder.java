package dev.costate.cli.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.json.OutcomeJson;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.Outcome;
import dev.costate.runtime.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A result as files: tables for a spreadsheet, and all of it in JSON. */
public final class ResultFolder {
  private final Path folder;

  private ResultFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes {@code result.json}, and if there is an equilibrium {@code goods.csv}, {@code
   * firms.csv}, {@code plans.csv}, {@code consumers.csv}, {@code bundles.csv} and {@code
   * conditions.csv}, into a folder that is made if needed.
   *
   * @throws Refusal if that fails
   */
  public static void write(String name, Economy economy, Outcome outcome, Console console) {
    try {
      var folder = new ResultFolder(Files.createDirectories(console.path(name)));
      Files.writeString(
          folder.folder.resolve("result.json"),
          JsonText.indented(OutcomeJson.of(economy, outcome)));
      if (outcome instanceof Outcome.Solved(var equilibrium)) {
        folder.goods(economy, equilibrium);
        folder.firms(equilibrium);
        folder.plans(equilibrium);
        folder.consumers(equilibrium);
        folder.bundles(equilibrium);
        folder.conditions(equilibrium);
      }
    } catch (IOException problem) {
      throw Refusal.ofWhole(name, "results cannot be written there: " + problem, "");
    }
  }

  private CsvWriter csv(String file) throws IOException {
    return CsvWriter.builder().build(folder.resolve(file));
  }

  private void goods(Economy economy, Equilibrium equilibrium) throws IOException {
    try (var csv = csv("goods.csv")) {
      csv.writeRecord(
          "good",
          "label",
          "unit",
          "price",
          "quantity",
          "made",
          "endowed",
          "used",
          "from_outside",
          "to_outside",
          "disposed");
      for (var good : economy.goods()) {
        var account = Objects.requireNonNull(equilibrium.goods().get(good.name()));
        csv.writeRecord(
            good.name(),
            good.label(),
            good.unit(),
            NumberText.of(account.price()),
            NumberText.of(account.bought()),
            NumberText.of(account.made()),
            NumberText.of(account.endowed()),
            NumberText.of(account.used()),
            NumberText.of(account.fromOutside()),
            NumberText.of(account.toOutside()),
            NumberText.of(account.disposed()));
      }
    }
  }

  private void firms(Equilibrium equilibrium) throws IOException {
    try (var csv = csv("firms.csv")) {
      csv.writeRecord("firm", "activity", "profit", "margin");
      equilibrium
          .firms()
          .forEach((name, firm) ->
              csv.writeRecord(
                  name,
                  firm.activity().toString(),
                  NumberText.of(firm.profit()),
                  NumberText.of(firm.margin())));
    }
  }

  /** What each firm buys and makes: one line for each good. */
  private void plans(Equilibrium equilibrium) throws IOException {
    try (var csv = csv("plans.csv")) {
      csv.writeRecord("firm", "side", "good", "quantity");
      equilibrium
          .firms()
          .forEach((name, firm) -> {
            plan(csv, name, "input", firm.inputs());
            plan(csv, name, "output", firm.outputs());
          });
    }
  }

  private void consumers(Equilibrium equilibrium) throws IOException {
    try (var csv = csv("consumers.csv")) {
      csv.writeRecord("consumer", "income", "utility", "unspent");
      equilibrium
          .consumers()
          .forEach((name, consumer) ->
              csv.writeRecord(
                  name,
                  NumberText.of(consumer.income()),
                  NumberText.of(consumer.utility()),
                  NumberText.of(consumer.unspent())));
    }
  }

  /** What each consumer buys: one line for each good. */
  private void bundles(Equilibrium equilibrium) throws IOException {
    try (var csv = csv("bundles.csv")) {
      csv.writeRecord("consumer", "good", "quantity");
      equilibrium
          .consumers()
          .forEach((name, consumer) ->
              consumer
                  .buys()
                  .forEach(
                      (good, quantity) -> csv.writeRecord(name, good, NumberText.of(quantity))));
    }
  }

  private void conditions(Equilibrium equilibrium) throws IOException {
    try (var csv = csv("conditions.csv")) {
      csv.writeRecord("condition", "kind", "at", "multiplier", "slack", "violation");
      for (var condition : equilibrium.conditions()) {
        csv.writeRecord(
            condition.text(),
            condition.kind(),
            condition.at(),
            NumberText.of(condition.variable()),
            NumberText.of(condition.slack()),
            NumberText.of(condition.violation()));
      }
    }
  }

  private static void plan(
      CsvWriter csv, String firm, String side, Map<String, Double> quantities) {
    quantities.forEach(
        (good, quantity) -> csv.writeRecord(firm, side, good, NumberText.of(quantity)));
  }
}
