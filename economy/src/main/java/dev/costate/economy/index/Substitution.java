package dev.costate.economy.index;

import dev.costate.economy.index.Known.Number;
import dev.costate.economy.index.Known.Symbol;
import dev.costate.economy.index.Known.Truth;
import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Reference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes expressions out: counters become what they stand for, indexed names plain ones, lists over
 * sets their items.
 */
final class Substitution {
  private final Constants constants;
  private final Reports reports;
  private final List<Families> visible;
  private final Set<String> locals;
  private final Bindings bindings;

  /**
   * @param visible what has indices here, the first one that knows a name decides
   * @param locals the variables of the code, which hide what has indices
   */
  Substitution(
      Constants constants,
      Reports reports,
      List<Families> visible,
      Set<String> locals,
      Bindings bindings) {
    this.constants = constants;
    this.reports = reports;
    this.visible = visible;
    this.locals = locals;
    this.bindings = bindings;
  }

  /** The same where these counters stand for something too; they hide variables of the code. */
  Substitution with(Bindings inner, List<String> counters) {
    var rest = locals;
    if (counters.stream().anyMatch(locals::contains)) {
      rest = new HashSet<>(locals);
      counters.forEach(rest::remove);
    }
    return new Substitution(constants, reports, visible, rest, inner);
  }

  /** The same where other things have indices. */
  Substitution seeing(List<Families> families) {
    return new Substitution(constants, reports, families, locals, bindings);
  }

  /** The same inside of code that has these variables. */
  Substitution code(List<Families> families, Set<String> variables) {
    return new Substitution(constants, reports, families, variables, bindings);
  }

  Constants constants() {
    return constants;
  }

  Reports reports() {
    return reports;
  }

  Bindings bindings() {
    return bindings;
  }

  boolean isLocal(String name) {
    return locals.contains(name);
  }

  List<Expression> expressions(List<Expression> written) {
    return written.stream().map(this::expression).toList();
  }

  Expression expression(Expression written) {
    return switch (written) {
      case Expression.NumberLiteral _, Expression.TruthLiteral _ -> written;
      case Expression.Read(var name) -> read(written, name);
      case Expression.Unary(var operator, var operand, var place) ->
          new Expression.Unary(operator, expression(operand), place);
      case Expression.Binary binary -> binary(binary);
      case Expression.Conditional conditional -> conditional(conditional);
      case Expression.Call call -> call(call);
      case Expression.Index(Expression.Read(var base), var indices, var place)
          when isIndexed(base.text()) ->
          new Expression.Read(member(base, indices, place));
      case Expression.Index(var array, var indices, var place) ->
          new Expression.Index(expression(array), expressions(indices), place);
      case Expression.ArrayLiteral(var elements, var place) ->
          new Expression.ArrayLiteral(
              elements.size() == 1 && elements.getFirst() instanceof Expression.Each each
                  ? items(each)
                  : expressions(elements),
              place);
      case Expression.Each(var element, var generator, var place) -> {
        reports.error(
            generator.place(),
            "a list over a set stands in [ ], sum, max or min",
            "write [x[i] for i in product]");
        yield new Expression.Each(element, generator, place);
      }
      case Expression.Parenthesized(var inner, var place) ->
          new Expression.Parenthesized(expression(inner), place);
    };
  }

  private Expression read(Expression written, Name name) {
    if (locals.contains(name.text())) {
      return written;
    }
    return switch (bindings.find(name.text())) {
      case null -> plain(written, name);
      case Number(var value) -> literal(value, name.place());
      case Symbol(var member) -> {
        reports.error(
            name.place(),
            "'%s' stands for '%s', which is no number".formatted(name, member),
            "it can be an index, or be compared: %s == %s".formatted(name, member));
        yield literal(1, name.place());
      }
      case Truth _ -> written;
    };
  }

  /** What is no variable of the code and no counter. */
  private Expression plain(Expression written, Name name) {
    var parameters = constants.parameters();
    if (!isIndexed(name.text())
        || !parameters.isFamily(name.text())
        || parameters.isDefined(name.text())) {
      return written;
    }
    reports.error(
        name.place(),
        "the parameter '%s' has indices: it is not one number".formatted(name),
        "say which of them: %s[…]".formatted(name));
    return literal(1, name.place());
  }

  static Expression literal(double value, Place place) {
    boolean isWhole = value == (long) value;
    return new Expression.NumberLiteral(
        isWhole ? Long.toString((long) value) : new BigDecimal(value).toPlainString(),
        false,
        place);
  }

  /** Whether a name stands for something that has indices, and not for an array. */
  boolean isIndexed(String base) {
    return !locals.contains(base) && visible.stream().anyMatch(families -> families.has(base));
  }

  /** The plain name of a member, such as {@code power[3]}. */
  Name member(Name base, List<Expression> indices, Place place) {
    try {
      checkIndices(indices);
      var name = base.text() + constants.key(indices, bindings);
      for (var families : visible) {
        if (families.has(base.text())) {
          checkMember(families, base.text(), name, place);
          break;
        }
      }
      return new Name(name, place);
    } catch (IndexError error) {
      reports.error(error);
      return base;
    }
  }

