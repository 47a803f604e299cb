package dev.costate.program.java;

import dev.costate.program.Function;
import dev.costate.program.Variable;
import dev.costate.program.facts.Copies;
import java.util.List;
import java.util.Set;

/**
 * How a function is called in Java.
 *
 * <p>What users call takes and gives {@code double[]}, and leaves its arguments as they are. Where
 * calls inside the class need more (a count of how deep they nest, arrays that grow, arrays that
 * are handed over to be changed), there is a second method, private, and the first calls it.
 *
 * @param name of the method that users call
 * @param inner the name of the method that the class calls; it may be the same
 * @param isPublic whether users may call it
 * @param isDeep whether calls may nest without a limit, and are counted
 * @param takesOver the parameters whose arrays the inner method changes, though its callers know
 *     them
 * @param growing the parameters that the inner method takes as a stack
 * @param growingResults the positions of results that the inner method gives as a stack
 * @param record the class of several results; empty if there is one
 * @param innerRecord the same of the inner method
 * @param components the names of the parts of the record
 */
record Signature(
    Function function,
    Copies copies,
    String name,
    String inner,
    boolean isPublic,
    boolean isDeep,
    Set<Variable> takesOver,
    Set<Variable> growing,
    Set<Integer> growingResults,
    String record,
    String innerRecord,
    List<String> components) {
  Signature {
    takesOver = Set.copyOf(takesOver);
    growing = Set.copyOf(growing);
    growingResults = Set.copyOf(growingResults);
    components = List.copyOf(components);
  }

  /** Whether users call another method than the class does. */
  boolean hasTwoMethods() {
    return isPublic
        && (isDeep || !takesOver.isEmpty() || !growing.isEmpty() || !growingResults.isEmpty());
  }

  boolean hasSeveralResults() {
    return function.results().size() > 1;
  }
}
