package dev.costate.program.emit;

import dev.costate.program.CallGraph;
import dev.costate.program.Program;
import dev.costate.program.run.Interpreter;
import dev.costate.runtime.DeepStack;

/** Compiles programs into hidden classes. */
public final class Compiler {
  private Compiler() {}

  /**
   * The program, ready to run. What a class cannot hold (as with some ten thousand functions) runs
   * on the interpreter instead, with the same results.
   *
   * @param program one that {@link dev.costate.program.Verifier} accepts for running
   * @throws IllegalStateException if it has gradients or calls functions it does not have
   */
  public static CompiledProgram compile(Program program) {
    return DeepStack.call(() -> compile(program, Limits.USUAL));
  }

  static CompiledProgram compile(Program program, Limits limits) {
    var plan = new Plan(program, CallGraph.of(program), limits);
    var interpreted = new Interpreted(program, new Interpreter(program));
    try {
      byte[] classFile = new ClassWriter(program, plan).write();
      return new CompiledProgram(plan, Handover.define(classFile, plan.tables()), interpreted);
    } catch (IllegalArgumentException _) {
      // The class file library says so of a method or a constant pool beyond the limits of a class.
      return new CompiledProgram(plan, interpreted, interpreted);
    }
  }
}
