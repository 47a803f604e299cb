package dev.costate.differentiation.algebra;

import dev.costate.program.Expression;
import dev.costate.program.Expression.*;
import dev.costate.program.Walk;

/** Whether two expressions are the same up to their places. */
final class Likeness {
  private Likeness() {}

  static boolean same(Expression a, Expression b) {
    boolean alike =
        switch (a) {
          case Literal(var x, _) -> b instanceof Literal(var y, _) && Double.compare(x, y) == 0;
          case Truth(var x, _) -> b instanceof Truth(var y, _) && x == y;
          case Read(var x, _) -> b instanceof Read(var y, _) && x.equals(y);
          case Constant(var x, _) -> b instanceof Constant(var y, _) && x.equals(y);
          case Apply(var x, _, _, _) -> b instanceof Apply(var y, _, _, _) && x == y;
          case Call(var x, _, _, _) -> b instanceof Call(var y, _, _, _) && x.equals(y);
          case Gradient(var x, _, _, _) -> b instanceof Gradient(var y, _, _, _) && x.equals(y);
          case Conditional _ -> b instanceof Conditional;
          case Elements _ -> b instanceof Elements;
        };
    var partsOfA = Walk.children(a);
    if (!alike || partsOfA.size() != Walk.children(b).size()) {
      return false;
    }
    for (int i = 0; i < partsOfA.size(); i++) {
      if (!same(partsOfA.get(i), Walk.children(b).get(i))) {
        return false;
      }
    }
    return true;
  }
}
