package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.language.syntax.AssignmentOperator;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Target;
import dev.costate.language.syntax.Trivia;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Drafts of statements: each is finished once kinds are known. */
final class Statements {
  /** A block whose statements are drafts. */
  record DraftBlock(List<Supplier<dev.costate.program.Statement>> statements) {
    dev.costate.program.Block finish() {
      return new dev.costate.program.Block(statements.stream().map(Supplier::get).toList());
    }
  }

  /** A target whose kind is a cell. */
  private record DraftTarget(
      String key, KindCell kind, Place place, Supplier<dev.costate.program.Target> finish) {
    static List<dev.costate.program.Target> finish(List<DraftTarget> targets) {
      return targets.stream().map(target -> target.finish.get()).toList();
    }
  }

  private final Context context;
  private final Scope scope;
  private final Kinds kinds;
  private final Expressions expressions;
  private final Calls calls;
  private int loops;

  Statements(Context context) {
    this.context = context;
    this.scope = context.scope();
    this.kinds = context.kinds();
    this.expressions = new Expressions(context);
    this.calls = expressions.calls();
  }

  DraftBlock block(Block block) {
    var drafts = new ArrayList<Supplier<dev.costate.program.Statement>>();
    for (var statement : block.statements()) {
      statement(statement, drafts);
    }
    return new DraftBlock(drafts);
  }

  /** Adds the drafts of a statement: usually one, none if it is wrong. */
  private void statement(
      Statement statement, List<Supplier<dev.costate.program.Statement>> drafts) {
    var origin = origin(statement.place(), statement.trivia());
    switch (statement) {
      case Statement.Assignment assignment -> assignment(assignment, origin, drafts);
      case Statement.Evaluation(var expression, _, _) -> evaluation(expression, origin, drafts);
      case Statement.If(var branches, var otherwise, _) ->
          drafts.add(conditional(branches, otherwise));
      case Statement.ForRange loop -> drafts.add(range(loop, origin));
      case Statement.ForEach loop -> drafts.add(each(loop, origin));
      case Statement.While(var condition, var body, _, _) -> {
        var test = expressions.condition(condition);
        var inner = loop(body);
        drafts.add(() -> new While(test.finish().get(), inner.finish(), origin));
      }
      case Statement.Break _ -> {
        requireLoop("break", statement.place());
        drafts.add(() -> new Break(origin));
      }
      case Statement.Continue _ -> {
        requireLoop("continue", statement.place());
        drafts.add(() -> new Continue(origin));
      }
      case Statement.Return found -> giveBack(found, origin, drafts);
    }
  }

  private static Origin origin(Place place, Trivia trivia) {
    return new Origin(place, trivia.trailing());
  }

  private void requireLoop(String word, Place place) {
    if (loops == 0) {
      kinds.error(place, "'" + word + "' outside a loop", "");
    }
  }

  private DraftBlock loop(Block body) {
    loops++;
    var drafts = block(body);
    loops--;
    return drafts;
  }

  private Supplier<dev.costate.program.Statement> conditional(
      List<Statement.Branch> branches, Optional<Statement.Otherwise> otherwise) {
    var branch = branches.getFirst();
    var condition = expressions.condition(branch.condition());
    var then = block(branch.body());
    DraftBlock last;
    if (branches.size() > 1) {
      last = new DraftBlock(List.of(conditional(branches.subList(1, branches.size()), otherwise)));
    } else {
      last = otherwise.map(o -> block(o.body())).orElse(new DraftBlock(List.of()));
    }
    var origin = origin(branch.place(), branch.trivia());
    return () -> new If(condition.finish().get(), then.finish(), last.finish(), origin);
  }

  private Supplier<dev.costate.program.Statement> range(Statement.ForRange loop, Origin origin) {
    var from = expressions.number(loop.from(), "a bound");
    var to = expressions.number(loop.to(), "a bound");
    var step =
        loop.step()
            .map(e -> expressions.number(e, "a step"))
            .orElse(
                new Draft(
                    KindCell.of(Kind.NUMBER, loop.place()),
                    loop.place(),
                    () -> new Literal(1, loop.place())));
    if (step.finish().get() instanceof Literal(var value, var place) && value == 0) {
      kinds.error(place, "a step of 0 never reaches the end of the loop", "");
    }
    var checkpoints = checkpoints(loop.checkpointed());
    var counter = enter(loop.counter(), loop.place());
    var body = loop(loop.body());
    scope.leave();
    return () ->
        new For(
            counter.variable(),
            from.finish().get(),
            to.finish().get(),
            step.finish().get(),
            checkpoints,
            body.finish(),
            origin);
  }

