package org.circlab.experiment.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.circlab.network.Gate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small labs in which the smallest change of each dimension is known by arithmetic. */
class WhyNotTest {

    private static final String CHEAP_TIP = "actors.tip.disposes.cell.fee=17 EUR/t";
    private static final String WORKS =
            "actors.works={ needs: { sand: { mean: 1000 t/yr, accepts: { ash: { ratio: 1 } } } } }";
    private static final String NO_KILN = "actors.kiln.runs.line.gate-fee=900 EUR/t";

    @TempDir
    Path folder;

    private Explained ash(String... sets) {
        return Yard.with(folder, sets).ash();
    }

    private static List<String> sets(Explained explained) {
        return explained.proposals().stream().map(Proposal::set).toList();
    }

    private static Proposal change(Explained explained, Dimension dimension) {
        return explained.proposals().stream()
                .filter(proposal -> proposal.dimension() == dimension)
                .findFirst()
                .orElseThrow(() -> new AssertionError(dimension + " is not among " + explained));
    }

    private static double number(Explained explained, Dimension dimension) {
        return Double.parseDouble(change(explained, dimension).value().split(" ", -1)[0]);
    }

    @Test
    void nothingIsExplainedWhereAllIsTaken() {
        Explanation explanation = Yard.with(folder).explain();
        assertThat(explanation.explained()).isEmpty();
        assertThat(explanation.runs()).isEqualTo(1);
        Passage all = explanation.funnel().total(Subject.Side.OFFER);
        assertThat(all.offeredGrams()).isEqualTo(3_650_000_000L);
        assertThat(all.stops()).isEmpty();
    }

    /** All 3650 t of the year go to the tip by contract: a twentieth of it, 182.5 t, may still do so. */
    @Test
    void aContractForDisposalIsNoExchangeAndMustShrink() {
        Explained ash = ash("contracts.c={ from: plant, to: tip, material: ash, volume: 4 kt/yr, gate-fee: 1 EUR/t }");
        assertThat(ash.gate()).isEqualTo(Gate.CONTRACT);
        assertThat(ash.row().passage().tradedGrams()).isZero();
        assertThat(Objects.requireNonNull(ash.nearest()).part()).isEqualTo("cell");
        assertThat(ash.proposals()).hasSize(1);
        assertThat(number(ash, Dimension.CONTRACT)).isBetween(170.0, 183.0);
    }

    /** The tip costs 17 + 2 = 19, the kiln 30 + 5 = 35: 16 are missing. */
    @Test
    void aTaxAndAFeeCloseTheGapToDisposal() {
        Explained ash = ash(CHEAP_TIP);
        assertThat(ash.gate()).isEqualTo(Gate.PRICE);
        assertThat(ash.nearest()).isEqualTo(new Explained.Nearest("kiln", "line", 50, 16, ""));
        assertThat(sets(ash))
                .containsExactly("actors.kiln.runs.line.gate-fee=14 EUR/t", "policy.landfill-tax=16 EUR/t");
        assertThat(ash.inVain()).containsExactly(Dimension.HAULAGE);
        assertThat(change(ash, Dimension.FEE).now()).isEqualTo("30 EUR/t");
        assertThat(change(ash, Dimension.FEE).tradedGrams()).isEqualTo(ash.row().unmatchedGrams());
    }

    /** A tip at 37 EUR/t: 30 + 50 c is no more than 37 + 20 c up to c = 7 / 30. */
    @Test
    void haulageMustBeCheapEnough() {
        Explained ash = ash("actors.tip.disposes.cell.fee=37 EUR/t", "haulage.truck.cost=0.3 EUR/tkm");
        assertThat(number(ash, Dimension.HAULAGE)).isBetween(0.99 * 7 / 30, 7.0 / 30);
    }

    /** With the tip at 200 km and 17 EUR/t: 30 + 50 c is no more than 17 + 200 c from c = 13 / 150 on. */
    @Test
    void haulageMayHaveToBeDearEnough() {
        Explained ash =
                ash(CHEAP_TIP, "distances={ plant: { kiln: 50 km, tip: 200 km } }", "haulage.truck.cost=0.05 EUR/tkm");
        assertThat(number(ash, Dimension.HAULAGE)).isBetween(13.0 / 150, 1.01 * 13 / 150);
    }

    /** A tonne brings the plant 42 - 35 = 7 EUR; it asks for more than 9. */
    @Test
    void aHurdleMustFallBelowTheGain() {
        Explained ash = ash("actors.plant.hurdle=9 EUR/t");
        assertThat(Objects.requireNonNull(ash.nearest()).margin()).isEqualTo(2);
        assertThat(number(ash, Dimension.HURDLE)).isBetween(0.99 * 7 - 0.01, 7 - 1e-9);
        assertThat(number(ash, Dimension.FEE)).isBetween(28 * 0.99, 28 - 1e-9);
        assertThat(number(ash, Dimension.LANDFILL_TAX)).isBetween(2 + 1e-9, 2.03);
        assertThat(ash.inVain()).isEmpty();
    }

