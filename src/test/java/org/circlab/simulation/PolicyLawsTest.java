package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Exchange;
import org.circlab.model.Interventions;
import org.circlab.model.Interventions.Scope;
import org.circlab.model.Operation;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of taxes, subsidies, bans and quotas whatever the lab. */
class PolicyLawsTest {

    private static final Scope RECYCLING = new Scope(Set.of(Operation.R5), Set.of(), Set.of());
    private static final Scope LANDFILL = new Scope(Set.of(Operation.D1), Set.of(), Set.of());

    static LongStream handfuls() {
        return LabLawsTest.handfuls();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static boolean isReceived(Flow flow, Operation operation) {
        return flow.route().channel() != Channel.PURCHASE && flow.route().operation() == operation;
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void whereRecyclingIsBannedNotAGramIsReceivedForIt(long first) {
        LabLawsTest.each(first, seed -> {
            Run run = Run.of(RandomLabs.of(seed).ban(RECYCLING, null, null).lab(), seed, 0);
            assertThat(run.accounts().flows()).noneMatch(flow -> isReceived(flow, Operation.R5));
        });
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void subsidiesAreTheTonnesReceivedTimesTheirRate(long first) {
        LabLawsTest.each(first, seed -> {
            TinyLab lab = RandomLabs.calm(seed)
                    .interventions(Interventions.NONE)
                    .subsidy(RECYCLING, seed % 2 == 0, Timed.constant(1));
            Run run = Run.of(lab.lab(), seed, 0);
            double received = run.accounts().flows().stream()
                    .filter(flow -> isReceived(flow, Operation.R5))
                    .mapToLong(Flow::grams)
                    .sum();
            assertThat(run.euros(PaymentKind.SUBSIDY)).isEqualTo(received / 1e6);
        });
    }

    /** Donors among mills and tips without limits, by the cheapest way. */
    private static TinyLab unlimited(long seed) {
        Random random = new Random(seed);
        TinyLab lab = TinyLab.of()
                .window("2024-11-01", 120)
                .truck(0.1, 0)
                .exchange(Exchange.Rule.CHEAPEST, random.nextInt(2) * 3);
        for (int i = 0; i < 4; i++) {
            String donor = "donor" + i;
            lab.donor(
                    donor,
                    stream("ash")
                            .mean(Timed.constant(100 + random.nextInt(3000)))
                            .spread(new Spread.Gamma(0.5)));
            for (int other = 0; other < 3; other++) {
                lab.km(donor, "mill" + other, random.nextInt(300));
                lab.km(donor, "tip" + other, random.nextInt(300));
                lab.km(donor, "oven" + other, random.nextInt(300));
            }
        }
        for (int i = 0; i < 3; i++) {
            lab.line(
                            "mill" + i,
                            line("grinding", "ash").capacity(100_000).store(1e6).fee("ash", random.nextInt(90)))
                    .site("tip" + i, site("cell", "ash").fee(random.nextInt(40)).taxed())
                    .site(
                            "oven" + i,
                            site("fire", "ash").fee(40 + random.nextInt(60)).operation(Operation.D10));
        }
        return lab;
    }

    private static long landfilled(Run run) {
        return run.accounts().flows().stream()
                .filter(flow -> isReceived(flow, Operation.D1))
                .mapToLong(Flow::grams)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHigherLandfillTaxNeverRaisesWhatIsLandfilled(long seed) {
        long before = Long.MAX_VALUE;
        for (int tax = 0; tax <= 120; tax += 15) {
            TinyLab lab = unlimited(seed).policy(Timed.constant(tax), Timed.constant(0), 0);
            long now = landfilled(Run.of(lab.lab(), seed, 0));
            assertThat(now).as("tax of %s", tax).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isZero();
    }

    /** With quotas for both years of the run: 61 of the 366 days of 2024, 59 of the 365 of 2025. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noYearSendsMoreToLandfillThanItsQuotaAndFreeSitesGetTheRest(long seed) {
        double most = 300 + new Random(seed).nextInt(3000);
        TinyLab lab = unlimited(seed).quota(LANDFILL, Timed.constant(most), null);
        Run run = Run.of(lab.lab(), seed, 0);
        Map<Integer, Long> byYear = new TreeMap<>();
        for (Run.Fact fact : run.facts()) {
            String to = run.chart().parties().get(fact.to());
            if (fact.kind() == FactKind.SHIPPED && to.startsWith("tip")) {
                byYear.merge(run.lab().lab().horizon().dateAt(fact.millis()).getYear(), fact.amount(), Long::sum);
            }
        }
        long free = landfilled(Run.of(unlimited(seed).lab(), seed, 0));
        assertThat(byYear.getOrDefault(2024, 0L)).isLessThanOrEqualTo(Math.round(most * 61 / 366 * 1e6));
        assertThat(byYear.getOrDefault(2025, 0L)).isLessThanOrEqualTo(Math.round(most * 59 / 365 * 1e6));
        assertThat(landfilled(run)).isLessThanOrEqualTo(free);
        Run paid = Run.of(
                unlimited(seed).quota(LANDFILL, Timed.constant(most), 0.0).lab(), seed, 0);
        assertThat(landfilled(paid)).isEqualTo(free);
    }
}
