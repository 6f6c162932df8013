package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.circlab.exchange.Preferences;
import org.circlab.model.Actor;
import org.circlab.model.Contract;
import org.circlab.model.Exchange;
import org.circlab.model.Interventions.Subsidy;
import org.circlab.model.Lab;
import org.circlab.model.Need;
import org.circlab.model.Timed;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an arc costs on a day, against the records of the lab, and how many orders of preference are kept. */
class PricesTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @ParameterizedTest
    @ValueSource(longs = {0, 40, 80, 120, 160})
    void anArcCostsWhatTheRecordsSayOnEveryDay(long first) {
        for (long seed = first; seed < first + 40; seed++) {
            Lab lab = RandomLabs.of(seed).lab();
            CompiledLab compiled = CompiledLab.of(lab);
            for (LocalDate day : compiled.priceSteps()) {
                Prices prices = Prices.on(compiled, day, Map.of());
                for (int arc = 0; arc < compiled.arcs(); arc++) {
                    double fee =
                            arc < compiled.firstContractArc() ? posted(compiled, arc, day) : agreed(compiled, arc, day);
                    assertThat(prices.feeEurosPerTonne(arc))
                            .as("lab %d, fee", seed)
                            .isCloseTo(fee, within(1e-9));
                    double tax = tax(compiled, arc, day);
                    assertThat(prices.taxEurosPerTonne(arc))
                            .as("lab %d, tax", seed)
                            .isEqualTo(tax);
                    double haulage = haulage(compiled, arc, day);
                    assertThat(prices.costEurosPerTonne(arc))
                            .isCloseTo(haulage + fee + tax - paidToDonor(compiled, arc, day), within(1e-9));
                }
            }
        }
    }

    private static double posted(CompiledLab compiled, int arc, LocalDate day) {
        Inlet inlet = compiled.network().inlets().get(compiled.arcInlet(arc));
        Outlet outlet = compiled.network().outlets().get(compiled.arcOutlet(arc));
        String material = compiled.lab().materials().get(outlet.material()).id();
        if (inlet.line() != null) {
            Timed fee = inlet.line().gateFeesEurosPerTonne().get(material);
            return fee == null ? 0 : fee.on(day);
        }
        if (inlet.need() != null) {
            List<Need.Accepted> accepts = inlet.need().accepts().stream()
                    .filter(accepted -> accepted.material().equals(material))
                    .toList();
            return accepts.get(0).gateFeeEurosPerTonne().on(day);
        }
        return inlet.site() != null
                ? inlet.site().feeEurosPerTonne().on(day)
                : inlet.outside() == null ? Double.NaN : inlet.outside().feeEurosPerTonne();
    }

    private static double agreed(CompiledLab compiled, int arc, LocalDate day) {
        int contract =
                compiled.contractArcs().get(arc - compiled.firstContractArc()).contract();
        Contract agreed = compiled.lab().contracts().get(contract);
        LocalDate from = agreed.terms().from();
        LocalDate phase = from == null ? compiled.lab().horizon().start() : from;
        LocalDate stepped = agreed.gateFeeEurosPerTonne().steps().stream()
                .map(Timed.Step::from)
                .filter(step -> !step.isAfter(day))
                .max(Comparator.naturalOrder())
                .filter(step -> !step.equals(
                        agreed.gateFeeEurosPerTonne().steps().get(0).from()))
                .orElse(phase);
        int anniversaries = wholeYears(phase, day) - wholeYears(phase, stepped);
        return agreed.gateFeeEurosPerTonne().on(day)
                * Math.pow(1 + agreed.terms().indexPerYear(), anniversaries);
    }

    private static int wholeYears(LocalDate phase, LocalDate day) {
        return Math.max(0, (int) ChronoUnit.YEARS.between(phase, day));
    }

    private static double tax(CompiledLab compiled, int arc, LocalDate day) {
        Inlet inlet = compiled.network().inlets().get(compiled.arcInlet(arc));
        if (inlet.outside() != null) {
            return inlet.outside().taxEurosPerTonne();
        }
        boolean taxed = inlet.site() != null && inlet.site().taxed();
        return taxed ? compiled.lab().policy().landfillTaxEurosPerTonne().on(day) : 0;
    }

    /** What subsidies pay who gives a tonne. */
    private static double paidToDonor(CompiledLab compiled, int arc, LocalDate day) {
        List<Subsidy> subsidies = compiled.lab().policy().interventions().subsidies();
        return IntStream.range(0, subsidies.size())
                .filter(number ->
                        subsidies.get(number).toDonor() && compiled.reach().isSubsidised(number, arc))
                .mapToDouble(number -> subsidies.get(number).eurosPerTonne().on(day))
                .sum();
    }

    private static double haulage(CompiledLab compiled, int arc, LocalDate day) {
        Outlet outlet = compiled.network().outlets().get(compiled.arcOutlet(arc));
        Inlet inlet = compiled.network().inlets().get(compiled.arcInlet(arc));
        Actor donor = compiled.lab().actors().get(outlet.actor());
        var mode = compiled.lab().haulage().carrier(outlet.by(), donor.id()).mode();
        double handling = inlet.outside() == null && inlet.actor() == outlet.actor()
                ? 0
                : mode.handling().eurosPerTonne();
        return mode.costEurosPerTonneKilometre().on(day) * compiled.arcKilometres(arc) + handling;
    }

    private static Timed monthly(int months, double first, double step) {
        return new Timed(IntStream.range(0, months)
                .mapToObj(month -> new Timed.Step(START.plusMonths(month), first + step * month))
                .toList());
    }

    /** Two mills whose fees cross in the sixth month, and a landfill. */
    private static TinyLab twoMills() {
        return TinyLab.of()
                .window("2025-01-01", 365)
                .donor("donor", stream("ash"))
                .line("early", line("grinding", "ash").fee("ash", monthly(12, 10, 1)))
                .line("late", line("grinding", "ash").fee("ash", 15.5))
                .site("sink", site("pit", "ash").fee(60).taxed())
                .exchange(Exchange.Rule.CHEAPEST, 7);
    }

    private static List<Integer> order(Preferences preferences) {
        return IntStream.range(preferences.first(0), preferences.end(0))
                .mapToObj(preferences::arc)
                .toList();
    }

    @Test
    void manyStepsAreRankedRightInAnyOrderAndOnlyFewAreKept() {
        CompiledLab lab = CompiledLab.of(twoMills().lab());
        assertThat(lab.priceSteps()).hasSize(12);
        List<Preferences> seen = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            for (int month = 0; month < 12; month++) {
                Preferences exchange =
                        Prices.on(lab, lab.priceSteps().get(month), Map.of()).exchange();
                assertThat(order(exchange)).as("month %d", month).isEqualTo(month < 6 ? List.of(0, 1) : List.of(1, 0));
                assertThat(seen).allMatch(one -> one != exchange);
                seen.add(exchange);
            }
        }
        Preferences last = Prices.on(lab, lab.priceSteps().get(11), Map.of()).exchange();
        assertThat(last).isSameAs(seen.get(23));
    }

    @Test
    void whatNoOrderDependsOnLeavesItAsItIs() {
        TinyLab tiny = twoMills().policy(monthly(12, 11, 2), monthly(12, 70, 1), 0);
        CompiledLab nearest =
                CompiledLab.of(tiny.exchange(Exchange.Rule.NEAREST, 7).lab());
        Prices january = Prices.on(nearest, START, Map.of());
        Prices july = Prices.on(nearest, START.plusMonths(6), Map.of());
        assertThat(july.exchange()).isSameAs(january.exchange());
        assertThat(july.disposal()).isNotSameAs(january.disposal());
        assertThat(july.disposal().key(0) - january.disposal().key(0)).isEqualTo(12);
        TinyLab carbonAlone = TinyLab.of()
                .window("2025-01-01", 365)
                .donor("donor", stream("ash"))
                .site("sink", site("pit", "ash").fee(60).taxed())
                .policy(Timed.constant(11), monthly(12, 70, 1), 0);
        CompiledLab carbon = CompiledLab.of(carbonAlone.lab());
        Prices before = Prices.on(carbon, START, Map.of());
        Prices after = Prices.on(carbon, START.plusMonths(6), Map.of());
        assertThat(after.carbonEurosPerTonne()).isEqualTo(76);
        assertThat(after.disposal()).isSameAs(before.disposal());
    }

    @Test
    void threadsThatAskAtOnceGetTheOrdersOfTheirOwnDays() {
        CompiledLab lab = CompiledLab.of(twoMills().lab());
        List<List<Integer>> asked = IntStream.range(0, 600)
                .parallel()
                .mapToObj(i -> order(Prices.on(lab, lab.priceSteps().get(i * 7 % 12), Map.of())
                        .exchange()))
                .toList();
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i)).isEqualTo(i * 7 % 12 < 6 ? List.of(0, 1) : List.of(1, 0));
        }
    }
}
