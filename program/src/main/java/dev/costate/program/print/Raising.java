package dev.costate.program.print;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.AssignmentOperator;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Target;
import dev.costate.language.syntax.Trivia;
import dev.costate.program.Function;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Continue;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.GradientMany;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.WithoutPlaces;
import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes syntax of the intermediate form.
 *
 * <p>{@code a = a + e} becomes {@code a += e} (and {@code -=}); {@code a = a * e} stays as it is. A
 * conditional in the last branch of a conditional becomes an {@code elif}. Blocks that are empty,
 * which the language has no word for, are avoided by turning the condition round or by a {@code
 * continue}; only there does lowering give another program, with the same meaning.
 */
public final class Raising {
  private Raising() {}

  /** The text of a program: a file with its functions and the constants that they read. */
  public static String text(Program program) {
    return Formatter.print(file(program));
  }

  /** The text of a function. */
  public static String text(Function function) {
    return Formatter.print(function(function));
  }

  /** A file with the functions of a program and the constants that they read. */
  public static MarketFile file(Program program) {
    return DeepStack.call(() -> fileHere(program));
  }

  private static MarketFile fileHere(Program program) {
    var declarations = new ArrayList<Declaration>();
    var source = Source.of("", "");
    var place = new Place(source, 0, 0);
    var read = constants(program);
    program
        .constants()
        .forEach((name, value) -> {
          if (read.contains(name)) {
            declarations.add(
                new ParameterDeclaration(
                    new Name(name, place),
                    List.of(),
                    Expressions.number(value, place),
                    Trivia.NONE,
                    place));
          }
        });
    program.functions().forEach(function -> declarations.add(functionHere(function)));
    return new MarketFile(source, declarations, List.of());
  }

  private static Set<String> constants(Program program) {
    var found = new LinkedHashSet<String>();
    for (var function : program.functions()) {
      for (var statement : Walk.statements(function.body())) {
        for (var expression : Walk.expressions(statement)) {
          Walk.nodes(
              expression,
              node -> {
                if (node instanceof dev.costate.program.Expression.Constant(var name, _)) {
                  found.add(name);
                }
              });
        }
      }
    }
    return found;
  }

  /** A function as it would be declared. */
  public static FunctionDeclaration function(Function function) {
    return DeepStack.call(() -> functionHere(function));
  }

  private static FunctionDeclaration functionHere(Function function) {
    var place = function.origin().place();
    return new FunctionDeclaration(
        new Name(function.name(), place),
        function.parameters().stream().map(p -> name(p, place)).toList(),
        Block.of(statements(function.body())),
        trivia(function.origin()),
        place);
  }

  /** An expression; its place is that of the original. */
  public static Expression expression(dev.costate.program.Expression expression) {
    return Expressions.raise(expression);
  }

  /** The statements of a block; a conditional that does nothing is left out. */
  public static List<Statement> statements(dev.costate.program.Block block) {
    var raised = new ArrayList<Statement>();
    for (var statement : block.statements()) {
      if (!doesNothing(statement)) {
        raised.add(statement(statement));
      }
    }
    return raised;
  }

  private static boolean doesNothing(dev.costate.program.Statement statement) {
    return statement instanceof If(_, var then, var otherwise, _)
        && doesNothing(then)
        && doesNothing(otherwise);
  }

  private static boolean doesNothing(dev.costate.program.Block block) {
    return block.statements().stream().allMatch(Raising::doesNothing);
  }

  private static Name name(Variable variable, Place place) {
    return new Name(variable.name(), place);
  }

  private static Trivia trivia(Origin origin) {
    return Trivia.trailing(origin.comment());
  }

  private static Statement statement(dev.costate.program.Statement statement) {
    var origin = statement.origin();
    var place = origin.place();
    var trivia = trivia(origin);
    return switch (statement) {
      case Assign assign -> assign(assign, trivia, place);
      case AssignMany(var targets, var values, _) ->
          assignment(targets(targets, place), Expressions.raise(values), trivia, place);
      case CallMany(var targets, var function, var arguments, _) ->
          assignment(
              targets(targets, place),
              List.of(Expressions.call(function, Expressions.raise(arguments), place)),
              trivia,
              place);
      case GradientMany(var targets, var function, var arguments, _) ->
          assignment(
              targets(targets, place),
              List.of(Expressions.gradient(function, arguments, place)),
              trivia,
              place);
      case Push(var array, var value, _) ->
          new Statement.Evaluation(
              Expressions.call(
                  "push",
                  List.of(new Expression.Read(name(array, place)), Expressions.raise(value)),
                  place),
              trivia,
              place);
      case Pop(var target, var array, _) ->
          assignment(
              List.of(target(target, place)),
              List.of(
                  Expressions.call("pop", List.of(new Expression.Read(name(array, place))), place)),
              trivia,
              place);
      case If conditional -> conditional(conditional);
      case For(var counter, var from, var to, var step, var checkpoints, var body, _) ->
          new Statement.ForRange(
              name(counter, place),
              Expressions.raise(from),
              Expressions.raise(to),
              isOne(step) ? Optional.empty() : Optional.of(Expressions.raise(step)),
              checkpoints.isPresent()
                  ? Optional.of(Expressions.number(checkpoints.getAsInt(), place))
                  : Optional.empty(),
              body(body, place),
              trivia,
              place);
      case ForEach(var element, var array, var body, _) ->
          new Statement.ForEach(
              name(element, place), Expressions.raise(array), body(body, place), trivia, place);
      case While(var condition, var body, _) ->
          new Statement.While(Expressions.raise(condition), body(body, place), trivia, place);
      case Break _ -> new Statement.Break(trivia, place);
      case Continue _ -> new Statement.Continue(trivia, place);
      case Return(var values, _) -> new Statement.Return(Expressions.raise(values), trivia, place);
    };
  }

