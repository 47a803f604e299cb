package dev.costate.java.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The class whose methods are differentiated.
 *
 * @param names its simple name, behind those of the classes around it
 */
record Owner(String packageName, List<String> names, boolean isPublic) {
  static Owner of(Elements elements, TypeElement type) {
    Deque<String> names = new ArrayDeque<>();
    boolean isPublic = true;
    Element around = type;
    while (around instanceof TypeElement) {
      names.addFirst(around.getSimpleName().toString());
      isPublic &= around.getModifiers().contains(Modifier.PUBLIC);
      around = around.getEnclosingElement();
    }
    return new Owner(
        elements.getPackageOf(type).getQualifiedName().toString(), List.copyOf(names), isPublic);
  }

  /** As code of its package names it. */
  String name() {
    return String.join(".", names);
  }

  /** The simple name of the class of derivatives. */
  String derivatives() {
    return String.join("_", names) + "Derivatives";
  }

  /** Its name with its package. */
  String qualifiedDerivatives() {
    return packageName.isEmpty() ? derivatives() : packageName + "." + derivatives();
  }
}
