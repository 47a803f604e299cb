package dev.costate.language.syntax;

import dev.costate.language.Source;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import java.util.List;

/**
 * A whole file: its declarations in the order of the text.
 *
 * @param closing comment lines after the last declaration
 */
public record MarketFile(Source source, List<Declaration> declarations, List<String> closing) {
  public MarketFile {
    declarations = List.copyOf(declarations);
    closing = List.copyOf(closing);
  }

  public List<FunctionDeclaration> functions() {
    return declarations.stream()
        .filter(FunctionDeclaration.class::isInstance)
        .map(FunctionDeclaration.class::cast)
        .toList();
  }
}
