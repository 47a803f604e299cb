package dev.costate.differentiation.activity;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which analyses shorten a derivative. Without them it is longer and slower, and gives the same:
 * the tests hold every one on and off against each other.
 */
public record Analyses(Set<Analysis> used) {
  /** An analysis, and what is done without it. */
  public enum Analysis {
    /** Which variables depend on what is asked for: else on any parameter with a derivative. */
    ACTIVITY,
    /** Which overwritten values the reverse reads: else all numbers and arrays are recorded. */
    TO_BE_RECORDED,
    /** Which locals can be computed again: else they are recorded. */
    RECOMPUTATION,
    /** Which parts of lines take long: else they are computed again. */
    COST,
    /** Which variables move in whole steps that can be taken back: else they are recorded. */
    WHOLE_STEPS,
    /** Which derivatives are finite: else every product has a guard against zero times infinity. */
    FINITENESS,
    /** Which generated lines somebody reads: else all stay. */
    CLEANING
  }

  public static final Analyses ALL = new Analyses(EnumSet.allOf(Analysis.class));
  public static final Analyses NONE = new Analyses(EnumSet.noneOf(Analysis.class));

  public Analyses {
    used = Set.copyOf(used);
  }

  public static Analyses allBut(Analysis analysis) {
    return new Analyses(EnumSet.complementOf(EnumSet.of(analysis)));
  }

  public boolean use(Analysis analysis) {
    return used.contains(analysis);
  }
}
