package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.circlab.ledger.Channel;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Circularity against worked numbers. */
class CircularityTest {

    private static final Lab LAB = LabFixture.lab(6);
    private static final long TONNE = 1_000_000;

    /**
     * Cases of the methodology (linear 0.1, fully circular 1) and evaluations of its formulas, each per unit of mass.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "/score/mci.csv", numLinesToSkip = 1)
    void materialCircularityIsThatOfTheMethodology(
            String name,
            double recycledFeed,
            double reusedFeed,
            double recycledAfter,
            double reusedAfter,
            double efficiencyAfter,
            double efficiencyFeed,
            double utility,
            double virgin,
            double uncollected,
            double ofRecycling,
            double ofFeed,
            double waste,
            double linear,
            double expected) {
        MaterialCircularity mci = new MaterialCircularity(
                new MaterialCircularity.Feedstock(recycledFeed, reusedFeed, 0, efficiencyFeed),
                new MaterialCircularity.AfterUse(recycledAfter, reusedAfter, 0, 0, efficiencyAfter),
                utility);
        assertThat(mci.virgin()).as(name).isCloseTo(virgin, within(1e-12));
        assertThat(mci.uncollected()).isCloseTo(uncollected, within(1e-12));
        assertThat(mci.wasteOfRecycling()).isCloseTo(ofRecycling, within(1e-12));
        assertThat(mci.wasteOfFeedstock()).isCloseTo(ofFeed, within(1e-12));
        assertThat(mci.waste()).isCloseTo(waste, within(1e-12));
        assertThat(mci.linearFlow()).isCloseTo(linear, within(1e-12));
        assertThat(mci.full()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theTwoVariantsDifferAsWorkedOut() {
        MaterialCircularity mci = new MaterialCircularity(
                new MaterialCircularity.Feedstock(0.3, 0, 0, 0.8),
                new MaterialCircularity.AfterUse(0.5, 0, 0, 0, 0.75),
                1.2);
        assertThat(100 * mci.waste()).isCloseTo(60, within(1e-12));
        assertThat(mci.linearFlow()).isCloseTo(0.658228, within(5e-7));
        assertThat(mci.full()).isCloseTo(0.506329, within(5e-7));
        assertThat(mci.simple()).isCloseTo(0.5125, within(1e-12));
    }

    /** 1000 t of input of which 300 t are secondary; 900 t arise of which 360 t are recycled. */
    @Test
    void transitionIndicatorIsTheMeanOfInflowAndOutflowByMass() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "ash", Grade.MEASURED, 900 * TONNE);
        books.move("a1", "a0", "ash", Operation.R3, Channel.EXCHANGE, 360 * TONNE);
        books.consume("a0", 300 * TONNE, 270 * TONNE, 700 * TONNE, 1);
        assertThat(read(books, "cti")).isCloseTo(34.74, within(0.005));
        assertThat(read(books, "internal-share-of-input")).isCloseTo(100 * 360 / 1060.0, within(1e-9));
        assertThat(read(books, "mci")).isCloseTo(1 - 0.9 * (0.7 + 0.6) / 2, within(1e-12));
    }

    @Test
    void whatIsRecycledTwiceIsUsedOnce() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "ash", Grade.MEASURED, 430 * TONNE);
        books.move("a1", "a0", "ash", Operation.R5, Channel.EXCHANGE, 430 * TONNE);
        long product = books.process("a0", "ash", 430 * TONNE, 0, 0, 0);
        books.moveProduct("a0", "a2", Operation.R5, Operation.R3, product);
        books.consume("a2", 0, 0, 3570 * TONNE, 1);
        assertThat(read(books, "circular-material-use")).isCloseTo(10.75, within(1e-9));
        assertThat(read(books, "eol-recycling-input")).isZero();
        assertThat(read(books, "recycling")).isCloseTo(860 / LAB.horizon().years(), within(1e-9));
    }

    @Test
    void oldScrapIsTheRubbleAndNotTheAsh() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "ash", Grade.MEASURED, 300 * TONNE);
        books.arise("a1", "rubble", Grade.MEASURED, 200 * TONNE);
        books.move("a1", "a0", "ash", Operation.R5, Channel.EXCHANGE, 300 * TONNE);
        books.move("a1", "a2", "rubble", Operation.R5, Channel.EXCHANGE, 100 * TONNE);
        books.moveToSite("a1", "a3", "rubble", Operation.BACKFILL, Channel.DISPOSAL, 60 * TONNE);
        assertThat(read(books, "eol-recycling-input")).isCloseTo(25, within(1e-9));
        assertThat(read(books, "demolition-recovery")).isCloseTo(80, within(1e-9));
        assertThat(read(books, "received-r5")).isEqualTo(100);
        assertThat(read(books, "received-backfill")).isEqualTo(15);
        assertThat(read(books, "received-d10")).isNaN();
        assertThat(read(books, "to-sites-in-lab")).isEqualTo(15);
        assertThat(read(books, "to-routes-outside")).isZero();
    }

    @Test
    void noLegalRateIsClaimedOfWhatIsSorted() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "rubble", Grade.MEASURED, 200 * TONNE);
        books.move("a1", "a0", "rubble", Operation.R12, Channel.EXCHANGE, TONNE);
        assertThat(read(books, "demolition-recovery")).isNaN();
        assertThat(read(books, "municipal-recycling")).isNaN();
    }

    @Test
    void whereNothingFlowsNothingApplies() {
        for (String id : new String[] {
            "cti",
            "mci",
            "mci-simple",
            "circular-material-use",
            "connectance",
            "finn-cycling-index",
            "largest-removal-loss",
            "jobs",
            "heat-for-recovery",
            "internal-share-of-input"
        }) {
            assertThat(read(new Bookkeeper(LAB), id)).as(id).isNaN();
        }
    }

    private static double read(Bookkeeper books, String id) {
        return IndicatorsTest.reading(Indicators.of(LAB, books.close()), id);
    }
}
