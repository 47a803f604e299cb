package dev.costate.java;

import com.sun.source.util.Trees;
import dev.costate.java.read.Reading;
import dev.costate.java.write.Derivatives;
import dev.costate.program.java.NotInJava;
import dev.costate.runtime.DeepStack;
import dev.costate.runtime.annotation.Differentiable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Writes the derivatives of methods with {@link Differentiable}, class by class. */
@SupportedAnnotationTypes("dev.costate.runtime.annotation.*")
public final class DifferentiableProcessor extends AbstractProcessor {
  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  // They are of no use to other processors, and javac warns of annotations that nobody claims.
  @SuppressWarnings("DoNotClaimAnnotations")
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    var byClass = new LinkedHashMap<TypeElement, List<ExecutableElement>>();
    for (var method :
        ElementFilter.methodsIn(round.getElementsAnnotatedWith(Differentiable.class))) {
      if (method.getEnclosingElement() instanceof TypeElement type) {
        byClass.computeIfAbsent(type, _ -> new ArrayList<>()).add(method);
      }
    }
    byClass.forEach(this::differentiate);
    return true;
  }

  private void differentiate(TypeElement type, List<ExecutableElement> methods) {
    try {
      boolean _ = DeepStack.call(() -> written(type, methods));
    } catch (NotInJava e) {
      error(type, "the derivatives do not fit Java: " + e.getMessage());
    } catch (UncheckedIOException e) {
      error(type, "the derivatives cannot be written: " + e.getMessage());
    } catch (RuntimeException e) {
      error(type, "a defect of the processor, please report it: " + e);
    }
  }

  private boolean written(TypeElement type, List<ExecutableElement> methods) {
    try {
      var reading = Reading.of(Trees.instance(processingEnv), type, methods);
      if (reading.problems().any()) {
        return false;
      }
      var made = Derivatives.of(processingEnv.getElementUtils(), type, reading);
      if (made.isEmpty()) {
        return false;
      }
      var file = processingEnv.getFiler().createSourceFile(made.get().name(), type);
      try (var writer = file.openWriter()) {
        writer.write(made.get().text());
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void error(TypeElement type, String message) {
    processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, message, type);
  }
}
