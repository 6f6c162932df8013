package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.circlab.ledger.Channel;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Part;
import org.circlab.simulation.Relations.Broken;
import org.circlab.simulation.Relations.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who breaks a contract, when, and what it costs. */
class BreachTest {

    /** 1461 t/yr are 4 t a day. */
    private static final double FOUR_A_DAY = 1461;

    private static final long YEAR = Math.round(Horizon.YEAR_MILLIS);

    private static Breach byChance(Breach.Party by, double perYear, double damagesDays) {
        return new Breach(by, perYear, null, Math.round(damagesDays * Horizon.DAY_MILLIS));
    }

    private static Breach better(Breach.Party by, double eurosPerTonne) {
        return new Breach(by, 0, eurosPerTonne, YEAR);
    }

    private static Contract.Terms owing(double penalty, @Nullable String until, double least) {
        return new Contract.Terms(null, until == null ? null : LocalDate.parse(until), least, penalty, 0, null);
    }

    /** A tonne a day under a contract to a mill; without it, to the tip for 10 EUR/t. */
    private static TinyLab ash() {
        return TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1))
                .line("mill", line("grinding", "ash").store(100))
                .site("tip", site("cell", "ash").fee(10))
                .contract("standing", "donor", "mill", "ash", FOUR_A_DAY, 2)
                .exchange(Exchange.Rule.NONE, 0)
                .window("2025-01-01", 730);
    }

    static Relations relations(Lab lab, long seed, int replication) {
        List<LabView> views = new ArrayList<>();
        Replication.run(
                CompiledLab.of(lab), seed, replication, FlowSink.NONE, (kernel, ledger, view) -> views.add(view));
        return views.get(0).relations();
    }

    private static List<Broken> broken(TinyLab lab) {
        return relations(lab.lab(), 1, 0).broken();
    }

    @Test
    void withoutAChanceNobodyBreaksAnything() {
        assertThat(broken(ash().breach(byChance(Breach.Party.EITHER, 0, 10)))).isEmpty();
        assertThat(broken(ash())).isEmpty();
    }

    /** After it, everything goes to the tip; the penalty is that of 100 days at 4 t. */
    @Test
    void whoBreaksItPaysForTheTimeOfDamagesAndNothingMovesAfter() {
        TinyLab lab = ash().terms(owing(5, null, 0)).breach(byChance(Breach.Party.DONOR, 0.99, 100));
        Broken only = broken(lab).get(0);
        assertThat(only.byDonor()).isTrue();
        assertThat(only.reason()).isEqualTo(Reason.CHANCE);
        assertThat(only.damagesEuros()).isCloseTo(2000, within(1e-5));
        assertThat(only.gain()).isNaN();
        Run run = Run.of(lab);
        assertThat(run.euros("donor", "mill", PaymentKind.CONTRACT_PENALTY)).isCloseTo(2000, within(1e-5));
        double days = LocalDate.of(2025, 1, 1).until(only.on(), ChronoUnit.DAYS);
        assertThat(days).isBetween(1.0, 700.0);
        assertThat(run.tonnes(Channel.CONTRACT)).isBetween(days - 1, days + 1);
        assertThat(run.tonnes(Channel.CONTRACT) + run.tonnes(Channel.DISPOSAL)).isBetween(729.0, 731.0);
    }

    @Test
    void theReceiverPaysWhereItBreaksIt() {
        Run run = Run.of(ash().terms(owing(5, null, 0)).breach(byChance(Breach.Party.RECEIVER, 0.99, 100)));
        assertThat(run.euros("mill", "donor", PaymentKind.CONTRACT_PENALTY)).isCloseTo(2000, within(1e-5));
    }

    /** No longer than the term, and at the fee where there is no penalty. */
    @Test
    void damagesEndWithTheTermAndFollowTheFeeWithoutPenalty() {
        TinyLab lab = ash().terms(new Contract.Terms(null, LocalDate.of(2027, 1, 1), 0, null, 0, null))
                .breach(byChance(Breach.Party.DONOR, 0.99, 4000));
        Broken only = broken(lab).get(0);
        double left = only.on().until(LocalDate.of(2027, 1, 1), ChronoUnit.DAYS);
        assertThat(only.damagesEuros()).isBetween((left - 1) * 4 * 2, left * 4 * 2);
    }

    /** Half of 4 t a day is due and 1 t comes: 1 t a day is missing until the breach, and damages come on top. */
    @Test
    void theYearSoFarIsSettledToo() {
        TinyLab lab = ash().terms(owing(5, null, 0.5)).breach(byChance(Breach.Party.RECEIVER, 0.99, 100));
        Broken only = broken(lab).get(0);
        double days = LocalDate.of(2025, 1, 1).until(only.on(), ChronoUnit.DAYS);
        Run run = Run.of(lab);
        assertThat(run.euros("mill", "donor", PaymentKind.CONTRACT_PENALTY)).isCloseTo(2000, within(1e-5));
        assertThat(run.euros("donor", "mill", PaymentKind.CONTRACT_PENALTY))
                .isBetween(5 * (days - 1.5), 5 * (days + 1.5));
    }

    /** Of 2000 contracts so many are broken in a year as the chance says, within three standard deviations. */
    @ParameterizedTest
    @CsvSource({"DONOR, 0.3, 0.3", "RECEIVER, 0.05, 0.05", "EITHER, 0.3, 0.51"})
    void theChanceIsThatOfAYear(Breach.Party by, double chance, double expected) {
        int runs = 2000;
        CompiledLab lab = CompiledLab.of(
                ash().breach(byChance(by, chance, 0)).window("2025-01-01", 365).lab());
        int broken = 0;
        for (int replication = 0; replication < runs; replication++) {
            List<LabView> views = new ArrayList<>();
            Replication.run(lab, 5, replication, FlowSink.NONE, (kernel, ledger, view) -> views.add(view));
            broken += views.get(0).relations().broken().size();
        }
        double deviation = Math.sqrt(expected * (1 - expected) / runs);
        assertThat(broken / (double) runs).isCloseTo(expected, within(3 * deviation + 0.001));
    }

    /** Another contract, however often it is broken, changes nothing of when this one is; nor does the exchange. */
    @Test
    void eachContractHasChanceOfItsOwnInBusinessAsUsualToo() {
        for (long seed = 0; seed < 40; seed++) {
            TinyLab alone = ash().breach(byChance(Breach.Party.EITHER, 0.6, 30)).exchange(Exchange.Rule.NEAREST, 7);
            TinyLab beside = ash().contract("a", "donor", "tip", "ash", 50, 1)
                    .breach(byChance(Breach.Party.EITHER, 0.6, 30))
                    .exchange(Exchange.Rule.NEAREST, 7);
            List<LocalDate> days = days(relations(alone.lab(), seed, 1), 0);
            assertThat(days(relations(beside.lab(), seed, 1), 1)).isEqualTo(days);
            assertThat(days(relations(alone.lab().businessAsUsual(), seed, 1), 0))
                    .isEqualTo(days);
        }
    }

    private static List<LocalDate> days(Relations relations, int contract) {
        return relations.broken().stream()
                .filter(broken -> broken.contract() == contract)
                .map(Broken::on)
                .toList();
    }

    /** It pays 2 to the mill and could pay 12 less elsewhere, while damages take 3: it gains 7 and leaves on the first of February. */
    @ParameterizedTest
    @EnumSource(
            value = Exchange.Rule.class,
            names = {"NEAREST", "CHEAPEST", "OPTIMAL"})
    void aDonorLeavesForAReceiverThatPaysMoreThanDamagesAndMargin(Exchange.Rule rule) {
        TinyLab lab = ash().terms(owing(3, null, 0))
                .line("works", line("burning", "ash").fee("ash", -8).store(50).capacity(100))
                .km("donor", "mill", 9)
                .km("donor", "works", 8)
                .exchange(rule, 7);
        assertThat(broken(lab.breach(better(Breach.Party.DONOR, 7.01)))).isEmpty();
        List<Broken> left = broken(lab.breach(better(Breach.Party.DONOR, 6.99)));
        assertThat(left).hasSize(1);
        assertThat(left.get(0).on()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(left.get(0).gain()).isCloseTo(7, within(1e-9));
        assertThat(left.get(0).reason()).isEqualTo(Reason.BETTER_OFFER);
        assertThat(broken(lab.breach(better(Breach.Party.RECEIVER, 0)))).isEmpty();
        Run run = Run.of(lab.breach(better(Breach.Party.DONOR, 6.99)));
        assertThat(run.tonnes("donor", "works", "ash")).isGreaterThan(600);
        assertThat(run.euros("donor", "mill", PaymentKind.CONTRACT_PENALTY)).isCloseTo(3 * FOUR_A_DAY, within(1e-3));
    }

    /** Who has no room for a day of the contract is no offer. */
    @Test
    void whatHasNoRoomIsNoBetterOffer() {
        TinyLab lab = ash().line(
                        "works",
                        line("burning", "ash").fee("ash", -8).capacity(1e-6).store(3.9))
                .exchange(Exchange.Rule.NEAREST, 7);
        assertThat(broken(lab.breach(better(Breach.Party.DONOR, 0)))).isEmpty();
    }

    /** Who pays 8 takes no ash of more than a hundredth of salt, and this has 3 %. */
    @Test
    void whoDoesNotTakeWhatIsInItIsNoBetterOffer() {
        TinyLab lab = ash().line(
                        "works", line("burning", "ash").fee("ash", -8).store(50).capacity(100))
                .exchange(Exchange.Rule.NEAREST, 7)
                .breach(better(Breach.Party.DONOR, 0));
        SubstancesTest.Layer salty = new SubstancesTest.Layer().stream("donor", "ash", 0.03, 0, 0);
        assertThat(broken(lab.substances(salty.build()))).hasSize(1);
        salty.limit(Part.Kind.LINE, "works", "burning", "salt", false, 0.01);
        assertThat(broken(lab.substances(salty.build()))).isEmpty();
    }

    /** With a year and a half left, damages of a year weigh two thirds. */
    @Test
    void damagesAreSpreadOverWhatIsLeftOfTheTerm() {
        TinyLab lab = ash().terms(owing(9, "2027-02-01", 0))
                .line("works", line("burning", "ash").fee("ash", -8).store(50).capacity(100))
                .exchange(Exchange.Rule.NEAREST, 7);
        List<Broken> left = broken(lab.breach(better(Breach.Party.DONOR, 0)));
        assertThat(left.get(0).on()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(left.get(0).gain()).isCloseTo(10 - 9 * 365.25 / 730, within(1e-9));
    }

    /** In business as usual the tip is the other offer: where it becomes cheaper than the mill, the donor leaves. */
    @Test
    void disposalIsAnOfferToo() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1).disposal(new Disposal.Outside(4, 0, 0, 0)))
                .line("mill", line("grinding", "ash").store(100))
                .site("tip", site("cell", "dust"))
                .contract("standing", "donor", "mill", "ash", FOUR_A_DAY, 9)
                .terms(owing(1, null, 0))
                .exchange(Exchange.Rule.NONE, 0)
                .window("2025-01-01", 100);
        assertThat(broken(lab.breach(better(Breach.Party.DONOR, 3.9)))).hasSize(1);
        assertThat(broken(lab.breach(better(Breach.Party.DONOR, 4.1)))).isEmpty();
    }

    /** A need saves 0.5 x 10 and pays 7 for it: it does better with virgin material, by 2. */
    @Test
    void aReceiverLeavesWhatCostsItMoreThanToGoWithout() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").batches(1, 1))
                .need("kiln", need("clay").virgin(10, 0).accepts("ash", 0.5, 0).store(100))
                .site("tip", site("cell", "ash").fee(10))
                .contract("standing", "donor", "kiln", "ash", FOUR_A_DAY, -7)
                .terms(owing(0.5, null, 0))
                .exchange(Exchange.Rule.NONE, 0)
                .window("2025-01-01", 100);
        assertThat(broken(lab.breach(better(Breach.Party.RECEIVER, 1.4)))).hasSize(1);
        assertThat(broken(lab.breach(better(Breach.Party.RECEIVER, 1.6)))).isEmpty();
    }

    /** A full mill would get 5 more from another donor that offers; one with room for both needs not choose. */
    @Test
    void aReceiverWithoutRoomForBothLeavesForABetterDonor() {
        for (double room : new double[] {20, 10_000}) {
            TinyLab lab = TinyLab.of()
                    .donor("donor", stream("ash").batches(20, 1))
                    .donor("other", stream("ash").batches(20, 1))
                    .line(
                            "mill",
                            line("grinding", "ash").fee("ash", 8).capacity(1).store(room))
                    .site("tip", site("cell", "ash").fee(10))
                    .contract("standing", "donor", "mill", "ash", FOUR_A_DAY, 3)
                    .exchange(Exchange.Rule.NEAREST, 7)
                    .window("2025-01-01", 100)
                    .terms(owing(0, null, 0))
                    .breach(better(Breach.Party.RECEIVER, 4.9));
            assertThat(broken(lab)).hasSize(room == 20 ? 1 : 0);
        }
    }

    /** What waited in store for the contract alone leaves in business as usual. */
    @Test
    void whatWaitedForABrokenContractGoes() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 200))
                .line("mill", line("grinding", "ash").capacity(1e-6).store(1))
                .site("tip", site("cell", "ash").fee(10))
                .store("donor", "ash", 500, Double.POSITIVE_INFINITY)
                .contract("standing", "donor", "mill", "ash", FOUR_A_DAY, 20)
                .terms(owing(0, null, 0))
                .exchange(Exchange.Rule.NONE, 0)
                .window("2025-01-01", 100)
                .breach(better(Breach.Party.DONOR, 0));
        assertThat(Run.of(lab).tonnes(Channel.DISPOSAL)).isGreaterThan(190);
        assertThat(Run.of(lab.breach((Breach) null)).tonnes(Channel.DISPOSAL)).isZero();
    }

    @Test
    void manyOfTheRandomLabsBreakContractsForBothReasons() {
        int chance = 0;
        int better = 0;
        for (long seed = 0; seed < 320; seed++) {
            for (Broken broken : relations(RandomLabs.of(seed).lab(), seed, 1).broken()) {
                chance += broken.reason() == Reason.CHANCE ? 1 : 0;
                better += broken.reason() == Reason.BETTER_OFFER ? 1 : 0;
            }
        }
        assertThat(chance).isGreaterThan(10);
        assertThat(better).isGreaterThan(10);
    }
}
