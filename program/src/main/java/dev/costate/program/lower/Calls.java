package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Drafts of calls: of built-ins, of functions of the file, of functions added later, and gradients.
 */
final class Calls {
  static final String GRADIENT = "gradient";
  static final String PUSH = "push";
  static final String POP = "pop";

  /** What functions are called elsewhere. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("log", "'ln', or 'log10'"),
          Map.entry("log2", "'ln(x)/ln(2)'"),
          Map.entry("pow", "'x^y'"),
          Map.entry("cbrt", "'x^(1/3)'"),
          Map.entry("len", "'length'"),
          Map.entry("size", "'length', or 'rows' and 'columns'"),
          Map.entry("append", "'push'"),
          Map.entry("arcsin", "'asin'"),
          Map.entry("arccos", "'acos'"),
          Map.entry("arctan", "'atan'"),
          Map.entry("sgn", "'sign'"),
          Map.entry("round", "'floor(x + 0.5)'"),
          Map.entry("grad", "'gradient'"));

  /** A call of a function with several results, or a gradient taken as several. */
  record Many(Form form, String function, List<Draft> arguments, List<KindCell> results) {}

  /** What is called: a function, or its derivative. */
  enum Form {
    FUNCTION,
    GRADIENT
  }

  private final Context context;
  private final Kinds kinds;
  private final Expressions expressions;

  Calls(Context context, Expressions expressions) {
    this.context = context;
    this.kinds = context.kinds();
    this.expressions = expressions;
  }

  /** Whether a name stands for something that a file cannot define. */
  static boolean isBuiltIn(String name) {
    return Operation.called(name).isPresent()
        || name.equals(GRADIENT)
        || name.equals(PUSH)
        || name.equals(POP);
  }

  /** A call whose one result is a value. */
  Draft single(Expression.Call call) {
    var name = call.function().text();
    var place = call.place();
    if (name.equals(GRADIENT)) {
      return singleGradient(call);
    }
    if (name.equals(PUSH) || name.equals(POP)) {
      expressions.drafts(call.arguments());
      kinds.error(
          place,
          name.equals(PUSH)
              ? "push(…) has no value"
              : "pop(…) changes its array and cannot stand inside an expression",
          name.equals(PUSH)
              ? "write it on a line of its own"
              : "take the element on a line of its own: x = pop(v)");
      return unknown(place);
    }
    var operation = Operation.called(name);
    if (operation.isPresent()) {
      return builtIn(operation.get(), call);
    }
    var signature = context.signatures().get(name);
    var arguments = expressions.drafts(call.arguments());
    if (signature == null) {
      unknownFunction(call.function(), call);
      return unknown(place);
    }
    pass(signature, arguments, place);
    if (signature.results().size() != 1) {
      kinds.error(
          place,
          "'"
              + name
              + "' has "
              + signature.results().size()
              + " results, and one value is needed here",
          "take them first: " + names(signature.results().size()) + " = " + name + "(…)");
      return unknown(place);
    }
    var result = signature.results().getFirst();
    return new Draft(
        result, place, () -> new Call(name, Draft.finish(arguments), result.kind(), place));
  }

  private static String names(int count) {
    return count == 2 ? "p, q" : count == 3 ? "p, q, r" : "p, q, …";
  }

  private static Draft unknown(Place place) {
    return new Draft(KindCell.unknown(), place, () -> new Literal(Double.NaN, place));
  }

  /** The function of a call if it is one of the file, or added later. */
  Optional<Signature> signature(Expression.Call call) {
    return isBuiltIn(call.function().text())
        ? Optional.empty()
        : Optional.ofNullable(context.signatures().get(call.function().text()));
  }

  /** A call whose results go to so many targets; empty if that is wrong, which is reported. */
  Optional<Many> many(Expression.Call call, int targets) {
    var name = call.function().text();
    if (name.equals(GRADIENT)) {
      return gradient(call, targets);
    }
    if (isBuiltIn(name)) {
      single(call);
      kinds.error(
          call.place(), "'" + name + "' has one result, and here are " + targets + " targets", "");
      return Optional.empty();
    }
    var arguments = expressions.drafts(call.arguments());
    var signature = context.signatures().get(name);
    if (signature == null) {
      unknownFunction(call.function(), call);
      return Optional.empty();
    }
    pass(signature, arguments, call.place());
    int results = signature.results().size();
    if (results != targets) {
      kinds.error(
          call.place(),
          "'"
              + name
              + "' has "
              + (results == 1 ? "1 result" : results + " results")
              + ", and here are "
              + targets
              + " targets",
          signature
              .counted()
              .map(p -> "`" + p.text().strip() + "` " + Kinds.line(p, call.place()))
              .orElse(""));
      return Optional.empty();
    }
    return Optional.of(new Many(Form.FUNCTION, name, arguments, signature.results()));
  }

