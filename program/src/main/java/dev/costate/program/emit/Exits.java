package dev.costate.program.emit;

import dev.costate.program.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes how a method is left: from its end or its middle, out of a loop of its own or of the
 * method that called it as a piece.
 */
final class Exits {
  /** What the method is of its function. */
  enum Role {
    MAIN,
    PIECE
  }

  /** A loop of this method; {@code broken} says whether a break leads to its end. */
  private static final class Loop {
    private final Label onBreak;
    private final Label onContinue;
    private boolean broken;

    Loop(Label onBreak, Label onContinue) {
      this.onBreak = onBreak;
      this.onContinue = onContinue;
    }
  }

  private final Method method;
  private final CodeBuilder code;
  private final Role role;
  private final Deque<Loop> loops = new ArrayDeque<>();

  Exits(Method method, Role role) {
    this.method = method;
    this.code = method.code();
    this.role = role;
  }

  void beginLoop(Label onBreak, Label onContinue) {
    loops.push(new Loop(onBreak, onContinue));
  }

  /** Ends a loop; says whether a break leads to its end. */
  boolean endLoop() {
    return loops.pop().broken;
  }

  /** A break or continue. */
  void leaveLoop(Part.Exit exit) {
    if (loops.isEmpty()) {
      status(exit.status());
      return;
    }
    var loop = loops.element();
    if (exit == Part.Exit.BREAK) {
      loop.broken = true;
      code.goto_(loop.onBreak);
    } else {
      code.goto_(loop.onContinue);
    }
  }

  private void status(int status) {
    code.loadConstant(status);
    code.ireturn();
  }

  /** Returns the only result, which is on the stack. */
  void giveBack(Kind kind) {
    switch (role) {
      case MAIN -> returnValue(code, kind);
      case PIECE -> {
        method.storeCell(kind, method.function().homes().resultCell());
        status(Part.Exit.RETURN.status());
      }
    }
  }

  /** Returns the results, which are in the registers. */
  void giveBackSeveral() {
    switch (role) {
      case MAIN -> code.return_();
      case PIECE -> status(Part.Exit.RETURN.status());
    }
  }

  static void returnValue(CodeBuilder code, Kind kind) {
    switch (kind) {
      case NUMBER -> code.dreturn();
      case TRUTH -> code.ireturn();
      case VECTOR, MATRIX -> code.areturn();
    }
  }

  /** Calls a piece, and goes where it went. */
  void piece(Part.Piece piece) {
    var function = method.function();
    method.passFrame();
    code.invokestatic(
        Types.GENERATED, function.pieceName(piece.number()), function.pieceDescriptor(Types.INT));
    if (piece.exits().isEmpty()) {
      code.pop();
      return;
    }
    int status = method.slots().temporaryNarrow();
    code.istore(status);
    for (var exit : piece.exits()) {
      var next = code.newLabel();
      code.iload(status);
      code.loadConstant(exit.status());
      code.if_icmpne(next);
      switch (exit) {
        case BREAK, CONTINUE -> leaveLoop(exit);
        case RETURN -> passReturn();
      }
      code.labelBinding(next);
    }
    method.slots().releaseNarrow(status);
  }

  private void passReturn() {
    var results = method.function().function().results();
    switch (role) {
      case PIECE -> status(Part.Exit.RETURN.status());
      case MAIN -> {
        if (results.size() == 1) {
          method.loadCell(results.getFirst(), method.function().homes().resultCell());
          returnValue(code, results.getFirst());
        } else {
          code.return_();
        }
      }
    }
  }

  /**
   * The end of the statements. If it is reached at all, the method is a piece, or its last
   * statement is one that always returns.
   */
  void end(Statements.Flow flow) {
    if (flow == Statements.Flow.ENDS) {
      return;
    }
    switch (role) {
      case PIECE -> status(0);
      case MAIN -> {
        code.aconst_null();
        code.athrow();
      }
    }
  }
}
