package dev.costate.equilibrium.stated;

import dev.costate.differentiation.algebra.Term;
import dev.costate.economy.Amount;
import dev.costate.economy.Reading;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.program.Expression;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashMap;
import java.util.List;

/** Functions of a program at given arguments: what stands behind their return, or calls. */
public final class Calls {
  private final Program program;

  public Calls(Program program) {
    this.program = program;
  }

  /** The result of a function of numbers, written out if its code is one line. */
  Expression of(String name, List<Expression> arguments) {
    var function = program.function(name);
    if (function.body().statements().getFirst() instanceof Return(var values, _)) {
      var named = new HashMap<Variable, Expression>();
      for (int i = 0; i < arguments.size(); i++) {
        named.put(function.parameters().get(i), arguments.get(i));
      }
      var value =
          Walk.rewrite(
              values.getFirst(),
              node ->
                  node instanceof Expression.Read(var variable, _)
                      ? named.getOrDefault(variable, node)
                      : node);
      return Polynomial.of(value).expression();
    }
    return new Expression.Call(name, arguments, Kind.NUMBER, Term.ZERO.expression().place());
  }

  /** A number of a declaration, in the symbols of what it reads. */
  public Expression of(Amount amount) {
    return switch (amount) {
      case Amount.Known(_, double value) -> Polynomial.number(value).expression();
      case Amount.Computed(_, var function, var readings) ->
          of(function, readings.stream().map(reading -> symbol(reading).read()).toList());
    };
  }

  private static Symbol symbol(Reading reading) {
    return switch (reading) {
      case Reading.UnknownValue(var name) -> Symbol.of(Head.UNKNOWN, name);
      case Reading.Price(var good) -> Symbol.of(Head.PRICE, good);
      case Reading.Quantity(var good) -> Symbol.of(Head.QUANTITY, good);
      case Reading.Income(var consumer) -> Symbol.of(Head.INCOME, consumer);
      case Reading.Level(var firm) -> Symbol.of(Head.OUTPUT, firm);
      case Reading.OfAnswer other ->
          throw new IllegalArgumentException("no condition reads " + other);
    };
  }
}