  private void pass(Signature signature, List<Draft> arguments, Place place) {
    int expected = signature.parameters().size();
    if (arguments.size() != expected) {
      kinds.error(
          place,
          "'"
              + signature.name()
              + "' takes "
              + arguments(expected)
              + ", and here "
              + given(arguments.size()),
          signature.declaration().isPresent() ? "it is " + signature.head() : "");
    }
    for (int i = 0; i < Math.min(expected, arguments.size()); i++) {
      var argument = arguments.get(i);
      kinds.same(
          signature.parameters().get(i),
          argument.kind(),
          argument.place(),
          signature.declaration().isPresent()
              ? "the parameter '"
                  + signature.parameterNames().get(i)
                  + "' of '"
                  + signature.name()
                  + "'"
              : "argument " + (i + 1) + " of '" + signature.name() + "'",
          "a parameter has one kind in all calls of its function");
    }
  }

  private static String arguments(int count) {
    return count == 0 ? "no argument" : count == 1 ? "1 argument" : count + " arguments";
  }

  static String given(int count) {
    return count == 0 ? "is none" : count == 1 ? "is 1" : "are " + count;
  }

  private void unknownFunction(Name name, Expression.Call call) {
    var text = name.text();
    if (context.scope().find(text).isPresent() || context.constants().contains(text)) {
      kinds.error(
          call.place(),
          "'" + text + "' is a variable, not a function",
          "for a product write " + text + " * (…), for an element " + text + "[…]");
      return;
    }
    var alias = ALIASES.get(text);
    if (alias != null) {
      kinds.error(
          name.place(), "unknown function '" + text + "'", "Maybe you meant " + alias + ".");
      return;
    }
    var names = new TreeSet<>(context.signatures().keySet());
    for (var operation : Operation.values()) {
      if (operation.form() == Operation.Form.CALL) {
        names.add(operation.text());
      }
    }
    names.addAll(List.of(GRADIENT, PUSH, POP));
    kinds.error(
        name.place(),
        "unknown function '" + text + "'",
        Spelling.hint(text, names, "define it: function " + text + "(…):"));
  }

  private Draft builtIn(Operation operation, Expression.Call call) {
    var arguments = expressions.drafts(call.arguments());
    var place = call.place();
    var name = operation.text();
    int count = arguments.size();
    return switch (operation) {
      case MAX, MIN -> {
        if (count == 1) {
          var argument = arguments.getFirst();
          kinds.add(new Constraint.ArrayArgument(argument.kind(), argument.place(), name));
          yield number(
              operation == Operation.MAX ? Operation.MAX_OF : Operation.MIN_OF, arguments, place);
        }
        if (count == 0) {
          kinds.error(
              place, "'" + name + "' takes several numbers or one array, and here is none", "");
        }
        expressions.requireAll(arguments, Kind.NUMBER, "an argument of '" + name + "'");
        yield number(operation, arguments, place);
      }
      case SUM -> {
        arity(operation, count, place);
        if (count == 1) {
          var argument = arguments.getFirst();
          kinds.add(new Constraint.ArrayArgument(argument.kind(), argument.place(), name));
        }
        yield number(operation, arguments, place);
      }
      case LENGTH ->
          ofArray(operation, arguments, Kind.VECTOR, "a matrix has rows(m) and columns(m)", place);
      case ROWS, COLUMNS ->
          ofArray(operation, arguments, Kind.MATRIX, "a vector has a length(v)", place);
      case ZEROS -> {
        expressions.requireAll(arguments, Kind.NUMBER, "a size");
        if (count > 2) {
          kinds.error(place, "'zeros' takes 1 or 2 arguments, and here " + given(count), "");
          yield unknown(place);
        }
        if (count == 2) {
          yield expressions.apply(
              Operation.ZEROS_MATRIX, arguments, KindCell.of(Kind.MATRIX, place), place);
        }
        if (count == 0) {
          kinds.error(place, "'zeros' takes 1 or 2 arguments, and here " + given(count), "");
        }
        yield expressions.apply(operation, arguments, KindCell.of(Kind.VECTOR, place), place);
      }
      case LN,
          LOG10,
          EXP,
          SQRT,
          ABS,
          SIN,
          COS,
          TAN,
          ASIN,
          ACOS,
          ATAN,
          ATAN2,
          SINH,
          COSH,
          TANH,
          ERF,
          FLOOR,
          CEIL,
          SIGN,
          MOD -> {
        arity(operation, count, place);
        expressions.requireAll(arguments, Kind.NUMBER, "an argument of '" + name + "'");
        yield number(operation, arguments, place);
      }
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          NEGATE,
          POWER,
          MAX_OF,
          MIN_OF,
          ZEROS_MATRIX,
          ELEMENT,
          ELEMENT_MATRIX,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          AND,
          OR,
          NOT ->
          throw new IllegalStateException(operation + " is not called by name");
    };
  }

