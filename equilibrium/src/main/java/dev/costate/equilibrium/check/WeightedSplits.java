package dev.costate.equilibrium.check;

import dev.costate.economy.Firm;
import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.lower.Lowering;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A firm's code in which every split of a level among outputs ({@code cet_at}) goes in any
 * direction: to the point of the frontier {@code (sum of share *
 * (output/output0)^((1+t)/t))^(t/(1+t)) = level/level0} that is proportional to further arguments,
 * the weights (Powell and Gruen 1968).
 */
final class WeightedSplits {
  private static final String WEIGHTED = "weighted split ";

  private final List<Weight> weights = new ArrayList<>();
  private final List<Function> splits = new ArrayList<>();
  private final Firm firm;

  private WeightedSplits(Firm firm) {
    this.firm = firm;
  }

  /**
   * A firm's code with weights.
   *
   * @param function its parameters are those of the firm's code, then the weights
   */
  record Code(Program program, String function, List<Weight> weights) {
    Code {
      weights = List.copyOf(weights);
    }
  }

  /**
   * A further argument.
   *
   * @param target the name of what is split off
   * @param output the output of the firm whose quantity it stands for, if it is one
   */
  record Weight(Variable variable, String target, OptionalInt output) {}

  static Code of(Program program, Firm firm) {
    return new WeightedSplits(firm).code(program);
  }

  private Code code(Program program) {
    var function = program.function(firm.function());
    var body = block(function.body());
    if (weights.isEmpty()) {
      return new Code(program, firm.function(), List.of());
    }
    var parameters = new ArrayList<>(function.parameters());
    weights.forEach(weight -> parameters.add(weight.variable()));
    var name = WEIGHTED + firm.function();
    splits.add(new Function(name, parameters, function.results(), body, function.origin()));
    return new Code(program.with(splits), name, weights);
  }

  private Block block(Block block) {
    return new Block(block.statements().stream().map(this::statement).toList());
  }

  private Statement statement(Statement statement) {
    return switch (statement) {
      case CallMany call when ReadyTechnologies.isSplit(call.function()) -> split(call);
      case Statement.If s ->
          new Statement.If(s.condition(), block(s.then()), block(s.otherwise()), s.origin());
      case Statement.For s ->
          new Statement.For(
              s.counter(),
              s.from(),
              s.to(),
              s.step(),
              s.checkpoints(),
              block(s.body()),
              s.origin());
      case Statement.ForEach s ->
          new Statement.ForEach(s.element(), s.array(), block(s.body()), s.origin());
      case Statement.While s -> new Statement.While(s.condition(), block(s.body()), s.origin());
      case Statement s -> s;
    };
  }

  private Statement split(CallMany call) {
    var place = call.origin().place();
    var reads = new ArrayList<Expression>();
    for (var target : call.targets()) {
      var variable = Variable.number("weight " + (weights.size() + 1));
      weights.add(new Weight(variable, target.variable().name(), output(target)));
      reads.add(new Read(variable, place));
    }
    var arguments = new ArrayList<>(call.arguments());
    arguments.add(new Elements(reads, Kind.VECTOR, place));
    var name = WEIGHTED + call.targets().size();
    if (splits.stream().noneMatch(f -> f.name().equals(name))) {
      splits.add(weighted(name, call.targets().size()));
    }
    return new CallMany(call.targets(), name, arguments, call.origin());
  }

  private OptionalInt output(Target target) {
    for (int k = 0; k < firm.outputs().size(); k++) {
      if (target.variable().name().equals(firm.outputs().get(k).local())) {
        return OptionalInt.of(k);
      }
    }
    return OptionalInt.empty();
  }

  private static Function weighted(String name, int outputs) {
    var results = new ArrayList<String>();
    for (int k = 1; k <= outputs; k++) {
      results.add("level / level0 * made[%d]".formatted(k));
    }
    var text =
        """
        function split(level, level0, elasticity, outputs0, prices0, weights):
            if elasticity == 0:
                made = outputs0
            else:
                power = 1 if elasticity == 1 / 0 else 1 + 1 / elasticity
                worth = 0
                size = 0
                for k in 1..length(outputs0):
                    worth += outputs0[k] * prices0[k]
                    if outputs0[k] != 0:
                        size += outputs0[k] * prices0[k] * (weights[k] / outputs0[k])^power
                size = (size / worth)^(1 / power)
                made = zeros(length(outputs0))
                for k in 1..length(outputs0):
                    if outputs0[k] != 0:
                        made[k] = weights[k] / size
            return %s
        """
            .formatted(String.join(", ", results));
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("weighted split", text), diagnostics);
    var declarations = file.declarations().stream().map(FunctionDeclaration.class::cast).toList();
    var program = Lowering.of(declarations).lower(diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException("weighted split: " + diagnostics.all());
    }
    var split = program.function("split");
    return new Function(name, split.parameters(), split.results(), split.body(), split.origin());
  }
}
