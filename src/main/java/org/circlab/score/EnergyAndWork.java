package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Accounts.Carried;
import org.circlab.ledger.Flow;
import org.circlab.model.Operation.Treatment;
import org.circlab.model.Substances;

/** Energy where heating values are known, and work where a factor is. */
final class EnergyAndWork {

    private static final double KILOJOULES_PER_GIGAJOULE = 1e6;

    private static final Amount HEAT = new Amount(
            "heating value received for energy recovery (R1)", "GJ/yr", KILOJOULES_PER_GIGAJOULE, (window, tally) -> {
                for (Carried carried : window.accounts().carried()) {
                    Flow.Route route = carried.route();
                    boolean burnt =
                            route.operation() != null && route.operation().treatment() == Treatment.ENERGY_RECOVERY;
                    if (burnt && carried.substance().equals(Substances.HEATING_VALUE)) {
                        tally.add(null, route.from(), route.to(), route.material(), carried.grams());
                    }
                }
            });

    static final List<Indicator> ALL = List.of(
            new Indicator(
                    new Measure(
                            "heat-for-recovery",
                            "Heating value received for energy recovery",
                            "GJ/yr",
                            Sense.NEITHER,
                            "energy",
                            "lower heating value of what is received under R1, of materials whose heating value the scenario gives."
                                    + " Efficiency, fuel of trucks and power of lines are left out. Does not apply where no"
                                    + " heating value is known.",
                            ""),
                    new Reckoning.Computed(
                            "the term itself",
                            window -> knowsHeat(window) ? HEAT.perYear(window) : Double.NaN,
                            window -> List.of(HEAT.term(window)))),
            new Indicator(
                    new Measure(
                            "jobs",
                            "Jobs",
                            "jobs",
                            Sense.HIGHER_IS_BETTER,
                            "social",
                            "tonnes times jobs for each tonne. Does not apply: the scenario gives no such factor, and none is"
                                    + " guessed.",
                            ""),
                    new Reckoning.Computed("no factor is known", window -> Double.NaN, window -> List.of())));

    private EnergyAndWork() {}

    private static boolean knowsHeat(Window window) {
        return window.accounts().contents().stream()
                .anyMatch(content -> content.substance().equals(Substances.HEATING_VALUE));
    }
}
