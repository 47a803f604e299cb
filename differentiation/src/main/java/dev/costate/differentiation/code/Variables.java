package dev.costate.differentiation.code;

import dev.costate.program.Function;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of all variables of a function. */
final class Variables {
  private Variables() {}

  static Set<String> of(Function function) {
    var names = new LinkedHashSet<String>();
    function.parameters().stream().map(Variable::name).forEach(names::add);
    Walk.writes(function.body()).stream().map(Variable::name).forEach(names::add);
    return names;
  }
}
