package dev.costate.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.economy.index.Table;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.syntax.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTablesTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @TempDir private Path folder;

  private Optional<Table> read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Table> read(byte[] bytes) throws IOException {
    Files.write(folder.resolve("t.csv"), bytes);
    return named("t.csv");
  }

  private Optional<Table> named(String name) {
    var source = Source.of("m.market", "\"" + name + "\"");
    var place = new Place(source, 0, source.text().length());
    return new CsvTables(folder, "data/").read(new Quoted(name, place), diagnostics);
  }

  private List<String> errors() {
    return diagnostics.all().stream().map(d -> d.place() + " " + d.message()).toList();
  }

  @Test
  void cellsAreReadWithTheirPlaces() throws IOException {
    var table =
        read("\uFEFFhour, load ,name\n1,5,\"a, \"\"b\"\"\"\r\n\n 2 ,6,\"two\nlines\"\n3,7,x")
            .orElseThrow();
    assertThat(table.columns()).containsExactly("hour", "load", "name");
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.cell(0, 2)).isEqualTo("a, \"b\"");
    assertThat(table.cell(1, 0)).isEqualTo("2");
    assertThat(table.cell(1, 2)).isEqualTo("two\nlines");
    assertThat(table.place(0, 2)).hasToString("data/t.csv:2:5");
    assertThat(table.place(0, 2).text()).isEqualTo("\"a, \"\"b\"\"\"");
    assertThat(table.place(1, 2)).hasToString("data/t.csv:4:7");
    assertThat(table.place(2, 1)).hasToString("data/t.csv:6:3");
    assertThat(table.place(2, 2).text()).isEqualTo("x");
    assertThat(table.header().text()).isEqualTo("hour, load ,name");
  }

  @ParameterizedTest
  @CsvSource({"'hour;load\n1;5'", "'hour\tload\n1\t5'", "'hour,load\n1,5\n'"})
  void semicolonsAndTabsSeparateWhereThereAreNoCommas(String text) throws IOException {
    var table = read(text).orElseThrow();
    assertThat(table.columns()).containsExactly("hour", "load");
    assertThat(table.cell(0, 1)).isEqualTo("5");
    assertThat(table.place(0, 1)).hasToString("data/t.csv:2:3");
  }

  @Test
  void rowsOfAnotherWidthAreReported() throws IOException {
    assertThat(read("hour,load\n1,5\n2\n3,4,5\n")).isEmpty();
    assertThat(errors())
        .containsExactly(
            "data/t.csv:3:1 this row has 1 cell, and the line of names has 2",
            "data/t.csv:4:1 this row has 3 cells, and the line of names has 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | data/t.csv:1:1 this file is empty",
        "'a,a\n1,2' | data/t.csv:1:3 two columns are called 'a'",
      })
  void textsThatAreNoTableAreReported(String text, String error) throws IOException {
    assertThat(read(text)).isEmpty();
    assertThat(errors()).containsExactly(error);
  }

  @Test
  void brokenQuotesAreReportedFromTheirRowOn() throws IOException {
    assertThat(read("hour,load\n1,5\n2,\"6\"7\n")).isEmpty();
    assertThat(errors()).singleElement().asString().startsWith("data/t.csv:3:1 from here on");
  }

  @Test
  void filesThatCannotBeReadAreReportedWhereTheyAreNamed() throws IOException {
    assertThat(named("none.csv")).isEmpty();
    assertThat(errors()).containsExactly("m.market:1:1 there is no such file");
    assertThat(read(new byte[] {'a', (byte) 0xFF, '\n'})).isEmpty();
    assertThat(errors().getLast()).isEqualTo("m.market:1:1 this file is not UTF-8");
    assertThat(named(".")).isEmpty();
    assertThat(errors().getLast()).isEqualTo("m.market:1:1 this is a folder");
  }
}
