package org.circlab.score;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.circlab.ledger.Accounts.Carried;
import org.circlab.ledger.Flow;
import org.circlab.model.Lab;
import org.circlab.model.Operation.Treatment;
import org.circlab.model.Recipe;
import org.circlab.model.Substances;

/** Energy where heating values are known, and work where a factor is. */
final class EnergyAndWork {

    private static final double KILOJOULES_PER_GIGAJOULE = 1e6;
    private static final double GRAMS_PER_TONNE = 1e6;

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

    private static final double HOURS_PER_JOB = 1720;
    private static final String LIMITS =
            " The second term is what lines without such a figure receive; it does not count. Does not apply where no"
                    + " process states it, or where material may go to several lines of an actor of which it differs.";

    private static final Amount ENERGY =
            LineInput.times("energy used by lines", "GJ/yr", GRAMS_PER_TONNE, Recipe.Effort::gigajoulesPerTonne);
    private static final Amount WORK = LineInput.times(
            "jobs at lines", Measure.JOBS, GRAMS_PER_TONNE * HOURS_PER_JOB, Recipe.Effort::hoursPerTonne);

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
                            "energy-used",
                            "Energy used by lines",
                            "GJ/yr",
                            Sense.NEITHER,
                            "energy",
                            "what lines receive, with what their recipes add to it, times the energy that the process states for"
                                    + " a tonne of input: electricity and fuels together."
                                    + LIMITS
                                    + " Fuel of trucks and what it takes to make virgin material are left out, so that less is"
                                    + " no saving by itself.",
                            ""),
                    effort(ENERGY, Recipe.Effort::gigajoulesPerTonne),
                    lab -> true,
                    lab -> states(lab, Recipe.Effort::gigajoulesPerTonne)),
            new Indicator(
                    new Measure(
                            "jobs",
                            "Jobs at lines",
                            Measure.JOBS,
                            Sense.HIGHER_IS_BETTER,
                            "social",
                            "what lines receive, with what their recipes add to it, times the hours of work that the process"
                                    + " states for a tonne of input, over 1720 hours a year of a full-time job."
                                    + LIMITS
                                    + " Drivers, disposal sites and who would work elsewhere are left out. No factor is"
                                    + " guessed.",
                            "hours of a job: Regulation (EU) 2021/1060, article 55(2)"),
                    effort(WORK, Recipe.Effort::hoursPerTonne)));

    private EnergyAndWork() {}

    private static Reckoning effort(Amount amount, Function<Recipe.Effort, OptionalDouble> factor) {
        Amount unknown = LineInput.without("received by lines that do not state it", factor);
        return new Reckoning.Computed(
                "the first term; the second does not count",
                window -> isKnown(window, factor, unknown) ? amount.perYear(window) : Double.NaN,
                window -> List.of(amount.term(window), unknown.term(window)));
    }

    /** Whether a line states it, or none does since those that do are only in the lab that this one is compared with. */
    private static boolean isKnown(Window window, Function<Recipe.Effort, OptionalDouble> factor, Amount unknown) {
        return states(window.lab(), factor)
                || (window.compared().stream().anyMatch(lab -> states(lab, factor)) && unknown.total(window) == 0);
    }

    private static boolean states(Lab lab, Function<Recipe.Effort, OptionalDouble> factor) {
        return lab.actors().stream()
                .flatMap(actor -> actor.lines().stream())
                .anyMatch(line -> factor.apply(line.recipe().effort()).isPresent());
    }

    private static boolean knowsHeat(Window window) {
        return window.accounts().contents().stream()
                .anyMatch(content -> content.substance().equals(Substances.HEATING_VALUE));
    }
}
