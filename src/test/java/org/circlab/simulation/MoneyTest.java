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
import org.assertj.core.data.Offset;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Recipe;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;

/** Who pays whom how much, to the micro-euro, and who emits. */
class MoneyTest {

    private static final Timed ZERO = Timed.constant(0);
    private static final Offset<Double> MICROS = within(3e-6);

    /** Ten tonnes over 20 km to a mill, at 0.1 EUR/tkm and 0.05 kg/tkm. */
    private static TinyLab tenTonnesToTheMill(Parts.LinePart mill) {
        return TinyLab.of()
                .donor("donor", stream("ash").at(1, 10))
                .line("mill", mill)
                .km("donor", "mill", 20)
                .truck(0.1, 0.05);
    }

    @Test
    void theDonorPaysHaulageAndThePostedFee() {
        Run run = Run.of(tenTonnesToTheMill(line("grinding", "ash").fee("ash", 5)));
        assertThat(run.euros("donor", Chart.OUTSIDE, PaymentKind.HAULAGE)).isEqualTo(20);
        assertThat(run.euros("donor", "mill", PaymentKind.GATE_FEE)).isEqualTo(50);
        assertThat(run.accounts().payments()).hasSize(2);
        Flow flow = run.only(Channel.EXCHANGE);
        assertThat(flow.cost(PaymentKind.HAULAGE)).isEqualTo(20_000_000);
        assertThat(flow.cost(PaymentKind.GATE_FEE)).isEqualTo(50_000_000);
        assertThat(flow.tonneKilometres()).isEqualTo(200);
        assertThat(flow.trips()).isEqualTo(1);
    }

    @Test
    void aNegativeFeeIsPaidByTheReceiver() {
        Run run = Run.of(tenTonnesToTheMill(line("grinding", "ash").fee("ash", -4)));
        assertThat(run.euros("donor", "mill", PaymentKind.GATE_FEE)).isEqualTo(-40);
    }

    @Test
    void theFeeIsThatOfTheMaterial() {
        Run run = Run.of(tenTonnesToTheMill(line("grinding", "ash", "slag").fee("slag", 9)));
        assertThat(run.euros(PaymentKind.GATE_FEE)).isZero();
    }

    @Test
    void aContractsFeeReplacesThePostedOne() {
        TinyLab lab = tenTonnesToTheMill(line("grinding", "ash").fee("ash", 5))
                .contract("standing", "donor", "mill", "ash", 1200, 2);
        Run run = Run.of(lab);
        assertThat(run.tonnes(Channel.CONTRACT)).isEqualTo(10);
        assertThat(run.euros("donor", "mill", PaymentKind.GATE_FEE)).isEqualTo(20);
    }

