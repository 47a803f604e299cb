package dev.costate.economy.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.print.Formatter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final String LOAD = "set hour = 1..3\nparameter load[hour] from \"load.csv\"\n";
  private static final String FIRMS = "firms from \"f.csv\" with inputs \"i.csv\"\n";

  private final Diagnostics diagnostics = new Diagnostics();
  private final MemoryTables tables = new MemoryTables();

  private String expanded(String text) {
    var file = Parser.parse(Source.of("m.market", text), diagnostics);
    return Expansion.expand(file, List.of(), tables, diagnostics)
        .map(found ->
            found.declarations().stream().map(Formatter::print).collect(Collectors.joining()))
        .orElse("");
  }

  private List<String> errors(String text) {
    expanded(text);
    return diagnostics.all().stream()
        .map(d ->
            "%s:%d:%d %s"
                .formatted(
                    d.place().source().name(), d.place().line(), d.place().column(), d.message()))
        .toList();
  }

  @Test
  void eachRowGivesAParameterInTheOrderOfTheSet() {
    tables.with("load.csv", "load, hour, wind", "0.5,3,1", "1e2,01,1", "20%,2,1");
    assertThat(expanded(LOAD))
        .isEqualTo("parameter load[1] = 1e2\nparameter load[2] = 20%\nparameter load[3] = 0.5\n");
  }

  @Test
  void severalIndicesAreSeveralColumnsUnderTheNamesOfSetsOrCounters() {
    tables.with("flow.csv", "a,region,flow", "north,south,1", "south,north,2");
    assertThat(
            expanded(
                """
                set region = north, south
                parameter flow[a in region, region] from "flow.csv" default -1
                """))
        .isEqualTo(
            """
            parameter flow[north,north] = -1
            parameter flow[north,south] = 1
            parameter flow[south,north] = 2
            parameter flow[south,south] = -1
            """);
  }

  @Test
  void whatATableLeavesOutIsNamedUnlessThereIsADefault() {
    tables.with("load.csv", "hour,load", "2,5", "3,");
    assertThat(errors(LOAD))
        .containsExactly("m.market:2:27 \"load.csv\" leaves out 2 of 3 values: load[1], load[3]");
  }

  @Test
  void wrongCellsAreReportedWhereTheyStand() {
    tables.with("load.csv", "hour,load", "1,5", "4,6", "2,x", "1,7", "3,\"1", ",3");
    assertThat(errors(LOAD))
        .containsExactly(
            "load.csv:3:1 '4' is no member of 'hour'",
            "load.csv:4:3 'x' is no number",
            "load.csv:5:1 'load[1]' is there twice, first at line 2",
            "load.csv:6:3 '\"1' is no number",
            "load.csv:7:1 a member of 'hour' is missing");
  }

  @Test
  void missingColumnsAreReportedAtTheNames() {
    tables.with("load.csv", "hour,lod", "1,5");
    assertThat(errors(LOAD)).containsExactly("load.csv:1:1 no column is called 'load'");
    assertThat(diagnostics.all().getFirst().hint()).isEqualTo("did you mean 'lod'?");
  }

  @Test
  void twoIndicesOverOneSetNeedNamesOfTheirOwn() {
    tables.with("flow.csv", "region,flow", "north,1");
    assertThat(
            errors("set region = north, south\nparameter flow[region, region] from \"flow.csv\"\n"))
        .containsExactly("m.market:2:11 two indices of 'flow' would be in one column");
  }

  @Test
  void firmsOfATableAreOrdinaryFirms() {
    tables
        .with(
            "f.csv",
            "firm,makes,technology,scale,elasticity",
            "Mill,flour,cobb_douglas,2,",
            "Bakery,bread,ces,,0.5",
            "Steel,steel,leontief,3,",
            "Own,x,mine,4,1")
        .with(
            "i.csv",
            "firm,good,share",
            "Mill,wheat,0.3",
            "Bakery,flour,0.4",
            "Mill,labor,0.7",
            "Bakery,labor,0.6",
            "Steel,steel,0.1",
            "Steel,ore[1],2",
            "Own,labor,1");
    assertThat(expanded(FIRMS + "function mine(scale, inputs): return scale * inputs[1]\n"))
        .isEqualTo(
            """
            firm Mill makes flour from wheat, labor:
                flour = cobb_douglas(2, [0.3, 0.7], [wheat, labor])
            firm Bakery makes bread from flour, labor:
                bread = ces(1, 0.5, [0.4, 0.6], [flour, labor])
            firm Steel makes steel from steel as steel_used, ore[1]:
                steel = 3 * leontief([steel_used, ore[1]], [0.1, 2])
            firm Own makes x from labor:
                x = mine(4, [labor])
            function mine(scale, inputs): return scale * inputs[1]
            """);
  }

  @Test
  void aTableOfOutputsGivesJointProducts() {
    tables
        .with("f.csv", "firm,makes,technology,scale", "R,,cobb_douglas,2", "S,tar,cobb_douglas,1")
        .with("i.csv", "firm,good,share", "R,crude,1", "S,level,1")
        .with("o.csv", "firm,good,quantity", "R,petrol,0.6", "R,diesel,0.3", "S,gas,2");
    assertThat(expanded("firms from \"f.csv\" with inputs \"i.csv\" outputs \"o.csv\"\n"))
        .isEqualTo(
            """
            firm R makes petrol, diesel from crude:
                level = cobb_douglas(2, [1], [crude])
                petrol = 0.6 * level
                diesel = 0.3 * level
            firm S makes tar, gas from level:
                level_ = cobb_douglas(1, [1], [level])
                tar = level_
                gas = 2 * level_
            """);
  }

  @Test
  void wrongFirmsOfATableAreReportedWhereTheyStand() {
    tables
        .with(
            "f.csv",
            "firm,makes,technology,scale",
            "A,x,ces,1",
            "B,x,cobb,1",
            "C,,cobb_douglas,1",
            "D e,x,cobb_douglas,1",
            "A,x,ces,1",
            "F,x,cobb_douglas,many",
            "G,x,cobb_douglas,1")
        .with(
            "i.csv",
            "firm,good,share",
            "A,y,1",
            "B,y,1",
            "C,y,1",
            "D e,y,1",
            "F,y,1",
            "G,y,1",
            "G,y,1",
            "H,y,1");
    assertThat(errors(FIRMS))
        .containsExactly(
            "f.csv:1:1 no column gives the 'elasticity' of 'ces'",
            "f.csv:3:5 there is no technology 'cobb'",
            "f.csv:4:1 firm 'C' makes nothing",
            "f.csv:5:1 'D e' cannot be the name of a firm",
            "f.csv:6:1 the firm 'A' is there twice, first at line 2",
            "f.csv:7:18 'many' is no number",
            "i.csv:8:3 firm 'G' uses 'y' twice",
            "i.csv:9:1 there is no firm 'H'");
  }
}
