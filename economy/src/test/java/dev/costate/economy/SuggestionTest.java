package dev.costate.economy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void distanceCountsLettersToChange() {
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void onlyACloseNameIsSuggested() {
    assertThat(Suggestion.of("natgas.suply", List.of("natgas.supply", "x.price")))
        .isEqualTo("did you mean 'natgas.supply'?");
    assertThat(Suggestion.of("steel", List.of("natgas", "oil"))).isEqualTo("there is natgas, oil");
  }
}
