package dev.costate.economy.index;

/** What may have indices; each kind has names of its own. */
enum Kind {
  GOOD("good"),
  FIRM("firm"),
  CONSUMER("consumer"),
  /** Parameters and unknowns. */
  NUMBER("parameter");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
