package dev.costate.java.write;

import dev.costate.java.read.Method;

/** The names of what is written for a method. */
record PublicNames(String gradient, String gradientRecord, String tangent, String tangentRecord) {
  static PublicNames of(Method method) {
    var name = method.name();
    var upper = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    return new PublicNames(
        name + "Gradient", upper + "Gradient", name + "Tangent", upper + "Tangent");
  }
}
