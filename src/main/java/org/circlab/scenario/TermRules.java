package org.circlab.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Contract;
import org.circlab.model.Horizon;
import org.circlab.model.Need;
import org.circlab.model.Timed;

/** What contracts say of time and amounts fits the run, the other contracts, and what there is. */
final class TermRules {

    private static final double BY_FAR = 2;
    /** A stream of less is said to be unlikely where it stands. */
    private static final double LEAST_TONNES_PER_YEAR = 1e-3;

    /** What a capacity of 100 t/d brings in a year of 365.25 d may be written without its decimals. */
    private static final double ROUNDING = 1.001;

    private TermRules() {}

    static void theTermIsSimulated(Draft draft, Reporter reporter) {
        Horizon horizon = draft.horizon();
        for (Contract contract : draft.contracts()) {
            LocalDate from = contract.terms().from();
            LocalDate until = contract.terms().until();
            boolean late = from != null && !from.isBefore(horizon.end());
            boolean early = until != null && !until.isAfter(horizon.warmUpStart());
            String path = "contracts." + contract.id() + ".term";
            if ((late || early) && reporter.sound(path) && reporter.sound("horizon")) {
                reporter.report(
                        FindingCode.CONTRACT_OUTSIDE_HORIZON,
                        path,
                        "The contract '" + contract.id() + "' is in force at no time of the run, from "
                                + horizon.warmUpStart() + " to " + horizon.end() + ".",
                        "Maybe the year is mistyped?");
            }
        }
    }

    static void noTwoContradict(Draft draft, Reporter reporter) {
        List<Contract> contracts = draft.contracts();
        for (int second = 0; second < contracts.size(); second++) {
            for (int first = 0; first < second; first++) {
                Contract one = contracts.get(first);
                Contract other = contracts.get(second);
                if (bindTheSame(one, other) && reporter.sound("contracts." + other.id())) {
                    reporter.report(
                            FindingCode.CONTRACTS_OVERLAP,
                            "contracts." + other.id(),
                            "'" + other.id() + "' binds the same donor, receiver and material as '" + one.id()
                                    + "' at the same time.",
                            "Join them, or end one before the other begins: 'term: { until: 2027-01-01 }'.");
                }
            }
        }
    }

    private static boolean bindTheSame(Contract one, Contract other) {
        return one.from().equals(other.from())
                && one.to().equals(other.to())
                && one.material().equals(other.material())
                && beginsBeforeEnd(one, other)
                && beginsBeforeEnd(other, one);
    }

    private static boolean beginsBeforeEnd(Contract one, Contract other) {
        LocalDate from = one.terms().from();
        LocalDate until = other.terms().until();
        return from == null || until == null || from.isBefore(until);
    }

    static void theDonorHasEnough(Draft draft, Reporter reporter) {
        for (Actor donor : draft.actors()) {
            for (Arising arising : donor.generates()) {
                String path = "actors." + donor.id() + ".generates." + arising.material();
                Optional<Contract> last = draft.contracts().stream()
                        .filter(contract -> draws(contract, donor, arising))
                        .reduce((first, second) -> second);
                double most = largest(arising.meanTonnesPerYear());
                double promised = promised(draft, donor, arising);
                boolean onlyArises = donor.lines().stream()
                        .noneMatch(line -> line.recipe().outputs().stream()
                                .anyMatch(output -> output.material().equals(arising.material())));
                boolean known = most >= LEAST_TONNES_PER_YEAR
                        && arising.recorded().isEmpty()
                        && onlyArises
                        && reporter.sound(path);
                if (last.isPresent() && known && promised > BY_FAR * most && soundContracts(draft, reporter)) {
                    reporter.report(
                            FindingCode.CONTRACTS_EXCEED_ARISING,
                            "contracts." + last.get().id() + ".volume",
                            "Contracts take " + Math.round(promised) + " t/yr of '" + arising.material() + "' from '"
                                    + donor.id() + "', where at most " + Math.round(most) + " t/yr arise.",
                            "Maybe the unit of a volume is wrong?");
                }
            }
        }
    }

    /** A minimum that cannot be taken contradicts the contract that asks for it. */
    static void theReceiverCanTakeTheMinimum(Draft draft, Reporter reporter) {
        Map<String, Actor> actors = draft.actorsById();
        for (Contract contract : draft.contracts()) {
            Actor receiver = actors.get(contract.to());
            double least = contract.terms().leastShare() * contract.volumeGramsPerYear() * 1e-6;
            boolean takes = receiver != null && receiver.takes(contract.material());
            double most = receiver == null ? 0 : mostTonnesPerYear(receiver, contract.material());
            if (takes
                    && least > most * ROUNDING
                    && reporter.sound("contracts." + contract.id())
                    && reporter.sound("processes")
                    && reporter.sound("actors." + contract.to())) {
                reporter.report(
                        FindingCode.CONTRACT_EXCEEDS_CAPACITY,
                        "contracts." + contract.id() + ".take-or-pay",
                        "'" + contract.id() + "' has a minimum of " + Math.round(least) + " t/yr of '"
                                + contract.material() + "', where '" + contract.to() + "' can take at most "
                                + Math.round(most) + " t/yr.",
                        "Lower the volume or the minimum, or raise what '" + contract.to() + "' can take.");
            }
        }
    }

    /** The most that an actor can take of a material in a year; infinite where it has a site for it. */
    private static double mostTonnesPerYear(Actor receiver, String material) {
        if (receiver.sites().stream().anyMatch(site -> site.accepts().contains(material))) {
            return Double.POSITIVE_INFINITY;
        }
        double lines = receiver.lines().stream()
                .filter(line -> line.recipe().takes().contains(material))
                .mapToDouble(line -> line.parallel() * largest(line.capacityTonnesPerDay()) * Horizon.DAYS_PER_YEAR)
                .sum();
        double needs = 0;
        for (Need need : receiver.needs()) {
            needs += need.accepts().stream()
                    .filter(accepted -> accepted.material().equals(material))
                    .mapToDouble(accepted -> largest(need.meanTonnesPerYear()) / accepted.ratio())
                    .sum();
        }
        return lines + needs;
    }

    private static boolean draws(Contract contract, Actor donor, Arising arising) {
        return contract.from().equals(donor.id()) && contract.material().equals(arising.material());
    }

    /** The most tonnes a year that are promised at one time: on the first day of a term, or before all of them. */
    private static double promised(Draft draft, Actor donor, Arising arising) {
        List<Contract> drawing = draft.contracts().stream()
                .filter(contract -> draws(contract, donor, arising))
                .toList();
        return drawing.stream()
                .mapToDouble(reference -> drawing.stream()
                        .filter(contract -> isInForceAtBeginOf(contract, reference))
                        .mapToDouble(contract -> contract.volumeGramsPerYear() * 1e-6)
                        .sum())
                .max()
                .orElse(0);
    }

    private static boolean isInForceAtBeginOf(Contract contract, Contract reference) {
        LocalDate day = reference.terms().from();
        LocalDate from = contract.terms().from();
        LocalDate until = contract.terms().until();
        if (day == null) {
            return from == null;
        }
        return (from == null || !from.isAfter(day)) && (until == null || until.isAfter(day));
    }

    private static double largest(Timed dated) {
        return dated.steps().stream().mapToDouble(Timed.Step::value).max().orElse(0);
    }

    private static boolean soundContracts(Draft draft, Reporter reporter) {
        return draft.contracts().stream().allMatch(contract -> reporter.sound("contracts." + contract.id()));
    }
}
