package dev.costate.differentiation.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SharingSetTest {
  private static final int STEPS = 2_000;

  @Test
  void aCopyIsASetOfItsOwn() {
    var first = SharingSet.of(List.of("a", "b"));
    var copy = first.copy();
    copy.add("c");
    first.remove("a");
    assertThat(first).containsExactly("b");
    assertThat(copy).containsExactly("a", "b", "c");
  }

  @Test
  void membersComeInTheOrderInWhichTheyFirstAppeared() {
    var set = SharingSet.of(List.of("c", "a", "b"));
    set.remove("c");
    set.add("d");
    set.add("c");
    assertThat(set).containsExactly("c", "a", "b", "d");
  }

  @Test
  void removingTellsWhetherTheMemberWasIn() {
    var set = SharingSet.of(List.of("a"));
    assertThat(set.remove("b")).isFalse();
    assertThat(set.remove("a")).isTrue();
    assertThat(set.remove("a")).isFalse();
    assertThat(set.size()).isZero();
  }

  @Test
  void setsWithTheSameMembersAreEqualHoweverTheyCameAbout() {
    var one = new SharingSet<Integer>();
    for (int i = 0; i < 1_000; i++) {
      one.add(i);
    }
    var other = one.copy();
    other.clear();
    other.add(1);
    for (int i = 2; i < 1_000; i++) {
      one.remove(i);
    }
    one.remove(0);
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void setsThatDoNotComeFromTheSameOneAreNotCompared() {
    var one = SharingSet.of(List.of("a"));
    var stranger = SharingSet.of(List.of("a"));
    assertThatThrownBy(() -> one.retainAll(stranger)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.without(stranger)).isInstanceOf(IllegalArgumentException.class);
    one.addAll(stranger); // members can be added from anywhere
    assertThat(one.toList()).containsExactly("a");
  }

  /** Below a word, above a word, and over several levels. */
  @ParameterizedTest
  @ValueSource(ints = {3, 64, 65, 128, 129, 5_000})
  void whatItHoldsIsWhatAnOrdinarySetHolds(int range) {
    var random = new Random(range);
    var sets = new ArrayList<>(List.of(new SharingSet<Integer>()));
    for (int i = 0; i < range; i++) {
      sets.getFirst().add(i); // numbered in order
    }
    sets.getFirst().clear();
    var models = new ArrayList<Set<Integer>>(List.of(new HashSet<>()));
    for (int step = 0; step < STEPS; step++) {
      int at = random.nextInt(sets.size());
      int with = random.nextInt(sets.size());
      step(random.nextInt(9), random.nextInt(range), at, with, sets, models);
      var set = sets.get(at);
      var model = models.get(at);
      assertThat(set.toList()).containsExactlyElementsOf(new TreeSet<>(model));
      assertThat(set.size()).isEqualTo(model.size());
      assertThat(set.equals(sets.get(with))).isEqualTo(model.equals(models.get(with)));
      var rest = new TreeSet<>(model);
      rest.removeAll(models.get(with));
      assertThat(set.without(sets.get(with))).containsExactlyElementsOf(rest);
    }
  }

  private static void step(
      int choice,
      int member,
      int at,
      int with,
      List<SharingSet<Integer>> sets,
      List<Set<Integer>> models) {
    var set = sets.get(at);
    var model = models.get(at);
    switch (choice) {
      case 0 -> {
        set.retainAll(sets.get(with));
        model.retainAll(new HashSet<>(models.get(with)));
      }
      case 1 -> {
        set.addAll(sets.get(with));
        model.addAll(new HashSet<>(models.get(with)));
      }
      case 2 -> {
        set.become(sets.get(with));
        models.set(at, new HashSet<>(models.get(with)));
      }
      case 3 -> {
        sets.add(set.copy());
        models.add(new HashSet<>(model));
      }
      case 4, 5 -> assertThat(set.remove(member)).isEqualTo(model.remove(member));
      default -> {
        set.add(member);
        model.add(member);
      }
    }
    assertThat(sets.get(at).contains(member)).isEqualTo(models.get(at).contains(member));
  }
}
