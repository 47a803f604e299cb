package dev.costate.language.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment line or a blank line.
 *
 * @param indent the number of spaces before it; of no meaning for a blank line
 * @param text the comment with its {@code #}, or an empty string for a blank line
 */
record Comment(int indent, String text) {
  static final Comment BLANK = new Comment(0, "");

  boolean isBlank() {
    return text.isEmpty();
  }

  /** The texts, several blank lines in a row as one. */
  static List<String> texts(Iterable<Comment> comments) {
    var texts = new ArrayList<String>();
    for (var comment : comments) {
      if (!comment.isBlank() || texts.isEmpty() || !texts.getLast().isEmpty()) {
        texts.add(comment.text());
      }
    }
    return texts;
  }
}
