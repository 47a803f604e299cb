package dev.costate.language.recursion;

import java.util.concurrent.atomic.AtomicReference;

/** Continues a recursion on the stack of a new thread. */
public final class FreshStack {
  /** After how many levels of blocks a new stack is taken; each level needs less than 2 KiB. */
  private static final int LEVELS = 100;

  private FreshStack() {}

  /** Runs one level of a recursion; every hundredth on a new thread, for which this one waits. */
  public static void run(int level, Runnable recursion) {
    if (level % LEVELS != LEVELS - 1) {
      recursion.run();
      return;
    }
    var failure = new AtomicReference<Throwable>();
    var thread =
        Thread.ofPlatform()
            .name("costate-level-" + level)
            .uncaughtExceptionHandler((_, thrown) -> failure.set(thrown))
            .start(recursion);
    join(thread);
    switch (failure.get()) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /**
   * Waits to the end; an interruption is kept for later, since what the thread does is finite and
   * short.
   */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
