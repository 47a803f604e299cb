import org.jspecify.annotations.NullMarked;

/** The typed intermediate form of functions, and all that runs or prints it. */
@NullMarked
module dev.costate.program {
  requires static transitive org.jspecify;
  requires transitive dev.costate.language;
  requires transitive dev.costate.runtime;

  exports dev.costate.program;
  exports dev.costate.program.emit;
  exports dev.costate.program.java;
  exports dev.costate.program.lower;
  exports dev.costate.program.print;
  exports dev.costate.program.run;
}
