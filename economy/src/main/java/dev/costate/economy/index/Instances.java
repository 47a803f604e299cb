package dev.costate.economy.index;

import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Subscript;
import java.util.ArrayList;
import java.util.List;

/** Which declarations one with indices stands for. */
final class Instances {
  /**
   * One of them.
   *
   * @param name its full name, such as {@code power[3]}
   */
  record Instance(String name, Bindings bindings) {}

  /** The indices so far, as in {@code [3,north}. */
  private record Prefix(String text, Bindings bindings) {}

  private final Constants constants;

  Instances(Constants constants) {
    this.constants = constants;
  }

  /** All of them, the last index varies fastest; the name itself if there are no indices. */
  List<Instance> of(Name name, List<Subscript> subscripts, Place place) {
    return of(name, subscripts, place, Bindings.NONE);
  }

  List<Instance> of(Name name, List<Subscript> subscripts, Place place, Bindings outer) {
    if (subscripts.isEmpty()) {
      return List.of(new Instance(name.text(), outer));
    }
    var prefixes = List.of(new Prefix(name.text() + "[", outer));
    for (int i = 0; i < subscripts.size(); i++) {
      prefixes = longer(prefixes, subscripts.get(i), i == 0 ? "" : ",", place);
    }
    constants.budget().instances(prefixes.size(), place);
    return prefixes.stream().map(p -> new Instance(p.text() + "]", p.bindings())).toList();
  }

  private List<Prefix> longer(
      List<Prefix> prefixes, Subscript subscript, String separator, Place place) {
    var longer = new ArrayList<Prefix>();
    for (var prefix : prefixes) {
      var start = prefix.text() + separator;
      switch (subscript) {
        case Subscript.At(Expression.Read(var set))
            when prefix.bindings().find(set.text()) == null
                && constants.sets().isSet(set.text()) -> {
          for (var member : constants.sets().of(new Members.Named(set), prefix.bindings())) {
            longer.add(new Prefix(start + Constants.key(member), prefix.bindings()));
          }
        }
        case Subscript.At(var index) ->
            longer.add(
                new Prefix(start + constants.key(index, prefix.bindings()), prefix.bindings()));
        case Subscript.Over(var counter) -> {
          for (var member : constants.sets().of(counter.members(), prefix.bindings())) {
            longer.add(
                new Prefix(
                    start + Constants.key(member),
                    prefix.bindings().with(counter.name().text(), member)));
          }
        }
      }
      if (longer.size() > Budget.MAX_INSTANCES) {
        throw new IndexError(
            place,
            "this stands for more than %,d declarations".formatted(Budget.MAX_INSTANCES),
            "a smaller set does, or fewer indices");
      }
    }
    return longer;
  }

  /** Whether every index is one member, so that there may be others besides. */
  boolean areSingle(List<Subscript> subscripts) {
    return subscripts.stream()
        .allMatch(subscript ->
            subscript instanceof Subscript.At(var index)
                && !(index instanceof Expression.Read(var set)
                    && constants.sets().isSet(set.text())));
  }
}
