package dev.costate.language.parse;

/**
 * What belongs to the language but not to this version: recognised, refused in one sentence, with
 * what can be done instead.
 */
final class NotYet {
  private NotYet() {}

  static SyntaxError consumers(TokenReader tokens, Token first) {
    return refused(
        tokens,
        first,
        "consumers are",
        "until then 'supply', 'demand' and 'price' lines of goods can stand for the households");
  }

  static SyntaxError unknowns(TokenReader tokens, Token first) {
    return refused(
        tokens,
        first,
        "unknowns are",
        "declare it as 'parameter name = value' and try values with --set");
  }

  static SyntaxError sets(TokenReader tokens, Token first) {
    return refused(tokens, first, "sets are", "write the goods and firms out one by one");
  }

  static SyntaxError indexed(TokenReader tokens, Token first) {
    return refused(
        tokens,
        first,
        "indexed goods, firms and parameters are",
        "write them out one by one, as in power_1, power_2");
  }

  static SyntaxError lists(TokenReader tokens) {
    return refused(
        tokens,
        tokens.peek(),
        "lists and sums over a set are",
        "write the items out, or compute the sum in a loop");
  }

  static SyntaxError tables(TokenReader tokens, Token first) {
    return refused(tokens, first, "tables are", "write the numbers and firms into the file");
  }

  static SyntaxError wedges(TokenReader tokens) {
    return refused(
        tokens,
        tokens.peek(),
        "taxes, subsidies and markups are",
        "leave the brackets out; without them buyers pay what sellers get");
  }

  static SyntaxError choosing(TokenReader tokens) {
    return refused(
        tokens,
        tokens.peek(),
        "'choosing' is",
        "declare it as 'parameter name = value' and try values with --set");
  }

  static SyntaxError java(TokenReader tokens) {
    return refused(
        tokens,
        tokens.peek(),
        "firms written in Java are",
        "write the code of the firm under a ':'");
  }

  static SyntaxError outside(TokenReader tokens) {
    return refused(
        tokens,
        tokens.peek(),
        "firms that join from outside are",
        "write the code of the firm under the ':'");
  }

  static SyntaxError curveBlocks(TokenReader tokens) {
    return refused(
        tokens,
        tokens.peek(),
        "curves of several lines are",
        "write a function and call it: demand(p) = f(p)");
  }

  private static SyntaxError refused(TokenReader tokens, Token token, String what, String hint) {
    return tokens.error(token, what + " not in this version yet", hint);
  }
}
