package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What callers know of a function: one cell for each parameter and each result.
 *
 * @param declaration absent for functions that are added later
 * @param counted the return that decided how many results there are
 */
record Signature(
    String name,
    List<String> parameterNames,
    List<KindCell> parameters,
    List<KindCell> results,
    Optional<FunctionDeclaration> declaration,
    Optional<Place> counted) {

  static Signature of(FunctionDeclaration declaration, ResultCounts.Count count) {
    return new Signature(
        declaration.name().text(),
        declaration.parameters().stream().map(Name::text).toList(),
        cells(declaration.parameters().size()),
        cells(count.results()),
        Optional.of(declaration),
        count.place());
  }

  static Signature of(Extern extern) {
    return new Signature(
        extern.name(),
        List.of(),
        cells(extern.parameters().size()),
        cells(extern.results().size()),
        Optional.empty(),
        Optional.empty());
  }

  /** {@code f(x, y)}. */
  String head() {
    return name + "(" + String.join(", ", parameterNames) + ")";
  }

  private static List<KindCell> cells(int count) {
    return Stream.generate(KindCell::unknown).limit(count).toList();
  }
}
