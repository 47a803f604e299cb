import org.jspecify.annotations.NullMarked;

/** Derivatives of Java methods: an annotation processor for javac. */
@NullMarked
module dev.costate.java {
  requires static transitive org.jspecify;
  requires transitive java.compiler;
  requires jdk.compiler;
  requires dev.costate.differentiation;

  exports dev.costate.java;

  provides javax.annotation.processing.Processor with
      dev.costate.java.DifferentiableProcessor;
}
