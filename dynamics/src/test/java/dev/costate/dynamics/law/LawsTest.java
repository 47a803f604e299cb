package dev.costate.dynamics.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

final class LawsTest {
  @Test
  void theListIsSortedAndNamesDiffer() {
    var names = Laws.ALL.stream().map(Dynamics::name).toList();
    assertThat(names).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
  }

  @Test
  void everyFileOfADynamicsIsInTheList() throws IOException {
    try (var files = Files.list(Path.of("src/main/java/dev/costate/dynamics/law"))) {
      var declared =
          files
              .filter(LawsTest::isDynamics)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .sorted()
              .toList();
      assertThat(Laws.ALL.stream().map(law -> law.getClass().getSimpleName()).sorted().toList())
          .isEqualTo(declared);
    }
  }

  private static boolean isDynamics(Path file) {
    try {
      return Files.readString(file).contains("implements Dynamics");
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void theStandardOneIsInTheList() {
    assertThat(Laws.ALL).contains(Laws.standard());
  }
}
