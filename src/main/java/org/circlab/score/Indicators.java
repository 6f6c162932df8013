package org.circlab.score;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;

/** Every indicator of a run, in one fixed order whatever the lab. */
public final class Indicators {

    static final List<Indicator> ALL = Stream.of(
                    Balance.ALL,
                    Treatments.ALL,
                    Synergies.ALL,
                    VirginMaterial.ALL,
                    Transport.ALL,
                    Costs.ALL,
                    Climate.ALL,
                    CarbonOfWaste.ALL,
                    Evidence.ALL,
                    Destinations.ALL,
                    Counterfactual.ALL,
                    LegalRates.ALL,
                    Circularity.ALL,
                    EnergyAndWork.ALL,
                    Structure.ALL,
                    FlowIndices.ALL)
            .flatMap(List::stream)
            .toList();

    private Indicators() {}

    /** The definitions of all indicators that a run of a lab has: those of the program, then its own. */
    public static List<Measure> of(Lab lab) {
        return Stream.concat(all().stream(), new OwnIndicators(lab.indicators()).measures().stream())
                .toList();
    }

    /** The definitions of all indicators of the program; ids are unique. */
    public static List<Measure> all() {
        return ALL.stream().map(Indicator::measure).toList();
    }

    /** The definitions of all indicators of the program, then those that a lab defines itself. */
    public static List<Measure> measures(Lab lab) {
        return Stream.concat(all().stream(), new OwnIndicators(lab.indicators()).measures().stream())
                .toList();
    }

    /**
     * The definitions of what a scorecard of a variant has, in its order: those that are about one of the two labs, then those that
     * the variant's scenario defines.
     */
    public static List<Measure> measures(Lab variant, Lab baseline) {
        Stream<Measure> program = IntStream.range(0, ALL.size())
                .filter(place -> concerns(place, variant, baseline))
                .mapToObj(place -> ALL.get(place).measure());
        return Stream.concat(program, new OwnIndicators(variant.indicators()).measures().stream())
                .toList();
    }

    /**
     * Reads every indicator from the accounts of one replication, in the order of {@link #all}; as its own business as usual.
     *
     * @param lab the lab that ran: its window makes rates of totals, its disposal sites tell final treatment from lines
     * @param accounts of one replication of that lab
     */
    public static List<Reading> of(Lab lab, Accounts accounts) {
        return of(new Window(lab, accounts));
    }

    /**
     * Reads some of the indicators of the program, at less cost than all.
     *
     * @param ids which, in the order of the answer
     * @throws IllegalArgumentException if there is no such indicator
     */
    public static List<Double> of(Lab lab, Accounts accounts, List<String> ids) {
        Window window = new Window(lab, accounts);
        return ids.stream().map(id -> named(id).read(window).value()).toList();
    }

    private static Indicator named(String id) {
        return ALL.stream()
                .filter(indicator -> indicator.measure().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no indicator '" + id + "'"));
    }

    static List<Reading> of(Window window) {
        return ALL.stream().map(indicator -> indicator.read(window)).toList();
    }

    /** Whether the indicator at a place of {@link #all} is about one of two labs; if not, nobody need read of it. */
    static boolean concerns(int place, Lab lab, Lab other) {
        return ALL.get(place).concerns().test(lab) || ALL.get(place).concerns().test(other);
    }
}
