package dev.costate.differentiation;

import dev.costate.differentiation.activity.Analyses;
import dev.costate.differentiation.activity.Counters;
import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.activity.ParameterFlow;
import dev.costate.differentiation.adjoint.JointAdjoint;
import dev.costate.differentiation.adjoint.SplitAdjoint;
import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.checkpoint.CheckpointDistance;
import dev.costate.differentiation.checkpoint.CheckpointedAdjoint;
import dev.costate.differentiation.checkpoint.CheckpointedLoop;
import dev.costate.differentiation.checkpoint.Checkpoints;
import dev.costate.differentiation.checkpoint.LoopCallees;
import dev.costate.differentiation.code.FirstValues;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Needs;
import dev.costate.differentiation.code.Shapes;
import dev.costate.differentiation.normal.Exits;
import dev.costate.differentiation.normal.NormalForm;
import dev.costate.differentiation.normal.Unfolding;
import dev.costate.differentiation.record.Cleaning;
import dev.costate.differentiation.tangent.Tangent;
import dev.costate.program.Block;
import dev.costate.program.CallGraph;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.WithoutPlaces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Generates derivatives, each once, with those of the functions they call. */
final class Generation implements LoopCallees {
  private final Program program;
  private final List<Function> expanded;
  private final ParameterFlow flow;
  private final CallGraph graph;
  private Naming functionNames;
  private final Map<String, Function> generated = new HashMap<>();
  private final Map<String, String> namesByKey = new HashMap<>();
  private final List<Function> inOrder = new ArrayList<>();
  private final Map<String, Boolean> finite = new HashMap<>();
  private final Checkpoints checkpoints;

  private final Analyses analyses;

  Generation(NestedGradients.Expanded expanded, Checkpoints checkpoints, ParameterFlow flow) {
    this(expanded, checkpoints, flow, Analyses.ALL);
  }

  Generation(
      NestedGradients.Expanded expanded,
      Checkpoints checkpoints,
      ParameterFlow flow,
      Analyses analyses) {
    this.analyses = analyses;
    this.program = checkpoints.program();
    this.expanded = expanded.generated();
    this.checkpoints = checkpoints;
    this.flow = flow;
    this.graph = CallGraph.of(checkpoints.analysed());
    this.functionNames = Naming.avoiding(program.functions().stream().map(Function::name).toList());
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
    var called = CallGraph.of(program.with(inOrder)).reachable(made.name());
    var needed = new ArrayList<>(checkpoints.added());
    needed.addAll(inOrder);
    needed.removeIf(f -> !called.contains(f.name())); // what the analysis made to look at it
    var all = new ArrayList<>(expanded);
    all.addAll(needed);
    return new Derivative(checkpoints.given().with(needed), made.name(), wrt, all);
  }

  private Function makeGradient(Function of, List<Variable> wrt) {
    return makeGradient(of, wrt, Naming.gradient(of.name(), names(wrt)));
  }

  private Function makeGradient(Function of, List<Variable> wrt, String wantedName) {
    return make(
        "gradient " + of.name() + names(wrt),
        wantedName,
        name -> {
          var locals = locals(of);
          var seeds = Collections.nCopies(of.results().size(), Term.ONE);
          if (graph.isRecursive(of.name())) {
            return recursive(of, wrt, name, of.parameters(), seeds, Map.of(), locals);
          }
          var body = adjoint(of, wrt, seeds, Map.of(), of.parameters(), locals);
          return new Function(name, of.parameters(), kinds(wrt), body, of.origin());
        });
  }

  private Function makePullback(Function of, List<Variable> wrt) {
    return make(
        "pullback " + of.name() + wrt,
        Naming.pullback(of.name()),
        name -> {
          var locals = locals(of);
          var seedVariables = seeds(of, locals);
          var accumulated = accumulators(of, wrt, locals);
          var parameters = new ArrayList<>(of.parameters());
          parameters.addAll(seedVariables);
          parameters.addAll(accumulated.values());
          var seeds = seedVariables.stream().map(Term::of).toList();
          if (graph.isRecursive(of.name())) {
            return recursive(of, wrt, name, parameters, seeds, accumulated, locals);
          }
          var body = adjoint(of, wrt, seeds, accumulated, parameters, locals);
          return new Function(name, parameters, kinds(wrt), body, of.origin());
        });
  }

  private Function makeTangent(Function of, List<Variable> wrt) {
    return make(
        tangentKey(of, wrt),
        Naming.tangent(of.name()),
        name -> {
          var locals = locals(of);
          var counted = Unfolding.of(of, locals);
          var dependence = Dependence.of(counted, wrt, flow);
          var made = Tangent.of(counted, name, wrt, dependence, locals, this);
          return made.withBody(Cleaning.unread(made.body(), analyses));
        });
  }

