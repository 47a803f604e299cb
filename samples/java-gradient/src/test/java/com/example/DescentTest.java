package com.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class DescentTest {
  @Test
  void theGradientIsTheOneOnPaper() {
    var gradient = RosenbrockDerivatives.heightGradient(new double[] {-1.2, 1});
    assertEquals(24.2, gradient.value(), 1e-12);
    assertArrayEquals(new double[] {-215.6, -88}, gradient.x(), 1e-12);
  }

  @Test
  void descentEndsAtTheLowestPoint() {
    assertArrayEquals(new double[] {1, 1, 1}, Descent.lowest(new double[] {-1.2, 1, 0.5}), 1e-6);
  }
}
