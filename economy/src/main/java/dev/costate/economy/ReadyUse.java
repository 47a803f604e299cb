package dev.costate.economy;

import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Completes calls of ready technologies: benchmark prices that are left out are 1, a split into n
 * outputs calls a function with n results. A function of the file with the same name hides a ready
 * one.
 */
public final class ReadyUse {
  private static final int WITHOUT_PRICES = 4;

  private final Set<String> written;
  private final Set<Integer> splits = new HashSet<>();
  private boolean used;

  private ReadyUse(Set<String> written) {
    this.written = written;
  }

  /** The ready technologies that functions use, then the functions, with completed calls. */
  public static List<FunctionDeclaration> complete(List<FunctionDeclaration> functions) {
    var names = new HashSet<String>();
    functions.forEach(function -> names.add(function.name().text()));
    return new ReadyUse(names).run(functions);
  }

  private List<FunctionDeclaration> run(List<FunctionDeclaration> functions) {
    var completed = new ArrayList<FunctionDeclaration>();
    for (var function : functions) {
      var split = SyntaxRewrite.of(function.body().statements(), this::completed, this::splitting);
      var body = SyntaxRewrite.of(split, this::withoutSplits);
      completed.add(
          new FunctionDeclaration(
              function.name(),
              function.parameters(),
              new Block(body, function.body().closing()),
              function.trivia(),
              function.place()));
    }
    var all = new ArrayList<FunctionDeclaration>();
    if (used) {
      ReadyTechnologies.functions().stream()
          .filter(ready -> !written.contains(ready.name().text()))
          .forEach(all::add);
    }
    splits.stream().sorted().map(ReadyTechnologies::split).forEach(all::add);
    all.addAll(completed);
    return all;
  }

  private Expression completed(Expression node) {
    if (!(node instanceof Expression.Call call)
        || !ReadyTechnologies.coded().contains(call.function().text())
        || written.contains(call.function().text())) {
      return node;
    }
    used = true;
    return call.function().text().equals(ReadyTechnologies.CES_AT)
            && call.arguments().size() == WITHOUT_PRICES
            && call.arguments().get(2) instanceof Expression.ArrayLiteral inputs
        ? withPrices(call, inputs.elements().size())
        : call;
  }

  private static Expression.Call withPrices(Expression.Call call, int count) {
    var arguments = new ArrayList<>(call.arguments());
    arguments.add(ones(count, call.place()));
    return new Expression.Call(call.function(), arguments, call.place());
  }

  private static Expression ones(int count, Place place) {
    return new Expression.ArrayLiteral(
        Collections.nCopies(count, new Expression.NumberLiteral("1", false, place)), place);
  }

  /** Reports splits that are not the whole right side of an assignment. */
  static void check(List<FunctionDeclaration> functions, Diagnostics diagnostics) {
    var names = new HashSet<String>();
    functions.forEach(function -> names.add(function.name().text()));
    if (names.contains(ReadyTechnologies.CET_AT)) {
      return;
    }
    for (var function : functions) {
      SyntaxWalk.statements(
          function.body().statements(),
          statement ->
              SyntaxWalk.expressions(statement).stream()
                  .filter(e -> !(isSplit(e) && statement instanceof Statement.Assignment))
                  .forEach(e -> refuseSplits(e, diagnostics)));
    }
  }

  private static boolean isSplit(Expression expression) {
    return expression instanceof Expression.Call call
        && call.function().text().equals(ReadyTechnologies.CET_AT);
  }

  private static void refuseSplits(Expression expression, Diagnostics diagnostics) {
    SyntaxWalk.nodes(
        expression,
        node -> {
          if (isSplit(node) && node instanceof Expression.Call call) {
            diagnostics.error(
                call.function().place(),
                "cet_at gives several quantities, one for each output",
                "write a line of its own in the firm: a, b = cet_at(…)");
          }
        });
  }

  /** A number in place of a split that was refused keeps the rest of the code checkable. */
  private Expression withoutSplits(Expression node) {
    return isSplit(node) && !written.contains(ReadyTechnologies.CET_AT)
        ? new Expression.NumberLiteral("1", false, node.place())
        : node;
  }

  /** Calls of the split with the number of its results in the name. */
  private Statement splitting(Statement statement) {
    if (!(statement instanceof Statement.Assignment s)
        || s.values().size() != 1
        || !(s.values().getFirst() instanceof Expression.Call call)
        || !call.function().text().equals(ReadyTechnologies.CET_AT)
        || written.contains(ReadyTechnologies.CET_AT)) {
      return statement;
    }
    int count = s.targets().size();
    splits.add(count);
    var complete = call.arguments().size() == WITHOUT_PRICES ? withPrices(call, count) : call;
    var renamed =
        new Expression.Call(
            new Name(ReadyTechnologies.split(count).name().text(), call.function().place()),
            complete.arguments(),
            call.place());
    return new Statement.Assignment(
        s.targets(), s.operator(), List.of(renamed), s.trivia(), s.place());
  }
}
