package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Contract;
import org.circlab.model.Disposal;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Interventions.Scope;
import org.circlab.model.Operation;
import org.circlab.model.Part;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Subsidies, bans and quotas, by hand: a tonne of ash arises each noon of the 30 days from 1 January 2025. */
class PolicyTest {

    private static final Scope RECYCLING = doing(Operation.R5);
    private static final Scope LANDFILL = doing(Operation.D1);

    private static Scope doing(Operation operation) {
        return new Scope(Set.of(operation), Set.of(), Set.of());
    }

    private static Scope ofAsh(Operation operation) {
        return new Scope(Set.of(operation), Set.of("ash"), Set.of());
    }

    private static TinyLab ash(Exchange.Rule rule) {
        return disposal(TinyLab.of().donor("donor", stream("ash")))
                .line("mill", line("grinding", "ash").store(100))
                .exchange(rule, 0);
    }

    /** A tip at 10 EUR/t and an oven at 90. */
    private static TinyLab disposal(TinyLab lab) {
        return lab.site("tip", site("cell", "ash").fee(10))
                .site("burner", site("oven", "ash").fee(90).operation(Operation.D10));
    }

    private static TinyLab alone() {
        return disposal(TinyLab.of().donor("donor", stream("ash"))).exchange(Exchange.Rule.NONE, 0);
    }

    private static double subsidy(Run run, String payee) {
        return run.euros(Chart.STATE, payee, PaymentKind.SUBSIDY);
    }

