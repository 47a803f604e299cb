package dev.costate.java.write;

import dev.costate.java.read.Method;
import dev.costate.java.read.Type;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Rewriting;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The function of a method in the form that is differentiated: its result is a weight times the
 * value, or, where the method throws, a parameter of its own. So the gradient has the value as its
 * partial with respect to the weight, and says that the method has thrown by 1 as its partial with
 * respect to the other. If the method gives an array, its result is that.
 */
record Entry(Method method, Function function, Variable weight, Variable thrown) {
  /** The entry of a method that gives a number or an array, from its function. */
  static Entry of(Method method, Function function) {
    boolean isNumber = method.result() == Type.DOUBLE;
    var names = new HashSet<String>();
    function.parameters().forEach(p -> names.add(p.name()));
    for (var statement : Walk.statements(function.body())) {
      Walk.writes(statement).forEach(v -> names.add(v.name()));
    }
    var weight = fresh("weight", names);
    var thrown = fresh("thrown", names);
    var parameters = new ArrayList<>(function.parameters());
    if (isNumber) {
      parameters.add(weight);
      parameters.add(thrown);
    }
    var body =
        Rewriting.of(
            function.body(),
            expression -> expression,
            statement ->
                statement instanceof Return result
                    ? isNumber
                        ? weighted(method, result, weight, thrown)
                        : new Return(result.values().subList(0, 1), result.origin())
                    : statement);
    return new Entry(
        method,
        new Function(
            method.name(), parameters, List.of(method.result().kind()), body, function.origin()),
        weight,
        thrown);
  }

  private static Variable fresh(String wish, HashSet<String> names) {
    var name = wish;
    while (!names.add(name)) {
      name += "_";
    }
    return Variable.number(name);
  }

  private static Return weighted(Method method, Return result, Variable weight, Variable thrown) {
    var place = result.origin().place();
    var last = result.values().getLast();
    boolean throwsHere = method.mayThrow() && last instanceof Literal(var value, _) && value != 0;
    var given =
        throwsHere
            ? new Read(thrown, place)
            : new Apply(
                Operation.MULTIPLY,
                List.of(new Read(weight, place), result.values().getFirst()),
                Kind.NUMBER,
                place);
    return new Return(List.of(given), result.origin());
  }

  /** Whether the method gives a number, and so has a gradient. */
  boolean hasGradient() {
    return method.result() == Type.DOUBLE;
  }

  /** The parameters that the gradient is taken with respect to, by name. */
  List<String> wrt() {
    var names = new ArrayList<>(differentiated());
    names.add(weight.name());
    if (method.mayThrow()) {
      names.add(thrown.name());
    }
    return names;
  }

  /** The parameters of the method that are differentiated, by name. */
  List<String> differentiated() {
    var names = new ArrayList<String>();
    for (int i = 0; i < method.parameters().size(); i++) {
      if (method.parameters().get(i).isDifferentiated()) {
        names.add(function.parameters().get(i).name());
      }
    }
    return names;
  }

  /** A function whose calls have other names. */
  static Function renamed(Function function, java.util.Map<String, String> names, String name) {
    Block body =
        Rewriting.of(
            function.body(),
            expression ->
                Walk.rewrite(
                    expression,
                    node ->
                        node
                                instanceof
                                Expression.Call(var callee, var arguments, var kind, var place)
                            ? new Expression.Call(
                                names.getOrDefault(callee, callee), arguments, kind, place)
                            : node),
            statement ->
                statement
                        instanceof
                        Statement.CallMany(var targets, var callee, var arguments, var origin)
                    ? new Statement.CallMany(
                        targets, names.getOrDefault(callee, callee), arguments, origin)
                    : statement);
    return new Function(name, function.parameters(), function.results(), body, function.origin());
  }
}
