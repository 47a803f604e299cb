package dev.costate.equilibrium.equation;

import dev.costate.economy.Consumer;
import dev.costate.equilibrium.technology.Technology.Preference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a consumer stands in the equations.
 *
 * @param income the place of income before transfers and saving
 * @param spendable the place of what is left for utility
 * @param gates the gates through which it buys what it wants
 * @param quantities the place of each wanted quantity
 * @param endowments the place of each quantity it owns, by good
 * @param shares the places of the fractions it owns of each firm
 * @param saved the place of what it saves in each good
 * @param preference the nest behind its utility, if it is made of ready technologies
 * @param utility its place, where it is known from the nest
 * @param unitCost the place of what one unit of this nest costs
 * @param code its plan, if it is code
 */
@SuppressWarnings("ArrayRecordComponent")
public record ConsumerPlaces(
    Consumer consumer,
    int income,
    int spendable,
    List<Gate> gates,
    int[] quantities,
    Map<String, Integer> endowments,
    Map<String, List<Integer>> shares,
    Map<String, Integer> saved,
    Optional<Preference> preference,
    Optional<Integer> utility,
    Optional<Integer> unitCost,
    Optional<FirmCode> code) {}
