package dev.costate.language.syntax;

import dev.costate.language.Place;
import java.util.List;
import java.util.stream.Collectors;

/** The name of a number of a declaration: {@code oil.import[2].price}, {@code load[h in hour]}. */
public record DottedName(List<Part> parts, Place place) {
  /** What stands between two dots. */
  public record Part(Name name, List<Subscript> subscripts) {
    public Part {
      subscripts = List.copyOf(subscripts);
    }
  }

  public DottedName {
    parts = List.copyOf(parts);
  }

  /**
   * The name in its one spelling, without spaces; each index is a name or a number here.
   *
   * @throws IllegalStateException if one is not
   */
  public String text() {
    return parts.stream().map(DottedName::text).collect(Collectors.joining("."));
  }

  private static String text(Part part) {
    return part.subscripts().isEmpty()
        ? part.name().text()
        : part.subscripts().stream()
            .map(DottedName::text)
            .collect(Collectors.joining(",", part.name() + "[", "]"));
  }

  private static String text(Subscript subscript) {
    return switch (subscript) {
      case Subscript.At(Expression.Read(var name)) -> name.text();
      case Subscript.At(Expression.NumberLiteral number) when !number.percent() -> number.text();
      case Subscript.At _, Subscript.Over _ ->
          throw new IllegalStateException("not expanded: " + subscript.place().text());
    };
  }

  /** Whether no part stands for several. */
  public boolean isPlain() {
    return parts.stream()
        .flatMap(part -> part.subscripts().stream())
        .allMatch(subscript ->
            subscript instanceof Subscript.At(Expression.Read _)
                || (subscript instanceof Subscript.At(Expression.NumberLiteral number)
                    && !number.percent()));
  }

  @Override
  public String toString() {
    return isPlain() ? text() : place.text();
  }
}
