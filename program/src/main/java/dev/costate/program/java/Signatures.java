package dev.costate.program.java;

import dev.costate.program.CallGraph;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.facts.Copies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides how each function of a program is called in Java. */
final class Signatures {
  private final Program program;
  private final ArrayForms forms;
  private final Map<String, Copies> copies = new HashMap<>();
  private final Map<String, Signature> signatures = new LinkedHashMap<>();

  /** Parameters for which some call hands its array over. */
  private final Map<String, Set<Variable>> handedOver = new HashMap<>();

  Signatures(
      Program program,
      Set<String> entries,
      Map<String, String> given,
      JavaNames methods,
      JavaNames types) {
    this.program = program;
    var graph = CallGraph.of(program);
    var called = new HashSet<String>();
    for (var function : program.functions()) {
      called.addAll(graph.callees(function.name()));
      copies.put(function.name(), new Copies(function));
    }
    this.forms = new ArrayForms(program, called);
    for (var function : program.functions()) {
      Walk.statements(function.body(), statement -> findHandedOver(function, statement));
    }
    var names = new HashMap<String, String>();
    for (var function : program.functions()) {
      var elsewhere = given.get(function.name());
      names.put(function.name(), elsewhere == null ? methods.free(function.name()) : elsewhere);
    }
    for (var function : program.functions()) {
      var name = names.getOrDefault(function.name(), "");
      signatures.put(
          function.name(),
          signature(
              function,
              name,
              entries.contains(function.name()),
              graph.isDeep(function.name()),
              methods,
              types));
    }
  }

  ArrayForms forms() {
    return forms;
  }

  Signature of(String function) {
    var found = signatures.get(function);
    if (found == null) {
      throw new IllegalArgumentException("no function '" + function + "'");
    }
    return found;
  }

  private Signature signature(
      Function function,
      String name,
      boolean isPublic,
      boolean isDeep,
      JavaNames methods,
      JavaNames types) {
    var changes = copies(function);
    var growing = new LinkedHashSet<Variable>();
    var changed = new LinkedHashSet<Variable>();
    for (var parameter : function.parameters()) {
      if (parameter.kind() == Kind.VECTOR
          && forms.of(function, parameter) == ArrayForms.Form.STACK) {
        growing.add(parameter);
      }
      if (parameter.kind().isArray() && changes.isChanged(parameter)) {
        changed.add(parameter);
      }
    }
    var growingResults = new LinkedHashSet<Integer>();
    for (int i = 0; i < function.results().size(); i++) {
      if (function.results().get(i) == Kind.VECTOR
          && forms.ofResult(function.name(), i) == ArrayForms.Form.STACK) {
        growingResults.add(i);
      }
    }
    boolean handsOver = handedOver.containsKey(function.name());
    boolean converts = isPublic && (isDeep || !growing.isEmpty());
    var takesOver = handsOver || converts ? changed : Set.<Variable>of();
    boolean several = function.results().size() > 1;
    var record = several ? types.free(JavaNames.camelCase(name) + "Results") : "";
    boolean twoRecords = several && isPublic && !growingResults.isEmpty();
    var first =
        new Signature(
            function,
            changes,
            name,
            name,
            isPublic,
            isDeep,
            takesOver,
            growing,
            growingResults,
            record,
            twoRecords ? types.free(record) : record,
            several ? components(function) : List.of());
    return first.hasTwoMethods() && !isDeep && growing.isEmpty()
        ? withInner(first, methods.free(name + "_in_place"))
        : first;
  }

  private static Signature withInner(Signature of, String inner) {
    return new Signature(
        of.function(),
        of.copies(),
        of.name(),
        inner,
        of.isPublic(),
        of.isDeep(),
        of.takesOver(),
        of.growing(),
        of.growingResults(),
        of.record(),
        of.innerRecord(),
        of.components());
  }

  /** Named by the variables that are returned, where all returns agree. */
  private static List<String> components(Function function) {
    var wishes = new ArrayList<String>();
    for (int i = 0; i < function.results().size(); i++) {
      int position = i;
      var found = new LinkedHashSet<String>();
      Walk.statements(
          function.body(),
          statement -> {
            if (statement instanceof Return(var values, _)) {
              found.add(values.get(position) instanceof Read(var read, _) ? read.name() : "");
            }
          });
      var wish = found.size() == 1 ? found.iterator().next() : "";
      wishes.add(wish.isEmpty() ? "result_" + (position + 1) : wish);
    }
    var names = JavaNames.ofMethods();
    return wishes.stream().map(names::free).toList();
  }

  private void findHandedOver(Function caller, Statement statement) {
    if (statement instanceof CallMany(_, var callee, var arguments, _)) {
      findHandedOver(caller, statement, callee, arguments);
    }
    for (var expression : Walk.expressions(statement)) {
      Walk.nodes(
          expression,
          node -> {
            if (node instanceof Call(var callee, var arguments, _, _)) {
              findHandedOver(caller, statement, callee, arguments);
            }
          });
    }
  }

  private void findHandedOver(
      Function caller, Statement statement, String callee, List<Expression> arguments) {
    var function = program.function(callee);
    for (int i = 0; i < arguments.size(); i++) {
      var parameter = function.parameters().get(i);
      if (parameter.kind().isArray()
          && copies(function).isChanged(parameter)
          && copies(caller).onCall(arguments.get(i), statement)) {
        handedOver.computeIfAbsent(callee, _ -> new HashSet<>()).add(parameter);
      }
    }
  }

  private Copies copies(Function function) {
    var found = copies.get(function.name());
    if (found == null) {
      throw new IllegalArgumentException("no function '" + function.name() + "'");
    }
    return found;
  }
}
