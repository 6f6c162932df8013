package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.circlab.model.Contract;
import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whoever looks ahead knows of contracts: room is saved for what they leave, and only in so far as they leave any. */
class PromisesTest {

    private static final double YEAR = Horizon.DAYS_PER_YEAR;
    /** What the mill works off nonetheless. */
    private static final Offset<Double> NEARLY = within(1e-4);

    /**
     * A mill with room for 10 t that never works off anything, and four more days to come with 2 t of ash each, which saves 100
     * EUR/t; the 10 t of slag of the first day save 10.
     */
    private static TinyLab mill() {
        return donors().line(
                        "mill", line("grinding", "ash", "slag").capacity(1e-6).store(10));
    }

    private static TinyLab donors() {
        return TinyLab.of()
                .donor("plant", stream("ash").batches(100, 50).disposal(new Disposal.Outside(100, 0, 0, 0)))
                .donor("works", stream("slag").at(1, 10).disposal(new Disposal.Outside(10, 0, 0, 0)))
                .need("other", need("sand").mean(Timed.constant(20 * YEAR)).accepts("ash", 1, 0))
                .km("plant", "other", 5000)
                .truck(1, 0)
                .window("2025-01-01", 6)
                .optimal(1, Exchange.Objective.NET_COST, 4);
    }

    private static double slag(TinyLab lab) {
        return Run.of(lab).tonnes("works", "mill", "slag");
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @Test
    void roomIsSavedForWhatNoContractTakes() {
        assertThat(slag(mill())).isCloseTo(2, NEARLY);
    }

    /** At rounds on the four days from 3 January on, each with 2 t of ash; a term of less than a month is released at once. */
    @ParameterizedTest
    @CsvSource({
        "1000, , , 10",
        "1000, 2025-01-04, , 8",
        "1000, , 2025-01-05, 6",
        "3, 2025-01-01, 2025-01-07, 5",
        "7, 2025-01-01, 2025-01-07, 9"
    })
    void roomIsSavedForWhatContractsLeave(
            double tonnesInSixDays, @Nullable String from, @Nullable String until, double slag) {
        TinyLab lab = mill().contract("k", "plant", "other", "ash", tonnesInSixDays / 6 * YEAR, 0)
                .terms(new Contract.Terms(date(from), date(until), 0, null, 0, null));
        assertThat(slag(lab)).isCloseTo(slag, NEARLY);
    }

    /** Two contracts take 3 t and 2 t of it. */
    @Test
    void severalContractsTakeOneAfterTheOther() {
        TinyLab lab = mill().contract("k", "plant", "other", "ash", 3.0 / 6 * YEAR, 0)
                .contract("l", "plant", "other", "ash", 2.0 / 6 * YEAR, 0)
                .terms(new Contract.Terms(
                        LocalDate.parse("2025-01-01"), LocalDate.parse("2025-01-07"), 0, null, 0, null));
        assertThat(slag(lab)).isCloseTo(7, NEARLY);
    }

    /** It needs half a tonne a day and has room for one: of the 8 t of ash it takes 1 t and thrice half a tonne. */
    @Test
    void whatTheReceiverHasNoRoomForIsLeft() {
        TinyLab lab = mill().contract("k", "plant", "scant", "ash", 1000 * YEAR, 0)
                .need(
                        "scant",
                        need("sand")
                                .mean(Timed.constant(0.5 * YEAR))
                                .accepts("ash", 1, 0)
                                .store(1))
                .km("plant", "scant", 5000);
        assertThat(slag(lab)).isCloseTo(4.5, NEARLY);
    }

    /**
     * A need that draws 2 t a day frees room for the ash of a day, but half of it is for a tonne of mud that comes by contract:
     * four tonnes of the 10 t of room wait for ash.
     */
    @Test
    void roomThatContractsFillIsNotForTheExchange() {
        TinyLab lab = donors().donor("pit", stream("mud").batches(100, 100).disposal(new Disposal.Outside(1, 0, 0, 0)))
                .need(
                        "mill",
                        need("sand")
                                .mean(Timed.constant(2 * YEAR))
                                .accepts("ash", 1, 0)
                                .accepts("slag", 1, 0)
                                .accepts("mud", 1, 0)
                                .store(10));
        assertThat(Run.of(lab).tonnes("works", "mill", "slag")).isEqualTo(10);
        lab.contract("k", "pit", "mill", "mud", 1000 * YEAR, 0);
        assertThat(Run.of(lab).tonnes("works", "mill", "slag")).isEqualTo(6);
    }
}
