package dev.costate.cli.diagram;

import dev.costate.cli.derivative.Evaluation;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.Refusal;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Expression;
import dev.costate.program.Program;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A call as a user types it, {@code f(2 + 2, 1e-3)}: the function and where it is to be drawn.
 *
 * @param program in which the parameters of functions have the kinds that this call says
 */
record CalledPoint(Program program, String function, List<Value> arguments) {
  CalledPoint {
    arguments = List.copyOf(arguments);
  }

  /**
   * @throws Refusal if it is no call of a function of the file, or its arguments are wrong
   */
  static CalledPoint of(Market market, String text) {
    var diagnostics = new Diagnostics();
    var parsed = Parser.parseExpression(Source.of(Evaluation.SOURCE, text), diagnostics);
    if (parsed.isEmpty()) {
      throw Refusal.of(diagnostics.all());
    }
    var bare = parsed.get();
    while (bare instanceof Expression.Parenthesized(var inner, _)) {
      bare = inner;
    }
    if (!(bare instanceof Expression.Call(var name, var arguments, _))) {
      throw Refusal.at(bare.place(), "a picture is of a function at a point", "call one: f(4)");
    }
    if (market.economy().program().find(name.text()).isEmpty()) {
      throw Refusal.at(
          name.place(),
          "there is no function '%s' in %s".formatted(name, market.file().source().name()),
          "to draw a derivative, save what costate diff prints and draw that");
    }
    // Whatever is wrong with the call is told by running it.
    Evaluation.of(market, text);
    var values = new ArrayList<Value>();
    for (var argument : arguments) {
      values.addAll(Evaluation.of(market, argument.place().text()));
    }
    return new CalledPoint(Evaluation.program(market, text), name.text(), values);
  }
}
