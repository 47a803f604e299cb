package dev.costate.program;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.runtime.DeepStack;

/**
 * The same code with all places and comments forgotten, so that {@code equals} compares what code
 * does and not where it was written.
 */
public final class WithoutPlaces {
  private static final OnePlace NOWHERE = new OnePlace(new Place(Source.of("", ""), 0, 0));

  private WithoutPlaces() {}

  public static Program of(Program program) {
    return DeepStack.call(() ->
        new Program(
            program.functions().stream().map(WithoutPlaces::of).toList(), program.constants()));
  }

  public static Function of(Function function) {
    return NOWHERE.of(function);
  }

  public static Block of(Block block) {
    return NOWHERE.of(block);
  }

  public static Statement of(Statement statement) {
    return NOWHERE.of(statement);
  }

  public static Expression of(Expression expression) {
    return NOWHERE.of(expression);
  }
}
