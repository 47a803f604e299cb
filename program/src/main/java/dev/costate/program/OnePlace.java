package dev.costate.program;

import dev.costate.language.Place;
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
import java.util.List;

/** The same code with all of it at one place and without comments. */
public final class OnePlace {
  private final Place place;
  private final Origin origin;

  OnePlace(Place place) {
    this.place = place;
    this.origin = Origin.of(place);
  }

  /** A generated function whose errors are to point to what it was made from. */
  public static Function at(Place place, Function function) {
    return new OnePlace(place).of(function);
  }

  Function of(Function function) {
    return new Function(
        function.name(), function.parameters(), function.results(), of(function.body()), origin);
  }

  Block of(Block block) {
    return new Block(block.statements().stream().map(this::of).toList());
  }

  Statement of(Statement statement) {
    return switch (statement) {
      case Assign(var target, var value, _) -> new Assign(of(target), of(value), origin);
      case AssignMany(var targets, var values, _) ->
          new AssignMany(targets(targets), expressions(values), origin);
      case CallMany(var targets, var function, var arguments, _) ->
          new CallMany(targets(targets), function, expressions(arguments), origin);
      case GradientMany(var targets, var function, var arguments, _) ->
          new GradientMany(targets(targets), function, expressions(arguments), origin);
      case Push(var array, var value, _) -> new Push(array, of(value), origin);
      case Pop(var target, var array, _) -> new Pop(of(target), array, origin);
      case If(var condition, var then, var otherwise, _) ->
          new If(of(condition), of(then), of(otherwise), origin);
      case For(var counter, var from, var to, var step, var checkpoints, var body, _) ->
          new For(counter, of(from), of(to), of(step), checkpoints, of(body), origin);
      case ForEach(var element, var array, var body, _) ->
          new ForEach(element, of(array), of(body), origin);
      case While(var condition, var body, _) -> new While(of(condition), of(body), origin);
      case Break _ -> new Break(origin);
      case Continue _ -> new Continue(origin);
      case Return(var values, _) -> new Return(expressions(values), origin);
    };
  }

  Target of(Target target) {
    return switch (target) {
      case Target.Whole _ -> target;
      case Target.Element(var array, var indices) ->
          new Target.Element(array, expressions(indices));
    };
  }

  Expression of(Expression expression) {
    return switch (expression) {
      case Literal(var value, _) -> new Literal(value, place);
      case Truth(var value, _) -> new Truth(value, place);
      case Read(var variable, _) -> new Read(variable, place);
      case Constant(var name, _) -> new Constant(name, place);
      case Apply(var operation, var arguments, var kind, _) ->
          new Apply(operation, expressions(arguments), kind, place);
      case Call(var function, var arguments, var kind, _) ->
          new Call(function, expressions(arguments), kind, place);
      case Conditional(var condition, var then, var otherwise, _) ->
          new Conditional(of(condition), of(then), of(otherwise), place);
      case Elements(var elements, var kind, _) -> new Elements(expressions(elements), kind, place);
      case Gradient(var function, var arguments, var kind, _) ->
          new Gradient(function, expressions(arguments), kind, place);
    };
  }

  private List<Expression> expressions(List<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }

  private List<Target> targets(List<Target> targets) {
    return targets.stream().map(this::of).toList();
  }
}
