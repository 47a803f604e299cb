import org.jspecify.annotations.NullMarked;

/** Text to syntax tree with positions, and back to text; all diagnostics. */
@NullMarked
module dev.costate.language {
  requires static transitive org.jspecify;

  exports dev.costate.language;
  exports dev.costate.language.parse;
  exports dev.costate.language.print;
  exports dev.costate.language.syntax;
}
