package dev.costate.cli.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

final class RecordTextTest {
  /** Every kind of component. */
  @SuppressWarnings("ArrayRecordComponent")
  public record All(
      long whole,
      int small,
      double number,
      boolean truth,
      String text,
      Colour colour,
      long[] wholes,
      double[] numbers,
      List<Figure> figures,
      Map<String, Double> members) {}

  public enum Colour {
    RED,
    GREEN
  }

  public sealed interface Figure {
    record Circle(double radius) implements Figure {}

    record Square(double side, List<String> names) implements Figure {}
  }

  private static String written(All value) {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new RecordWriter(json).write(value, All.class);
    }
    return text.toString();
  }

  private static All read(String text) {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      return (All) new RecordReader(json).read(All.class);
    }
  }

  private static All of(long[] wholes, double... numbers) {
    return new All(
        Long.MIN_VALUE,
        -7,
        -0.0,
        true,
        "a \"quoted\" line\n\u00e9",
        Colour.GREEN,
        wholes,
        numbers,
        List.of(new Figure.Circle(0.1), new Figure.Square(2, List.of("x", ""))),
        Map.of("k", 1e-300));
  }

  @Test
  void everyDoubleComesBackBitForBit() {
    var random = new Random(1);
    var numbers = random.longs(5000).mapToDouble(Double::longBitsToDouble).toArray();
    numbers[0] = Double.NaN;
    numbers[1] = Double.NEGATIVE_INFINITY;
    numbers[2] = Double.MIN_VALUE;
    numbers[3] = Double.MAX_VALUE;
    numbers[4] = -0.0;
    var back = read(written(of(new long[] {Long.MAX_VALUE, 0, -1}, numbers)));
    for (int i = 0; i < numbers.length; i++) {
      assertThat(Double.doubleToLongBits(back.numbers()[i]))
          .isEqualTo(Double.doubleToLongBits(numbers[i]));
    }
  }

  @Test
  void everyKindOfComponentComesBack() {
    var value = of(new long[] {Long.MAX_VALUE, Long.MIN_VALUE}, 1, 2);
    var back = read(written(value));
    assertThat(back).usingRecursiveComparison().isEqualTo(value);
    assertThat(Arrays.equals(back.wholes(), value.wholes())).isTrue();
    assertThat(written(back)).isEqualTo(written(value));
  }

  @Test
  void aTextOfAnotherShapeIsRefused() {
    var text = written(of(new long[0]));
    for (var wrong :
        List.of(
            text.replace("\"whole\"", "\"hole\""),
            text.replace("GREEN", "BLUE"),
            text.replace("Circle", "Triangle"),
            text.replace("-7", "\"seven\""),
            text.replace("true", "0"),
            text.replace("{\"k\":1.0E-300}", "[]"))) {
      assertThat(wrong).isNotEqualTo(text);
      assertThatThrownBy(() -> read(wrong)).isInstanceOf(UnreadableCheckpoint.class);
    }
  }
}
