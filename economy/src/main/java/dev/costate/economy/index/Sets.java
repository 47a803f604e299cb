package dev.costate.economy.index;

import dev.costate.economy.index.Known.Number;
import dev.costate.economy.index.Known.Symbol;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of sets. */
final class Sets {
  private final Constants constants;
  private final Map<String, SetDeclaration> declared = new LinkedHashMap<>();
  private final Map<String, List<Known>> members = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> symbols = new HashSet<>();

  Sets(List<SetDeclaration> declarations, Constants constants) {
    this.constants = constants;
    for (var set : declarations) {
      declared.putIfAbsent(set.name().text(), set);
      if (set.members() instanceof Members.Listed(var names, _)) {
        names.forEach(name -> symbols.add(name.text()));
      }
    }
  }

  boolean isSet(String name) {
    return declared.containsKey(name);
  }

  /** Whether a name is a member of some set of names. */
  boolean isSymbol(String name) {
    return symbols.contains(name);
  }

  /** The members in their order. */
  List<Known> of(Members written, Bindings bindings) {
    return switch (written) {
      case Members.Named(var set) -> named(set);
      case Members.Listed(var names, _) -> names.stream().map(Sets::member).toList();
      case Members.Between(var from, var to, var place) ->
          between(
              constants.whole(from, bindings, "a bound"),
              constants.whole(to, bindings, "a bound"),
              place);
    };
  }

  private List<Known> named(Name set) {
    var name = set.text();
    var known = members.get(name);
    if (known != null) {
      return known;
    }
    var declaration = declared.get(name);
    if (declaration == null) {
      throw new IndexError(
          set.place(),
          "there is no set '%s'".formatted(name),
          declared.isEmpty()
              ? "declare one: set %s = 1..24".formatted(name)
              : Spelling.hint(name, declared.keySet()));
    }
    if (!open.add(name)) {
      throw new IndexError(
          declaration.name().place(),
          "the set '%s' depends on itself".formatted(name),
          "write its bounds as numbers");
    }
    var found = of(declaration.members(), Bindings.NONE);
    open.remove(name);
    members.put(name, found);
    return found;
  }

  /** A member as listed: a name, or a whole number. */
  private static Known member(Name name) {
    return Character.isDigit(name.text().charAt(0))
        ? new Number(Double.parseDouble(name.text()))
        : new Symbol(name.text());
  }

  private static List<Known> between(long from, long to, Place place) {
    long size = Math.max(0, to - from + 1);
    if (size > Budget.MAX_INSTANCES) {
      throw new IndexError(
          place,
          "this range has %,d members, more than %,d".formatted(size, Budget.MAX_INSTANCES),
          "a smaller range does");
    }
    var members = new ArrayList<Known>((int) size);
    for (long i = from; i <= to; i++) {
      members.add(new Number(i));
    }
    return List.copyOf(members);
  }
}
