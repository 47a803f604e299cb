package dev.costate.cli.json;

import dev.costate.cli.report.Outlook;
import dev.costate.equilibrium.sensitivity.TaylorTerms;
import java.util.LinkedHashMap;

/** What a shock does to outcomes, in JSON. */
public final class OutlookJson {
  private OutlookJson() {}

  public static Json of(Outlook outlook) {
    var shocks = new LinkedHashMap<String, Json>();
    outlook
        .shocks()
        .forEach((name, change) ->
            shocks.put(
                name, Json.object().with("before", change.before()).with("after", change.after())));
    var rows = new LinkedHashMap<String, Json>();
    outlook
        .rows()
        .forEach(row -> {
          var json =
              Json.object().with("before", row.exact().before()).with("after", row.exact().after());
          double first = row.terms().map(TaylorTerms::first).orElse(Double.NaN);
          double second = row.terms().map(e -> e.second().orElse(Double.NaN)).orElse(Double.NaN);
          var told = json.with("first_order", first).with("second_order", second);
          rows.put(
              row.name(),
              row.reason().map(reason -> told.with("none", new Json.Text(reason))).orElse(told));
        });
    return Json.object()
        .with("shock", new Json.Members(shocks))
        .with("numeraire", outlook.unit().orElse(""))
        .with(outlook.subject(), new Json.Members(rows));
  }
}
