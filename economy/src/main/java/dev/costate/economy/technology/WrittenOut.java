package dev.costate.economy.technology;

import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Rewriting;
import dev.costate.program.Walk;
import dev.costate.program.run.ProgramFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Ready technologies as the formulas they stand for, where their elasticity and shares are known
 * numbers: {@code ces(2, 0, [0.3, 0.7], [k, l])} is {@code 2 * min(k, l)}. What is left is code
 * without loops that reads as the technology does.
 */
public final class WrittenOut {
  private final Program program;
  private final Set<String> names;
  private final Set<String> frozen = new LinkedHashSet<>();

  private WrittenOut(Program program, Set<String> names) {
    this.program = program;
    this.names = names;
  }

  /**
   * A program that is written out with names of constants in its formulas.
   *
   * @param frozen those on whose values it depends what the formulas are: an elasticity of 1, a
   *     share of 0
   */
  public record Kept(Program program, Set<String> frozen) {
    public Kept {
      frozen = Set.copyOf(frozen);
    }
  }

  /** The program with the calls in every function written out. */
  public static Program of(Program program) {
    return keeping(program, Set.of()).program();
  }

  /** The same with some constants by their names in place of their values. */
  public static Kept keeping(Program program, Set<String> names) {
    var out = new WrittenOut(program, names);
    var functions =
        program.functions().stream()
            .map(f -> ReadyTechnologies.isReady(f.name()) ? f : f.withBody(out.block(f.body())))
            .toList();
    return new Kept(new Program(functions, program.constants()), out.frozen);
  }

  private Block block(Block block) {
    return Rewriting.of(block, this::expression);
  }

  private Expression expression(Expression expression) {
    var parts = Walk.children(expression).stream().map(this::expression).toList();
    var changed = parts.isEmpty() ? expression : Walk.withChildren(expression, parts);
    return changed instanceof Call call ? formula(call).orElse(call) : changed;
  }

  private Optional<Expression> formula(Call call) {
    var a = call.arguments();
    return switch (call.function()) {
      case ReadyTechnologies.CES ->
          number(a.get(1))
              .flatMap(elasticity ->
                  numbers(a.get(2))
                      .flatMap(shares -> ces(a.get(0), elasticity, shares, a.get(3), call)));
      case ReadyTechnologies.COBB_DOUGLAS ->
          numbers(a.get(1))
              .flatMap(exponents ->
                  ces(a.get(0), WrittenNumber.literal(1, call.place()), exponents, a.get(2), call));
      case ReadyTechnologies.LEONTIEF ->
          numbers(a.get(1)).flatMap(needs -> leontief(needs, a.get(0), call.place()));
      case ReadyTechnologies.CES_AT -> at(a, call);
      default -> Optional.empty();
    };
  }

  private Optional<Expression> ces(
      Expression scale,
      WrittenNumber substitution,
      List<WrittenNumber> shares,
      Expression inputs,
      Expression at) {
    var place = at.place();
    if (!(inputs instanceof Elements(var elements, _, _)) || elements.size() != shares.size()) {
      return Optional.empty();
    }
    double elasticity = substitution.value();
    if (elasticity == 0 || elasticity == 1 || Double.isInfinite(elasticity)) {
      frozen.addAll(substitution.reads());
    }
    var one = WrittenNumber.literal(1, place);
    var rho = one.plus(WrittenNumber.literal(-1, place).over(substitution));
    var terms = new ArrayList<Expression>();
    for (int i = 0; i < shares.size(); i++) {
      var share = shares.get(i);
      if (share.value() == 0) {
        frozen.addAll(share.reads());
      } else {
        var input = elements.get(i);
        terms.add(
            elasticity == 0
                ? input
                : elasticity == 1
                    ? power(input, share.expression(), place)
                    : times(share.expression(), power(input, rho.expression(), place), place));
      }
    }
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Expression whole =
        elasticity == 0
            ? least(terms, place)
            : elasticity == 1
                ? chain(terms, (x, y) -> times(x, y, place))
                : power(
                    chain(terms, (x, y) -> sum(x, y, place)), one.over(rho).expression(), place);
    return Optional.of(times(scale, whole, place));
  }

