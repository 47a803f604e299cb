import org.jspecify.annotations.NullMarked;

/** The little that generated code needs at run time; it depends on nothing. */
@NullMarked
module dev.costate.runtime {
  requires static transitive org.jspecify;

  exports dev.costate.runtime;
  exports dev.costate.runtime.annotation;
}
