package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.circlab.simulation.Changes.close;
import static org.circlab.simulation.Changes.days;
import static org.circlab.simulation.Changes.scale;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Event;
import org.circlab.model.Exchange;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The loads of streams that flow without pause: they leave when they are full, whatever has happened on the way. */
class LoadsTest {

    private static final double YEAR = Horizon.DAYS_PER_YEAR;
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static Event.Begin on(int dayOfJanuary) {
        return new Event.At(LocalDate.of(2025, 1, dayOfJanuary));
    }

    /** One tonne a day in loads of ten. */
    private static TinyLab tenTonneLoads() {
        return TinyLab.of().donor("donor", stream("ash").flows(YEAR, 10)).site("tip", site("cell", "ash"));
    }

    @Test
    void aClosureDelaysTheLoadThatGathersByItsLengthAndNoMore() {
        Run run = Run.of(tenTonneLoads().event("strike", on(5), days(5.5), close(Part.Kind.STREAM, "donor", "ash")));
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("372 donor>tip ash 10", "612 donor>tip ash 10");
        assertThat(run.log(FactKind.GENERATED))
                .containsExactly(
                        "96 donor>donor ash 4",
                        "372 donor>donor ash 6",
                        "612 donor>donor ash 10",
                        "720 donor>donor ash 4.5");
    }

    @Test
    void aLoadThatIsFullWhenItsStreamIsShutOrStopsLeaves() {
        Event.Change shut = close(Part.Kind.STREAM, "donor", "ash");
        Event.Change stop = scale(Field.Kind.STREAM_MEAN, "donor", "ash", 0);
        for (Event.Change change : List.of(shut, stop)) {
            Run run = Run.of(tenTonneLoads().event("end", on(11), null, change));
            assertThat(run.log(FactKind.SHIPPED)).containsExactly("240 donor>tip ash 10");
            assertThat(run.accounts().arisings().get(0).grams()).isEqualTo(10_000_000);
        }
    }

    /** A silo that nothing leaves until the mill opens at the beginning of a day of January. */
    private static TinyLab silo(Parts.StreamPart stream, double tonnes, int opens) {
        return TinyLab.of()
                .donor("donor", stream)
                .silo("donor", "ash", tonnes, FOREVER)
                .line("mill", line("grinding", "ash"))
                .site("tip", site("cell", "ash"))
                .window("2025-01-01", 31)
                .event("fire", on(1), days(opens - 1), close(Part.Kind.LINE, "mill", "grinding"));
    }

    @Test
    void whatASiloHadRoomForCountsTowardsTheNextLoad() {
        Run run = Run.of(silo(stream("ash").flows(YEAR, 10), 14, 23));
        assertThat(run.log(FactKind.WITHHELD)).containsExactly("480 donor>donor ash 6");
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("528 donor>mill ash 10", "624 donor>mill ash 10");
    }

    @Test
    void afterALoadWithoutAnyRoomAWholeOneFlowsBeforeTheNextAttempt() {
        Run run = Run.of(silo(stream("ash").flows(YEAR, 10), 19.999999, 30));
        assertThat(run.log(FactKind.GENERATED))
                .startsWith("240 donor>donor ash 10", "480 donor>donor ash 9.999999")
                .element(2, STRING)
                .startsWith("720.00002")
                .endsWith(" donor>donor ash 10");
        assertThat(run.log(FactKind.WITHHELD)).hasSize(2);
    }

    @Test
    void aWholeLoadGathersInPartsAndMovesUndivided() {
        Run batches =
                Run.of(silo(stream("ash").whole().ships(6).at(1, 4).at(2, 4).at(3, 4), 6, 2));
        assertThat(batches.log(FactKind.GENERATED)).containsExactly("1 donor>donor ash 4", "2 donor>donor ash 2");
        assertThat(batches.log(FactKind.SHIPPED)).containsExactly("24 donor>mill ash 6");
        Run loads = Run.of(silo(stream("ash").whole().flows(YEAR, 10), 14, 23));
        assertThat(loads.log(FactKind.SHIPPED)).containsExactly("528 donor>mill ash 10", "624 donor>mill ash 10");
    }

    /** Streams that flow into silos, one of a line and others that have their own. */
    private static TinyLab works(Random random) {
        TinyLab lab = TinyLab.of().window("2025-01-01", 40).exchange(Exchange.Rule.NEAREST, random.nextInt(3));
        for (String donor : List.of("alpha", "beta", "gamma")) {
            Parts.StreamPart part = stream(donor + "-ash").flows(YEAR * (1 + random.nextInt(5)), 1 + random.nextInt(9));
            lab.donor(donor, random.nextBoolean() ? part.whole() : part)
                    .silo(donor, donor + "-ash", 9 + random.nextInt(9), FOREVER)
                    .line(
                            "mill",
                            line("for-" + donor, donor + "-ash")
                                    .capacity(1 + random.nextInt(3))
                                    .store(9))
                    .site("tip", site("for-" + donor, donor + "-ash"));
        }
        return lab;
    }

    private static List<Run.Fact> of(String donor, Run run) {
        return run.facts().stream()
                .filter(fact -> fact.from() == run.party(donor))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theClosureOfAStreamIsNothingToOtherStreams(long seed) {
        Run run = Run.of(works(new Random(seed)));
        Event.Every often = new Event.Every(days(1.7));
        Run shut = Run.of(works(new Random(seed)).event("shut", often, days(1), close(Part.Kind.ACTOR, "", "beta")));
        assertThat(of("alpha", shut)).isEqualTo(of("alpha", run));
        assertThat(of("gamma", shut)).isEqualTo(of("gamma", run));
        assertThat(of("beta", shut)).isNotEqualTo(of("beta", run));
    }

    /**
     * The window is closed before and open after: what has flowed until its end arises in it to the gram, and a load that is due
     * at its end leaves no more. All in whole grams and days, so that many loads are due at its very ends.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatFlowsInTheWindowArisesInItAndALoadDueAtItsEndDoesNotLeave(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            long perDay = 1L + random.nextInt(1 << (1 + random.nextInt(24)));
            int warmUp = random.nextInt(9);
            int length = 1 + random.nextInt(20);
            long load = Math.max(1, perDay * (1 + random.nextInt(10)) / (1 + random.nextInt(5)));
            Parts.StreamPart ash = stream("ash").flows(perDay * YEAR / 1e6, load / 1e6);
            Run run = Run.of(TinyLab.of()
                    .donor("donor", ash)
                    .site("tip", site("cell", "ash"))
                    .warmUp(warmUp)
                    .window("2025-01-01", length));
            long before = warmUp == 0 ? 0 : (perDay * warmUp - 1) / load;
            long all = (perDay * (warmUp + length) - 1) / load;
            assertThat(run.accounts().arisings().get(0).grams()).isEqualTo(perDay * length);
            assertThat(Parts.grams(run.opening("donor", "ash"))).isEqualTo(perDay * warmUp - before * load);
            assertThat(Parts.grams(run.closing("donor", "ash", StockPlace.WAITING)))
                    .isEqualTo(perDay * (warmUp + length) - all * load);
        }
    }
}
