package dev.costate.differentiation.checkpoint;

import dev.costate.differentiation.code.Naming;
import dev.costate.language.Diagnostics;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.WithoutPlaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program made ready for reverse differentiation: its checkpointed loops are functions of their
 * own in the forms that are differentiated.
 *
 * @param given the given program
 * @param program the same with the functions that were added
 * @param added the functions of loops and of their steps
 * @param forms functions with calls in place of their checkpointed loops, by name
 */
public record Checkpoints(
    Program given, Program program, List<Function> added, Map<String, Function> forms) {
  /**
   * The checkpointed loops of a function and of all it calls; reports such a loop that is part of a
   * recursion.
   */
  public static Checkpoints of(Program program, String function, Diagnostics diagnostics) {
    var adding = new Adding(program);
    var forms = new HashMap<String, Function>();
    for (var name : CallGraph.of(program).reachable(function)) {
      var of = program.function(name);
      if (Outlining.isWanted(of)) {
        var names = Naming.locals(of, program);
        forms.put(name, Outlining.of(of, names, adding::add));
      }
    }
    var checkpoints = new Checkpoints(program, program.with(adding.added), adding.added, forms);
    checkpoints.checkRecursion(function, diagnostics);
    return checkpoints;
  }

  /** A program that is differentiated forward, which needs no checkpoints. */
  public static Checkpoints none(Program program) {
    return new Checkpoints(program, program, List.of(), Map.of());
  }

  /** The program in which every function has the form that is differentiated. */
  public Program analysed() {
    var functions = program.functions().stream().map(f -> forms.getOrDefault(f.name(), f)).toList();
    return new Program(functions, program.constants());
  }

  /** What a loop's recursion records cannot be taken off a record that is not kept. */
  private void checkRecursion(String entry, Diagnostics diagnostics) {
    var graph = CallGraph.of(analysed());
    for (var name : graph.reachable(entry)) {
      var function = program.function(name);
      if (CheckpointedLoop.find(function).isPresent() && graph.isRecursive(name)) {
        diagnostics.error(
            function.origin().place(),
            "this loop cannot be checkpointed: its steps call the function that it stands in",
            "a recursion is reversed from its record; leave 'checkpointed' away");
      }
    }
  }

  /** Adds functions, each once. */
  private static final class Adding {
    private final Program program;
    private final Naming names;
    private final List<Function> added = new ArrayList<>();

    Adding(Program program) {
      this.program = program;
      this.names = Naming.avoiding(program.functions().stream().map(Function::name).toList());
    }

    String add(Function function) {
      var given = program.find(function.name());
      if (given.isPresent() && WithoutPlaces.of(given.get()).equals(WithoutPlaces.of(function))) {
        return function.name(); // it stands in the program from an earlier derivative
      }
      var name = names.fresh(function.name());
      added.add(
          new Function(
              name, function.parameters(), function.results(), function.body(), function.origin()));
      return name;
    }
  }
}
