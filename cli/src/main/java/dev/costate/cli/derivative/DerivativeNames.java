package dev.costate.cli.derivative;

import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.lower.KindOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which derivative a name stands for: that whose generated function has this very name. */
final class DerivativeNames {
  private static final String TANGENT = "_tangent";
  private static final String JACOBIAN = "_jacobian";
  private static final String HESSIAN = "_hessian";
  private static final String WITH_RESPECT_TO = "_d";

  private final Program program;
  private final Set<String> inferred;

  /**
   * @param inferred the functions whose kinds may still change with the calls that are added
   */
  DerivativeNames(Program program, Set<String> inferred) {
    this.program = program;
    this.inferred = inferred;
  }

  /**
   * What a name stands for; empty if neither a function nor a derivative has it.
   *
   * @throws NotDifferentiable if it would be the name of a derivative that cannot be made
   */
  Optional<Derived> find(String name) {
    var there = program.find(name);
    if (there.isPresent()) {
      return Optional.of(original(there.get()));
    }
    NotDifferentiable refusal = null;
    for (var wish : wishes(name)) {
      try {
        var made = wish.make(this, name);
        if (made.isPresent()) {
          return made;
        }
      } catch (NotDifferentiable refused) {
        refusal = refusal == null ? refused : refusal;
      }
    }
    if (refusal != null) {
      throw refusal;
    }
    return Optional.empty();
  }

  /**
   * Where a name would be that of a gradient with respect to other parameters: the function and the
   * name that its gradient has.
   *
   * @throws NotDifferentiable if that cannot be made
   */
  Optional<Renamed> renamed(String name) {
    for (var wish : wishes(name)) {
      if (wish instanceof GradientOf(var function, _)) {
        var of = find(function);
        if (of.isPresent()) {
          var made = Differentiator.gradient(grow(program, of.get()), function);
          return Optional.of(new Renamed(function, made.function()));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * @param gradient the name of the function's gradient
   */
  record Renamed(String function, String gradient) {}

  /** The program with a function and all it is derived from. */
  static Program grow(Program program, Derived derived) {
    if (program.find(derived.name()).isPresent()) {
      return program;
    }
    return switch (derived) {
      case Derived.Original _ -> program;
      case Derived.Gradient(_, var of, var wrt, _) ->
          Differentiator.gradient(grow(program, of), of.name(), wrt).program();
      case Derived.Tangent(_, var of, var wrt, _) ->
          Differentiator.tangent(grow(program, of), of.name(), wrt).program();
      case Derived.Matrix(_, var of, boolean isHessian) ->
          matrix(grow(program, of), of.name(), isHessian).program();
    };
  }

  private static Derivative matrix(Program program, String function, boolean isHessian) {
    return isHessian
        ? Differentiator.hessian(program, function, List.of())
        : Differentiator.jacobian(program, function, List.of());
  }

  private Derived original(Function function) {
    var parameters = new ArrayList<KindOf>();
    var results = new ArrayList<KindOf>();
    boolean open = inferred.contains(function.name());
    for (int i = 0; i < function.parameters().size(); i++) {
      parameters.add(
          open
              ? KindOf.like(function.name(), i)
              : KindOf.exactly(function.parameters().get(i).kind()));
    }
    for (int i = 0; i < function.results().size(); i++) {
      results.add(
          open ? KindOf.resultOf(function.name(), i) : KindOf.exactly(function.results().get(i)));
    }
    return new Derived.Original(function.name(), parameters, results);
  }

  /** How a name may have come about. */
  private sealed interface Wish {
    Optional<Derived> make(DerivativeNames names, String name);
  }

  /**
   * @param wrt the one parameter; empty: all that can be
   */
  private record GradientOf(String function, List<String> wrt) implements Wish {
    @Override
    public Optional<Derived> make(DerivativeNames names, String name) {
      return names
          .find(function)
          .flatMap(of -> {
            var grown = grow(names.program, of);
            var base = grown.function(function);
            if (!base.parameters().stream().map(Variable::name).toList().containsAll(wrt)) {
              return Optional.empty();
            }
            var made = Differentiator.gradient(grown, function, wrt);
            return isNamed(made, name)
                ? Optional.of(new Derived.Gradient(name, of, names(made), positions(made, base)))
                : Optional.empty();
          });
    }
  }

  private record TangentOf(String function) implements Wish {
    @Override
    public Optional<Derived> make(DerivativeNames names, String name) {
      return names
          .find(function)
          .flatMap(of -> {
            var grown = grow(names.program, of);
            var made = Differentiator.tangent(grown, function, List.of());
            return isNamed(made, name)
                ? Optional.of(
                    new Derived.Tangent(
                        name, of, names(made), positions(made, grown.function(function))))
                : Optional.empty();
          });
    }
  }

  private record MatrixOf(String function, boolean isHessian) implements Wish {
    @Override
    public Optional<Derived> make(DerivativeNames names, String name) {
      return names
          .find(function)
          .flatMap(of ->
              isNamed(matrix(grow(names.program, of), function, isHessian), name)
                  ? Optional.of(new Derived.Matrix(name, of, isHessian))
                  : Optional.empty());
    }
  }

  /**
   * Every way to read a name as that of a derivative; generated names may end in {@code _} to be
   * free.
   */
  private static List<Wish> wishes(String name) {
    var wishes = new ArrayList<Wish>();
    for (var bare = name; !bare.isEmpty(); bare = bare.substring(0, bare.length() - 1)) {
      if (bare.endsWith(TANGENT)) {
        wishes.add(new TangentOf(without(bare, TANGENT)));
      }
      if (bare.endsWith(JACOBIAN)) {
        wishes.add(new MatrixOf(without(bare, JACOBIAN), false));
      }
      if (bare.endsWith(HESSIAN)) {
        wishes.add(new MatrixOf(without(bare, HESSIAN), true));
      }
      if (bare.startsWith("d") && bare.length() > 1) {
        var rest = bare.substring(1);
        wishes.add(new GradientOf(rest, List.of()));
        for (int i = rest.indexOf(WITH_RESPECT_TO, 1);
            i > 0;
            i = rest.indexOf(WITH_RESPECT_TO, i + 1)) {
          var parameter = rest.substring(i + WITH_RESPECT_TO.length());
          if (!parameter.isEmpty()) {
            wishes.add(new GradientOf(rest.substring(0, i), List.of(parameter)));
          }
        }
      }
      if (!bare.endsWith("_")) {
        break;
      }
    }
    return wishes;
  }

  private static String without(String name, String ending) {
    return name.substring(0, name.length() - ending.length());
  }

  private static boolean isNamed(Derivative made, String name) {
    return made.function().equals(name);
  }

  private static List<String> names(Derivative made) {
    return made.wrt().stream().map(Variable::name).toList();
  }

  private static List<Integer> positions(Derivative made, Function of) {
    return made.wrt().stream().map(of.parameters()::indexOf).toList();
  }
}
