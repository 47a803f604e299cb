package dev.costate.program;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
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
import dev.costate.runtime.DeepStack;
import java.util.List;

/**
 * The same code with all places and comments forgotten, so that {@code equals} compares what code
 * does and not where it was written.
 */
public final class WithoutPlaces {
  private static final Place NOWHERE = new Place(Source.of("", ""), 0, 0);
  private static final Origin FORGOTTEN = Origin.of(NOWHERE);

  private WithoutPlaces() {}

  public static Program of(Program program) {
    return DeepStack.call(() ->
        new Program(
            program.functions().stream().map(WithoutPlaces::of).toList(), program.constants()));
  }

  public static Function of(Function function) {
    return new Function(
        function.name(), function.parameters(), function.results(), of(function.body()), FORGOTTEN);
  }

  public static Block of(Block block) {
    return new Block(block.statements().stream().map(WithoutPlaces::of).toList());
  }

  public static Statement of(Statement statement) {
    return switch (statement) {
      case Assign(var target, var value, _) -> new Assign(of(target), of(value), FORGOTTEN);
      case AssignMany(var targets, var values, _) ->
          new AssignMany(targets(targets), expressions(values), FORGOTTEN);
      case CallMany(var targets, var function, var arguments, _) ->
          new CallMany(targets(targets), function, expressions(arguments), FORGOTTEN);
      case GradientMany(var targets, var function, var arguments, _) ->
          new GradientMany(targets(targets), function, expressions(arguments), FORGOTTEN);
      case Push(var array, var value, _) -> new Push(array, of(value), FORGOTTEN);
      case Pop(var target, var array, _) -> new Pop(of(target), array, FORGOTTEN);
      case If(var condition, var then, var otherwise, _) ->
          new If(of(condition), of(then), of(otherwise), FORGOTTEN);
      case For(var counter, var from, var to, var step, var checkpoints, var body, _) ->
          new For(counter, of(from), of(to), of(step), checkpoints, of(body), FORGOTTEN);
      case ForEach(var element, var array, var body, _) ->
          new ForEach(element, of(array), of(body), FORGOTTEN);
      case While(var condition, var body, _) -> new While(of(condition), of(body), FORGOTTEN);
      case Break _ -> new Break(FORGOTTEN);
      case Continue _ -> new Continue(FORGOTTEN);
      case Return(var values, _) -> new Return(expressions(values), FORGOTTEN);
    };
  }

  public static Target of(Target target) {
    return switch (target) {
      case Target.Whole _ -> target;
      case Target.Element(var array, var indices) ->
          new Target.Element(array, expressions(indices));
    };
  }

  public static Expression of(Expression expression) {
    return switch (expression) {
      case Literal(var value, _) -> new Literal(value, NOWHERE);
      case Truth(var value, _) -> new Truth(value, NOWHERE);
      case Read(var variable, _) -> new Read(variable, NOWHERE);
      case Constant(var name, _) -> new Constant(name, NOWHERE);
      case Apply(var operation, var arguments, var kind, _) ->
          new Apply(operation, expressions(arguments), kind, NOWHERE);
      case Call(var function, var arguments, var kind, _) ->
          new Call(function, expressions(arguments), kind, NOWHERE);
      case Conditional(var condition, var then, var otherwise, _) ->
          new Conditional(of(condition), of(then), of(otherwise), NOWHERE);
      case Elements(var elements, var kind, _) ->
          new Elements(expressions(elements), kind, NOWHERE);
      case Gradient(var function, var arguments, var kind, _) ->
          new Gradient(function, expressions(arguments), kind, NOWHERE);
    };
  }

  private static List<Expression> expressions(List<Expression> expressions) {
    return expressions.stream().map(WithoutPlaces::of).toList();
  }

  private static List<Target> targets(List<Target> targets) {
    return targets.stream().map(WithoutPlaces::of).toList();
  }
}
