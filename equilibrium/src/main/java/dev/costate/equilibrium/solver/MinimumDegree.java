package dev.costate.equilibrium.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * The order in which to eliminate the variables of a sparse matrix so that few zeros fill in:
 * always one with the fewest neighbours in the graph of A + A', ties by index (Amestoy, Davis and
 * Duff 1996, the quotient graph with approximate degrees).
 */
final class MinimumDegree {
  private record Candidate(int degree, int vertex) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byDegree = Integer.compare(degree, other.degree);
      return byDegree != 0 ? byDegree : Integer.compare(vertex, other.vertex);
    }
  }

  /**
   * Neighbours that are still variables, and elements (cliques left behind by eliminated
   * variables), per variable.
   */
  private final int[][] variables;

  private final int[][] elements;
  private final int[][] members;
  private final int[] degree;
  private final boolean[] eliminated;
  private final BitSet mark;

  private MinimumDegree(SparsePattern pattern) {
    int n = pattern.size();
    variables = neighbours(pattern);
    elements = new int[n][];
    members = new int[n][];
    degree = new int[n];
    eliminated = new boolean[n];
    mark = new BitSet(n);
    for (int i = 0; i < n; i++) {
      elements[i] = new int[0];
      members[i] = new int[0];
      degree[i] = variables[i].length;
    }
  }

  /** The variables in the order of elimination. */
  static int[] order(SparsePattern pattern) {
    return new MinimumDegree(pattern).run();
  }

  private static int[][] neighbours(SparsePattern pattern) {
    int n = pattern.size();
    var symmetric = new SparsePattern.Builder(n);
    for (int j = 0; j < n; j++) {
      for (int k = pattern.start(j); k < pattern.start(j + 1); k++) {
        symmetric.add(pattern.row(k), j).add(j, pattern.row(k));
      }
    }
    var both = symmetric.build();
    var result = new int[n][];
    for (int j = 0; j < n; j++) {
      int own = j;
      int from = both.start(j);
      var all = new int[both.start(j + 1) - from];
      Arrays.setAll(all, k -> both.row(from + k));
      result[j] = Arrays.stream(all).filter(i -> i != own).toArray();
    }
    return result;
  }

  private int[] run() {
    int n = degree.length;
    var queue = new PriorityQueue<Candidate>();
    for (int i = 0; i < n; i++) {
      queue.add(new Candidate(degree[i], i));
    }
    var order = new int[n];
    int done = 0;
    while (done < n) {
      var next = queue.remove();
      int pivot = next.vertex();
      if (eliminated[pivot] || next.degree() != degree[pivot]) {
        continue;
      }
      order[done++] = pivot;
      eliminate(pivot, queue);
    }
    return order;
  }

  private void eliminate(int pivot, PriorityQueue<Candidate> queue) {
    eliminated[pivot] = true;
    int[] clique = reach(pivot);
    members[pivot] = clique;
    var absorbed = elements[pivot];
    for (int i : clique) {
      elements[i] = replaced(elements[i], absorbed, pivot);
    }
    mark.clear();
    for (int i : clique) {
      mark.set(i);
    }
    mark.set(pivot);
    for (int i : clique) {
      variables[i] = Arrays.stream(variables[i]).filter(j -> !mark.get(j)).toArray();
    }
    for (int e : absorbed) {
      members[e] = new int[0];
    }
    variables[pivot] = new int[0];
    elements[pivot] = new int[0];
    for (int i : clique) {
      long bound = variables[i].length;
      for (int e : elements[i]) {
        bound += members[e].length - 1L;
      }
      int updated = (int) Math.min(bound, degree.length);
      if (updated != degree[i]) {
        degree[i] = updated;
        queue.add(new Candidate(updated, i));
      }
    }
  }

  private int[] reach(int pivot) {
    mark.clear();
    for (int j : variables[pivot]) {
      mark.set(j);
    }
    for (int e : elements[pivot]) {
      for (int j : members[e]) {
        mark.set(j);
      }
    }
    mark.clear(pivot);
    return mark.stream().filter(j -> !eliminated[j]).toArray();
  }

  private static int[] replaced(int[] list, int[] absorbed, int added) {
    var kept = new int[list.length + 1];
    int count = 0;
    for (int e : list) {
      boolean gone = false;
      for (int a : absorbed) {
        gone |= a == e;
      }
      if (!gone) {
        kept[count++] = e;
      }
    }
    kept[count++] = added;
    return Arrays.copyOf(kept, count);
  }
}
