package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generates derivatives, each once, with those of the functions they call. */
final class Generation implements Callees {
  private final Program program;
  private final Flow flow;
  private final Names functionNames;
  private final Map<String, Function> generated = new HashMap<>();
  private final Map<String, String> namesByKey = new HashMap<>();
  private final List<Function> inOrder = new ArrayList<>();
  private final Map<String, Boolean> finite = new HashMap<>();

  Generation(Program program, Flow flow) {
    this.program = program;
    this.flow = flow;
    this.functionNames = Names.avoiding(program.functions().stream().map(Function::name).toList());
  }

  Derivative gradient(Function of, List<Variable> wrt) {
    return derivative(makeGradient(of, wrt), wrt);
  }

  Derivative pullback(Function of, List<Variable> wrt) {
    return derivative(makePullback(of, wrt), wrt);
  }

  Derivative tangent(Function of, List<Variable> wrt) {
    return derivative(makeTangent(of, wrt), wrt);
  }

  private Derivative derivative(Function made, List<Variable> wrt) {
    return new Derivative(program.with(inOrder), made.name(), wrt, inOrder);
  }

  private Function makeGradient(Function of, List<Variable> wrt) {
    var names = wrt.stream().map(Variable::name).toList();
    return make(
        "gradient " + of.name() + names,
        Names.gradient(of.name(), names),
        name -> {
          var locals = locals(of);
          var seeds = Collections.nCopies(of.results().size(), Term.ONE);
          var body = adjoint(of, wrt, seeds, Map.of(), of.parameters(), locals);
          return new Function(name, of.parameters(), kinds(wrt), body, of.origin());
        });
  }

  private Function makePullback(Function of, List<Variable> wrt) {
    return make(
        "pullback " + of.name() + wrt,
        Names.pullback(of.name()),
        name -> {
          var locals = locals(of);
          var parameters = new ArrayList<>(of.parameters());
          var seeds = new ArrayList<Term>();
          for (int i = 1; i <= of.results().size(); i++) {
            var seedName = locals.fresh("seed" + (of.results().size() == 1 ? "" : i));
            var seed = new Variable(seedName, of.results().get(i - 1));
            parameters.add(seed);
            seeds.add(Term.of(seed));
          }
          var accumulated = new LinkedHashMap<Variable, Variable>();
          for (var array : accumulated(of, wrt)) {
            var adjoint =
                new Variable(locals.fresh(Names.partial(of.name(), array.name())), array.kind());
            parameters.add(adjoint);
            accumulated.put(array, adjoint);
          }
          var body = adjoint(of, wrt, seeds, accumulated, parameters, locals);
          return new Function(name, parameters, kinds(wrt), body, of.origin());
        });
  }

  private Function makeTangent(Function of, List<Variable> wrt) {
    return make(
        tangentKey(of, wrt),
        Names.tangent(of.name()),
        name -> {
          var locals = locals(of);
          var counted = Unfolding.of(of, locals);
          return Tangent.of(
              counted, name, wrt, Dependence.of(counted, wrt, flow), locals, this);
        });
  }

  private Block adjoint(
      Function of,
      List<Variable> wrt,
      List<Term> seeds,
      Map<Variable, Variable> accumulated,
      List<Variable> parameters,
      Names locals) {
    var single = Exits.of(Unfolding.of(of, locals), locals);
    var dependence = Dependence.of(single, wrt, flow);
    var normal = NormalForm.of(single, dependence, locals);
    return Adjoint.body(normal, dependence, wrt, seeds, accumulated, parameters, locals, this);
  }

  /** The arrays that a function only reads: adjoints of these are added to rather than returned. */
  private static List<Variable> accumulated(Function of, List<Variable> wrt) {
    var written = Walk.writes(of.body());
    return wrt.stream().filter(p -> p.kind().isArray() && !written.contains(p)).toList();
  }

  @FunctionalInterface
  private interface Maker {
    Function make(String name);
  }

  /**
   * The function of a key, made at the first call; while it is being made, recursive code already
   * knows its name.
   */
  private Function make(String key, String wantedName, Maker maker) {
    var known = generated.get(key);
    if (known != null) {
      return known;
    }
    var name = nameOf(key, wantedName);
    var made = maker.make(name);
    generated.put(key, made);
    inOrder.add(made);
    return made;
  }

  private String nameOf(String key, String wantedName) {
    return namesByKey.computeIfAbsent(key, _ -> functionNames.fresh(wantedName));
  }

  private static List<Kind> kinds(List<Variable> variables) {
    return variables.stream().map(Variable::kind).toList();
  }

  /**
   * Every name that code of a function uses: its variables, and constants that a new local must not
   * hide.
   */
  private Names locals(Function function) {
    var taken = new ArrayList<>(program.constants().keySet());
    taken.addAll(Variables.of(function));
    taken.addAll(List.of("pi", "e"));
    return Names.avoiding(taken);
  }

  // What the transforms ask of callees.

  @Override
  public List<Integer> activeArguments(
      String callee, List<Expression> arguments, int result, Dependence dependence) {
    var active = new ArrayList<Integer>();
    for (int i = 0; i < arguments.size(); i++) {
      if (flow.isSmooth(callee, i, result) && dependence.isVaried(arguments.get(i))) {
        active.add(i);
      }
    }
    return active;
  }

  @Override
  public Part gradient(String callee, List<Integer> active) {
    var of = program.function(callee);
    var wrt =
        active.size() == 1
            ? List.of(of.parameters().get(active.getFirst()))
            : flow.differentiated(of);
    return new Part(makeGradient(of, wrt).name(), positions(of, wrt), List.of());
  }

  @Override
  public Part pullback(String callee, List<Integer> active) {
    var of = program.function(callee);
    var wrt = active.stream().map(of.parameters()::get).toList();
    var made = makePullback(of, wrt);
    return new Part(made.name(), positions(of, wrt), positions(of, accumulated(of, wrt)));
  }

  @Override
  public Part tangent(String callee) {
    var of = program.function(callee);
    var wrt = flow.differentiated(of);
    var key = tangentKey(of, wrt);
    boolean isBeingMade = namesByKey.containsKey(key);
    var name = nameOf(key, Names.tangent(callee));
    if (!isBeingMade) {
      makeTangent(of, wrt);
    }
    return new Part(name, positions(of, wrt), List.of());
  }

  private static String tangentKey(Function of, List<Variable> wrt) {
    return "tangent " + of.name() + wrt;
  }

  @Override
  public Variable parameter(String callee, int position) {
    return program.function(callee).parameters().get(position);
  }

  @Override
  public boolean isFinite(String function) {
    var known = finite.get(function);
    if (known == null) {
      finite.put(function, false); // what leads back to itself is not known to be finite
      known =
          program.find(function).or(() -> made(function)).filter(this::computesFinite).isPresent();
      finite.put(function, known);
    }
    return known;
  }

  private Optional<Function> made(String function) {
    return inOrder.stream().filter(f -> f.name().equals(function)).findFirst();
  }

  private boolean computesFinite(Function function) {
    var guard = Guard.where(Counters.positive(function)::contains).with(_ -> false, this::isFinite);
    return Walk.statements(function.body()).stream()
        .noneMatch(s ->
            s instanceof CallMany(_, var callee, _, _) && !isFinite(callee)
                || Walk.expressions(s).stream().anyMatch(guard::mayBeInfinite));
  }

  private static List<Integer> positions(Function of, List<Variable> wrt) {
    return wrt.stream().map(of.parameters()::indexOf).toList();
  }
}
