package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.BreachTest.relations;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Timed;
import org.circlab.model.Trust;
import org.circlab.network.Gate;
import org.circlab.simulation.Relations.Trusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How actors learn to trust each other, and what they then do. */
class TrustTest {

    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final long NEVER = Long.MAX_VALUE;
    private static final int LABS = 320;
    private static final int STRIDE = 20;

    private static Trust trust(double premium) {
        return new Trust(premium, 0.5, NEVER, NEVER);
    }

    private static Trust fading(double days) {
        return new Trust(0, 0.5, Math.round(days * Horizon.DAY_MILLIS), NEVER);
    }

    /** A tonne a day for the mill at no fee, saving 10 at the tip. */
    private static TinyLab ash() {
        return TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1))
                .line("mill", line("grinding", "ash").store(100))
                .site("tip", site("cell", "ash").fee(10))
                .exchange(Exchange.Rule.NEAREST, 7)
                .window("2025-01-01", 365);
    }

    private static double between(TinyLab lab, String actor, String partner) {
        Lab built = lab.lab();
        List<String> ids = built.actors().stream().map(each -> each.id()).toList();
        return relations(built, 1, 0).trusted().stream()
                .filter(each -> ids.get(each.actor()).equals(actor)
                        && ids.get(each.partner()).equals(partner))
                .mapToDouble(Trusted::trust)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** After n months of dealings (n + 1) / (n + 2). */
    @Test
    void everyMonthOfDealingsCountsOneForBoth() {
        TinyLab year = ash().trust(trust(0));
        assertThat(between(year, "mill", "donor")).isCloseTo(13.0 / 14, EXACTLY);
        assertThat(between(year, "donor", "mill")).isCloseTo(13.0 / 14, EXACTLY);
        assertThat(between(year.window("2025-01-01", 31 + 28), "mill", "donor")).isCloseTo(3.0 / 4, EXACTLY);
        assertThat(between(year.warmUp(31), "mill", "donor")).isCloseTo(4.0 / 5, EXACTLY);
        assertThat(between(year, "donor", "tip")).isNaN();
    }

    @Test
    void strangersAreTrustedAsSaid() {
        TinyLab lab = ash().window("2025-01-01", 59);
        assertThat(between(lab.trust(new Trust(0, 0.2, NEVER, NEVER)), "mill", "donor"))
                .isCloseTo((2 + 0.4) / 4, EXACTLY);
        assertThat(between(lab.trust(new Trust(0, 1, NEVER, NEVER)), "mill", "donor"))
                .isEqualTo(1);
    }

    /** January's one counts a half after February's 28 days. */
    @Test
    void experienceFades() {
        TinyLab lab = ash().window("2025-01-01", 59).trust(fading(28));
        assertThat(between(lab, "mill", "donor")).isCloseTo((1.5 + 1) / (1.5 + 2), EXACTLY);
    }

    /** One truck takes 10 t for two days there and back; five lots wait up to 10 days, and the last arrives late. */
    @Test
    void lateConsignmentsCountAgainstWhoSendsThem() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 50).by("own"))
                .line("mill", line("grinding", "ash").store(100))
                .fleet("own", "donor", 1, 10)
                .km("donor", "mill", 60 * 24)
                .site("tip", site("cell", "ash").fee(1000))
                .exchange(Exchange.Rule.NEAREST, 0)
                .window("2025-01-01", 31);
        List<Double> fives = new ArrayList<>();
        for (double days : new double[] {0, 1.9, 2.1, 4.1, 6.1, 8.1}) {
            fives.add(5
                    * 3
                    * between(
                            lab.trust(new Trust(0, 0.5, NEVER, Math.round(days * Horizon.DAY_MILLIS))),
                            "mill",
                            "donor"));
        }
        List<Long> inTime = fives.stream().map(value -> Math.round(value - 5)).toList();
        assertThat(inTime).isSorted().startsWith(1L).endsWith(5L).contains(2L, 3L, 4L);
        assertThat(between(lab, "donor", "mill")).isCloseTo(2.0 / 3, EXACTLY);
    }

    /** Half of 4 t a day is due and 1 t comes: 6 months' volume of 12 lack at the year's end but for one quarter. */
    @Test
    void whatLacksToTheMinimumCountsAsTheMonthsItWouldHaveTaken() {
        TinyLab lab = ash().contract("standing", "donor", "mill", "ash", 1461, 0)
                .terms(new Contract.Terms(null, null, 0.5, 0.0, 0, null))
                .exchange(Exchange.Rule.NONE, 0)
                .trust(trust(0));
        double due = 1461 * 0.5 * 365 / 365.25;
        double brought = Run.of(lab).tonnes(Channel.CONTRACT);
        double lacking = (due - brought) / (1461 / 12.0);
        assertThat(between(lab, "mill", "donor")).isCloseTo(13 / (14 + lacking), within(1e-4));
        assertThat(between(lab, "donor", "mill")).isCloseTo(13.0 / 14, EXACTLY);
    }

    /** One who breaks a contract loses the trust of its partner by the months that damages cover, and keeps its own. */
    @Test
    void aBreachCountsAgainstWhoBreaksIt() {
        TinyLab lab = ash().contract("standing", "donor", "mill", "ash", 1461, 0)
                .breach(new Breach(Breach.Party.DONOR, 0.99, null, Math.round(Horizon.YEAR_MILLIS / 2)))
                .exchange(Exchange.Rule.NONE, 0)
                .trust(trust(0));
        LocalDate on = relations(lab.lab(), 1, 0).broken().get(0).on();
        int months = on.getMonthValue();
        assertThat(between(lab, "mill", "donor")).isCloseTo((months + 1.0) / (months + 2 + 6), EXACTLY);
        assertThat(between(lab, "donor", "mill")).isCloseTo((months + 1.0) / (months + 2), EXACTLY);
    }

    /** The donor gains 10 and asks for 4 and 14 x 0.5 of a stranger: too much, until a contract has taught it two thirds. */
    @ParameterizedTest
    @EnumSource(
            value = Exchange.Rule.class,
            names = {"NEAREST", "CHEAPEST", "PREFERENCE", "HIERARCHY", "OPTIMAL"})
    void whoIsMistrustedIsNotDealtWithUntilItHasKeptItsPromises(Exchange.Rule rule) {
        TinyLab lab = ash().hurdle("donor", 4).exchange(rule, 7).trust(trust(14));
        assertThat(Run.of(lab).tonnes(Channel.EXCHANGE)).isZero();
        assertThat(Run.of(lab.trust(trust(11))).tonnes(Channel.EXCHANGE)).isGreaterThan(300);
        Run taught = Run.of(lab.trust(trust(14))
                .contract("first", "donor", "mill", "ash", 100, 0)
                .terms(new Contract.Terms(null, LocalDate.of(2025, 3, 1), 0, null, 0, null)));
        assertThat(taught.tonnes(Channel.EXCHANGE)).isBetween(300.0, 340.0);
    }

    /** It gains 10 and asks for 4 + 11 x 0.5 of a stranger, also on the 15th, when prices step before a month is over. */
    @Test
    void whoHasJustBegunToDealIsTrustedLikeAStranger() {
        Timed elsewhere = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 20), new Timed.Step(LocalDate.of(2025, 1, 15), 30)));
        TinyLab lab = ash().hurdle("donor", 4)
                .site("hill", site("cell", "ash").fee(elsewhere))
                .exchange(Exchange.Rule.NEAREST, 0)
                .window("2025-01-01", 31)
                .trust(trust(11));
        assertThat(Run.of(lab).tonnes(Channel.EXCHANGE)).isEqualTo(31);
    }

    @Test
    void theReasonIsTrustWhereThePriceAloneWouldDo() {
        TinyLab lab = ash().need(
                        "kiln", need("clay").virgin(3, 0).accepts("ash", 1, 0).store(100))
                .hurdle("donor", 4)
                .hurdle("kiln", 1)
                .trust(trust(14));
        assertThat(gates(lab)).containsExactly(Gate.TRUST);
        assertThat(unmatched(lab).rests().get(0).margin()).isCloseTo(5, within(1e-9));
        assertThat(unmatched(lab).lacks().get(0).gate()).isEqualTo(Gate.TRUST);
        assertThat(gates(lab.hurdle("donor", 10.5))).containsExactly(Gate.PRICE);
        assertThat(unmatched(lab).lacks().get(0).gate()).isEqualTo(Gate.PRICE);
    }

    private static List<Gate> gates(TinyLab lab) {
        return unmatched(lab).rests().stream()
                .map(Unmatched.Rest::gate)
                .distinct()
                .toList();
    }

    private static Unmatched unmatched(TinyLab lab) {
        List<LabView> views = new ArrayList<>();
        Replication.run(CompiledLab.of(lab.lab()), 1, 0, FlowSink.NONE, (kernel, ledger, view) -> views.add(view));
        return views.get(0).unmatched();
    }

    /** Others pay it 8 more, and yet it stays with whom it has come to know: trust of a third is worth a third of 40. */
    @Test
    void aBetterOfferOfAStrangerIsWorthLess() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1))
                .line("mill", line("grinding", "ash").store(100))
                .line("works", line("burning", "ash").fee("ash", -8).store(100))
                .site("tip", site("cell", "ash").fee(100))
                .exchange(Exchange.Rule.NEAREST, 7)
                .window("2025-01-01", 365)
                .contract("standing", "donor", "mill", "ash", 1461, 0)
                .terms(new Contract.Terms(null, null, 0, 0.0, 0, null))
                .breach(new Breach(Breach.Party.DONOR, 0, 0.0, 0));
        assertThat(relations(lab.lab(), 1, 0).broken()).hasSize(1);
        assertThat(relations(lab.trust(new Trust(7.9, 0, NEVER, NEVER)).lab(), 1, 0)
                        .broken()
                        .get(0)
                        .on())
                .isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(relations(lab.trust(new Trust(40, 0, NEVER, NEVER)).lab(), 1, 0)
                        .broken())
                .isEmpty();
    }

    static LongStream handfuls() {
        return LongStream.range(0, LABS / STRIDE).map(i -> i * STRIDE);
    }

    /** In the random labs: within 0 and 1, what the formula makes of kept and broken, and the same whatever the order. */
    @ParameterizedTest
    @MethodSource("handfuls")
    void trustIsWhatTheFormulaSaysInAnyOrder(long first) {
        LabLawsTest.each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            Trust rules = lab.exchange().trust();
            Relations relations = relations(lab, seed, 1);
            assertThat(relations.trusted().isEmpty())
                    .isEqualTo(rules == null || relations.trusted().isEmpty());
            for (Trusted each : relations.trusted()) {
                double start = rules == null ? Double.NaN : rules.start();
                assertThat(each.trust()).isBetween(0.0, 1.0);
                assertThat(each.keptMonths()).isNotNegative();
                assertThat(each.brokenMonths()).isNotNegative();
                assertThat(each.trust())
                        .isCloseTo(
                                (each.keptMonths() + 2 * start) / (each.keptMonths() + each.brokenMonths() + 2),
                                EXACTLY);
            }
            Lab shuffled = RandomLabs.of(seed).shuffled(seed + 1).lab();
            assertThat(relations(shuffled, seed, 1)).isEqualTo(relations);
        });
    }

    /** What one replication has learnt is nothing to another that runs on the same compiled lab. */
    @Test
    void nothingLeaksBetweenReplications() {
        int learnt = 0;
        for (long seed = 0; seed < 60; seed++) {
            CompiledLab lab = CompiledLab.of(RandomLabs.of(seed).lab());
            List<Integer> order = new ArrayList<>(List.of(1, 2, 3, 4));
            Collections.shuffle(order, new Random(seed));
            Relations[] together = new Relations[5];
            for (int replication : order) {
                together[replication] = run(lab, seed, replication);
            }
            for (int replication = 1; replication <= 4; replication++) {
                Relations alone = run(CompiledLab.of(RandomLabs.of(seed).lab()), seed, replication);
                assertThat(together[replication]).isEqualTo(alone);
                learnt += alone.trusted().isEmpty() ? 0 : 1;
            }
        }
        assertThat(learnt).isGreaterThan(20);
    }

    private static Relations run(CompiledLab lab, long seed, int replication) {
        List<LabView> views = new ArrayList<>();
        Replication.run(lab, seed, replication, FlowSink.NONE, (kernel, ledger, view) -> views.add(view));
        return views.get(0).relations();
    }

    /** Without a premium trust is only watched: the books are those of the lab without it. */
    @ParameterizedTest
    @MethodSource("handfuls")
    void withoutAPremiumNothingChanges(long first) {
        LabLawsTest.each(first, seed -> {
            TinyLab lab = RandomLabs.of(seed);
            Run without = Run.of(lab.trust(null).lab(), seed, 1);
            Run watched = Run.of(lab.trust(new Trust(0, 0.3, 1_000_000_000L, 0)).lab(), seed, 1);
            assertThat(watched.accounts()).isEqualTo(without.accounts());
            assertThat(watched.facts()).isEqualTo(without.facts());
        });
    }

    /** Among strangers who never meet, a higher premium only closes ways: what is traded is not more. */
    @Test
    void aHigherPremiumNeverOpensAWayToStrangers() {
        double before = Double.POSITIVE_INFINITY;
        for (double premium : new double[] {0, 5, 10, 11.9, 12.1, 20, 100}) {
            double traded =
                    Run.of(ash().hurdle("donor", 4).trust(trust(premium))).tonnes(Channel.EXCHANGE);
            assertThat(traded).isLessThanOrEqualTo(before);
            assertThat(traded > 0).isEqualTo(premium < 12);
            before = traded;
        }
    }
}
