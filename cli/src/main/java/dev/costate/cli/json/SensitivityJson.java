package dev.costate.cli.json;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.sensitivity.Gradient;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results of {@code sensitivity} in JSON, as {@code LANGUAGE} section 7 names them. */
public final class SensitivityJson {
  private SensitivityJson() {}

  public static Json of(
      Gradient gradient, Map<String, Double> parameters, Equilibrium equilibrium) {
    var sides = new LinkedHashMap<String, Json>();
    gradient
        .oneSided()
        .forEach((name, side) ->
            sides.put(name, Json.object().with("left", side.left()).with("right", side.right())));
    var none = new LinkedHashMap<String, Json>();
    gradient.refused().forEach((name, reason) -> none.put(name, new Json.Text(reason)));
    return Json.object()
        .with("of", gradient.of().text())
        .with("value", gradient.value())
        .with("numeraire", equilibrium.unitOfAccount())
        .with("gradient", Json.numbers(gradient.partials()))
        .with("elasticities", Json.numbers(gradient.elasticities(parameters)))
        .with("one_sided", new Json.Members(sides))
        .with("none", new Json.Members(none));
  }
}
