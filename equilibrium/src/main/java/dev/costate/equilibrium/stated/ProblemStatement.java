package dev.costate.equilibrium.stated;

import dev.costate.equilibrium.condition.FirmPart;
import dev.costate.equilibrium.condition.MarketLayout;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.program.Expression;
import java.util.ArrayList;
import java.util.List;

/** States a market of outsiders and firms of plain code, part by part. */
final class ProblemStatement {
  private final MarketProblem problem;
  private final MarketLayout layout;
  private final Writing writing = new Writing();
  private final List<Symbol> variables;
  private final Expression[] values;
  private final Polynomial[] excess;

  private ProblemStatement(MarketProblem problem) {
    this.problem = problem;
    layout = problem.layout();
    variables = writing.variables(layout.conditions());
    values = new Expression[variables.size()];
    excess = new Polynomial[layout.goods().size()];
  }

  static StatedMarket of(MarketProblem problem) {
    return new ProblemStatement(problem).write();
  }

  private StatedMarket write() {
    for (int g = 0; g < excess.length; g++) {
      var good = layout.goods().get(g);
      excess[g] = Polynomial.number(layout.fixedExcess()[g]);
      good.fixedPrice()
          .ifPresent(fixed ->
              writing.define(
                  Symbol.of(Head.PRICE, good.name()),
                  Polynomial.number(fixed.price()).expression()));
    }
    curves();
    for (var flow : layout.flows()) {
      excess[flow.good()] =
          excess[flow.good()].plus(Polynomial.of(variables.get(flow.variable())), flow.sign());
      values[flow.variable()] =
          Polynomial.number(0)
              .plus(Polynomial.number(flow.price()), flow.sign())
              .plus(Polynomial.of(price(flow.good())), -flow.sign())
              .expression();
    }
    layout.firms().forEach(this::firm);
    for (int g = 0; g < excess.length; g++) {
      int variable = layout.priceVariable()[g];
      if (variable >= 0) {
        values[variable] = excess[g].expression();
      }
    }
    for (int i = 0; i < values.length; i++) {
      writing.condition(
          layout.conditions().get(i),
          variables.get(i),
          problem.lower(i),
          problem.upper(i),
          values[i]);
    }
    return writing.finished();
  }

  private Symbol price(int good) {
    return Symbol.of(Head.PRICE, layout.goods().get(good).name());
  }

  private void curves() {
    var calls = new Calls(layout.economy().program());
    for (var curve : layout.curves()) {
      var head = curve.sign() > 0 ? Head.SUPPLY : Head.DEMAND;
      var symbol = writing.numbered(head, layout.goods().get(curve.good()).name(), false);
      var prices = new ArrayList<Expression>();
      for (int good : curve.goods()) {
        prices.add(price(good).read());
      }
      writing.define(symbol, calls.of(curve.function(), prices));
      excess[curve.good()] = excess[curve.good()].plus(Polynomial.of(symbol), curve.sign());
    }
  }

  private void firm(FirmPart part) {
    var model = part.model();
    var firm = model.firm();
    var plan = variables.subList(part.first(), part.firstMultiplier());
    var multipliers = variables.subList(part.firstMultiplier(), part.first() + part.variables());
    var outputs = new ArrayList<Symbol>();
    var prices = new ArrayList<Expression>();
    for (int good : part.outputGoods()) {
      outputs.add(Symbol.of(Head.MADE, firm.name(), layout.goods().get(good).name()));
      prices.add(price(good).read());
    }
    var stated = new PlanStatement(writing, model, plan, multipliers, prices, outputs);
    for (int k = 0; k < outputs.size(); k++) {
      int good = part.outputGoods()[k];
      excess[good] = excess[good].plus(Polynomial.of(outputs.get(k)), 1);
    }
    for (int i = 0; i < plan.size(); i++) {
      var slack = Polynomial.number(0);
      if (i < part.inputGoods().length) {
        int good = part.inputGoods()[i];
        slack = Polynomial.of(price(good));
        excess[good] = excess[good].plus(Polynomial.of(plan.get(i)), -1);
      }
      values[part.first() + i] = slack.plus(Polynomial.of(stated.partial(i)), -1).expression();
    }
    int result = outputs.size();
    int row = part.firstMultiplier();
    for (int m = 0; m < model.kinkSlacks(); m++) {
      values[row++] = stated.result(result++);
    }
    for (int c = 0; c < model.capacities(); c++) {
      values[row++] =
          Polynomial.of(stated.result(result + 1))
              .plus(Polynomial.of(stated.result(result)), -1)
              .expression();
      result += 2;
    }
  }
}
