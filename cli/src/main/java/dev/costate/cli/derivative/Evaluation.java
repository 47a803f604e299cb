package dev.costate.cli.derivative;

import dev.costate.cli.input.Market;
import dev.costate.cli.input.Refusal;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.ReadyUse;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Builtins;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import dev.costate.market.read.CodeDerivatives;
import dev.costate.program.CallGraph;
import dev.costate.program.Program;
import dev.costate.program.emit.Compiler;
import dev.costate.program.lower.Extern;
import dev.costate.program.lower.Lowering;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression with the functions of a file and the derivatives it calls.
 *
 * <p>What kind a parameter has depends on all calls of its function, those of the expression
 * included. So the file's functions are lowered together with the expression, and derivatives take
 * part in that by the kinds of the functions they are made from; the derivatives themselves are
 * made afterwards.
 */
public final class Evaluation {
  /** The name under which the places of the expression are reported. */
  public static final String SOURCE = "expression";

  private final Market market;
  private final List<Derived> derived = new ArrayList<>();

  private Evaluation(Market market) {
    this.market = market;
  }

  /**
   * The value of an expression, or the values if it is a call of a function with several results.
   *
   * @throws Refusal if the expression is wrong, cannot be differentiated as it asks, or fails when
   *     it runs
   */
  public static List<Value> of(Market market, String expression) {
    var diagnostics = new Diagnostics();
    var parsed = Parser.parseExpression(Source.of(SOURCE, expression), diagnostics);
    if (parsed.isEmpty()) {
      throw Refusal.of(diagnostics.all());
    }
    return new Evaluation(market).evaluate(parsed.get());
  }

  /**
   * The functions of a file, their parameters of the kinds that a correct expression says where the
   * file does not.
   */
  public static Program program(Market market, String expression) {
    var parsed = Parser.parseExpression(Source.of(SOURCE, expression), new Diagnostics());
    return parsed
        .map(of -> {
          var evaluation = new Evaluation(market);
          evaluation.findDerived(of);
          var wrapped = evaluation.wrapped(of);
          var all = evaluation.grown(evaluation.lowered(wrapped));
          return new Program(
              all.functions().subList(0, all.functions().size() - 1), all.constants());
        })
        .orElseThrow(() -> new IllegalArgumentException("no expression: " + expression));
  }

  private List<Value> evaluate(Expression expression) {
    try {
      findDerived(expression);
      var wrapped = wrapped(expression);
      var name = wrapped.name().text();
      var program = Differentiator.runnable(needed(grown(lowered(wrapped)), name));
      new UnknownReads(market).refuse(program, name);
      return Compiler.compile(program).call(name, List.of());
    } catch (NotDifferentiable refused) {
      throw Refusal.of(refused.diagnostics());
    } catch (ProgramFailure failure) {
      throw Refusal.of(List.of(failure.diagnostic()));
    }
  }

  private void findDerived(Expression expression) {
    var declared =
        market.file().functions().stream().map(f -> f.name().text()).collect(Collectors.toSet());
    var names = new DerivativeNames(market.economy().program(), declared);
    CalledNames.in(expression)
        .forEach((name, place) -> {
          if (!declared.contains(name) && !Builtins.FUNCTIONS.contains(name)) {
            var found = names.find(name);
            if (found.isEmpty()) {
              names.renamed(name).ifPresent(other -> refuse(name, other, place));
            }
            found.ifPresent(derived::add);
          }
        });
  }

  private static void refuse(String name, DerivativeNames.Renamed other, Place place) {
    throw Refusal.at(
        place,
        "unknown function '" + name + "'",
        "the derivative of '" + other.function() + "' is " + other.gradient());
  }

  /** A function without parameters that returns the expression. */
  private FunctionDeclaration wrapped(Expression expression) {
    var name = SOURCE;
    while (market.economy().program().find(name).isPresent()) {
      name += "_";
    }
    var place = expression.place();
    var result = new Statement.Return(List.of(expression), Trivia.NONE, place);
    return new FunctionDeclaration(
        new Name(name, place), List.of(), Block.of(List.of(result)), Trivia.NONE, place);
  }

  private Program lowered(FunctionDeclaration wrapped) {
    var functions = new ArrayList<>(market.file().functions());
    functions.add(wrapped);
    var diagnostics = new Diagnostics();
    var program =
        Lowering.of(ReadyUse.complete(functions))
            .withConstants(market.economy().program().constants())
            .withExterns(
                derived.stream()
                    .map(d -> new Extern(d.name(), d.parameters(), d.results()))
                    .toList())
            .withDifferentiated(new CodeDerivatives())
            .lower(diagnostics);
    Refusal.ifErrors(diagnostics);
    return program;
  }

  /** With the functions of firms, which are not declared as functions, and the derivatives. */
  private Program grown(Program lowered) {
    var undeclared =
        market.economy().program().functions().stream()
            .filter(f -> lowered.find(f.name()).isEmpty())
            .toList();
    // Generation looks through all that is called, so the expression, which calls what is yet to be
    // made, stays aside.
    var expression = lowered.functions().getLast();
    var rest =
        new Program(
            lowered.functions().subList(0, lowered.functions().size() - 1), lowered.constants());
    var program = rest.with(undeclared);
    for (var each : derived) {
      program = DerivativeNames.grow(program, each);
    }
    return program.with(List.of(expression));
  }

  /** What a function needs to run: it, and all it calls. */
  private static Program needed(Program program, String from) {
    var reachable = CallGraph.of(program).reachable(from);
    var functions = program.functions().stream().filter(f -> reachable.contains(f.name())).toList();
    return new Program(functions, program.constants());
  }
}
