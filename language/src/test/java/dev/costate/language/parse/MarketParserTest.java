package dev.costate.language.parse;

import static dev.costate.language.Texts.errors;
import static dev.costate.language.Texts.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.ConsumerLine.Amount;
import dev.costate.language.syntax.ConsumerLine.Endowment;
import dev.costate.language.syntax.ConsumerLine.FirmShare;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.Wedge;
import dev.costate.language.syntax.Wedge.Basis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consumers, wedges, unknowns, sets, and where a firm's code may be. */
class MarketParserTest {
  private static Declaration first(String text) {
    return file(text).declarations().getFirst();
  }

  private static FirmDeclaration firm(String text) {
    return (FirmDeclaration) first(text);
  }

  private static List<ConsumerLine> lines(String text) {
    return ((ConsumerDeclaration) first("consumer c:\n" + text.indent(4))).lines();
  }

  @Test
  void whatIsOwnedIsAQuantityOfAGoodOrAShareOfAFirm() {
    var owns =
        (ConsumerLine.Owns)
            lines("owns labor n (tax 2*t to state), all of A, 50% of B, theta*n of C[1], debt -5\n")
                .getFirst();
    assertThat(owns.items())
        .extracting(item -> (Object) item.getClass())
        .containsExactly(
            Endowment.class, FirmShare.class, FirmShare.class, FirmShare.class, Endowment.class);
    assertThat(((Endowment) owns.items().getFirst()).wedges()).hasSize(1);
    assertThat(((FirmShare) owns.items().get(1)).share()).isEmpty();
    assertThat(((FirmShare) owns.items().get(3)).firm().text()).isEqualTo("C[1]");
    assertThat(Formatter.print(((Endowment) owns.items().getLast()).quantity())).isEqualTo("-5");
  }

  @Test
  void aTransferIsOfAGoodOfIncomeOrOfMoney() {
    assertThat(
            lines(
                """
                transfers 10 food[2] to state
                transfers 20% of income to state
                transfers n to state
                """))
        .extracting(line -> (Object) ((ConsumerLine.Transfers) line).amount().getClass())
        .containsExactly(Amount.OfGood.class, Amount.OfIncome.class, Amount.OfMoney.class);
  }

  @Test
  void wordsOfAConsumerMayBeVariablesOfItsCode() {
    assertThat(lines("owns = 3\nbuys, saves = 1, 2\ntransfers += owns\nutility = x\n"))
        .allMatch(ConsumerLine.Code.class::isInstance);
  }

  @Test
  void wedgesFollowAGoodOrItsOtherName() {
    var firm =
        firm(
            "firm A makes x as y (tax 10% to s) (markup 20%) from l (subsidy 3 each from t[1]): y = l\n");
    assertThat(firm.outputs().getFirst().alias()).isPresent();
    assertThat(firm.outputs().getFirst().wedges())
        .extracting(w -> (Object) w.getClass())
        .containsExactly(Wedge.Tax.class, Wedge.Markup.class);
    var subsidy = (Wedge.Subsidy) firm.inputs().getFirst().wedges().getFirst();
    assertThat(subsidy.basis()).isEqualTo(Basis.EACH);
    assertThat(subsidy.payer().text()).isEqualTo("t[1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"f(tax)", "f(tax, 2)", "f(tax + 2)", "f(subsidy*2)", "f(markup[1])", "f(tax(2))"})
  void wordsOfWedgesMayBeArguments(String call) {
    assertThat(errors("good x: supply " + call + "\n")).isEmpty();
  }

  @Test
  void aFirmsCodeMayBeElsewhere() {
    var java = firm("firm C makes x from y = java com.acme.Moulding#output  # why\n");
    assertThat(java.trivia().trailing()).isEqualTo("# why");
    assertThat(java.body())
        .isInstanceOfSatisfying(
            FirmBody.JavaMethod.class,
            method -> {
              assertThat(method.className()).isEqualTo("com.acme.Moulding");
              assertThat(method.method()).isEqualTo("output");
            });
    assertThat(firm("firm B makes x from y: outside  # who\n").body())
        .isInstanceOf(FirmBody.Outside.class);
    assertThat(firm("firm B makes outside: outside = 1\n").lines()).hasSize(1);
  }

  @Test
  void anUnknownMayHaveOpenBoundsAndItsConditionALineOfItsOwn() {
    var unknown =
        (UnknownDeclaration) first("unknown u[h in hour] in 0..:\n    # why\n    a >= b  # c\n");
    assertThat(unknown.bounds().orElseThrow().to()).isEmpty();
    assertThat(unknown.condition().trivia().leading()).containsExactly("# why");
    assertThat(Formatter.print(unknown))
        .isEqualTo("unknown u[h in hour] in 0..:\n    # why\n    a >= b  # c\n");
  }

  @Test
  void partsOfAnIndexedDeclarationAreNotTakenForTheSame() {
    assertThat(errors("good x[h in 1..2]: price 1\ngood x[3]: price 1\ngood x: price 1\n"))
        .isEmpty();
    assertThat(errors("unknown a: b == c\nparameter a = 1\n"))
        .containsExactly("2:11 the parameter 'a' is already declared at line 1");
    assertThat(
            errors("set s = 1..2\nset s = a\nconsumer c: utility = x\nconsumer c: utility = y\n"))
        .containsExactly(
            "2:5 the set 's' is already declared at line 1",
            "4:10 the consumer 'c' is already declared at line 3");
  }
}
