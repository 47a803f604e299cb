package dev.costate.dynamics.protocol;

import java.util.List;

/**
 * An agent as a pure function: what it does depends on its own state and its inbox and on nothing
 * else.
 *
 * @param <S> its state, immutable
 */
public interface Agent<S> {
  Address address();

  Step<S> step(S state, List<Message> inbox, Broadcast heard);

  /** What a step leads to. */
  record Step<S>(S state, List<Message> outbox) {
    public Step {
      outbox = List.copyOf(outbox);
    }
  }
}
