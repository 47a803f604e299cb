package dev.costate.java.read;

import dev.costate.program.Statement;
import dev.costate.program.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where {@code break}, {@code continue} and {@code yield} lead. Programs leave only the innermost
 * loop: to leave more, a flag is set, and each loop on the way is left by a test of it.
 */
final class Jumps {
  /** A statement that can be left. */
  static final class Around {
    private final String label;
    private final boolean isLoop;
    private final boolean isSwitch;

    /** What runs before the next iteration. */
    private final Runnable next;

    private Optional<Variable> left = Optional.empty();
    private Optional<Variable> continued = Optional.empty();

    /** Jumps out of the loop that end further out. */
    private final List<Jump> onTheWay = new ArrayList<>();

    Around(String label, boolean isLoop, boolean isSwitch, Runnable next) {
      this.label = label;
      this.isLoop = isLoop;
      this.isSwitch = isSwitch;
      this.next = next;
    }
  }

  private record Jump(Variable flag, Around to, boolean goesOn) {}

  private final Deque<Around> around = new ArrayDeque<>();

  /**
   * The statements of a loop, with those that its jumps need: before it, and at the beginning of
   * its body.
   */
  record Read(List<Statement> before, List<Statement> body) {}

  /** Reads the body of a loop of the program that stands for a statement. */
  Read read(Body body, Make make, Around statement, Runnable reading) {
    around.push(statement);
    List<Statement> inner;
    try {
      inner = body.collect(reading);
    } finally {
      around.pop();
    }
    var before = new ArrayList<Statement>();
    statement.left.ifPresent(flag -> before.add(make.set(flag, make.truth(false))));
    var all = new ArrayList<Statement>();
    statement.continued.ifPresent(flag -> all.add(make.set(flag, make.truth(false))));
    all.addAll(inner);
    return new Read(before, all);
  }

  /** Emits the tests behind the loop of a statement that has just been emitted. */
  void after(Body body, Make make, Around statement) {
    for (var jump : statement.onTheWay.stream().distinct().toList()) {
      body.emit(
          make.when(make.read(jump.flag), body.collect(() -> go(body, make, jump)), List.of()));
    }
  }

  private void go(Body body, Make make, Jump jump) {
    var innermost = around.getFirst();
    if (innermost != jump.to) {
      innermost.onTheWay.add(jump);
      body.emit(make.leave());
    } else if (jump.goesOn) {
      jump.to.next.run();
      body.emit(make.next());
    } else {
      body.emit(make.leave());
    }
  }

  /** {@code break}, with a label or an empty string. */
  void leave(Body body, Make make, String label) {
    leave(
        body,
        make,
        around.stream()
            .filter(a -> label.isEmpty() ? a.isLoop || a.isSwitch : a.label.equals(label))
            .findFirst()
            .orElseThrow());
  }

  /** Leaves a statement. */
  void leave(Body body, Make make, Around to) {
    if (around.getFirst() == to) {
      body.emit(make.leave());
      return;
    }
    var flag = to.left.orElseGet(() -> body.fresh("left", dev.costate.program.Kind.TRUTH));
    to.left = Optional.of(flag);
    body.emit(make.set(flag, make.truth(true)));
    go(body, make, new Jump(flag, to, false));
  }

  /** {@code continue}, with a label or an empty string. */
  void goOn(Body body, Make make, String label) {
    var to =
        around.stream()
            .filter(a -> a.isLoop && (label.isEmpty() || a.label.equals(label)))
            .findFirst()
            .orElseThrow();
    if (around.getFirst() == to) {
      to.next.run();
      body.emit(make.next());
      return;
    }
    var flag = to.continued.orElseGet(() -> body.fresh("goes_on", dev.costate.program.Kind.TRUTH));
    to.continued = Optional.of(flag);
    body.emit(make.set(flag, make.truth(true)));
    go(body, make, new Jump(flag, to, true));
  }
}
