package dev.costate.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ArgumentsTest {
  private static final Usage USAGE =
      new Usage(
          "paint",
          "paint something",
          List.of(Operand.one("THING", "what to paint"), Operand.optional("COLOUR", "the colour")),
          List.of(
              Option.flag("--twice", "paint it twice"),
              Option.once("--brush", "SIZE", "the brush"),
              Option.repeated("--set", "k=v", "a setting"),
              Option.choice("--finish", List.of("matt", "gloss"), "the finish")),
          List.of(),
          "paint door red");

  private static Arguments parse(String... words) {
    return Arguments.parse(USAGE, List.of(words));
  }

  @Test
  void optionsStandAnywhereAndTakeTheirValueInEitherForm() {
    var arguments = parse("--brush", "3", "door", "--set=a=1", "red", "--set", "b=2", "--twice");
    assertThat(arguments.operands()).containsExactly("door", "red");
    assertThat(arguments.value("--brush")).contains("3");
    assertThat(arguments.values("--set")).containsExactly("a=1", "b=2");
    assertThat(arguments.has("--twice")).isTrue();
    assertThat(arguments.has("--finish")).isFalse();
  }

  @Test
  void aWordThatBeginsWithAMinusSignIsAnOperandUnlessItNamesAnOption() {
    assertThat(parse("-f(4)", "--3").operands()).containsExactly("-f(4)", "--3");
    assertThat(parse("-").operands()).containsExactly("-");
    assertThat(parse("--", "--twice").operands()).containsExactly("--twice");
  }

  @Test
  void anOptionMayHaveAValueThatLooksLikeAnOption() {
    assertThat(parse("door", "--brush=--twice").value("--brush")).contains("--twice");
  }

  @Test
  void mistakesAreNamedWithWhatMayHaveBeenMeant() {
    refused(
        "'costate paint' has no option '--twise'", "did you mean '--twice'?", "door", "--twise");
    refused("'costate paint' has no option '--wood'", "", "door", "--wood");
    refused("'--brush' needs a value", "write --brush SIZE", "door", "--brush");
    refused("'--brush' is given twice", "it takes one value", "door", "--brush", "1", "--brush=2");
    refused("'--twice' takes no value, and here is 'no'", "", "door", "--twice=no");
    refused(
        "'glos' is no value of '--finish'", "did you mean 'gloss'?", "door", "--finish", "glos");
    refused(
        "'satin' is no value of '--finish'", "it may be matt, gloss", "door", "--finish", "satin");
    refused("'costate paint' needs THING, what to paint", "try: costate paint door red");
    refused(
        "'green' is one word too many for 'costate paint'",
        "quote an expression: \"f(1, 2)\"",
        "door",
        "red",
        "green");
  }

  private static void refused(String message, String hint, String... words) {
    assertThatExceptionOfType(UsageError.class)
        .isThrownBy(() -> parse(words))
        .satisfies(error -> assertThat(error.what()).isEqualTo(message))
        .satisfies(error -> assertThat(error.hint()).isEqualTo(hint));
  }

  @Test
  void aMistypedWordIsRecognisedIfItIsNearEnough() {
    var words = List.of("check", "diff", "solve");
    assertThat(Closest.to("sovle", words)).contains("solve");
    assertThat(Closest.to("dif", words)).contains("diff");
    assertThat(Closest.to("chek", words)).contains("check");
    assertThat(Closest.to("sol", words)).contains("solve");
    assertThat(Closest.to("paint", words)).isEmpty();
  }
}
