package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.costate.program.Expression;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads calls: of {@link Math}, of annotated methods, and of what arrays have. */
final class Calls {
  private final Body body;
  private final Expressions expressions;

  Calls(Body body, Expressions expressions) {
    this.body = body;
    this.expressions = expressions;
  }

  /** A call whose value is used. */
  Value value(MethodInvocationTree call) {
    return read(call)
        .orElseThrow(
            () -> refuse(call, "'%s' gives no value".formatted(call.getMethodSelect()), ""));
  }

  /** A call; no value if the method gives none. */
  Optional<Value> read(MethodInvocationTree call) {
    var called =
        body.unit()
            .called(call)
            .orElseThrow(() ->
                refuse(
                    call,
                    "javac does not know this method yet",
                    "it is misspelt, or one that is written while this class is compiled, such as a gradient"));
    var owner = owner(called);
    if (owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath")) {
      return Optional.of(
          new MathCalls(body, expressions).value(call, called.getSimpleName().toString()));
    }
    if (call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("clone")
        && body.unit().type(select.getExpression()).isArray()) {
      return Optional.of(expressions.arrays().copy(select.getExpression()));
    }
    if (owner.equals("java.lang.Double")) {
      var known = ofDouble(call, called.getSimpleName().toString());
      if (known.isPresent()) {
        return known;
      }
    }
    var method = body.unit().methods().get((Element) called);
    if (method == null) {
      throw notAnnotated(call, called, owner);
    }
    return of(call, method);
  }

  private Optional<Value> ofDouble(MethodInvocationTree call, String name) {
    var make = body.unit().make(call);
    if (!List.of("isNaN", "isInfinite", "isFinite").contains(name)
        || call.getArguments().size() != 1) {
      return Optional.empty();
    }
    var x =
        expressions
            .settled(expressions.number(call.getArguments().getFirst()), "argument")
            .expression();
    var infinite = make.test(EQUAL, make.number(ABS, x), make.number(Double.POSITIVE_INFINITY));
    return Optional.of(
        Value.of(
            switch (name) {
              case "isNaN" -> make.test(NOT_EQUAL, x, x);
              case "isInfinite" -> infinite;
              default ->
                  make.test(LESS, make.number(ABS, x), make.number(Double.POSITIVE_INFINITY));
            },
            Type.BOOLEAN));
  }

  private static String owner(ExecutableElement called) {
    return called.getEnclosingElement() instanceof TypeElement type
        ? type.getQualifiedName().toString()
        : "";
  }

  private Refused refuse(Tree tree, String message, String hint) {
    return body.unit().problems().refuse(tree, message, hint);
  }

  private Refused notAnnotated(MethodInvocationTree call, ExecutableElement called, String owner) {
    boolean isOwn =
        Objects.equals(called.getEnclosingElement(), body.method().element().getEnclosingElement());
    return refuse(
        call,
        "'%s' is not differentiable"
            .formatted(isOwn ? called.getSimpleName() : owner + "." + called.getSimpleName()),
        isOwn
            ? "annotate it with @Differentiable"
            : "what is called must be an annotated method of this class or a method of Math");
  }

  private Optional<Value> of(MethodInvocationTree call, Method method) {
    var make = body.unit().make(call);
    var trees = call.getArguments();
    checkAliases(call, method);
    var arguments = new ArrayList<Expression>();
    var values = expressions.all(trees, method.parameters().stream().map(p -> p.type()).toList());
    values.forEach(value -> arguments.add(value.expression()));
    if (method.isExpression()) {
      return Optional.of(
          Value.of(
              make.call(
                  method.name(), method.result().kind(), arguments.toArray(Expression[]::new)),
              method.result()));
    }
    if (method.results().equals(List.of(Kind.NUMBER))
        && !method.mayThrow()
        && method.changed().isEmpty()) {
      return Optional.empty(); // neither a value nor an effect
    }
    var targets = new ArrayList<Target>();
    Optional<Variable> given = Optional.empty();
    if (method.givesValue()) {
      var kept = body.fresh(method.name(), method.result().kind());
      given = Optional.of(kept);
      targets.add(new Target.Whole(kept));
    }
    for (int i : method.changed()) {
      targets.add(new Target.Whole(changed(trees.get(i))));
    }
    Optional<Variable> thrown = Optional.empty();
    if (method.mayThrow()) {
      var flag = body.fresh("thrown", Kind.NUMBER);
      thrown = Optional.of(flag);
      targets.add(new Target.Whole(flag));
    }
    body.emit(
        targets.size() == 1
            ? new Statement.Assign(
                targets.getFirst(),
                make.call(
                    method.name(),
                    method.results().getFirst(),
                    arguments.toArray(Expression[]::new)),
                make.origin())
            : new Statement.CallMany(targets, method.name(), arguments, make.origin()));
    thrown.ifPresent(flag ->
        body.emit(
            make.when(
                make.test(GREATER, make.read(flag), make.number(0)),
                body.collect(() -> body.giveUp(make)),
                List.of())));
    return given.map(kept -> Value.of(make.read(kept), method.result()));
  }

  /** An array that is changed must not be another argument too: they would be one array. */
  private void checkAliases(MethodInvocationTree call, Method method) {
    for (int i : method.changed()) {
      var changed = call.getArguments().get(i);
      var root = body.unit().variable(Effects.root(changed));
      for (int j = 0; j < call.getArguments().size(); j++) {
        if (j != i
            && method.parameters().get(j).type().isArray()
            && root.isPresent()
            && root.equals(body.unit().variable(Effects.root(call.getArguments().get(j))))) {
          throw refuse(
              call.getArguments().get(Math.max(i, j)),
              "'%s' is passed twice to '%s', which changes it"
                  .formatted(root.get().getSimpleName(), method.name()),
              "pass a copy: '%s.clone()'".formatted(root.get().getSimpleName()));
        }
      }
      var others = new ArrayList<ExpressionTree>(call.getArguments());
      others.remove(i);
      if (root.isPresent() && body.effects().changed(others).contains(root.get())) {
        throw refuse(
            changed, "this array is changed by another argument too", "compute that one before");
      }
    }
  }

  private Variable changed(ExpressionTree argument) {
    var named = Unit.plain(argument);
    if (named instanceof IdentifierTree) {
      var element = body.unit().variable(named);
      if (element.isPresent()) {
        return body.local(named, element.get()).variable();
      }
    }
    throw refuse(
        argument,
        "an array that a method changes must be a variable here",
        "give it a name, and pass that");
  }
}