  private OptionalInt checkpoints(Optional<Expression> written) {
    if (written.isEmpty()) {
      return OptionalInt.empty();
    }
    var expression = Syntax.bare(written.get());
    double count = expression instanceof Expression.NumberLiteral literal ? literal.value() : 0;
    if (count < 1 || count != (int) count) {
      kinds.error(
          expression.place(),
          "the number of checkpoints must be a whole number of at least 1, written as a number",
          "for example checkpointed(10)");
    }
    return OptionalInt.of((int) count);
  }

  private Supplier<dev.costate.program.Statement> each(Statement.ForEach loop, Origin origin) {
    var array = expressions.draft(loop.array());
    kinds.require(
        array.kind(),
        Kind.VECTOR,
        array.place(),
        "what a loop goes through",
        array.kind().is(Kind.NUMBER) ? "to count, write for i in 1..n:" : "");
    var element = enter(loop.element(), loop.place());
    var body = loop(loop.body());
    scope.leave();
    return () -> new ForEach(element.variable(), array.finish().get(), body.finish(), origin);
  }

  private Local enter(Name counter, Place loop) {
    scope
        .loopCounting(counter.text())
        .ifPresent(outer ->
            kinds.error(
                counter.place(),
                "'"
                    + counter.text()
                    + "' already counts the loop "
                    + Kinds.line(outer, counter.place()),
                "use another name for the inner counter"));
    return scope.enter(counter, loop);
  }

  private void evaluation(
      Expression expression, Origin origin, List<Supplier<dev.costate.program.Statement>> drafts) {
    if (Syntax.bare(expression) instanceof Expression.Call call) {
      if (call.function().text().equals(Calls.PUSH)) {
        push(call, origin, drafts);
        return;
      }
      if (call.function().text().equals(Calls.POP)) {
        var array = popped(call);
        if (array.isPresent()) {
          var unused = new Local(scope.fresh("unused"), KindCell.of(Kind.NUMBER, call.place()));
          drafts.add(() ->
              new Pop(
                  new dev.costate.program.Target.Whole(unused.variable()),
                  array.get().variable(),
                  origin));
        }
        return;
      }
      if (calls.signature(call).map(s -> s.results().size() > 1).orElse(false)) {
        calls.many(call, calls.signature(call).get().results().size());
      } else {
        expressions.draft(expression);
      }
    } else {
      expressions.draft(expression);
    }
    kinds.error(
        expression.place(),
        "this line computes a value and does nothing with it",
        "assign it, as in 'a = …', or give it back with 'return'");
  }

  private void push(
      Expression.Call call, Origin origin, List<Supplier<dev.costate.program.Statement>> drafts) {
    if (call.arguments().size() != 2) {
      expressions.drafts(call.arguments());
      kinds.error(
          call.place(),
          "'push' takes an array and the number to append, and here "
              + Calls.given(call.arguments().size()),
          "push(v, x)");
      return;
    }
    var array = array(Calls.PUSH, call.arguments().getFirst());
    var value = expressions.number(call.arguments().getLast(), "what is appended");
    array.ifPresent(
        local -> drafts.add(() -> new Push(local.variable(), value.finish().get(), origin)));
  }

  private Optional<Local> popped(Expression.Call call) {
    if (call.arguments().size() != 1) {
      expressions.drafts(call.arguments());
      kinds.error(
          call.place(),
          "'pop' takes one array, and here " + Calls.given(call.arguments().size()),
          "x = pop(v)");
      return Optional.empty();
    }
    return array(Calls.POP, call.arguments().getFirst());
  }

  /** The vector variable that push or pop changes. */
  private Optional<Local> array(String function, Expression argument) {
    if (!(Syntax.bare(argument) instanceof Expression.Read(var name))) {
      expressions.draft(argument);
      kinds.error(
          argument.place(),
          function + " changes a variable, and this is none",
          "assign the array to a variable first");
      return Optional.empty();
    }
    var local = changed(name);
    local.ifPresent(found ->
        kinds.require(
            found.kind(), Kind.VECTOR, name.place(), "what " + function + " changes", ""));
    return local;
  }

  /** A variable whose value a statement changes; empty if the name is none, which is reported. */
  private Optional<Local> changed(Name name) {
    var text = name.text();
    var loop = scope.loopCounting(text);
    if (loop.isPresent()) {
      kinds.error(
          name.place(),
          "'"
              + text
              + "' counts the loop "
              + Kinds.line(loop.get(), name.place())
              + " and cannot be assigned",
          "use another variable");
      return Optional.empty();
    }
    var local = scope.variable(text);
    if (local.isEmpty()) {
      if (context.constants().contains(text)) {
        kinds.error(
            name.place(),
            "'" + text + "' is a constant number and cannot be changed here",
            "assign it to a variable first");
      } else {
        expressions.unknown(name);
      }
    }
    return local;
  }

