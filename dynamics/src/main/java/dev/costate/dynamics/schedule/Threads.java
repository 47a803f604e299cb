package dev.costate.dynamics.schedule;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Workers that are threads; each takes the next few tasks that nobody has taken. */
final class Threads implements Workers {
  /** Each thread takes this part of its share of the tasks at once, as some take longer. */
  private static final int PARTS = 8;

  private final int count;
  private final ExecutorService pool;

  Threads(int count) {
    this.count = count;
    pool = Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().factory());
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void each(int tasks, IntConsumer task) {
    int some = Math.max(1, tasks / (PARTS * count));
    var next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int k = next.getAndAdd(some); k < tasks; k = next.getAndAdd(some)) {
            for (int i = k; i < Math.min(k + some, tasks); i++) {
              task.accept(i);
            }
          }
        };
    var working = new ArrayList<Future<?>>();
    for (int t = 0; t < Math.min(count, tasks); t++) {
      working.add(pool.submit(work));
    }
    working.forEach(Threads::join);
  }

  private static void join(Future<?> working) {
    try {
      working.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while agents stepped", stop);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a task failed", failure.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
