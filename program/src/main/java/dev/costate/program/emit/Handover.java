package dev.costate.program.emit;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Gives a generated class its data and takes its only instance from it, while it initializes. This
 * needs no reflection, whose machinery would take longer to start than the class itself.
 */
final class Handover {
  private static double[][] tables = {};
  private static @Nullable Code code;

  private Handover() {}

  static synchronized Code define(byte[] classFile, double[][] data) {
    tables = data;
    try {
      MethodHandles.lookup().defineHiddenClass(classFile, true);
      var made = code;
      if (made == null) {
        throw new IllegalStateException("the generated class made no instance");
      }
      return made;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } finally {
      tables = new double[0][];
      code = null;
    }
  }

  /** Called by the initializer of the generated class. */
  static double[][] tables() {
    return tables;
  }

  /** Called by the initializer of the generated class. */
  static void accept(Code made) {
    code = made;
  }
}