  static List<Variable> seeds(Function of, Naming locals) {
    var seeds = new ArrayList<Variable>();
    for (int i = 1; i <= of.results().size(); i++) {
      var name = locals.fresh("seed" + (of.results().size() == 1 ? "" : i));
      seeds.add(new Variable(name, of.results().get(i - 1)));
    }
    return seeds;
  }

  static Map<Variable, Variable> accumulators(Function of, List<Variable> wrt, Naming locals) {
    var accumulated = new LinkedHashMap<Variable, Variable>();
    for (var array : accumulated(of, wrt)) {
      var name = locals.fresh(Naming.partial(of.name(), array.name()));
      accumulated.put(array, new Variable(name, array.kind()));
    }
    return accumulated;
  }

  private Block adjoint(
      Function of,
      List<Variable> wrt,
      List<Term> seeds,
      Map<Variable, Variable> accumulated,
      List<Variable> parameters,
      Naming locals) {
    var loop = CheckpointedLoop.find(of);
    if (loop.isPresent()) {
      return CheckpointedAdjoint.body(loop.get(), wrt, seeds, accumulated, locals, this);
    }
    var single = single(of, locals);
    var dependence = Dependence.of(single, varied(of, wrt), flow);
    var normal = NormalForm.of(single, dependence, locals);
    return JointAdjoint.body(normal, dependence, wrt, seeds, accumulated, parameters, locals, this);
  }

  Program program() {
    return program;
  }

  @Override
  public ParameterFlow flow() {
    return flow;
  }

  CallGraph graph() {
    return graph;
  }

  /** The two functions of one key, made at the first call. */
  void makeSplit(String key, Supplier<SplitAdjoint.Functions> maker) {
    if (!generated.containsKey(key)) {
      var functions = maker.get();
      generated.put(key, functions.forward());
      inOrder.add(functions.forward());
      inOrder.add(functions.reverse());
    }
  }

  /**
   * A function without what nothing reads, with counted loops for loops over arrays, and one exit
   * of each loop.
   */
  Function single(Function of, Naming locals) {
    var counted = Unfolding.of(form(of), locals);
    return Exits.of(counted.withBody(Cleaning.unread(counted.body(), analyses)), locals);
  }

  /** The form of a function that is differentiated in reverse. */
  private Function form(Function of) {
    return checkpoints.forms().getOrDefault(of.name(), of);
  }

  @Override
  public Function backward(
      Function loop, List<Variable> carried, java.util.function.Function<String, Function> maker) {
    return make("backward " + loop.name() + carried, Naming.backward(loop.name()), maker::apply);
  }

  @Override
  public String checkpointDistance() {
    return make(
            CheckpointDistance.NAME,
            CheckpointDistance.NAME,
            name -> {
              var made = CheckpointDistance.function();
              return new Function(
                  name, made.parameters(), made.results(), made.body(), made.origin());
            })
        .name();
  }

  /** The derivative of a recursive function: its forward part, then its reverse part. */
  private Function recursive(
      Function of,
      List<Variable> wrt,
      String name,
      List<Variable> parameters,
      List<Term> seeds,
      Map<Variable, Variable> accumulated,
      Naming locals) {
    var split = new Recursion(this, of, wrt).parts();
    var origin = of.origin().withoutComment();
    var place = origin.place();
    var stacks =
        List.of(Variable.vector(locals.fresh("record")), Variable.vector(locals.fresh("path")));
    var forwardTargets = new ArrayList<Target>();
    for (int i = 0; i < of.results().size(); i++) {
      var result = new Variable(locals.fresh("result"), of.results().get(i));
      forwardTargets.add(new Target.Whole(result));
    }
    var forwardArguments = new ArrayList<Expression>();
    of.parameters().forEach(p -> forwardArguments.add(new Expression.Read(p, place)));
    var reverseArguments = new ArrayList<>(forwardArguments);
    seeds.forEach(seed -> reverseArguments.add(Placement.at(place, seed)));
    var reverseTargets = new ArrayList<Target>();
    var partials = new HashMap<Variable, Expression>();
    for (int position : split.reverse().positions()) {
      var parameter = of.parameters().get(position);
      var adjoint = accumulated.get(parameter);
      if (split.reverse().accumulated().contains(position)) {
        reverseArguments.add(
            adjoint == null
                ? Shapes.zeroOf(parameter, origin)
                : new Expression.Read(adjoint, place));
      }
      if (adjoint == null) {
        adjoint =
            new Variable(
                locals.fresh(Naming.partial(of.name(), parameter.name())), parameter.kind());
      }
      reverseTargets.add(new Target.Whole(adjoint));
      partials.put(parameter, new Expression.Read(adjoint, place));
    }
    for (var stack : stacks) {
      forwardTargets.add(new Target.Whole(stack));
      forwardArguments.add(new Expression.Elements(List.of(), Kind.VECTOR, place));
      reverseTargets.add(new Target.Whole(stack));
      reverseArguments.add(new Expression.Read(stack, place));
    }
    var body =
        Block.of(
            new CallMany(forwardTargets, split.record(), forwardArguments, origin),
            new CallMany(reverseTargets, split.reverse().function(), reverseArguments, origin),
            new Return(wrt.stream().map(partials::get).toList(), origin));
    return new Function(name, parameters, kinds(wrt), body, of.origin());
  }

