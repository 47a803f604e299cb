package dev.costate.equilibrium.sensitivity;

import dev.costate.economy.technology.WrittenOut;
import dev.costate.equilibrium.condition.Lifted;
import dev.costate.equilibrium.condition.Slice;
import dev.costate.equilibrium.equation.CodeStep;
import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.graph.Terms;
import dev.costate.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What code gives at a solution, as a form over the places of the conditions. */
final class CodeForms {
  private final ParametricEquations equations;

  CodeForms(ParametricEquations equations) {
    this.equations = equations;
  }

  /**
   * Code with the numbers and unknowns of the market that it reads as arguments behind its own.
   *
   * @param names of these
   * @param further the places of these
   * @param frozen the numbers on whose values it depends what the code is
   */
  record Code(CodeStep step, List<String> names, List<Integer> further, Set<String> frozen) {
    Code {
      names = List.copyOf(names);
      further = List.copyOf(further);
      frozen = Set.copyOf(frozen);
    }
  }

  /** A function of a program, which is that of the market or more. */
  Code code(Program program, String function) {
    var market = equations.market();
    var numbers = new LinkedHashSet<>(program.constants().keySet());
    numbers.removeAll(market.unknowns().keySet());
    var written = WrittenOut.keeping(Slice.of(program, function), numbers);
    var frozen = new LinkedHashSet<>(written.frozen());
    var lifted =
        Lifted.of(written.program(), function, market.unknowns().keySet(), numbers, frozen);
    var further = new ArrayList<Integer>();
    for (var name : lifted.unknowns()) {
      var place = market.unknowns().getOrDefault(name, equations.places().get(name));
      if (place == null) {
        throw new IllegalStateException("nothing stands for '" + name + "'");
      }
      further.add(place);
    }
    return new Code(
        CodeStep.of(lifted.program(), function), List.copyOf(lifted.unknowns()), further, frozen);
  }

  LocalForm at(int place) {
    return new LocalForm(equations.graph().value(place)).add(1, place);
  }

  LocalForm sum(Terms terms) {
    var parts = new ArrayList<LocalForm>();
    for (int k = 0; k < terms.size(); k++) {
      parts.add(at(terms.place(k)).times(terms.coefficient(k)));
    }
    return LocalForm.sum(parts);
  }

  /**
   * What a function gives.
   *
   * @param what is said to have no derivative where the code has none
   */
  LocalForm of(Program program, String function, List<LocalForm> arguments, String what) {
    var code = code(program, function);
    var step = code.step();
    var all = new ArrayList<>(arguments);
    code.further().forEach(place -> all.add(at(place)));
    var values = all.stream().mapToDouble(LocalForm::value).toArray();
    var result = new double[1];
    var partials = new double[values.length];
    if (!step.evaluate(values, result) || !step.partials(values, partials)) {
      throw new NoDerivative("%s has no finite derivative at the equilibrium".formatted(what));
    }
    var form = new LocalForm(result[0]).freeze(code.frozen(), Sensitivities.OTHER_TECHNOLOGY);
    for (int a = 0; a < values.length; a++) {
      form.add(partials[a], all.get(a));
    }
    return form.add((factor, tangents, into) -> {
      var moves = all.stream().mapToDouble(argument -> argument.tangent(tangents)).toArray();
      var own = new double[moves.length];
      if (!step.curvature(values, moves, new double[] {factor}, own)) {
        throw new NoDerivative("%s has no second derivative here".formatted(what));
      }
      for (int a = 0; a < own.length; a++) {
        all.get(a).seed(own[a], into);
      }
    });
  }
}