  private Optional<Expression> leontief(List<WrittenNumber> needs, Expression inputs, Place place) {
    if (!(inputs instanceof Elements(var elements, _, _)) || elements.size() != needs.size()) {
      return Optional.empty();
    }
    var terms = new ArrayList<Expression>();
    for (int i = 0; i < needs.size(); i++) {
      if (needs.get(i).value() == 0) {
        frozen.addAll(needs.get(i).reads());
      } else {
        terms.add(over(elements.get(i), needs.get(i).expression(), place));
      }
    }
    return terms.isEmpty() ? Optional.empty() : Optional.of(least(terms, place));
  }

  private Optional<Expression> at(List<Expression> a, Call call) {
    var elasticity = number(a.get(1));
    var quantities = numbers(a.get(3));
    var prices = numbers(a.get(4));
    if (elasticity.isEmpty()
        || quantities.isEmpty()
        || prices.isEmpty()
        || prices.get().size() != quantities.get().size()
        || !(a.get(2) instanceof Elements(var elements, var kind, var place))) {
      return Optional.empty();
    }
    var shares = shares(quantities.get(), prices.get(), call.place());
    var relative = new ArrayList<Expression>();
    for (int i = 0; i < shares.size() && i < elements.size(); i++) {
      var quantity = quantities.get().get(i);
      relative.add(
          quantity.value() == 0
              ? elements.get(i)
              : over(elements.get(i), quantity.expression(), call.place()));
    }
    return ces(a.get(0), elasticity.get(), shares, new Elements(relative, kind, place), call);
  }

  /** Each quantity times its price over the sum of these. */
  private static List<WrittenNumber> shares(
      List<WrittenNumber> quantities, List<WrittenNumber> prices, Place place) {
    var worths = new ArrayList<WrittenNumber>();
    for (int i = 0; i < quantities.size(); i++) {
      worths.add(quantities.get(i).times(prices.get(i)));
    }
    var total = worths.stream().reduce(WrittenNumber.literal(0, place), WrittenNumber::plus);
    return worths.stream().map(worth -> worth.over(total)).toList();
  }

  private static Expression chain(List<Expression> terms, BinaryOperator<Expression> join) {
    return terms.stream().reduce(join).orElseThrow();
  }

  private static Expression least(List<Expression> terms, Place place) {
    return terms.size() == 1 ? terms.getFirst() : apply(Operation.MIN, terms, place);
  }

  private static Expression apply(Operation operation, List<Expression> arguments, Place place) {
    return new Apply(operation, arguments, Kind.NUMBER, place);
  }

  private static Expression times(Expression x, Expression y, Place place) {
    return isOne(x) ? y : isOne(y) ? x : apply(Operation.MULTIPLY, List.of(x, y), place);
  }

  private static Expression sum(Expression x, Expression y, Place place) {
    return apply(Operation.ADD, List.of(x, y), place);
  }

  private static Expression over(Expression x, Expression divisor, Place place) {
    return isOne(divisor) ? x : apply(Operation.DIVIDE, List.of(x, divisor), place);
  }

  private static Expression power(Expression x, Expression exponent, Place place) {
    return isOne(exponent) ? x : apply(Operation.POWER, List.of(x, exponent), place);
  }

  private static boolean isOne(Expression x) {
    return x instanceof Literal(double value, _) && value == 1;
  }

  private Optional<WrittenNumber> number(Expression expression) {
    try {
      return WrittenNumber.of(program, expression, names)
          .filter(number -> !Double.isNaN(number.value()));
    } catch (ProgramFailure _) {
      // The call stays, and says what is wrong when it runs.
      return Optional.empty();
    }
  }

  private Optional<List<WrittenNumber>> numbers(Expression expression) {
    try {
      return WrittenNumber.all(program, expression, names)
          .filter(all -> all.stream().noneMatch(number -> Double.isNaN(number.value())));
    } catch (ProgramFailure _) {
      // The call stays, and says what is wrong when it runs.
      return Optional.empty();
    }
  }
}
