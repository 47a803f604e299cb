package dev.costate.verification;

import static com.tngtech.archunit.base.DescribedPredicate.doNot;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the arrows of the house (docs/architecture.md). */
class HouseTest {
  /** Each room, and the rooms of ours whose classes it may name. */
  private static final Map<String, List<String>> ARROWS =
      new TreeMap<>(
          Map.ofEntries(
              entry("runtime", List.of()),
              entry("language", List.of()),
              entry("program", List.of("language", "runtime")),
              entry("differentiation", List.of("program", "language", "runtime")),
              entry("java", List.of("differentiation", "program", "language", "runtime")),
              entry("economy", List.of("program", "language", "runtime")),
              entry("tables", List.of("economy", "language")),
              entry(
                  "equilibrium",
                  List.of("economy", "differentiation", "program", "language", "runtime")),
              entry(
                  "dynamics",
                  List.of(
                      "equilibrium",
                      "economy",
                      "differentiation",
                      "program",
                      "language",
                      "runtime")),
              entry(
                  "exchange",
                  List.of(
                      "dynamics",
                      "equilibrium",
                      "economy",
                      "differentiation",
                      "program",
                      "language",
                      "runtime")),
              entry(
                  "market",
                  List.of(
                      "dynamics",
                      "equilibrium",
                      "tables",
                      "economy",
                      "differentiation",
                      "program",
                      "language",
                      "runtime")),
              entry(
                  "cli",
                  List.of(
                      "market",
                      "dynamics",
                      "equilibrium",
                      "tables",
                      "economy",
                      "differentiation",
                      "program",
                      "language",
                      "runtime"))));

  /** Libraries, and the only rooms that may name them. */
  private static final Map<String, List<String>> LIBRARIES =
      new TreeMap<>(
          Map.of(
              "com.sun.source..", List.of("java"),
              "de.siegmar.fastcsv..", List.of("cli", "tables"),
              "org.apache.commons.cli..", List.of("cli"),
              "org.knowm.xchart..", List.of("cli"),
              "tools.jackson..", List.of("cli")));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.costate");

  static Stream<String> rooms() {
    return ARROWS.keySet().stream();
  }

  static Stream<String> libraries() {
    return LIBRARIES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomImportsOnlyAlongTheArrows(String room) {
    var forbidden = new TreeSet<>(ARROWS.keySet());
    forbidden.add("verification");
    forbidden.remove(room);
    forbidden.removeAll(ARROWS.get(room));
    noClasses()
        .that()
        .resideInAPackage(packages(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(forbidden))
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryStaysInItsRooms(String library) {
    noClasses()
        .that(doNot(resideInAnyPackage(packages(LIBRARIES.get(library)))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void theRuntimeNeedsOnlyTheJdk() {
    classes()
        .that()
        .resideInAPackage(packages("runtime"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages("runtime"), "java..", "org.jspecify..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineTalksToTheTerminal() {
    noClasses()
        .that(doNot(resideInAnyPackage(packages("cli"), packages("verification"))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void namesSayWhatAClassIsNotHowItIsUsed() {
    noClasses()
        .that(doNot(resideInAPackage("..jmh_generated..")))
        .should()
        .haveNameMatching(".*[.$](Abstract\\w*|\\w*(Impl|Utils?|Manager))")
        .check(HOUSE);
  }

  @Test
  void noRoomDependsOnItselfThroughAnother() {
    for (var room : ARROWS.keySet()) {
      assertThat(reachableFrom(room)).as("rooms that %s may import", room).doesNotContain(room);
    }
  }

  @Test
  void noPackageOfDifferentiationDependsOnItselfThroughAnother() {
    slices().matching("dev.costate.differentiation.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void nothingBehindTheDoorOfDifferentiationNamesTheDoor() {
    noClasses()
        .that()
        .resideInAPackage("dev.costate.differentiation.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.costate.differentiation")
        .check(HOUSE);
  }

  @Test
  void theProtocolOfDynamicsKnowsNoSchedulerAndNoCode() {
    noClasses()
        .that()
        .resideInAPackage("dev.costate.dynamics.protocol..")
        .should()
        .dependOnClassesThat(
            doNot(
                resideInAnyPackage(
                    "dev.costate.dynamics.protocol..",
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "org.jspecify..")))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Random|random\\..*|concurrent\\..*|Date|Timer)")
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void theMarketOutOfEquilibriumUsesThreadsThroughItsWorkersAlone() {
    noClasses()
        .that()
        .resideInAPackage("dev.costate.dynamics..")
        .and()
        .doNotHaveFullyQualifiedName("dev.costate.dynamics.schedule.Threads")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.lang\\.Thread(\\$.*)?|java\\.util\\.concurrent\\..*")
        .check(HOUSE);
  }

  @Test
  void theExchangeIsAFunctionOfStatesAndEvents() {
    noClasses()
        .that()
        .resideInAPackage("dev.costate.exchange")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.(io|net|nio|time)\\..*|java\\.lang\\.Thread(\\$.*)?|java\\.util\\.(Random|random\\..*|concurrent\\..*|Date|Timer)")
        .check(HOUSE);
  }

  @Test
  void everyClassBelongsToARoom() {
    var rooms = new ArrayList<>(ARROWS.keySet());
    rooms.add("verification");
    classes().should().resideInAnyPackage(packages(rooms)).check(HOUSE);
  }

  private static Set<String> reachableFrom(String room) {
    return ARROWS.get(room).stream()
        .flatMap(next -> Stream.concat(Stream.of(next), reachableFrom(next).stream()))
        .collect(toSet());
  }

  private static String packages(String room) {
    return "dev.costate." + room + "..";
  }

  private static String[] packages(Iterable<String> rooms) {
    var names = new ArrayList<String>();
    rooms.forEach(room -> names.add(packages(room)));
    return names.toArray(String[]::new);
  }
}
