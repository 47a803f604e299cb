package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.technology.Form.Known;
import dev.costate.equilibrium.technology.Form.Mix;
import dev.costate.equilibrium.technology.Form.Powers;
import dev.costate.equilibrium.technology.Technology.Activity;
import dev.costate.equilibrium.technology.Technology.Makes;
import dev.costate.equilibrium.technology.Technology.OfNest;
import dev.costate.equilibrium.technology.Technology.Preference;
import dev.costate.equilibrium.technology.Technology.Product;
import dev.costate.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the technology behind code, if there is one. */
public final class TechnologyReader {
  private final Nests nests;
  private final List<Form> results;

  private TechnologyReader(Program program, String function, int results) {
    int inputs = program.function(function).parameters().size();
    nests = new Nests(inputs);
    var arguments = new ArrayList<Form>();
    for (int i = 0; i < inputs; i++) {
      arguments.add(Mix.of(i));
    }
    this.results = new CodeReader(program, nests).call(function, arguments).subList(0, results);
  }

  /**
   * The technology of a firm's function, whose first results are its outputs; empty if it is code.
   */
  public static Optional<Technology> ofFirm(Program program, String function, int outputs) {
    try {
      return Optional.of(new TechnologyReader(program, function, outputs).activities());
    } catch (NoTechnology _) {
      return Optional.empty();
    }
  }

  /**
   * The nest that a utility is an increasing function of; empty if it is code. Its unit is its own:
   * utility itself is the value of the code.
   */
  public static Optional<Preference> ofUtility(Program program, String function) {
    try {
      return Optional.of(new TechnologyReader(program, function, 1).preference());
    } catch (NoTechnology _) {
      return Optional.empty();
    }
  }

  private Preference preference() {
    var nest =
        switch (results.getFirst()) {
          case Mix mix -> nests.part(mix);
          case Powers powers -> nests.part(nests.normalised(powers));
          case Form.Logarithms(var terms) ->
              nests.part(nests.normalised(new Powers(Datum.ONE, terms)));
          case Known _, Form.Truth _, Form.Array _ -> throw new NoTechnology("a constant utility");
        };
    var utility =
        switch (results.getFirst()) {
          case Mix _ -> Optional.of(new OfNest(Datum.ONE, Datum.ONE));
          case Powers powers -> Optional.of(new OfNest(powers.coefficient(), powers.degree()));
          case Known _, Form.Truth _, Form.Array _, Form.Logarithms _ -> Optional.<OfNest>empty();
        };
    return new Preference(nest, utility, nests.arithmetic().frozen());
  }

  private Technology activities() {
    var joint = new TreeMap<Integer, List<Product>>();
    for (int output = 0; output < results.size(); output++) {
      for (var term : linear(results.get(output)).entrySet()) {
        if (term.getValue().value() == 0) {
          nests.arithmetic().freeze(term.getValue());
        } else {
          joint
              .computeIfAbsent(term.getKey(), _ -> new ArrayList<>())
              .add(new Product(output, term.getValue()));
        }
      }
    }
    var activities = new ArrayList<Activity>();
    var splits = new TreeMap<Integer, Map<Integer, List<Product>>>();
    joint.forEach((source, products) -> {
      switch (nests.origin(source)) {
        case Nests.Origin.Given _ ->
            activities.add(new Activity(nests.part(Mix.of(source)), new Makes.Jointly(products)));
        case Nests.Origin.Branch(int split, int branch) ->
            splits.computeIfAbsent(split, _ -> new TreeMap<>()).put(branch, products);
      }
    });
    splits.forEach((split, branches) -> activities.add(splitting(split, branches)));
    return new Technology(activities, nests.arithmetic().frozen());
  }

  private Activity splitting(int split, Map<Integer, List<Product>> branches) {
    var found = nests.split(split);
    var all = new ArrayList<List<Product>>();
    for (int b = 0; b < found.revenue().arguments(); b++) {
      all.add(branches.getOrDefault(b, List.of()));
    }
    return new Activity(found.level(), new Makes.Split(found.revenue(), all));
  }

  private Map<Integer, Datum> linear(Form form) {
    return switch (form) {
      case Mix(var terms) -> terms;
      case Powers powers -> linear(nests.ofDegreeOne(powers));
      case Known(var datum) when datum.value() == 0 -> {
        nests.arithmetic().freeze(datum);
        yield Map.of();
      }
      case Known _, Form.Truth _, Form.Array _, Form.Logarithms _ ->
          throw new NoTechnology("an output that is no sum of nests: " + form);
    };
  }
}
