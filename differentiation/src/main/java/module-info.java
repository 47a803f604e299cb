import org.jspecify.annotations.NullMarked;

/** Program in, program out: the adjoint and the tangent of a function. */
@NullMarked
module dev.costate.differentiation {
  requires static transitive org.jspecify;
  requires transitive dev.costate.program;

  exports dev.costate.differentiation;
  exports dev.costate.differentiation.algebra;
  exports dev.costate.differentiation.rules;
}
