package dev.costate.java.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.costate.language.Source;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * The annotated methods of a class as functions of their names; those of {@link Arithmetic} that
 * they call are behind them.
 *
 * @param problems what could not be read; then the program is not complete
 */
public record Reading(Program program, List<Method> methods, Problems problems) {
  public Reading {
    methods = List.copyOf(methods);
  }

  /** Reads the annotated methods of a class. */
  public static Reading of(Trees trees, TypeElement type, List<ExecutableElement> annotated)
      throws IOException {
    TreePath path = trees.getPath(type);
    var file = path.getCompilationUnit().getSourceFile();
    var name = file.getName().replace('\\', '/');
    var source =
        Source.of(name.substring(name.lastIndexOf('/') + 1), file.getCharContent(true).toString());
    var problems = new Problems(trees, path.getCompilationUnit());
    var unit = new Unit(trees, path, source, problems);
    var found = new LinkedHashMap<ExecutableElement, MethodTree>();
    for (var method : annotated) {
      found.put(method, trees.getTree(method));
    }
    new Headers(unit).read(found);
    var functions = new ArrayList<Function>();
    for (var method : unit.methods().values()) {
      functions.add(MethodReader.function(unit, method));
    }
    var program = problems.any() ? Program.EMPTY : withArithmetic(new Program(functions, Map.of()));
    return new Reading(program, List.copyOf(unit.methods().values()), problems);
  }

  /** With the functions of {@link Arithmetic} that are called. */
  private static Program withArithmetic(Program program) {
    var complete = program.with(Arithmetic.all());
    var graph = CallGraph.of(complete);
    var needed = new LinkedHashSet<String>();
    program.functions().forEach(f -> needed.addAll(graph.reachable(f.name())));
    return program.with(Arithmetic.all().stream().filter(f -> needed.contains(f.name())).toList());
  }

  /** The functions that are methods elsewhere, and how generated code calls these. */
  public static Map<String, String> given() {
    var given = new LinkedHashMap<String, String>();
    Arithmetic.all().forEach(f -> given.put(f.name(), f.name()));
    return given;
  }
}
