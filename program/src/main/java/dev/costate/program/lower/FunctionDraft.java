package dev.costate.program.lower;

import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.program.Function;
import dev.costate.program.Origin;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.Map;

/**
 * One function after the walk over it.
 *
 * @param firstConstraint the mark before its constraints
 * @param endOfConstraints the mark behind them
 */
record FunctionDraft(
    FunctionDeclaration declaration,
    Signature signature,
    Map<String, Unassigned> outputs,
    Statements.DraftBlock body,
    Kinds kinds,
    int firstConstraint,
    int endOfConstraints) {

  static FunctionDraft of(
      FunctionDeclaration declaration, Context context, Map<String, Unassigned> outputs) {
    var kinds = context.kinds();
    int first = kinds.count();
    var body = new Statements(context).block(declaration.body());
    return new FunctionDraft(
        declaration, context.signature(), outputs, body, kinds, first, kinds.count());
  }

  /** Where nothing decides the meaning of an operator, assumes one. */
  void assumeKinds() {
    kinds.assumeBetween(firstConstraint, endOfConstraints);
    for (var parameter : signature.parameters()) {
      if (parameter.known() == null) {
        kinds.require(
            parameter, dev.costate.program.Kind.NUMBER, declaration.place(), "a parameter", "");
      }
    }
  }

  Function finish() {
    var parameters = new ArrayList<Variable>();
    for (int i = 0; i < signature.parameters().size(); i++) {
      parameters.add(
          new Variable(signature.parameterNames().get(i), signature.parameters().get(i).kind()));
    }
    return new Function(
        signature.name(),
        parameters,
        signature.results().stream().map(KindCell::kind).toList(),
        body.finish(),
        new Origin(declaration.place(), declaration.trivia().trailing()));
  }
}
