package dev.costate.dynamics.schedule;

import java.util.function.IntConsumer;

/**
 * Those who step agents side by side: the only way in which a run uses threads. What they do must
 * not depend on how many they are, nor on who does what first.
 */
public interface Workers extends AutoCloseable {
  /** How many work at the same time. */
  int count();

  /**
   * Does tasks side by side and returns when all are done.
   *
   * @param tasks how many; they are numbered from 0
   * @param task never throws
   */
  void each(int tasks, IntConsumer task);

  /** Lets them go. */
  @Override
  void close();

  /** One alone: the thread that asks. */
  static Workers alone() {
    return new Workers() {
      @Override
      public int count() {
        return 1;
      }

      @Override
      public void each(int tasks, IntConsumer task) {
        for (int k = 0; k < tasks; k++) {
          task.accept(k);
        }
      }

      @Override
      public void close() {}
    };
  }

  /**
   * So many threads, until they are closed.
   *
   * @throws IllegalArgumentException if there are none
   */
  static Workers threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " threads");
    }
    return count == 1 ? alone() : new Threads(count);
  }
}
