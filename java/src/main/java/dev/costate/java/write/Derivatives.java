package dev.costate.java.write;

import static dev.costate.runtime.annotation.Derivative.HESSIAN;
import static dev.costate.runtime.annotation.Derivative.HESSIAN_VECTOR;
import static dev.costate.runtime.annotation.Derivative.JACOBIAN;

import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.java.read.Method;
import dev.costate.java.read.Reading;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Verifier;
import dev.costate.program.java.JavaClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  private final List<Made> made = new ArrayList<>();
  private Program program;

  /** The derivatives of one method, by the names of their functions. */
  record Made(Entry entry, Map<Part, String> functions) {
    Optional<String> function(Part part) {
      return Optional.ofNullable(functions.get(part));
    }
  }

  /** What is written for a method. */
  enum Part {
    GRADIENT("Gradient"),
    TANGENT("Tangent"),
    JACOBIAN("Jacobian"),
    HESSIAN("Hessian"),
    HESSIAN_VECTOR("HessianVector");

    private final String suffix;

    Part(String suffix) {
      this.suffix = suffix;
    }

    /** The name of the method that users call. */
    String name(Method method) {
      return method.name() + suffix;
    }

    /** The name of the record that it gives. */
    String record(Method method) {
      var name = method.name();
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + suffix;
    }
  }

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
          && method.result().isSmooth()
          && method.parameters().stream().anyMatch(Method.Parameter::isDifferentiated)) {
        derivatives.differentiate(method);
      }
    }
    if (reading.problems().any() || derivatives.made.isEmpty()) {
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
      made.add(new Made(entry, functions(entry)));
    } catch (NotDifferentiable e) {
      e.diagnostics().forEach(found -> reading.problems().report(found, method.tree()));
    }
  }

  private Map<Part, String> functions(Entry entry) {
    var method = entry.method();
    var wrt = entry.differentiated();
    var functions = new EnumMap<Part, String>(Part.class);
    if (entry.hasGradient()) {
      functions.put(
          Part.GRADIENT, add(Differentiator.gradient(program, method.name(), entry.wrt())));
    }
    functions.put(Part.TANGENT, add(Differentiator.tangent(program, method.name(), wrt)));
    if (method.also(JACOBIAN)) {
      functions.put(Part.JACOBIAN, add(Differentiator.jacobian(program, method.name(), wrt)));
    }
    if (entry.hasGradient() && method.also(HESSIAN)) {
      functions.put(Part.HESSIAN, add(Differentiator.hessian(program, method.name(), wrt)));
    }
    if (entry.hasGradient() && method.also(HESSIAN_VECTOR)) {
      var gradient = add(Differentiator.gradient(program, method.name(), wrt));
      functions.put(Part.HESSIAN_VECTOR, add(Differentiator.tangent(program, gradient, wrt)));
    }
    if (!entry.hasGradient() && (method.also(HESSIAN) || method.also(HESSIAN_VECTOR))) {
      reading
          .problems()
          .report(
              method.tree(),
              "'%s' gives an array: it has no Hessian".formatted(method.name()),
              "a Hessian is of a method that gives a number");
    }
    return functions;
  }

  private String add(Derivative derivative) {
    program = derivative.program();
    return derivative.function();
  }

  private File file() {
    var names = new LinkedHashSet<String>();
    made.forEach(each -> names.addAll(each.functions().values()));
    var graph = CallGraph.of(program);
    var needed = new HashSet<String>();
    names.forEach(name -> needed.addAll(graph.reachable(name)));
    needed.addAll(names);
    var functions = program.functions().stream().filter(f -> needed.contains(f.name())).toList();
    var members =
        JavaClass.members(new Program(functions, Map.of()), names, Reading.given(), taken());
    return new ClassText(owner, made, members).file();
  }

  /** The names of what users call. */
  private Set<String> taken() {
    var taken = new HashSet<String>(List.of(owner.derivatives(), "JavaNumbers", "JavaArrays"));
    taken.addAll(owner.names());
    for (var each : made) {
      for (var part : each.functions().keySet()) {
        taken.add(part.name(each.entry().method()));
        taken.add(part.record(each.entry().method()));
      }
    }
    return taken;
  }
}
