package dev.costate.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Message.Order;
import dev.costate.dynamics.protocol.Message.Paid;
import dev.costate.dynamics.protocol.Message.Quote;
import dev.costate.dynamics.protocol.Message.Shipped;
import dev.costate.exchange.Exchange.Event;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EdgeTest {
  private static final Address A = Address.firm("A");
  private static final Address B = Address.firm("B");
  private static final Address NATGAS = Address.market("natgas");
  private static final Address ETHYLENE = Address.market("ethylene");

  private final Exchange exchange =
      Markets.exchange(Markets.ESSAY, new Rules(Silence.HOLD, 0, 20_000, 1e-7));
  private Exchange.State state = opened();

  private Exchange.State opened() {
    var opened = exchange.opening();
    for (var seat : exchange.seats()) {
      opened = exchange.next(opened, new Event.Joined(seat.firm())).state();
    }
    return opened;
  }

  private Rejection rejection(Answer answer) {
    var before = state;
    state = exchange.next(state, new Event.Answered(A, answer)).state();
    assertThat(state.arrivals()).isEqualTo(before.arrivals());
    var was = before.seats().getFirst().rejected();
    var is = state.seats().getFirst().rejected();
    var more = EnumSet.noneOf(Rejection.class);
    is.forEach((reason, count) -> {
      if (count > was.getOrDefault(reason, 0L)) {
        more.add(reason);
      }
    });
    assertThat(more).hasSize(1);
    return more.iterator().next();
  }

  private static Answer answer(Message... messages) {
    return new Answer(A, 1, 0, 0, List.of(messages));
  }

  private static Order order(double buys, double asks, long wanted) {
    return new Order(A, NATGAS, 0, 0, buys, 0, asks, wanted);
  }

  @Test
  void eachReasonHasItsAnswer() {
    assertThat(rejection(new Answer(A, 1, -1, 0, List.of()))).isEqualTo(Rejection.LATE);
    assertThat(rejection(new Answer(A, 1, 0, -1, List.of()))).isEqualTo(Rejection.LATE);
    assertThat(rejection(new Answer(A, 0, 0, 0, List.of()))).isEqualTo(Rejection.LATE);
    assertThat(rejection(new Answer(A, 2, 0, 0, List.of()))).isEqualTo(Rejection.UNASKED);
    assertThat(rejection(new Answer(A, 1, 0, 1, List.of()))).isEqualTo(Rejection.UNASKED);
    assertThat(rejection(new Answer(A, 1, 1, 0, List.of()))).isEqualTo(Rejection.UNASKED);
    assertThat(rejection(new Answer(B, 1, 0, 0, List.of()))).isEqualTo(Rejection.FORGED);
    assertThat(rejection(answer(new Order(B, NATGAS, 0, 0, 1, 0, Double.NaN, 0))))
        .isEqualTo(Rejection.FORGED);
    assertThat(rejection(answer(new Order(A, ETHYLENE, 0, 0, 1, 0, Double.NaN, 0))))
        .isEqualTo(Rejection.FORGED);
    assertThat(rejection(answer(new Shipped(A, NATGAS, 7, 1, 0)))).isEqualTo(Rejection.FORGED);
    assertThat(rejection(answer(new Quote(A, NATGAS, 0, 0, 1, 1)))).isEqualTo(Rejection.FORGED);
    assertThat(rejection(answer(new Claim(A, B, Claim.Kind.DIVIDEND, 0, 1))))
        .isEqualTo(Rejection.FORGED);
    assertThat(rejection(answer(order(Double.NaN, 1, 0)))).isEqualTo(Rejection.MALFORMED);
    assertThat(rejection(answer(order(Double.POSITIVE_INFINITY, 1, 0))))
        .isEqualTo(Rejection.MALFORMED);
    assertThat(rejection(answer(order(1, -1, 0)))).isEqualTo(Rejection.MALFORMED);
    assertThat(rejection(answer(order(1, 1, -1)))).isEqualTo(Rejection.MALFORMED);
    assertThat(rejection(answer(new Shipped(A, ETHYLENE, 1, -5, 0))))
        .isEqualTo(Rejection.MALFORMED);
    assertThat(rejection(answer(order(1e300, 1, 0)))).isEqualTo(Rejection.OVERSIZED);
    assertThat(rejection(answer(new Paid(A, NATGAS, 0, Long.MAX_VALUE))))
        .isEqualTo(Rejection.OVERSIZED);
    assertThat(rejection(new Answer(A, 1, 0, 0, Collections.nCopies(7, order(1, 1, 1)))))
        .isEqualTo(Rejection.OVERSIZED);
  }

  @Test
  void aRoundIsAnsweredOnce() {
    state = exchange.next(state, new Event.Answered(A, answer(order(1, Double.NaN, 1)))).state();
    assertThat(state.arrivals()).hasSize(1);
    assertThat(rejection(answer(order(2, Double.NaN, 2)))).isEqualTo(Rejection.REPEATED);
  }

  @Test
  void whoSendsTooOftenIsNotReadAnyMore() {
    var strict = Markets.exchange(Markets.ESSAY, new Rules(Silence.HOLD, 0, 2, 1e-7));
    for (int k = 0; k < 2; k++) {
      assertThat(rejection(new Answer(A, 1, 0, 9, List.of()))).isEqualTo(Rejection.UNASKED);
    }
    var after = strict.next(state, new Event.Answered(A, answer(order(1, Double.NaN, 1)))).state();
    assertThat(after.arrivals()).isEmpty();
    assertThat(after.seats().getFirst().rejected()).containsEntry(Rejection.TOO_FREQUENT, 1L);
  }

  private static double number(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Double.NaN;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> -random.nextDouble();
      case 3 -> 1e200 * random.nextDouble();
      case 4 -> Double.POSITIVE_INFINITY;
      default -> -0x1p60;
    };
  }

  private static Message malformed(Random random) {
    var from = random.nextBoolean() ? A : B;
    var to = random.nextBoolean() ? NATGAS : ETHYLENE;
    int port = random.nextInt(-2, 5);
    return switch (random.nextInt(4)) {
      case 0 -> new Order(from, to, port, random.nextLong(), number(random), 0, 1, 0);
      case 1 -> new Order(from, to, port, 0, 0, number(random), number(random), random.nextLong());
      case 2 -> new Shipped(from, to, port, -1 - random.nextInt(9), random.nextLong());
      default -> new Quote(from, to, port, random.nextLong(), number(random), number(random));
    };
  }

  /** Ten thousand wrong answers change no price: the next round is what it would have been. */
  @Test
  void tenThousandMalformedAnswersChangeNoPrice() {
    var random = new Random(7);
    var untouched = exchange.next(state, new Event.Over(0)).state();
    for (int k = 0; k < 10_000; k++) {
      rejection(answer(malformed(random)));
    }
    var after = exchange.next(state, new Event.Over(0)).state();
    assertThat(exchange.prices(after)).isEqualTo(exchange.prices(untouched));
    assertThat(after.floor()).usingRecursiveComparison(Markets.BITS).isEqualTo(untouched.floor());
  }
}