  private Optional<DraftTarget> target(Target target) {
    return switch (target) {
      case Target.Whole(var name) ->
          changed(name)
              .map(local ->
                  new DraftTarget(
                      local.name(),
                      local.kind(),
                      name.place(),
                      () -> new dev.costate.program.Target.Whole(local.variable())));
      case Target.Element(var name, var written, var place) -> {
        var indices = expressions.drafts(written);
        expressions.requireAll(indices, Kind.NUMBER, "an index");
        var local = changed(name);
        local.ifPresent(
            found -> expressions.indexed(found.kind(), indices.size(), name.place(), place));
        yield local.map(found ->
            new DraftTarget(
                found.name() + "[]",
                KindCell.of(Kind.NUMBER, place),
                place,
                () ->
                    new dev.costate.program.Target.Element(
                        found.variable(), Draft.finish(indices))));
      }
    };
  }

  private void assignment(
      Statement.Assignment assignment,
      Origin origin,
      List<Supplier<dev.costate.program.Statement>> drafts) {
    var values = assignment.values();
    if (assignment.targets().size() == 1 && values.size() == 1) {
      one(assignment, origin, drafts);
      return;
    }
    if (assignment.operator() != AssignmentOperator.ASSIGN) {
      kinds.error(
          assignment.place(),
          "'" + assignment.operator().text() + "' takes one target and one value",
          "write one line for each");
      return;
    }
    if (values.size() == 1 && Syntax.bare(values.getFirst()) instanceof Expression.Call call) {
      several(assignment, call, origin, drafts);
      return;
    }
    var targets = targets(assignment);
    var right = expressions.drafts(values);
    if (assignment.targets().size() != values.size()) {
      kinds.error(
          assignment.place(),
          assignment.targets().size()
              + " targets and "
              + values.size()
              + (values.size() == 1 ? " value" : " values"),
          values.size() == 1 ? "only a call can give several values at once" : "");
      return;
    }
    if (targets.isEmpty()) {
      return;
    }
    for (int i = 0; i < right.size(); i++) {
      receive(targets.get().get(i), right.get(i).kind(), right.get(i).place());
    }
    drafts.add(
        () -> new AssignMany(DraftTarget.finish(targets.get()), Draft.finish(right), origin));
  }

  /** The targets of an assignment to several; empty if one is wrong. */
  private Optional<List<DraftTarget>> targets(Statement.Assignment assignment) {
    var found = new ArrayList<DraftTarget>();
    var whole = new HashSet<String>();
    var changed = new HashSet<String>();
    for (var written : assignment.targets()) {
      var target = target(written);
      if (target.isEmpty()) {
        continue;
      }
      found.add(target.get());
      var name = target.get().key().replace("[]", "");
      boolean element = target.get().key().endsWith("[]");
      if (whole.contains(name) || (!element && changed.contains(name))) {
        kinds.error(
            written.place(), "'" + name + "' stands twice on the left side", "assign it once");
      }
      changed.add(name);
      if (!element) {
        whole.add(name);
      }
    }
    return found.size() == assignment.targets().size() ? Optional.of(found) : Optional.empty();
  }

  /** A target takes a value. */
  private void receive(DraftTarget target, KindCell value, Place place) {
    if (target.key().endsWith("[]")) {
      kinds.require(value, Kind.NUMBER, place, "an element", "");
    } else {
      kinds.same(
          target.kind(),
          value,
          place,
          "'" + target.key() + "'",
          "a variable has one kind in its function: use another name");
    }
  }

  private void several(
      Statement.Assignment assignment,
      Expression.Call call,
      Origin origin,
      List<Supplier<dev.costate.program.Statement>> drafts) {
    var targets = targets(assignment);
    var many = calls.many(call, assignment.targets().size());
    if (targets.isEmpty() || many.isEmpty()) {
      return;
    }
    for (int i = 0; i < targets.get().size(); i++) {
      receive(targets.get().get(i), many.get().results().get(i), call.place());
    }
    drafts.add(() -> callMany(DraftTarget.finish(targets.get()), many.get(), origin));
  }

  private static dev.costate.program.Statement callMany(
      List<dev.costate.program.Target> targets, Calls.Many many, Origin origin) {
    var arguments = Draft.finish(many.arguments());
    return switch (many.form()) {
      case FUNCTION -> new CallMany(targets, many.function(), arguments, origin);
      case GRADIENT -> new GradientMany(targets, many.function(), arguments, origin);
    };
  }

