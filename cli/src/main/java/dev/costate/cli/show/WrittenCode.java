package dev.costate.cli.show;

import dev.costate.economy.technology.WrittenOut;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Program;
import java.util.HashMap;
import java.util.Map;

/** The functions of a program with ready technologies written out, each when it is asked for. */
final class WrittenCode {
  private final Program program;
  private final CallGraph calls;
  private final Map<String, Function> byName = new HashMap<>();
  private final Map<String, Program> written = new HashMap<>();

  WrittenCode(Program program) {
    this.program = program;
    calls = CallGraph.of(program);
    program.functions().forEach(function -> byName.put(function.name(), function));
  }

  /** The program that a function needs, written out. */
  Program program(String function) {
    return written.computeIfAbsent(
        function,
        name -> {
          var needed = calls.reachable(name);
          var functions = needed.stream().filter(byName::containsKey).map(byName::get).toList();
          return WrittenOut.of(new Program(functions, program.constants()));
        });
  }

  /** A function, written out. */
  Function function(String name) {
    return program(name).function(name);
  }

  CallGraph calls() {
    return calls;
  }

  /** All functions as they are. */
  Program whole() {
    return program;
  }
}
