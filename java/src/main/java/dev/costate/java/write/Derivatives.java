package dev.costate.java.write;

import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.java.read.Method;
import dev.costate.java.read.Reading;
import dev.costate.java.read.Type;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Verifier;
import dev.costate.program.java.JavaClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The class of derivatives of a class. */
public final class Derivatives {
  /**
   * A file to write.
   *
   * @param name of the class, with its package
   */
  public record File(String name, String text) {}

  private final Owner owner;
  private final Reading reading;
  private final Map<String, String> callees = new HashMap<>();
  private final List<Gradient> gradients = new ArrayList<>();
  private Program program;

  /** The derivatives of one method, as functions of the program. */
  record Gradient(Entry entry, Derivative gradient, Derivative tangent) {}

  private Derivatives(Owner owner, Reading reading) {
    this.owner = owner;
    this.reading = reading;
    this.program = callable();
  }

  /**
   * The derivatives of the methods that were read; nothing if there are none or something stands in
   * the way, which is reported.
   */
  public static Optional<File> of(Elements elements, TypeElement type, Reading reading) {
    var owner = Owner.of(elements, type);
    var derivatives = new Derivatives(owner, reading);
    for (var method : reading.methods()) {
      if (method.isVisible()
          && method.result() == Type.DOUBLE
          && method.parameters().stream().anyMatch(Method.Parameter::isDifferentiated)) {
        derivatives.differentiate(method);
      }
    }
    if (reading.problems().any() || derivatives.gradients.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(derivatives.file());
  }

  /**
   * The functions that are called, whose names are free for entries: {@code f_} where a method has
   * derivatives of its own.
   */
  private Program callable() {
    var given = reading.program();
    var graph = CallGraph.of(given);
    var called = new LinkedHashSet<String>();
    given.functions().forEach(f -> called.addAll(graph.callees(f.name())));
    var taken = new HashSet<String>();
    given.functions().forEach(f -> taken.add(f.name()));
    for (var method : reading.methods()) {
      var name = method.name() + "_";
      while (!taken.add(name)) {
        name += "_";
      }
      callees.put(method.name(), name);
    }
    var functions = new ArrayList<Function>();
    for (var function : given.functions()) {
      if (called.contains(function.name())) {
        functions.add(
            Entry.renamed(
                function, callees, callees.getOrDefault(function.name(), function.name())));
      }
    }
    return new Program(functions, Map.of());
  }

  private void differentiate(Method method) {
    var plain = reading.program().function(method.name());
    var entry = Entry.of(method, Entry.renamed(plain, callees, method.name()));
    program = Verifier.require(program.with(List.of(entry.function())));
    try {
      var gradient = Differentiator.gradient(program, method.name(), entry.wrt());
      var tangent =
          Differentiator.tangent(gradient.program(), method.name(), entry.differentiated());
      program = tangent.program();
      gradients.add(new Gradient(entry, gradient, tangent));
    } catch (NotDifferentiable e) {
      e.diagnostics().forEach(found -> reading.problems().report(found, method.tree()));
    }
  }

  private File file() {
    var names = new LinkedHashSet<String>();
    for (var each : gradients) {
      names.add(each.gradient().function());
      names.add(each.tangent().function());
    }
    var graph = CallGraph.of(program);
    var needed = new HashSet<String>();
    names.forEach(name -> needed.addAll(graph.reachable(name)));
    needed.addAll(names);
    var functions = program.functions().stream().filter(f -> needed.contains(f.name())).toList();
    var members =
        JavaClass.members(new Program(functions, Map.of()), names, Reading.given(), taken());
    return new ClassText(owner, gradients, members).file();
  }

  /** The names of what users call. */
  private Set<String> taken() {
    var taken = new HashSet<String>(List.of(owner.derivatives(), "JavaNumbers", "JavaArrays"));
    taken.addAll(owner.names());
    for (var each : gradients) {
      var names = PublicNames.of(each.entry().method());
      taken.addAll(
          List.of(
              names.gradient(), names.gradientRecord(), names.tangent(), names.tangentRecord()));
    }
    return taken;
  }
}
