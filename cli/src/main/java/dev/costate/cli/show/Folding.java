package dev.costate.cli.show;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Things of one form, of which the first is written and the others are named: members of one family
 * ({@code power[1]}, {@code power[2]}) whose mathematics differs in indices and numbers only. In a
 * market of very many firms also things of different names.
 */
final class Folding {
  /** So many of one form are written one by one. */
  private static final int FEW = 4;

  /** Where there is more to write than this, names do not matter. */
  private static final int MANY = 60;

  /**
   * Something to write.
   *
   * @param name in the notation of the page
   */
  record Entry(String name, Consumer<Page> content) {}

  /** How much is written. */
  enum Extent {
    FOLDED,
    ALL
  }

  private final Page page;
  private final Notation notation;
  private final Extent extent;

  Folding(Page page, Notation notation, Extent extent) {
    this.page = page;
    this.notation = notation;
    this.extent = extent;
  }

  /** Writes entries in order, each of those that are folded behind the first of its form. */
  void write(List<Entry> entries) {
    if (extent == Extent.ALL) {
      entries.forEach(entry -> entry.content().accept(page));
      return;
    }
    var forms = new LinkedHashMap<String, List<Entry>>();
    var formOf = new HashMap<Entry, String>();
    for (var entry : entries) {
      var form = form(entry, entries.size() > MANY);
      forms.computeIfAbsent(form, _ -> new ArrayList<>()).add(entry);
      formOf.put(entry, form);
    }
    for (var entry : entries) {
      var alike = forms.getOrDefault(formOf.get(entry), List.of(entry));
      if (alike.size() <= FEW) {
        entry.content().accept(page);
      } else if (alike.getFirst().equals(entry)) {
        entry.content().accept(page);
        page.note(more(alike.subList(1, alike.size())));
      }
    }
  }

  /** Whether so many members of a family are written as one. */
  boolean isFolded(int members) {
    return extent == Extent.FOLDED && members > FEW;
  }

  /** The name without its index: {@code power[]}. */
  String family(String name) {
    return name.replaceAll("\\[[^\\]]*\\]", "[]");
  }

  /** Names, those of a large family by the first and the last. */
  List<String> families(List<String> names) {
    var families = new LinkedHashMap<String, List<String>>();
    for (var name : names) {
      families.computeIfAbsent(family(name), _ -> new ArrayList<>()).add(name);
    }
    var shown = new ArrayList<String>();
    for (var family : families.values()) {
      if (isFolded(family.size())) {
        shown.add(family.getFirst() + ", …, " + family.getLast());
      } else {
        shown.addAll(family);
      }
    }
    return shown;
  }

  /** Terms of a sum, of many alike in a row the first and the last. */
  List<String> terms(List<String> terms) {
    if (extent == Extent.ALL) {
      return terms;
    }
    var shown = new ArrayList<String>();
    for (int from = 0; from < terms.size(); ) {
      int to = from + 1;
      while (to < terms.size() && alike(terms.get(from), terms.get(to))) {
        to++;
      }
      if (to - from > FEW) {
        var last = terms.get(to - 1);
        var sign = last.substring(0, last.indexOf(' '));
        shown.addAll(List.of(terms.get(from), sign + " " + notation.dots(), last));
      } else {
        shown.addAll(terms.subList(from, to));
      }
      from = to;
    }
    return shown;
  }

  /** Whether two terms differ in the members of families and in numbers only. */
  private static boolean alike(String a, String b) {
    return a.contains("[") && term(a).equals(term(b));
  }

  private static String term(String text) {
    return text.replaceAll("^[+−-] ", "")
        .replaceAll("\\[[^\\]]*\\]", "[]")
        .replaceAll("^[0-9.]+ *(·|\\\\,)", "");
  }

  private static String more(List<Entry> others) {
    return "… and %d more of this form: %s, %s, …, %s"
        .formatted(
            others.size(), others.get(0).name(), others.get(1).name(), others.getLast().name());
  }

  /** What it reads like without indices and numbers, and without names if these do not matter. */
  private static String form(Entry entry, boolean anonymous) {
    var trial = new TerminalPage();
    entry.content().accept(trial);
    var text = trial.text().replaceAll("\\s+", " ").replaceAll("\\[[^\\]]*\\]", "[]");
    var bare = anonymous ? text.replaceAll("[A-Za-z_]\\w*(\\[\\])?", "a") : text;
    return bare.replaceAll("[0-9]+(\\.[0-9]+)?", "#");
  }
}
