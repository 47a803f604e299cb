package dev.costate.program.emit;

import dev.costate.language.Place;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import dev.costate.program.facts.Range;
import java.lang.classfile.CodeBuilder;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One JVM method that is being written: its code, and where everything is. */
final class Method {
  private final CodeBuilder code;
  private final Plan plan;
  private final FunctionPlan function;
  private final Slots slots = new Slots();
  private final Repeated repeated;
  private final Map<Convention.Extra, Integer> extras = new EnumMap<>(Convention.Extra.class);
  private final Map<Variable, Integer> counters = new HashMap<>();
  private final Map<Variable, Range> ranges = new HashMap<>();
  private int numberFrame;
  private int arrayFrame;
  private Optional<Statement> statement = Optional.empty();

  Method(CodeBuilder code, Plan plan, FunctionPlan function) {
    this.code = code;
    this.plan = plan;
    this.function = function;
    this.repeated = new Repeated(function.repeated());
  }

  CodeBuilder code() {
    return code;
  }

  Plan plan() {
    return plan;
  }

  FunctionPlan function() {
    return function;
  }

  Convention convention() {
    return function.convention();
  }

  Slots slots() {
    return slots;
  }

  /** The statement that is being written. */
  Optional<Statement> statement() {
    return statement;
  }

  void begin(Statement next) {
    statement = Optional.of(next);
    int line = next.origin().place().line();
    if (line > 0 && line <= 0xFFFF) {
      code.lineNumber(line);
    }
  }

  /** Takes the slots of the frame, the next two arguments. */
  void takeFrame() {
    numberFrame = slots.narrow();
    arrayFrame = slots.narrow();
  }

  /** Makes the frame of a function that is cut, in its main method. */
  void makeFrame() {
    takeFrame();
    code.loadConstant(function.homes().numbers());
    code.newarray(java.lang.classfile.TypeKind.DOUBLE);
    code.astore(numberFrame);
    code.loadConstant(function.homes().arrays());
    code.anewarray(Types.OBJECT);
    code.astore(arrayFrame);
  }

  /** Takes the slots of the extra arguments, the next ones. */
  void takeExtras(Iterable<Convention.Extra> taken) {
    for (var extra : taken) {
      extras.put(extra, slots.narrow());
    }
  }

  int extra(Convention.Extra extra) {
    var slot = extras.get(extra);
    if (slot == null) {
      throw new IllegalStateException("'" + convention().name() + "' has no argument " + extra);
    }
    return slot;
  }

  /** Pushes what a piece of the function takes: the frame and the extras. */
  void passFrame() {
    code.aload(numberFrame);
    code.aload(arrayFrame);
    for (var extra : function.pieceExtras()) {
      if (extra == Convention.Extra.REMAINING) {
        code.iload(extra(extra));
      } else {
        code.aload(extra(extra));
      }
    }
  }

  /** The values of slow calls that are at hand. */
  Repeated repeated() {
    return repeated;
  }

  void place(Place place) {
    code.loadConstant(plan.place(place));
  }

  /** The ranges of the counters that this method has as ints. */
  Map<Variable, Range> ranges() {
    return ranges;
  }

  /** The slot of a counter that this method has as an int. */
  Optional<Integer> counter(Variable variable) {
    return Optional.ofNullable(counters.get(variable));
  }

  void beginCounting(Variable counter, int slot, Range range) {
    counters.put(counter, slot);
    ranges.put(counter, range);
  }

  void endCounting(Variable counter) {
    counters.remove(counter);
    ranges.remove(counter);
  }

  /** Pushes the value of a variable; an array itself and not a copy. */
  void load(Variable variable) {
    var counter = counters.get(variable);
    if (counter != null) {
      code.iload(counter);
      code.i2d();
      return;
    }
    var cell = function.homes().cell(variable);
    if (cell.isEmpty()) {
      loadSlot(variable.kind(), slots.of(variable));
    } else {
      loadCell(variable.kind(), cell.getAsInt());
    }
  }

  void loadSlot(Kind kind, int slot) {
    switch (kind) {
      case NUMBER -> code.dload(slot);
      case TRUTH -> code.iload(slot);
      case VECTOR, MATRIX -> code.aload(slot);
    }
  }

  void loadCell(Kind kind, int cell) {
    switch (kind) {
      case NUMBER, TRUTH -> {
        code.aload(numberFrame);
        code.loadConstant(cell);
        code.daload();
        if (kind == Kind.TRUTH) {
          code.d2i();
        }
      }
      case VECTOR, MATRIX -> {
        code.aload(arrayFrame);
        code.loadConstant(cell);
        code.aaload();
        code.checkcast(Types.of(kind));
      }
    }
  }

  /** Pops a value into a variable. */
  void store(Variable variable) {
    var cell = function.homes().cell(variable);
    if (cell.isEmpty()) {
      storeSlot(variable.kind(), slots.of(variable));
    } else {
      storeCell(variable.kind(), cell.getAsInt());
    }
  }

  void storeSlot(Kind kind, int slot) {
    switch (kind) {
      case NUMBER -> code.dstore(slot);
      case TRUTH -> code.istore(slot);
      case VECTOR, MATRIX -> code.astore(slot);
    }
  }

  void storeCell(Kind kind, int cell) {
    switch (kind) {
      case NUMBER, TRUTH -> {
        if (kind == Kind.TRUTH) {
          code.i2d();
        }
        int value = slots.temporaryWide();
        code.dstore(value);
        code.aload(numberFrame);
        code.loadConstant(cell);
        code.dload(value);
        code.dastore();
        slots.release(Kind.NUMBER, value);
      }
      case VECTOR, MATRIX -> {
        code.aload(arrayFrame);
        code.swap();
        code.loadConstant(cell);
        code.swap();
        code.aastore();
      }
    }
  }
}
