package dev.costate.program.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Programs;
import dev.costate.program.Routes;
import dev.costate.program.Statement.For;
import org.junit.jupiter.api.Test;

/** Loops that move whole arrays are known, others are left alone, and all do the same. */
class TransferTest {
  private static final String BEGIN = "s = [7]\nt = [8]\nv = [1, 2, 3]\nm = [[1, 2], [3, 4]]\n";
  private static final String APPEND = "for k in 1..length(v): push(s, v[k])\n";
  private static final String APPEND_MATRIX =
      "for i in 1..rows(m):\n    for j in 1..columns(m): push(s, m[i, j])\n";

  private static boolean isTransfer(String loop) {
    var body = Programs.of("function f():\n" + (BEGIN + loop).indent(4) + "    return s\n");
    return body.function("f").body().statements().stream()
        .anyMatch(s -> s instanceof For found && Transfer.of(found).isPresent());
  }

  private static Routes routes(String body) {
    return Routes.of("function f():\n" + (BEGIN + body).indent(4));
  }

  private static String text(String body) {
    return routes(body).text("f");
  }

  @Test
  void loopsThatMoveEveryElementAreTransfers() {
    assertThat(isTransfer(APPEND)).isTrue();
    assertThat(isTransfer(APPEND_MATRIX)).isTrue();
    assertThat(isTransfer("for k in length(v)..1 step -1: v[k] = pop(s)\n")).isTrue();
    assertThat(
            isTransfer(
                """
                for i in rows(m)..1 step -1:
                    for j in columns(m)..1 step -1: m[i, j] = pop(s)
                """))
        .isTrue();
  }

  @Test
  void loopsThatMoveSomethingElseAreNot() {
    assertThat(isTransfer("for k in 1..length(v) - 1: push(s, v[k])\n")).isFalse();
    assertThat(isTransfer("for k in 2..length(v): push(s, v[k])\n")).isFalse();
    assertThat(isTransfer("for k in length(v)..1 step -1: push(s, v[k])\n")).isFalse();
    assertThat(isTransfer("for k in 1..length(v): v[k] = pop(s)\n")).isFalse();
    assertThat(isTransfer("for k in 1..length(v): push(v, v[k])\n")).isFalse();
    assertThat(isTransfer("for k in 1..length(v): push(s, v[1])\n")).isFalse();
    assertThat(isTransfer("for k in 1..length(t): push(s, v[k])\n")).isFalse();
    assertThat(isTransfer("for k in 1..length(v): push(s, -v[k])\n")).isFalse();
    assertThat(isTransfer("for i in 1..rows(m):\n    for j in 1..columns(m): push(s, m[j, i])\n"))
        .isFalse();
    assertThat(isTransfer("for i in 1..columns(m):\n    for j in 1..rows(m): push(s, m[i, j])\n"))
        .isFalse();
  }

  @Test
  void theCompiledTransferDoesWhatTheLoopDoes() {
    assertThat(text(APPEND + APPEND_MATRIX + "return s")).isEqualTo("[7, 1, 2, 3, 1, 2, 3, 4]");
    assertThat(
            text(
                APPEND
                    + "for k in length(v)..1 step -1: v[k] = 0\n"
                    + "for k in length(v)..1 step -1: v[k] = pop(s)\n"
                    + "push(s, sum(v))\nreturn s"))
        .isEqualTo("[7, 6]");
    assertThat(routes("for k in length(v)..1 step -1: v[k] = pop(s)\nreturn v").failure("f"))
        .hasMessageContaining("pop of an empty array");
  }

  @Test
  void aLoopThatMakesItsOwnArrayPushesToIt() {
    assertThat(
            text(
                """
                for i in 1..3:
                    own = [i]
                    push(own, i)
                    push(s, sum(own))
                return s
                """))
        .isEqualTo("[7, 2, 4, 6]");
  }
}
