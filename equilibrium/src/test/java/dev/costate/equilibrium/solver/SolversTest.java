package dev.costate.equilibrium.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SolversTest {
  @Test
  void everySolverIsListedOnceAndByName() {
    var listed = Solvers.all();
    assertThat(listed).extracting(Solver::name).doesNotHaveDuplicates().isSorted();
    assertThat(listed.stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Solver.class.getPermittedSubclasses()));
  }
}
