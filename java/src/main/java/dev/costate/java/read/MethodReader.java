package dev.costate.java.read;

import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.DefiniteAssignment;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Reads one method. */
final class MethodReader {
  private MethodReader() {}

  /**
   * The function of a method. Its results are the value, if it gives one, the arrays that it
   * changes, and 1 if it throws and 0 otherwise, if it may.
   */
  static Function function(Unit unit, Method method) {
    var body = new Body(unit, method);
    var parameters = new ArrayList<Variable>();
    for (int i = 0; i < method.parameters().size(); i++) {
      parameters.add(
          body.parameter(
              method.element().getParameters().get(i), method.parameters().get(i).type()));
    }
    var make = unit.make(method.tree());
    var statements = new Statements(body, new Expressions(body));
    var read =
        body.collect(() -> {
          statements.all(method.tree().getBody().getStatements());
          if (body.goesOn() && !method.givesValue()) {
            body.giveBack(make, List.of());
          }
        });
    return assigned(
        make,
        new Function(method.name(), parameters, method.results(), new Block(read), make.origin()));
  }

  /**
   * Java knows of conditions that are always true, and of flags, what programs do not: variables
   * that seem to be read unassigned get a value first, which nothing reads.
   */
  private static Function assigned(Make make, Function function) {
    var unassigned = new LinkedHashSet<Variable>();
    var ends = new boolean[1];
    DefiniteAssignment.check(
        function,
        new DefiniteAssignment.Report() {
          @Override
          public void unassigned(Variable variable, Place place, Statement statement) {
            unassigned.add(variable);
          }

          @Override
          public void endsWithoutReturn() {
            ends[0] = true;
          }
        });
    if (unassigned.isEmpty() && !ends[0]) {
      return function;
    }
    var statements = new ArrayList<Statement>();
    for (var variable : unassigned) {
      statements.add(
          make.set(
              variable,
              switch (variable.kind()) {
                case NUMBER -> make.number(0);
                case TRUTH -> make.truth(false);
                case VECTOR -> make.array(Operation.ZEROS, Kind.VECTOR, make.number(0));
                case MATRIX ->
                    make.array(Operation.ZEROS_MATRIX, Kind.MATRIX, make.number(0), make.number(0));
              }));
    }
    statements.addAll(function.body().statements());
    if (ends[0]) {
      statements.add(make.repeat(make.truth(true), List.of()));
    }
    return function.withBody(new Block(statements));
  }
}
