package dev.costate.cli.input;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Operand;
import dev.costate.cli.arguments.Option;
import dev.costate.economy.Overrides;
import java.util.ArrayList;
import java.util.List;

/** What every command that works on a market takes: the model, and what to change in it. */
public final class ModelOptions {
  public static final Operand MODEL =
      Operand.one("MODEL", "a .market file, or - for standard input");

  public static final Option SET =
      Option.repeated("--set", "k=v", "give a parameter another value: --set natgas.supply=3");

  public static final Option SCENARIO =
      Option.repeated("--scenario", "NAME", "apply a scenario of the file, before --set");

  public static final Option SHOCK =
      Option.repeated("--shock", "k=v", "compare with another value: --shock natgas.supply=3");

  public static final List<Option> OVERRIDES = List.of(SET, SCENARIO);

  private ModelOptions() {}

  /** The model with what is to be changed in it; warnings go to the console. */
  public static Market read(Arguments arguments, Console console) {
    var overrides = new Overrides(arguments.values(SCENARIO.name()), arguments.values(SET.name()));
    return MarketReader.readMarket(arguments.operand(0), overrides, console);
  }

  /**
   * The model with its shocks on top of what is to be changed in it anyway.
   *
   * @throws Refusal if they are wrong
   */
  public static Market shocked(Market market, Arguments arguments) {
    return shocked(market, arguments, arguments.values(SHOCK.name()));
  }

  /** The same with other shocks than those of the arguments. */
  public static Market shocked(Market market, Arguments arguments, List<String> shocks) {
    var settings = new ArrayList<>(arguments.values(SET.name()));
    settings.addAll(shocks);
    var overrides =
        new Overrides(arguments.values(SCENARIO.name()), settings, SCENARIO.name(), SHOCK.name());
    return MarketReader.again(market, overrides);
  }
}