  private Draft ofArray(
      Operation operation, List<Draft> arguments, Kind kind, String otherKind, Place place) {
    arity(operation, arguments.size(), place);
    for (var argument : arguments) {
      var known = argument.kind().known();
      kinds.require(
          argument.kind(),
          kind,
          argument.place(),
          "the argument of '" + operation.text() + "'",
          known != null && known.isArray() ? otherKind : "");
    }
    return number(operation, arguments, place);
  }

  private Draft number(Operation operation, List<Draft> arguments, Place place) {
    return expressions.apply(operation, arguments, KindCell.of(Kind.NUMBER, place), place);
  }

  private void arity(Operation operation, int count, Place place) {
    if (count != operation.arity()) {
      kinds.error(
          place,
          "'"
              + operation.text()
              + "' takes "
              + arguments(operation.arity())
              + ", and here "
              + given(count),
          "");
    }
  }

  private Draft singleGradient(Expression.Call call) {
    var place = call.place();
    var found = gradient(call, 1);
    if (found.isEmpty()) {
      return unknown(place);
    }
    var many = found.get();
    var result = many.results().getFirst();
    return new Draft(
        result,
        place,
        () -> new Gradient(many.function(), Draft.finish(many.arguments()), result.kind(), place));
  }

  private Optional<Many> gradient(Expression.Call call, int targets) {
    var place = call.place();
    if (call.arguments().isEmpty()) {
      kinds.error(
          place, "gradient(…) needs a function", "gradient(f, x) is the derivative of f at x");
      return Optional.empty();
    }
    var arguments = expressions.drafts(call.arguments().subList(1, call.arguments().size()));
    var first = Syntax.bare(call.arguments().getFirst());
    if (!(first instanceof Expression.Read(var name))
        || !context.signatures().containsKey(name.text())
        || context.signatures().get(name.text()).declaration().isEmpty()) {
      kinds.error(
          first.place(),
          first instanceof Expression.Read(var name)
                  && !context.signatures().containsKey(name.text())
              ? "there is no function '" + name.text() + "' in the file"
              : "the first argument of gradient(…) must be the name of a function of the file",
          first instanceof Expression.Read(var name)
              ? Spelling.hint(name.text(), functionNames(), "")
              : "give the function and its arguments separately: gradient(f, x)");
      return Optional.empty();
    }
    var signature = context.signatures().get(name.text());
    pass(signature, arguments, place);
    if (signature.results().size() != 1) {
      kinds.error(
          place,
          "'"
              + signature.name()
              + "' has "
              + signature.results().size()
              + " results, and gradient(…) needs a function with one number as result",
          "");
      return Optional.empty();
    }
    kinds.require(
        signature.results().getFirst(),
        Kind.NUMBER,
        place,
        "the result of '" + signature.name() + "' in gradient(…)",
        "");
    var results = new ArrayList<KindCell>();
    for (int i = 0; i < targets; i++) {
      results.add(KindCell.unknown());
    }
    context.gradients().add(new GradientUse(context.function(), signature, results, place));
    return Optional.of(new Many(Form.GRADIENT, signature.name(), arguments, results));
  }

  private List<String> functionNames() {
    return context.signatures().values().stream()
        .filter(signature -> signature.declaration().isPresent())
        .map(Signature::name)
        .sorted()
        .toList();
  }
}