  private void one(
      Statement.Assignment assignment,
      Origin origin,
      List<Supplier<dev.costate.program.Statement>> drafts) {
    var written = assignment.targets().getFirst();
    var expression = assignment.values().getFirst();
    var operator = assignment.operator();
    var target = target(written);
    if (operator == AssignmentOperator.ASSIGN
        && Syntax.bare(expression) instanceof Expression.Call call
        && call.function().text().equals(Calls.POP)) {
      var array = popped(call);
      if (target.isPresent() && array.isPresent()) {
        receive(target.get(), KindCell.of(Kind.NUMBER, call.place()), call.place());
        drafts.add(() -> new Pop(target.get().finish().get(), array.get().variable(), origin));
      }
      return;
    }
    var value = expressions.draft(expression);
    if (target.isEmpty()) {
      return;
    }
    var combined = combined(operator, written, target.get(), value);
    receive(target.get(), combined.kind(), value.place());
    drafts.add(() -> new Assign(target.get().finish().get(), combined.finish().get(), origin));
  }

  /** {@code a += e} means {@code a = a + e}. */
  private Draft combined(
      AssignmentOperator operator, Target written, DraftTarget target, Draft value) {
    return switch (operator) {
      case ASSIGN -> value;
      case ADD -> combined(BinaryOperator.ADD, written, target, value);
      case SUBTRACT -> combined(BinaryOperator.SUBTRACT, written, target, value);
      case MULTIPLY -> combined(BinaryOperator.MULTIPLY, written, target, value);
      case DIVIDE -> combined(BinaryOperator.DIVIDE, written, target, value);
    };
  }

  private Draft combined(BinaryOperator operator, Target written, DraftTarget target, Draft value) {
    var old =
        switch (written) {
          case Target.Whole(var name) ->
              new Draft(
                  target.kind(),
                  name.place(),
                  () -> new Read(target.finish().get().variable(), name.place()));
          case Target.Element(var name, var indices, var place) ->
              expressions.element(
                  expressions.draft(new Expression.Read(name)), expressions.drafts(indices), place);
        };
    return expressions.binary(operator, old, value, written.place().to(value.place()));
  }

  private void giveBack(
      Statement.Return found, Origin origin, List<Supplier<dev.costate.program.Statement>> drafts) {
    var values = found.values();
    var signature = context.signature();
    int results = signature.results().size();
    if (values.size() == 1 && Syntax.bare(values.getFirst()) instanceof Expression.Call call) {
      var called = calls.signature(call);
      if (called.isPresent() && called.get().results().size() > 1) {
        passOn(found, call, called.get(), origin, drafts);
        return;
      }
    }
    var right = expressions.drafts(values);
    if (values.size() != results) {
      wrongCount(values.size(), found.place());
    }
    for (int i = 0; i < Math.min(results, right.size()); i++) {
      result(i, right.get(i).kind(), right.get(i).place());
    }
    drafts.add(() -> new Return(Draft.finish(right), origin));
  }

  private void wrongCount(int count, Place place) {
    var signature = context.signature();
    kinds.error(
        place,
        "'"
            + signature.name()
            + "' returns "
            + count
            + (count == 1 ? " value" : " values")
            + " here and "
            + signature.results().size()
            + signature.counted().map(there -> " " + Kinds.line(there, place)).orElse(""),
        "every return of a function gives as many values");
  }

  private void result(int index, KindCell value, Place place) {
    var signature = context.signature();
    kinds.same(
        signature.results().get(index),
        value,
        place,
        (signature.results().size() == 1 ? "the result" : "result " + (index + 1))
            + " of '"
            + signature.name()
            + "'",
        "a result has one kind in all returns of its function");
  }

  /** {@code return g(x)} where g has several results. */
  private void passOn(
      Statement.Return found,
      Expression.Call call,
      Signature called,
      Origin origin,
      List<Supplier<dev.costate.program.Statement>> drafts) {
    int count = called.results().size();
    var many = calls.many(call, count);
    if (count != context.signature().results().size()) {
      wrongCount(count, found.place());
      return;
    }
    var targets = new ArrayList<Local>();
    for (int i = 0; i < count; i++) {
      targets.add(new Local(scope.fresh("result" + (i + 1)), called.results().get(i)));
      result(i, called.results().get(i), call.place());
    }
    if (many.isPresent()) {
      drafts.add(() ->
          callMany(
              targets.stream()
                  .<dev.costate.program.Target>map(
                      local -> new dev.costate.program.Target.Whole(local.variable()))
                  .toList(),
              many.get(),
              origin.withoutComment()));
      drafts.add(() ->
          new Return(
              targets.stream()
                  .<dev.costate.program.Expression>map(
                      local -> new Read(local.variable(), call.place()))
                  .toList(),
              origin));
    }
  }
}