    /** 10 t at 4 EUR/t, then 20 t at 7. */
    @Test
    void theStatePaysTheReceiverForEachTonne() {
        Timed rising = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 4), new Timed.Step(LocalDate.of(2025, 1, 11), 7)));
        Run run = Run.of(ash(Exchange.Rule.NEAREST).subsidy(RECYCLING, false, rising));
        assertThat(subsidy(run, "mill")).isEqualTo(10 * 4 + 20 * 7);
        assertThat(run.euros(PaymentKind.SUBSIDY)).isEqualTo(180);
    }

    @Test
    void aNeedAndASiteAreReceiversToo() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash"), stream("slag"))
                .need("kiln", need("clay").accepts("ash", 1, 0).store(100))
                .site("tip", site("cell", "slag"))
                .subsidy(RECYCLING, false, Timed.constant(3))
                .subsidy(LANDFILL, false, Timed.constant(2)));
        assertThat(subsidy(run, "kiln")).isEqualTo(90);
        assertThat(subsidy(run, "tip")).isEqualTo(60);
    }

    /** 5 for recycling ash at the mill, and 2 for whatever the mill takes: 7 EUR/t. Nothing for the other material. */
    @Test
    void subsidiesAddUpAndKeepToTheirScope() {
        Scope atMill = new Scope(Set.of(), Set.of(), Set.of("mill"));
        Run run = Run.of(ash(Exchange.Rule.NEAREST)
                .donor("donor", stream("slag"))
                .site("tip", site("heap", "slag"))
                .subsidy(ofAsh(Operation.R5), false, Timed.constant(5))
                .subsidy(atMill, false, Timed.constant(2)));
        assertThat(subsidy(run, "mill")).isEqualTo(30 * 7);
        assertThat(run.euros(PaymentKind.SUBSIDY)).isEqualTo(30 * 7);
    }

    /** 20 t at 4 EUR/t, then 10 t at half of it. */
    @Test
    void anEventChangesASubsidy() {
        Field field = new Field(Field.Kind.SUBSIDY, Part.LAB, "s0");
        Run run = Run.of(ash(Exchange.Rule.NEAREST)
                .subsidy(RECYCLING, false, Timed.constant(4))
                .event("cut", "2025-01-21", new Event.Scale(field, 0.5)));
        assertThat(subsidy(run, "mill")).isEqualTo(20 * 4 + 10 * 2);
    }

    /** The mill asks 25 where the tip asks 10; the state gives the donor 20 from the eleventh day on, so 5 remain. */
    @ParameterizedTest
    @EnumSource(
            value = Exchange.Rule.class,
            names = {"CHEAPEST", "PREFERENCE"})
    void whatDonorsArePaidDecidesWhatIsCheapest(Exchange.Rule rule) {
        Timed late = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 0), new Timed.Step(LocalDate.of(2025, 1, 11), 20)));
        Run run = Run.of(disposal(TinyLab.of().donor("donor", stream("ash")))
                .line("mill", line("grinding", "ash").store(100).fee("ash", Timed.constant(25)))
                .exchange(rule, 0)
                .subsidy(RECYCLING, true, late));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(10);
        assertThat(run.tonnes("donor", "mill", "ash")).isEqualTo(20);
        assertThat(subsidy(run, "donor")).isEqualTo(20 * 20);
        assertThat(subsidy(run, "mill")).isZero();
    }

    /** The dearer of two mills is paid for; both recycle, so the waste hierarchy goes by what donors pay in the end. */
    @Test
    void amongEqualsOfTheHierarchyTheSubsidisedComesFirst() {
        Run run = Run.of(disposal(TinyLab.of().donor("donor", stream("ash")))
                .line("mill", line("grinding", "ash").store(100).fee("ash", Timed.constant(5)))
                .line("works", line("grinding", "ash").store(100).fee("ash", Timed.constant(8)))
                .exchange(Exchange.Rule.HIERARCHY, 1)
                .subsidy(new Scope(Set.of(), Set.of(), Set.of("works")), true, Timed.constant(4)));
        assertThat(run.tonnes("donor", "mill", "ash")).isZero();
        assertThat(run.tonnes("donor", "works", "ash")).isEqualTo(29);
    }

    /** The mill gains 4 EUR/t where the state pays them, and nothing otherwise. */
    @Test
    void aSubsidyCanBeWhatAHurdleAsksFor() {
        assertThat(Run.of(ash(Exchange.Rule.NEAREST).hurdle("mill", 3)).tonnes(Channel.EXCHANGE))
                .isZero();
        assertThat(Run.of(ash(Exchange.Rule.NEAREST).hurdle("mill", 3).subsidy(RECYCLING, false, Timed.constant(4)))
                        .tonnes(Channel.EXCHANGE))
                .isEqualTo(30);
    }

    /** Treatment of 12 is dearer than 5 outside the lab: a transfer of 8 makes nothing cheaper for the lab as a whole. */
    @Test
    void anOptimumDoesNotSeekTransfers() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash").at(1, 20).disposal(new Disposal.Outside(5, 0, 0, 0)))
                .line("mill", line("grinding", "ash").store(100).costs(12, 0))
                .exchange(Exchange.Rule.OPTIMAL, 7)
                .subsidy(RECYCLING, false, Timed.constant(8));
        assertThat(Run.of(lab).tonnes(Channel.EXCHANGE)).isZero();
    }

    /** The 366 days of 2024 and ten more after them: the mill opens on the eleventh. */
    @Test
    void anOpeningIsAClosingThatEnds() {
        Run run = Run.of(ash(Exchange.Rule.NEAREST)
                .event(
                        "not-yet",
                        new Event.At(LocalDate.of(2024, 1, 1)),
                        Changes.days(376),
                        Changes.close(Part.Kind.LINE, "mill", "grinding")));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(10);
        assertThat(run.tonnes("donor", "mill", "ash")).isEqualTo(20);
    }

    @Test
    void fromTheDayOfABanWasteGoesToAnotherTreatmentUntilItEnds() {
        Run run = Run.of(alone().ban(ofAsh(Operation.D1), "2025-01-11", "2025-01-21"));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(20);
        assertThat(run.tonnes("donor", "burner", "ash")).isEqualTo(10);
        assertThat(run.log(FactKind.SHIPPED))
                .contains(
                        "228 donor>tip ash 1",
                        "252 donor>burner ash 1",
                        "468 donor>burner ash 1",
                        "492 donor>tip ash 1");
    }

    @Test
    void aBanConcernsItsMaterialAndReceiverAlone() {
        Scope there = new Scope(Set.of(Operation.D1), Set.of("ash"), Set.of("tip"));
        Run run = Run.of(alone().donor("donor", stream("slag"))
                .site("tip", site("heap", "slag"))
                .site("hill", site("cell", "ash").fee(20))
                .ban(there, null, null));
        assertThat(run.tonnes("donor", "tip", "slag")).isEqualTo(30);
        assertThat(run.tonnes("donor", "hill", "ash")).isEqualTo(30);
    }

    @ParameterizedTest
    @EnumSource(
            value = Exchange.Rule.class,
            names = {"NONE"},
            mode = EnumSource.Mode.EXCLUDE)
    void noRuleSendsWhatIsBanned(Exchange.Rule rule) {
        Run run = Run.of(ash(rule).exchange(rule, 1).ban(RECYCLING, "2025-01-11", null));
        assertThat(run.log(FactKind.SHIPPED).stream()
                        .filter(fact -> fact.contains("mill"))
                        .map(fact -> Double.parseDouble(fact.substring(0, fact.indexOf(' ')))))
                .isNotEmpty()
                .allMatch(hours -> hours < 240);
        assertThat(run.tonnes("donor", "mill", "ash")).isEqualTo(9);
    }

    /** It brings 10 t in 10 days; of what is due in a year, 10 / 365.25 of 3652.5 t is owed then, and nothing after. */
    @Test
    void aContractRestsWhileItIsBannedAndOwesNothingThen() {
        TinyLab lab = alone().window("2025-01-01", 365)
                .contract("standing", "donor", "tip", "ash", 3652.5, 0)
                .terms(new Contract.Terms(null, LocalDate.of(2026, 1, 1), 1, 2.0, 0, null))
                .payload(0.001)
                .ban(LANDFILL, "2025-01-11", null);
        Run run = Run.of(lab);
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(10);
        assertThat(run.tonnes("donor", "burner", "ash")).isEqualTo(355);
        assertThat(run.euros("donor", "tip", PaymentKind.CONTRACT_PENALTY)).isEqualTo((100 - 10) * 2);
    }

    /** In business as usual a store keeps ash for its contract: when that is banned, the 9 t in it leave. */
    @Test
    void whatWaitsForABannedContractLeaves() {
        Run run = Run.of(alone().store("donor", "ash", 100, 1000)
                .contract("small", "donor", "tip", "ash", 1, 0)
                .ban(LANDFILL, "2025-01-11", null));
        assertThat(run.log(FactKind.SHIPPED)).anyMatch(fact -> fact.startsWith("240 donor>burner"));
        assertThat(run.tonnes("donor", "burner", "ash") + run.tonnes(Channel.CONTRACT))
                .isEqualTo(30);
    }

    @Test
    void aBanWithoutAnotherRouteEndsTheRunAndSaysWhy() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash"))
                .site("tip", site("cell", "ash"))
                .ban(LANDFILL, "2025-01-11", null);
        assertThatThrownBy(() -> Run.of(lab))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("on 2025-01-11")
                .hasMessageContaining("ban 'b0' forbids tip: site cell");
    }

    /** 120 t/yr of a year of 365 days are 120 * 30 / 365 = 9.863013... t in a run of 30 days. */
    @Test
    void beyondAQuotaWasteGoesToTheNextRoute() {
        Run run = Run.of(alone().quota(LANDFILL, Timed.constant(120), null));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(9.863014);
        assertThat(run.tonnes("donor", "burner", "ash")).isEqualTo(20.136986);
        assertThat(run.euros(PaymentKind.QUOTA_PENALTY)).isZero();
    }

    /** What is beyond the quota costs 10 + 50 at the tip and 90 at the oven. */
    @Test
    void aPenaltyThatIsCheaperThanTheNextRouteIsPaid() {
        Run run = Run.of(alone().quota(LANDFILL, Timed.constant(120), 50.0));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(30);
        assertThat(run.euros("donor", Chart.STATE, PaymentKind.QUOTA_PENALTY)).isEqualTo(20.136986 * 50);
    }

    /** What is beyond the quota costs 10 + 81 at the tip and 90 at the oven, which burns 5 t: 15.136986 t are left. */
    @Test
    void aPenaltyIsPaidWhereNoOtherRouteIsLeft() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash"))
                .site("tip", site("cell", "ash").fee(10))
                .site(
                        "burner",
                        site("oven", "ash").fee(90).operation(Operation.D10).room(5))
                .exchange(Exchange.Rule.NONE, 0)
                .quota(LANDFILL, Timed.constant(120), 81.0));
        assertThat(run.tonnes("donor", "burner", "ash")).isEqualTo(5);
        assertThat(run.euros("donor", Chart.STATE, PaymentKind.QUOTA_PENALTY)).isCloseTo(15.136986 * 81, within(1e-6));
    }

    /** 31 days of 2024 with 366 t/yr allow 31 t, of which 20 come; 30 of 2025 with 36.5 t/yr allow 3 t. */
    @Test
    void eachCalendarYearHasItsOwnQuota() {
        Timed falling = new Timed(
                List.of(new Timed.Step(LocalDate.of(2024, 1, 1), 366), new Timed.Step(LocalDate.of(2025, 1, 1), 36.5)));
        Run run = Run.of(alone().warmUp(31).quota(LANDFILL, falling, null));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(3);
        assertThat(run.log(FactKind.SHIPPED))
                .filteredOn(fact -> fact.contains("burner"))
                .hasSize(27)
                .allMatch(fact -> !fact.startsWith("-"));
    }

    /** Two tips and two donors share 10 t. */
    @Test
    void aQuotaIsSharedByAllThatItConcerns() {
        Run run = Run.of(alone().donor("other", stream("ash").disposal(new Disposal.At("hill")))
                .site("hill", site("cell", "ash").fee(15))
                .site("hill", site("furnace", "ash").fee(99).operation(Operation.D10))
                .quota(LANDFILL, Timed.constant(10 * 365.0 / 30), null));
        assertThat(run.tonnes("donor", "tip", "ash")
                        + run.log(FactKind.SHIPPED).stream()
                                .filter(fact -> fact.contains("other>hill"))
                                .limit(5)
                                .count())
                .isEqualTo(10);
        assertThat(run.tonnes("donor", "burner", "ash")).isEqualTo(25);
    }

    /** Lots of 10 t that stay whole: one fits into a quota of 12 t, the 2 t that are left are too little for the next. */
    @Test
    void aWholeLotThatExceedsWhatIsLeftOfAQuotaGoesElsewhere() {
        Run run = Run.of(disposal(TinyLab.of()
                        .donor(
                                "donor",
                                stream("ash")
                                        .mean(Timed.constant(365.25))
                                        .every(10, new Spread.None())
                                        .whole()))
                .exchange(Exchange.Rule.NONE, 0)
                .quota(LANDFILL, Timed.constant(12 * 365.0 / 30), null));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(10);
        assertThat(run.tonnes("donor", "burner", "ash")).isEqualTo(20);
    }

    /** The contract with the tip brings what the quota allows, and the donor owes nothing for what the tip may not take. */
    @Test
    void aContractKeepsToAQuota() {
        Run run = Run.of(alone().contract("standing", "donor", "tip", "ash", 3652.5, 0)
                .payload(0.001)
                .quota(LANDFILL, Timed.constant(120), null));
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(9.863014);
        assertThat(run.tonnes("donor", "burner", "ash")).isEqualTo(20.136986);
    }

    /** Of 300 t that are due the donor has 30; the tip takes 9.863014 t, and the law keeps out the other 20.136986 t. */
    @Test
    void nobodyOwesWhatAQuotaKeepsOut() {
        Contract.Terms all = new Contract.Terms(null, LocalDate.of(2025, 1, 31), 1, 2.0, 0, null);
        TinyLab lab = alone().contract("standing", "donor", "tip", "ash", 3652.5, 0)
                .terms(all)
                .payload(0.001)
                .quota(LANDFILL, Timed.constant(120), null);
        Run run = Run.of(lab);
        assertThat(run.euros("tip", "donor", PaymentKind.CONTRACT_PENALTY)).isZero();
        assertThat(run.euros("donor", "tip", PaymentKind.CONTRACT_PENALTY)).isEqualTo(270 * 2);
    }

    /** The same where it waits in store when the year ends. */
    @Test
    void norWhatWaitsForAQuota() {
        Contract.Terms all = new Contract.Terms(null, LocalDate.of(2025, 1, 31), 1, 2.0, 0, null);
        Run run = Run.of(alone().store("donor", "ash", 100, 1000)
                .contract("standing", "donor", "tip", "ash", 3652.5, 0)
                .terms(all)
                .payload(0.001)
                .quota(LANDFILL, Timed.constant(120), null));
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(9.863014);
        assertThat(run.euros("tip", "donor", PaymentKind.CONTRACT_PENALTY)).isZero();
        assertThat(run.euros("donor", "tip", PaymentKind.CONTRACT_PENALTY)).isEqualTo(270 * 2);
    }

    /** At 60 EUR/t the mill is dearer than the tip (10) and cheaper than the oven (90), to which ash goes after 10 t. */
    @Test
    void aQuotaThatIsUsedUpMakesAReceiverWorthItsPrice() {
        Run run = Run.of(disposal(TinyLab.of().donor("donor", stream("ash")))
                .line("mill", line("grinding", "ash").store(100).fee("ash", Timed.constant(60)))
                .exchange(Exchange.Rule.CHEAPEST, 0)
                .quota(LANDFILL, Timed.constant(10 * 365.0 / 30), null));
        assertThat(run.tonnes("donor", "tip", "ash")).isEqualTo(10);
        assertThat(run.tonnes("donor", "mill", "ash")).isEqualTo(20);
    }

    @Test
    void aQuotaWithoutAnotherRouteEndsTheRunAndSaysWhy() {
        TinyLab lab = TinyLab.of()
                .donor("donor", stream("ash"))
                .site("tip", site("cell", "ash"))
                .quota(LANDFILL, Timed.constant(120), null);
        assertThatThrownBy(() -> Run.of(lab))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("on 2025-01-10")
                .hasMessageContaining("quota 'q0' has no penalty and is used up at tip: site cell");
    }
}