  /** The arrays that a function only reads: adjoints of these are added to rather than returned. */
  static List<Variable> accumulated(Function of, List<Variable> wrt) {
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
    var given = program.find(wantedName);
    if (given.isPresent() && isGiven(key, given.get(), maker)) {
      generated.put(key, given.get());
      return given.get();
    }
    var made = maker.make(nameOf(key, wantedName));
    generated.put(key, made);
    inOrder.add(made);
    return made;
  }

  /**
   * Whether a derivative stands in the program already, as that of a gradient inside code does. It
   * is made once more under that name to see; if it is another, all that was made for it goes.
   */
  private boolean isGiven(String key, Function given, Maker maker) {
    var namesBefore = Map.copyOf(namesByKey);
    var generatedBefore = Map.copyOf(generated);
    int inOrderBefore = inOrder.size();
    var takenBefore = functionNames.copy();
    namesByKey.put(key, given.name());
    if (isLike(maker.make(given.name()), given)) {
      return true;
    }
    namesByKey.clear();
    namesByKey.putAll(namesBefore);
    generated.clear();
    generated.putAll(generatedBefore);
    inOrder.subList(inOrderBefore, inOrder.size()).clear();
    functionNames = takenBefore;
    return false;
  }

  private static boolean isLike(Function made, Function given) {
    return WithoutPlaces.of(made).equals(WithoutPlaces.of(given));
  }

  String nameOf(String key, String wantedName) {
    return namesByKey.computeIfAbsent(key, _ -> functionNames.fresh(wantedName));
  }

  private static List<String> names(List<Variable> variables) {
    return variables.stream().map(Variable::name).toList();
  }

  private static List<Kind> kinds(List<Variable> variables) {
    return variables.stream().map(Variable::kind).toList();
  }

  /** The names for new locals of a function. */
  @Override
  public Naming locals(Function function) {
    return Naming.locals(form(function), program);
  }

  @Override
  public Set<Variable> varied(Function of, List<Variable> wrt) {
    var varied = new LinkedHashSet<>(wrt);
    if (!analyses.use(Analyses.Analysis.ACTIVITY)) {
      varied.addAll(flow.differentiated(of));
    }
    return varied;
  }

  // What the transforms ask of callees.

  @Override
  public Analyses analyses() {
    return analyses;
  }

  @Override
  public List<Integer> activeInResult(
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
  public Optional<Split> split(String callee) {
    return Optional.empty();
  }

  @Override
  public Needs neededByPullback(String callee, List<Integer> active) {
    var needs = new Needs();
    if (!active.isEmpty()) {
      var of = program.function(callee);
      var wrt = active.stream().map(of.parameters()::get).toList();
      for (var statement : Walk.statements(makePullback(of, wrt).body())) {
        Walk.expressions(statement).forEach(needs::add);
        FirstValues.changed(statement).forEach(needs::addValue);
      }
      accumulated(of, wrt).forEach(needs::addShape);
    }
    return needs;
  }

  @Override
  public Part gradient(String callee, List<Integer> active) {
    var of = program.function(callee);
    var wrt = active.stream().map(of.parameters()::get).toList();
    var name =
        wrt.equals(flow.differentiated(of))
            ? Naming.gradient(of.name(), names(wrt))
            : Naming.partials(of.name(), names(wrt));
    return new Part(makeGradient(of, wrt, name).name(), positions(of, wrt), List.of());
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
    var known = generated.get(key);
    if (known == null && !namesByKey.containsKey(key)) {
      nameOf(key, Naming.tangent(callee)); // what leads back here calls it by this name
      known = makeTangent(of, wrt);
    }
    var name = known == null ? nameOf(key, Naming.tangent(callee)) : known.name();
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

  static List<Integer> positions(Function of, List<Variable> wrt) {
    return wrt.stream().map(of.parameters()::indexOf).toList();
  }
}