    /** The kiln gets 30 EUR/t and asks for more than 33; the plant would pay up to 37. */
    @Test
    void aFeeMayHaveToRiseToTheHurdleOfTheReceiverAndNoFurther() {
        Explained ash = ash("actors.kiln.hurdle=33 EUR/t");
        assertThat(number(ash, Dimension.FEE)).isBetween(33 + 1e-9, 33 * 1.01);
        assertThat(number(ash, Dimension.HURDLE)).isBetween(30 * 0.99, 30 - 1e-9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ carbon: { most: 5 % } } | carbon.most | 6.2 %",
                "{ mercury: { most: 0.5 mg/kg } } | mercury.most | 3 mg/kg",
                "{ heating-value: { least: 9 GJ/t } } | heating-value.least | 7 GJ/t"
            })
    void aLimitMustLetItThrough(String limits, String path, String value) {
        Explained ash = ash("actors.kiln.runs.line.limits=" + limits);
        assertThat(ash.gate()).isEqualTo(Gate.COMPOSITION);
        assertThat(sets(ash)).containsExactly("actors.kiln.runs.line.limits." + path + "=" + value);
        assertThat(ash.inVain()).isEmpty();
    }

    @Test
    void ofTwoLimitsNoSingleOneDoes() {
        Explained ash = ash("actors.kiln.runs.line.limits={ carbon: { most: 5 % }, mercury: { most: 1 mg/kg } }");
        assertThat(ash.proposals()).isEmpty();
        assertThat(ash.inVain()).containsExactly(Dimension.LIMIT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ codes: [\"17 01 02\"] } | .codes=[\"10 01 02\", \"17 01 02\"]",
                "{ operations: [R1, R3] } | .operations=[R1, R3, R5]",
                "{ codes: [\"17 01 02\"], operations: [R3] } | ={ codes: [\"10 01 02\", \"17 01 02\"], operations: [R3, R5] }",
                "{ status: [product] } | .status=[waste, product]"
            })
    void aPermitIsCompleted(String permits, String change) {
        Explained ash = ash("actors.kiln.permits=" + permits);
        assertThat(sets(ash)).containsExactly("actors.kiln.permits" + change);
    }

    @Test
    void aPermitForHazardousWaste() {
        Explained ash =
                ash("materials.ash.hazardous=yes", "actors.kiln.permits={ codes: [\"10 01 02\"], hazardous: no }");
        assertThat(ash.gate()).isEqualTo(Gate.HAZARDOUS);
        assertThat(sets(ash)).containsExactly("actors.kiln.permits.hazardous=yes");
    }

    @Test
    void aBorderIsOpened() {
        Explained banned = ash("actors.kiln.country=BA", "policy.borders={ EU-non-EU: ban }");
        assertThat(sets(banned)).containsExactly("policy.borders.SI-BA=free");
        Explained noticed = ash("actors.kiln.country=BA", "policy.borders={ SI-BA: { notice: 200 d } }");
        assertThat(noticed.gate()).isEqualTo(Gate.BORDER);
        assertThat(change(noticed, Dimension.BORDER).set())
                .matches("policy\\.borders\\.SI-BA=\\{ notice: \\d+(\\.\\d+)? d }");
    }

    private static final String NO_BAKING = "policy.bans.b={ operations: [R5], materials: [ash], from: 2025-01-01 }";

    @Test
    void aBanIsLifted() {
        Explained ash = ash(NO_BAKING, "actors.plant.hurdle=1 EUR/t");
        assertThat(ash.gate()).isEqualTo(Gate.BAN);
        assertThat(sets(ash)).containsExactly("policy.bans.b=null");
        assertThat(change(ash, Dimension.BAN).now()).isEqualTo("in force from 2025-01-01");
        assertThat(ash.inVain()).isEmpty();
    }

    /** Bans of another operation, material or receiver are let be; of two that forbid the same no single one does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy.bans.a={ operations: [R1] } | policy.bans.b=null",
                "policy.bans.a={ operations: [R5], receivers: [works] } | policy.bans.b=null",
                "policy.bans.a={ operations: [R5], receivers: [kiln] } | "
            })
    void onlyABanOfTheWayIsLifted(String other, @Nullable String change) {
        Explained ash = ash(NO_BAKING, other);
        assertThat(sets(ash)).isEqualTo(change == null ? List.of() : List.of(change));
        assertThat(ash.inVain()).isEqualTo(change == null ? List.of(Dimension.BAN) : List.of());
    }

    /**
     * A tonne brings the plant 42 - 35 = 7 EUR; it asks for 4, and beyond that for half of a premium of 10 since half of the trust
     * is there from the beginning: less than 6 would do at the first round, and a little less where trust fades.
     */
    @Test
    void aPremiumForTrustMustFall() {
        Explained ash = ash("actors.plant.hurdle=4 EUR/t", "exchange.trust={ premium: 10 EUR/t, start: 50 % }");
        assertThat(ash.gate()).isEqualTo(Gate.TRUST);
        assertThat(number(ash, Dimension.TRUST_PREMIUM)).isBetween(6 * 0.98, 6 - 1e-9);
        assertThat(number(ash, Dimension.HURDLE)).isBetween(2 * 0.98, 2 - 1e-9);
        assertThat(ash.inVain()).doesNotContain(Dimension.TRUST_PREMIUM);
    }

    @Test
    void whereNobodyHasAHurdleNobodyAsksForAPremium() {
        Explained ash = ash(CHEAP_TIP, "exchange.trust={ premium: 10 EUR/t, start: 50 % }");
        assertThat(ash.inVain()).doesNotContain(Dimension.TRUST_PREMIUM);
        assertThat(ash.proposals()).noneMatch(each -> each.dimension() == Dimension.TRUST_PREMIUM);
    }

    /** The tip costs 19, the kiln 35 less 3 that the state pays the donor: 13 more are missing. */
    @Test
    void aSubsidyMustPayTheRest() {
        Explained ash =
                ash(CHEAP_TIP, "policy.subsidies.s={ pays: 3 EUR/t, to: donor, operations: [R5], materials: [ash] }");
        assertThat(number(ash, Dimension.SUBSIDY)).isEqualTo(16);
        Explained other =
                ash(CHEAP_TIP, "policy.subsidies.s={ pays: 3 EUR/t, to: donor, operations: [R1], materials: [ash] }");
        assertThat(other.proposals()).noneMatch(each -> each.dimension() == Dimension.SUBSIDY);
        assertThat(other.inVain()).doesNotContain(Dimension.SUBSIDY);
    }

    @Test
    void aReachIsExtendedToTheWay() {
        Explained ash = ash("actors.kiln.runs.line.within=30 km");
        assertThat(Objects.requireNonNull(ash.nearest()).margin()).isEqualTo(20);
        assertThat(sets(ash)).containsExactly("actors.kiln.runs.line.within=50 km");
    }

    /** A kiln for 4 t of 10 a day must take 4 + 0.95 x 6 = 9.7 at least. */
    @Test
    void aCapacityMustHoldAlmostAll() {
        Explained ash = ash("actors.kiln.runs.line.capacity=4 t/d");
        assertThat(ash.gate()).isEqualTo(Gate.CAPACITY);
        assertThat(number(ash, Dimension.CAPACITY)).isBetween(9.7, 10.1);
    }

    /** Of a lot of 100 t the kiln takes what it can work off in a day: 95 t at least. */
    @Test
    void aCapacityMustHoldALargeLot() {
        Explained ash = ash(
                "actors.plant.generates.ash={ batches: [2025-02-01 100 t], mean: null }",
                "exchange={ every: null, on: arrival }",
                "actors.kiln.runs.line.capacity=2 t/d");
        assertThat(number(ash, Dimension.CAPACITY)).isBetween(95.1, 97.1);
    }

    /** All but the 10 t that have arisen since the last round. */
    @Test
    void whatPilesUpIsUnmatchedToo() {
        Explained ash = ash(CHEAP_TIP, "actors.plant.stores={ ash: { capacity: 1 Mt } }");
        assertThat(ash.row().passage().stoppedGrams()).isZero();
        assertThat(ash.row().unmatchedGrams()).isEqualTo(3_640_000_000L);
        assertThat(number(ash, Dimension.LANDFILL_TAX)).isEqualTo(16);
    }

    /** Of 70 t a week 1 t overflows; the 10 t that wait for the next round at the end have not been refused by anybody. */
    @Test
    void whatWaitsForItsFirstRoundIsNotUnmatched() {
        Explained ash = ash("actors.plant.stores={ ash: { capacity: 69 t } }");
        assertThat(ash.row().passage().closingGrams()).isEqualTo(10_000_000);
        assertThat(ash.row().unmatchedGrams())
                .isEqualTo(ash.row().passage().stoppedGrams())
                .isBetween(50_000_000L, 53_000_000L);
        assertThat(number(ash, Dimension.DONOR_STORE)).isBetween(69.9, 70.0);
    }

    /** The kiln is too dear; works need 1000 t a year of sand of the 3652.5 t of ash. */
    @Test
    void aNeedMustBeLargeEnough() {
        Explained ash = ash(WORKS, NO_KILN);
        assertThat(ash.gate()).isEqualTo(Gate.CAPACITY);
        double least = 1000 + 0.95 * 2652.5;
        assertThat(number(ash, Dimension.NEED)).isBetween(0.99 * least, 1.03 * least);
    }

    @Test
    void aContractIsServedWhateverItCosts() {
        Explained ash = ash(
                CHEAP_TIP,
                "contracts.c={ from: plant, to: kiln, material: ash, volume: 1000 t/yr, gate-fee: 1 EUR/t }");
        double least = 1000 + 0.95 * 2652.5;
        assertThat(number(ash, Dimension.CONTRACT)).isBetween(0.99 * least, 1.03 * least);
    }

    /** 50 km at 1 km/h take 50 h, and the ash keeps 24 h. */
    @Test
    void whatSpoilsMustKeepForTheWay() {
        Explained ash = ash(
                "haulage.truck.speed=1 km/h",
                "actors.kiln.runs.line.capacity=100 t/d",
                "exchange={ every: null, on: arrival }",
                "actors.plant.stores={ ash: { capacity: 100 t, keeps: 1 d } }");
        assertThat(ash.gate()).isEqualTo(Gate.EXPIRY);
        assertThat(number(ash, Dimension.KEEPING)).isBetween(50.0 / 24, 1.01 * 50 / 24);
    }

    @Test
    void nobodyAtAllIsNoMatterOfOneChange() {
        Explained ash = ash("processes.baking.takes=[mud]", "materials.mud={}");
        assertThat(ash.gate()).isEqualTo(Gate.MATERIAL);
        assertThat(ash.nearest()).isNull();
        assertThat(ash.proposals()).isEmpty();
        assertThat(ash.inVain()).isEmpty();
    }

    /**
     * Of 7300 t of sand 51 weeks' ash, 3570 t, displace as much, since the first round is after a week: it takes 0.95 of the
     * other 3730 t more in 51 of 52 weeks.
     */
    @Test
    void aNeedAsksForMoreSupply() {
        Explanation explanation = Yard.with(folder, WORKS, NO_KILN, "actors.works.needs.sand.mean=7305 t/yr")
                .explain(new Question("works", null, 1, 1, 1));
        Explained sand = explanation.explained().get(0);
        assertThat(sand.gate()).isNull();
        assertThat(sand.nearest()).isEqualTo(new Explained.Nearest("plant", "ash", 30, Double.NaN, ""));
        assertThat(number(sand, Dimension.SUPPLY)).isBetween(1.95 * 3652.5, 1.05 * 1.95 * 3652.5);
        assertThat(explanation.funnel().rows()).hasSize(1);
    }

    @Test
    void aNeedNamesWhatIsIdleAndWhatStopsIt() {
        Explanation explanation = Yard.with(folder, WORKS, NO_KILN, "actors.works.needs.sand.accepts.ash.within=20 km")
                .explain(new Question(null, "sand", 1, 1, 1));
        Explained sand = explanation.explained().get(0);
        assertThat(sand.gate()).isEqualTo(Gate.DISTANCE);
        assertThat(sand.idle()).singleElement().satisfies(idle -> {
            assertThat(idle.row().subject().actor()).isEqualTo("plant");
            assertThat(idle.gate()).isEqualTo(Gate.PRICE);
        });
        assertThat(sets(sand)).contains("actors.works.needs.sand.accepts.ash.within=30 km");
    }

    /** Each proposal is run once more, and the books of the ledger, which know nothing of offers, must say so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                CHEAP_TIP,
                "actors.plant.hurdle=9 EUR/t",
                "actors.kiln.runs.line.capacity=4 t/d",
                "actors.kiln.runs.line.within=30 km",
                NO_BAKING
            })
    void theLedgerProvesEachProposal(String set) {
        Yard yard = Yard.with(folder, set);
        Explained ash = yard.ash();
        long before = Yard.traded(yard.accounts(), "plant", "ash");
        assertThat(ash.proposals()).isNotEmpty();
        for (Proposal proposal : ash.proposals()) {
            long more = Yard.traded(yard.accounts(proposal.set()), "plant", "ash") - before;
            assertThat(more).as(proposal.set()).isGreaterThanOrEqualTo(ash.row().unmatchedGrams() / 100 * 94);
        }
    }

    @Test
    void threadsChangeNothing() {
        Yard yard = Yard.with(folder, WORKS, CHEAP_TIP);
        Question one = new Question(null, null, 5, 7, 1);
        Question four = new Question(null, null, 5, 7, 4);
        Explanation explanation = yard.explain(one);
        assertThat(yard.explain(four)).isEqualTo(explanation);
        assertThat(explanation.explained()).isNotEmpty();
    }
}