    @Test
    void theDelivererPaysFeeToTheSiteAndTaxToTheState() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10))
                .site("tip", site("cell", "ash").fee(30).taxed())
                .policy(Timed.constant(11), ZERO, 0));
        assertThat(run.euros("donor", "tip", PaymentKind.GATE_FEE)).isEqualTo(300);
        assertThat(run.euros("donor", Chart.STATE, PaymentKind.LANDFILL_TAX)).isEqualTo(110);
    }

    @Test
    void anUntaxedSitePaysNoTax() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10))
                .site("tip", site("cell", "ash"))
                .policy(Timed.constant(11), ZERO, 0));
        assertThat(run.euros(PaymentKind.LANDFILL_TAX)).isZero();
    }

    @Test
    void aTaxedSitePaysItsTaxUnderAContractToo() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10))
                .site("tip", site("cell", "ash").fee(30).taxed())
                .contract("standing", "donor", "tip", "ash", 1200, 7)
                .policy(Timed.constant(11), ZERO, 0));
        assertThat(run.euros("donor", "tip", PaymentKind.GATE_FEE)).isEqualTo(70);
        assertThat(run.euros("donor", Chart.STATE, PaymentKind.LANDFILL_TAX)).isEqualTo(110);
    }

    @Test
    void whoEmitsPaysTheCarbonPrice() {
        Run run = Run.of(tenTonnesToTheMill(line("grinding", "ash")
                        .costs(3, 100)
                        .sells("sand", 0.4, 20, 15)
                        .out("dust", 0.6))
                .site("tip", site("cell", "dust").ghg(50))
                .km("mill", "tip", 10)
                .policy(ZERO, Timed.constant(70), 0));
        assertThat(run.kilograms("donor", EmissionKind.HAULAGE)).isEqualTo(10);
        assertThat(run.kilograms("mill", EmissionKind.PROCESS)).isEqualTo(1000);
        assertThat(run.kilograms("mill", EmissionKind.HAULAGE)).isEqualTo(3);
        assertThat(run.kilograms("tip", EmissionKind.DISPOSAL)).isEqualTo(300);
        assertThat(run.kilograms("mill", EmissionKind.AVOIDED)).isEqualTo(-60);
        assertThat(run.euros("donor", Chart.STATE, PaymentKind.CARBON_PRICE)).isEqualTo(0.7);
        assertThat(run.euros("mill", Chart.STATE, PaymentKind.CARBON_PRICE)).isEqualTo(70.21);
        assertThat(run.euros("tip", Chart.STATE, PaymentKind.CARBON_PRICE)).isEqualTo(21);
        assertThat(run.euros("mill", Chart.OUTSIDE, PaymentKind.TREATMENT)).isEqualTo(30);
        assertThat(run.euros(Chart.OUTSIDE, "mill", PaymentKind.SALES)).isEqualTo(80);
    }

    @Test
    void carbonDioxideFromBiomassIsToldForTotalInputAndHasNoPrice() {
        Run run = Run.of(tenTonnesToTheMill(line("digester", "ash")
                        .adds("lime", Recipe.Origin.VIRGIN, 0.2, 80, 0)
                        .biogenic(190)
                        .out("dust", 0.6))
                .site("tip", site("kiln", "dust").biogenic(557))
                .km("mill", "tip", 0)
                .policy(ZERO, Timed.constant(70), 0));
        assertThat(run.kilograms("mill", EmissionKind.BIOGENIC)).isEqualTo(12.5 * 190);
        assertThat(run.kilograms("tip", EmissionKind.BIOGENIC)).isEqualTo(7.5 * 557);
        assertThat(run.kilograms("mill", EmissionKind.PROCESS)).isZero();
        assertThat(run.euros("mill", Chart.STATE, PaymentKind.CARBON_PRICE)).isZero();
        assertThat(run.euros("tip", Chart.STATE, PaymentKind.CARBON_PRICE)).isZero();
    }

    @Test
    void whatIsAddedIsPaidForAndTreatmentCountsTotalInput() {
        Run run = Run.of(tenTonnesToTheMill(line("grinding", "ash")
                .adds("lime", Recipe.Origin.VIRGIN, 0.2, 80, 900)
                .costs(4, 0)));
        assertThat(run.tonnes(Chart.VIRGIN, "mill", "lime")).isEqualTo(2.5);
        assertThat(run.euros("mill", Chart.OUTSIDE, PaymentKind.VIRGIN_MATERIAL))
                .isEqualTo(200);
        assertThat(run.kilograms("mill", EmissionKind.VIRGIN_MATERIAL)).isEqualTo(2250);
        assertThat(run.euros("mill", Chart.OUTSIDE, PaymentKind.TREATMENT)).isEqualTo(50);
    }

    @Test
    void virginMaterialIsPaidByWhoNeedsItAndBearsNoCarbonPrice() {
        Run run = Run.of(TinyLab.of()
                .need("kiln", need("clay").draws(2, 10).virgin(30, 60))
                .policy(ZERO, Timed.constant(70), 0));
        assertThat(run.euros("kiln", Chart.OUTSIDE, PaymentKind.VIRGIN_MATERIAL))
                .isEqualTo(180);
        assertThat(run.kilograms("kiln", EmissionKind.VIRGIN_MATERIAL)).isEqualTo(360);
        assertThat(run.euros(PaymentKind.CARBON_PRICE)).isZero();
    }

    @Test
    void aRouteOutsideTheLabIsPaidTaxedAndBurdenedWhereTheWasteComesFrom() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 10).disposal(new Disposal.Outside(90, 15, 40, 50)))
                .truck(0.1, 0.05)
                .policy(ZERO, Timed.constant(100), 0));
        assertThat(run.tonnes("donor", Chart.DISPOSAL, "ash")).isEqualTo(10);
        assertThat(run.euros("donor", Chart.OUTSIDE, PaymentKind.GATE_FEE)).isEqualTo(900);
        assertThat(run.euros("donor", Chart.STATE, PaymentKind.LANDFILL_TAX)).isEqualTo(150);
        assertThat(run.euros("donor", Chart.OUTSIDE, PaymentKind.HAULAGE)).isEqualTo(50);
        assertThat(run.kilograms("donor", EmissionKind.DISPOSAL)).isEqualTo(400);
        assertThat(run.kilograms("donor", EmissionKind.HAULAGE)).isEqualTo(25);
        assertThat(run.euros("donor", Chart.STATE, PaymentKind.CARBON_PRICE)).isEqualTo(42.5);
    }

    @Test
    void investmentIsAnAnnuityInProportionToTheDaysOfAWindowThatBeginsMidMonth() {
        Run run = Run.of(TinyLab.of()
                .line("mill", line("grinding", "ash").finance(100_000, 10, 2000))
                .window("2025-01-17", 30)
                .policy(ZERO, ZERO, 0.05));
        assertThat(run.euros("mill", Chart.OUTSIDE, PaymentKind.CAPITAL)).isCloseTo(1227.963654748, MICROS);
    }

    @Test
    void withoutDiscountingAnInvestmentIsSpreadEvenlyAndTheWarmUpIsNotCharged() {
        Run run = Run.of(TinyLab.of()
                .line("mill", line("grinding", "ash").finance(365_250, 10, 0))
                .warmUp(400)
                .window("2025-03-05", 50));
        assertThat(run.euros("mill", Chart.OUTSIDE, PaymentKind.CAPITAL)).isCloseTo(5000, MICROS);
    }

    @Test
    void businessAsUsualDoesNotPayForALineThatIsYetToBeBuilt() {
        Run run = Run.of(
                TinyLab.of()
                        .line(
                                "mill",
                                line("grinding", "ash").finance(1000, 10, 500).planned())
                        .lab()
                        .businessAsUsual(),
                1,
                0);
        assertThat(run.euros(PaymentKind.CAPITAL)).isZero();
    }

    @Test
    void theTaxStepsAtItsDateAndTheFirstValueExtendsBackward() {
        Timed tax = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 5), 10), new Timed.Step(LocalDate.of(2025, 1, 11), 40)));
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(0, 1).at(239.99, 1).at(240, 1).at(300, 1))
                .site("tip", site("cell", "ash").taxed())
                .policy(tax, ZERO, 0));
        assertThat(run.euros(PaymentKind.LANDFILL_TAX)).isEqualTo(10 + 10 + 40 + 40);
    }

    @Test
    void postedFeesStepToo() {
        Timed fee = new Timed(
                List.of(new Timed.Step(LocalDate.of(2025, 1, 1), 1), new Timed.Step(LocalDate.of(2025, 1, 21), -3)));
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(10, 2).at(500, 2))
                .line("mill", line("grinding", "ash").fee("ash", fee)));
        assertThat(run.euros("donor", "mill", PaymentKind.GATE_FEE)).isEqualTo(2 - 6);
    }

    @Test
    void moneyAndMassBeyondTheRangeOfTheBooksEndTheRunInPlainWords() {
        TinyLab dear = TinyLab.of()
                .donor("donor", stream("ash").at(1, 1e6).at(2, 1e6))
                .site("tip", site("cell", "ash").fee(9e6));
        TinyLab heavy = TinyLab.of()
                .donor("donor", stream("ash").at(1, 9e12).at(2, 9e12))
                .site("tip", site("cell", "ash"));
        for (TinyLab lab : List.of(dear, heavy)) {
            assertThatThrownBy(() -> Run.of(lab))
                    .isInstanceOf(SimulationException.class)
                    .hasMessageContainingAll("too large to be booked", "unit");
        }
    }

    @Test
    void moneyThatAnActorPaysItselfIsBookedOnBothSides() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("ash").at(1, 10))
                .line("works", line("grinding", "ash").fee("ash", 5))
                .truck(0.1, 0.05)
                .exchange(Exchange.Rule.CHEAPEST, 0));
        assertThat(run.euros("works", "works", PaymentKind.GATE_FEE)).isEqualTo(50);
        assertThat(run.euros(PaymentKind.HAULAGE)).isZero();
        assertThat(run.only(Channel.EXCHANGE).trips()).isZero();
    }
}
