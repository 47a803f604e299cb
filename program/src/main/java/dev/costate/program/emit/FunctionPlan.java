package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Function;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How one function is laid out: how it is called, what it is cut into, where its variables live,
 * and which slow calls it has more than once (a function that is cut into methods, which do not see
 * each other's values: none).
 */
record FunctionPlan(
    Convention convention, Partition partition, Homes homes, Set<Expression> repeated) {
  static FunctionPlan of(Function function, Plan plan) {
    var partition = Partition.of(function, plan.limits());
    Set<Expression> repeated = partition.isCut() ? Set.of() : Repeated.in(function.body());
    return new FunctionPlan(
        plan.convention(function), partition, new Homes(function, partition), repeated);
  }

  Function function() {
    return convention.function();
  }

  /** The extras that pieces take: all that calls in them pass on. */
  List<Convention.Extra> pieceExtras() {
    var found = new ArrayList<Convention.Extra>();
    for (var extra : Convention.Extra.values()) {
      if (extra != Convention.Extra.KEEPS && convention.has(extra)) {
        found.add(extra);
      }
    }
    return found;
  }

  String pieceName(int number) {
    return convention.name() + "$" + number;
  }

  /** Of a piece that takes these before the frame. */
  MethodTypeDesc pieceDescriptor(ClassDesc result, ClassDesc... before) {
    var types = new ArrayList<>(List.of(before));
    types.add(Types.DOUBLES);
    types.add(Types.OBJECTS);
    pieceExtras().forEach(extra -> types.add(extra.type()));
    return MethodTypeDesc.of(result, types);
  }
}