  private void checkMember(Families families, String base, String name, Place place) {
    if (!families.allows(base, name)) {
      reports.error(
          place,
          "there is no '%s'".formatted(name),
          "'%s' is not declared for this index; a condition can leave it out: for h in hour if h > 1"
              .formatted(base));
    }
  }

  /** A variable of the code is not known yet, whatever else has its name. */
  private void checkIndices(List<Expression> indices) {
    for (var index : indices) {
      Reads.in(index).stream()
          .filter(name -> locals.contains(name.text()) && bindings.find(name.text()) == null)
          .findFirst()
          .ifPresent(name -> {
            throw new IndexError(
                name.place(),
                "'%s' is computed by the code, and an index of a good or parameter must be known before"
                    .formatted(name),
                "go through a set: sum(x[i] for i in product), or: for i in product:");
          });
    }
  }

  /** What is referred to by a plain name, or by one with indices. */
  Reference reference(Reference written) {
    if (written.indices().isEmpty()) {
      return written;
    }
    var name = member(written.name(), written.indices(), written.place());
    return new Reference(name, List.of(), written.place());
  }

  private Expression binary(Expression.Binary binary) {
    boolean compares =
        binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL;
    if (compares && (isSymbol(binary.left()) || isSymbol(binary.right()))) {
      return folded(binary);
    }
    return new Expression.Binary(
        binary.operator(), expression(binary.left()), expression(binary.right()), binary.place());
  }

  private boolean isSymbol(Expression side) {
    return side instanceof Expression.Read(var name)
        && !locals.contains(name.text())
        && bindings.find(name.text()) instanceof Symbol;
  }

  private Expression folded(Expression.Binary binary) {
    try {
      return new Expression.TruthLiteral(constants.truth(binary, bindings), binary.place());
    } catch (IndexError error) {
      reports.error(error);
      return new Expression.TruthLiteral(true, binary.place());
    }
  }

  /** A condition on counters alone is decided here, so that only one side need make sense. */
  private Expression conditional(Expression.Conditional conditional) {
    if (decides(conditional.condition())) {
      return new Expression.Parenthesized(
          expression(
              isTrue(conditional.condition()) ? conditional.then() : conditional.otherwise()),
          conditional.place());
    }
    return new Expression.Conditional(
        expression(conditional.then()),
        expression(conditional.condition()),
        expression(conditional.otherwise()),
        conditional.place());
  }

  /** Whether a condition reads counters, and nothing but counters and members. */
  boolean decides(Expression condition) {
    var reads = Reads.in(condition);
    return !Reads.hasElements(condition)
        && reads.stream().anyMatch(name -> isCounter(name.text()))
        && reads.stream()
            .allMatch(name ->
                isCounter(name.text())
                    || (!locals.contains(name.text()) && constants.sets().isSymbol(name.text())));
  }

  private boolean isCounter(String name) {
    return !locals.contains(name) && bindings.find(name) != null;
  }

  /** The truth of a condition that is decided here. */
  boolean isTrue(Expression condition) {
    try {
      return constants.truth(condition, bindings);
    } catch (IndexError error) {
      reports.error(error);
      return true;
    }
  }

  private Expression call(Expression.Call call) {
    if (call.arguments().size() != 1
        || !(call.arguments().getFirst() instanceof Expression.Each each)) {
      return new Expression.Call(call.function(), expressions(call.arguments()), call.place());
    }
    var items = items(each);
    return switch (call.function().text()) {
      case "sum" -> Sum.of(items, call.place());
      case "max", "min" -> extreme(call, items);
      default -> {
        reports.error(
            each.generator().place(),
            "a list over a set as the argument of '%s'".formatted(call.function()),
            "put it in brackets: %s([x[i] for i in product])".formatted(call.function()));
        yield call;
      }
    };
  }

  private Expression extreme(Expression.Call call, List<Expression> items) {
    if (items.isEmpty()) {
      reports.error(
          call.place(),
          "'%s' of nothing".formatted(call.function()),
          "this list has no members here");
    }
    return items.size() == 1
        ? new Expression.Parenthesized(items.getFirst(), call.place())
        : new Expression.Call(call.function(), items, call.place());
  }

  private List<Expression> items(Expression.Each each) {
    return each(each.generator(), inner -> inner.expression(each.element()));
  }

  /** What is said of each member, in their order. */
  <T> List<T> each(Generator generator, Function<Substitution, T> item) {
    var items = new ArrayList<T>();
    var counters = generator.counters().stream().map(counter -> counter.name().text()).toList();
    try {
      constants.each(generator, bindings, inner -> items.add(item.apply(with(inner, counters))));
    } catch (IndexError error) {
      reports.error(error);
    }
    return items;
  }
}
