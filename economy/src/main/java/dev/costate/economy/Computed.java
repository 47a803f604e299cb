package dev.costate.economy;

import dev.costate.program.CallGraph;
import dev.costate.program.Walk;
import java.util.HashSet;
import java.util.Set;

/** Which numbers of a file are computed from which others. */
public final class Computed {
  private final Definitions definitions;
  private final CallGraph calls;

  public Computed(Definitions definitions) {
    this.definitions = definitions;
    this.calls = CallGraph.of(definitions.program());
  }

  /** Whether one of some numbers is computed from another of them, directly or through others. */
  public boolean dependAmongThemselves(Set<String> numbers) {
    for (var number : numbers) {
      var behind = new HashSet<String>();
      addReads(number, behind);
      behind.retainAll(numbers);
      if (!behind.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void addReads(String number, Set<String> behind) {
    var function = definitions.functions().get(number);
    if (function == null) {
      return;
    }
    for (var reached : calls.reachable(function)) {
      for (var read : Walk.constants(definitions.program().function(reached).body())) {
        if (behind.add(read.name())) {
          addReads(read.name(), behind);
        }
      }
    }
  }
}
