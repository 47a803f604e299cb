package dev.costate.runtime;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs work on a thread whose stack is large enough for {@link Depth#LIMIT} nested calls. */
public final class DeepStack {
  /** Address space, not memory: pages are taken when first touched. */
  private static final long BYTES = 1L << 30;

  private DeepStack() {}

  /**
   * The result of the work; what it throws is thrown here. On a thread that already has a deep
   * stack it simply runs.
   */
  public static <T> T call(Supplier<T> work) {
    if (Thread.currentThread() instanceof DeepThread<?>) {
      return work.get();
    }
    var thread = new DeepThread<T>(work);
    thread.start();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException _) {
        interrupted = true;
        thread.interrupt();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return thread.outcome();
  }

  private static final class DeepThread<T> extends Thread {
    private final Supplier<T> work;
    private @Nullable T result;
    private @Nullable Throwable thrown;

    DeepThread(Supplier<T> work) {
      super(null, null, "deep stack", BYTES);
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException | Error e) {
        thrown = e;
      }
    }

    T outcome() {
      if (thrown instanceof RuntimeException e) {
        throw e;
      }
      if (thrown instanceof Error e) {
        throw e;
      }
      if (result == null) {
        throw new IllegalStateException("work on a deep stack must have a result");
      }
      return result;
    }
  }
}