  private static boolean isOne(dev.costate.program.Expression step) {
    return step instanceof dev.costate.program.Expression.Literal(var value, _) && value == 1;
  }

  private static Statement assignment(
      List<Target> targets, List<Expression> values, Trivia trivia, Place place) {
    return new Statement.Assignment(targets, AssignmentOperator.ASSIGN, values, trivia, place);
  }

  private static Statement assign(Assign assign, Trivia trivia, Place place) {
    var target = List.of(target(assign.target(), place));
    if (assign.value()
            instanceof dev.costate.program.Expression.Apply(var operation, var sides, _, _)
        && (operation == Operation.ADD || operation == Operation.SUBTRACT)
        && reads(sides.getFirst(), assign.target())) {
      return new Statement.Assignment(
          target,
          operation == Operation.ADD ? AssignmentOperator.ADD : AssignmentOperator.SUBTRACT,
          List.of(Expressions.raise(sides.get(1))),
          trivia,
          place);
    }
    return assignment(target, List.of(Expressions.raise(assign.value())), trivia, place);
  }

  /** Whether an expression reads exactly what a target writes. */
  private static boolean reads(
      dev.costate.program.Expression expression, dev.costate.program.Target target) {
    return switch (target) {
      case dev.costate.program.Target.Whole(var variable) ->
          expression instanceof dev.costate.program.Expression.Read(var read, _)
              && read.equals(variable);
      case dev.costate.program.Target.Element(var array, var indices) ->
          expression instanceof dev.costate.program.Expression.Apply(var operation, var parts, _, _)
              && (operation == Operation.ELEMENT || operation == Operation.ELEMENT_MATRIX)
              && parts.getFirst() instanceof dev.costate.program.Expression.Read(var read, _)
              && read.equals(array)
              && alike(parts.subList(1, parts.size()), indices);
    };
  }

  private static boolean alike(
      List<dev.costate.program.Expression> some, List<dev.costate.program.Expression> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!WithoutPlaces.of(some.get(i)).equals(WithoutPlaces.of(others.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static List<Target> targets(List<dev.costate.program.Target> targets, Place place) {
    return targets.stream().map(target -> target(target, place)).toList();
  }

  private static Target target(dev.costate.program.Target target, Place place) {
    return switch (target) {
      case dev.costate.program.Target.Whole(var variable) ->
          new Target.Whole(name(variable, place));
      case dev.costate.program.Target.Element(var array, var indices) ->
          new Target.Element(name(array, place), Expressions.raise(indices), place);
    };
  }

  /** The block of a loop. */
  private static Block body(dev.costate.program.Block block, Place place) {
    var raised = statements(block);
    return raised.isEmpty()
        ? Block.of(List.of(new Statement.Continue(Trivia.NONE, place)))
        : Block.of(raised);
  }

  private static Statement.If conditional(If statement) {
    var branches = new ArrayList<Statement.Branch>();
    var next = statement;
    while (true) {
      var place = next.origin().place();
      var condition = Expressions.raise(next.condition());
      var then = next.then();
      var otherwise = next.otherwise();
      if (doesNothing(then)) {
        condition = Expressions.not(condition);
        then = otherwise;
        otherwise = dev.costate.program.Block.EMPTY;
      }
      branches.add(
          new Statement.Branch(
              condition, Block.of(statements(then)), trivia(next.origin()), place));
      if (otherwise.statements().size() == 1
          && otherwise.statements().getFirst() instanceof If inner
          && !doesNothing(inner)) {
        next = inner;
        continue;
      }
      var last = statements(otherwise);
      return new Statement.If(
          branches,
          last.isEmpty()
              ? Optional.empty()
              : Optional.of(new Statement.Otherwise(Block.of(last), Trivia.NONE, place)),
          statement.origin().place());
    }
  }
}
