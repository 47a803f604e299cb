package dev.costate.equilibrium.condition;

import dev.costate.program.CallGraph;
import dev.costate.program.Program;
import java.util.Set;

/** The part of a program that a function needs. */
public final class Slice {
  private Slice() {}

  public static Program of(Program program, String function) {
    Set<String> needed = CallGraph.of(program).reachable(function);
    var functions = program.functions().stream().filter(f -> needed.contains(f.name())).toList();
    return new Program(functions, program.constants());
  }
}
