package dev.costate.program.lower;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Name;
import dev.costate.program.DefiniteAssignment;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is lowered together: functions as written and what they may refer to.
 *
 * {@snippet :
 * Program program = Lowering.of(file.functions()).withConstants(parameters).lower(diagnostics);
 * }
 *
 * @param constants the parameters of the file, by name; {@code pi} and {@code e} need not be among
 *     them
 * @param externs functions that may be called and are added to the program later
 * @param differentiated decides what {@code gradient(f, …)} differentiates by
 * @param outputs for functions made by others, by name of the function and of the variable: how to
 *     report a variable that it returns unassigned; such a variable counts as known in its function
 *     even where nothing assigns it
 */
public record Lowering(
    List<FunctionDeclaration> functions,
    Map<String, Double> constants,
    List<Extern> externs,
    DifferentiatedParameters differentiated,
    Map<String, Map<String, Unassigned>> outputs) {

  public Lowering {
    functions = List.copyOf(functions);
    constants = new LinkedHashMap<>(constants);
    externs = List.copyOf(externs);
    outputs = Map.copyOf(outputs);
  }

  public static Lowering of(List<FunctionDeclaration> functions) {
    return new Lowering(functions, Map.of(), List.of(), DifferentiatedParameters.all(), Map.of());
  }

  public Lowering withConstants(Map<String, Double> values) {
    return new Lowering(functions, values, externs, differentiated, outputs);
  }

  public Lowering withExterns(List<Extern> later) {
    return new Lowering(functions, constants, later, differentiated, outputs);
  }

  public Lowering withDifferentiated(DifferentiatedParameters parameters) {
    return new Lowering(functions, constants, externs, parameters, outputs);
  }

  public Lowering withOutputs(Map<String, Map<String, Unassigned>> reports) {
    return new Lowering(functions, constants, externs, differentiated, reports);
  }

  /** {@link #lower(Diagnostics)} without a choice of what gradients differentiate by. */
  public static Program lower(
      List<FunctionDeclaration> functions,
      Map<String, Double> constants,
      List<Extern> externs,
      Diagnostics diagnostics) {
    return of(functions).withConstants(constants).withExterns(externs).lower(diagnostics);
  }

  /**
   * The program of these functions, in their order.
   *
   * @param diagnostics takes all errors
   * @return a program that {@link dev.costate.program.Verifier} accepts (except for calls of
   *     externs); empty if there was an error
   */
  public Program lower(Diagnostics diagnostics) {
    return DeepStack.call(() -> lowerHere(diagnostics));
  }

  private Program lowerHere(Diagnostics diagnostics) {
    var damaged = Damage.of(functions, diagnostics);
    var kinds = new Kinds(diagnostics);
    var declared = declared(kinds);
    var signatures = signatures(declared);
    var known = constantNames();
    var gradients = new ArrayList<GradientUse>();
    var drafts = new LinkedHashMap<String, FunctionDraft>();
    declared.forEach((name, declaration) -> {
      var signature = signature(signatures, name);
      var reports = outputs.getOrDefault(name, Map.of());
      var scope = new Scope(declaration, signature, reports.keySet());
      var context =
          new Context(
              name,
              signature,
              signatures,
              known,
              scope,
              kinds,
              gradients,
              Damage.state(damaged, name));
      drafts.put(name, FunctionDraft.of(declaration, context, reports));
    });
    new Gradients(drafts, differentiated, kinds).decide(gradients);
    drafts.values().forEach(FunctionDraft::assumeKinds);
    var finished = new ArrayList<Function>();
    for (var draft : drafts.values()) {
      var function = draft.finish();
      if (Damage.state(damaged, function.name()) == Damage.State.WHOLE) {
        DefiniteAssignment.check(function, new FlowErrors(draft, kinds, constants.keySet()));
      }
      finished.add(function);
    }
    return kinds.failed() ? Program.EMPTY : new Program(finished, constants);
  }

  private static Signature signature(Map<String, Signature> signatures, String name) {
    var found = signatures.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no function '" + name + "'");
    }
    return found;
  }

  private Set<String> constantNames() {
    var names = new LinkedHashSet<>(constants.keySet());
    names.addAll(Program.MATHEMATICAL_CONSTANTS.keySet());
    return names;
  }

  /** The functions by name, without those that repeat a name. */
  private Map<String, FunctionDeclaration> declared(Kinds kinds) {
    var declared = new LinkedHashMap<String, FunctionDeclaration>();
    for (var function : functions) {
      var name = function.name();
      if (Calls.isBuiltIn(name.text())) {
        kinds.error(
            name.place(),
            "'" + name.text() + "' is a built-in function and cannot be redefined",
            "choose another name, such as my_" + name.text());
      }
      var earlier = declared.putIfAbsent(name.text(), function);
      if (earlier != null) {
        kinds.error(
            name.place(),
            "the function '"
                + name.text()
                + "' is already declared at line "
                + earlier.name().place().line(),
            "delete one of the two, or give one another name");
      }
      distinctParameters(function, kinds);
    }
    return declared;
  }

  private static void distinctParameters(FunctionDeclaration function, Kinds kinds) {
    var seen = new HashMap<String, Name>();
    for (var parameter : function.parameters()) {
      if (seen.putIfAbsent(parameter.text(), parameter) != null) {
        kinds.error(
            parameter.place(),
            "the parameter '" + parameter.text() + "' is there twice",
            "give it another name");
      }
    }
  }

  private Map<String, Signature> signatures(Map<String, FunctionDeclaration> declared) {
    var counts = new ResultCounts(declared, externs);
    var signatures = new LinkedHashMap<String, Signature>();
    declared.forEach(
        (name, function) -> signatures.put(name, Signature.of(function, counts.of(name))));
    for (var extern : externs) {
      signatures.putIfAbsent(extern.name(), Signature.of(extern));
    }
    for (var extern : externs) {
      if (!declared.containsKey(extern.name())) {
        var signature = signature(signatures, extern.name());
        tie(signature.parameters(), extern.parameters(), signatures);
        tie(signature.results(), extern.results(), signatures);
      }
    }
    return signatures;
  }

  private void tie(List<KindCell> cells, List<KindOf> kinds, Map<String, Signature> signatures) {
    for (int i = 0; i < cells.size(); i++) {
      switch (kinds.get(i)) {
        case KindOf.Exactly(var kind) -> cells.get(i).fix(kind, null);
        case KindOf.Like(var function, var parameter) ->
            signature(signatures, function).parameters().get(parameter).join(cells.get(i));
        case KindOf.ResultOf(var function, var result) ->
            signature(signatures, function).results().get(result).join(cells.get(i));
      }
    }
  }

  /** Reports what is wrong with the paths through a function. */
  private record FlowErrors(FunctionDraft draft, Kinds kinds, Set<String> constants)
      implements DefiniteAssignment.Report {
    @Override
    public void unassigned(Variable variable, Place place, Statement statement) {
      var output = draft.outputs().get(variable.name());
      if (output != null && statement instanceof Statement.Return) {
        kinds.error(output.place(), output.message(), output.hint());
        return;
      }
      kinds.error(
          place,
          "'" + variable + "' may be unassigned here",
          constants.contains(variable.name())
              ? "this variable hides the parameter of the file in the whole function: give it another name"
              : "some path through '"
                  + draft.signature().name()
                  + "' leads here without assigning it: assign it before");
    }

    @Override
    public void endsWithoutReturn() {
      kinds.error(
          draft.declaration().place(),
          "'" + draft.signature().name() + "' can end without a result",
          "every path must end with `return …`");
    }
  }
}
