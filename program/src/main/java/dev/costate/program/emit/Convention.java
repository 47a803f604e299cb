package dev.costate.program.emit;

import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.facts.Copies;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the static method of a function is called. Its arguments come first: one for each parameter,
 * or, where the JVM does not allow that many, numbers (and truths, as 1 or 0) in one array and
 * arrays in another. Then those of the following that it needs:
 *
 * <ol>
 *   <li>which of the arrays it would have to copy it may keep, as bits, see {@link Copies};
 *   <li>how many calls may nest inside this one, see {@link dev.costate.runtime.Depth};
 *   <li>the number registers and the array registers: a function with several results leaves them
 *       there, each at its position, and its caller takes them out at once.
 * </ol>
 */
record Convention(
    Function function, int position, Copies copies, Packing packing, Set<Extra> extras) {
  /** How arguments are passed. */
  enum Packing {
    SINGLE,
    ARRAYS
  }

  /** What follows the arguments, in this order. */
  enum Extra {
    KEEPS,
    REMAINING,
    NUMBER_REGISTERS,
    ARRAY_REGISTERS;

    ClassDesc type() {
      return switch (this) {
        case KEEPS, REMAINING -> Types.INT;
        case NUMBER_REGISTERS -> Types.DOUBLES;
        case ARRAY_REGISTERS -> Types.OBJECTS;
      };
    }
  }

  /** The JVM allows 255 slots; the rest is for what follows the arguments. */
  private static final int MOST_SLOTS = 240;

  private static final Pattern ILLEGAL = Pattern.compile("[.;\\[/<>]");

  static Packing packing(Function function) {
    int slots = 0;
    for (var parameter : function.parameters()) {
      slots += parameter.kind() == Kind.NUMBER ? 2 : 1;
    }
    return slots <= MOST_SLOTS ? Packing.SINGLE : Packing.ARRAYS;
  }

  /**
   * The name of its method: the function's, unless it has characters that methods cannot have, as
   * the names of indexed things do.
   */
  String name() {
    var plain = ILLEGAL.matcher(function.name()).replaceAll("_");
    return plain.equals(function.name()) ? plain : plain + "$" + position;
  }

  boolean has(Extra extra) {
    return extras.contains(extra);
  }

  boolean hasSeveralResults() {
    return function.results().size() > 1;
  }

  boolean passes(boolean arrays) {
    return function.parameters().stream().anyMatch(p -> p.kind().isArray() == arrays);
  }

  /** The types of the arguments proper. */
  List<ClassDesc> argumentTypes() {
    var types = new ArrayList<ClassDesc>();
    switch (packing) {
      case SINGLE -> function.parameters().forEach(p -> types.add(Types.of(p.kind())));
      case ARRAYS -> {
        if (passes(false)) {
          types.add(Types.DOUBLES);
        }
        if (passes(true)) {
          types.add(Types.OBJECTS);
        }
      }
    }
    return types;
  }

  MethodTypeDesc descriptor() {
    var types = argumentTypes();
    for (var extra : Extra.values()) {
      if (has(extra)) {
        types.add(extra.type());
      }
    }
    return MethodTypeDesc.of(
        hasSeveralResults() ? Types.VOID : Types.of(function.results().getFirst()), types);
  }
}
