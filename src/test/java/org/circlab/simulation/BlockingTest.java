package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines before stores that block; instants by hand. */
class BlockingTest {

    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

    /** A line that makes a brick of each tonne of ash in an hour, with ash for five at once. */
    private static TinyLab works(Parts.LinePart line) {
        return TinyLab.of()
                .donor(
                        "works",
                        stream("ash").at(0, 1).at(0, 1).at(0, 1).at(0, 1).at(0, 1))
                .line("works", line.capacity(24).store(1000))
                .site("tip", site("cell", "ash", "brick", "dust"));
    }

    private static Parts.LinePart kiln() {
        return line("kiln", "ash");
    }

    private static List<String> processed(TinyLab lab) {
        return Run.of(lab).log(FactKind.PROCESSED);
    }

    private static List<String> hours(TinyLab lab) {
        return processed(lab).stream()
                .map(fact -> fact.substring(0, fact.indexOf(' ')))
                .toList();
    }

    @Test
    void aLineStandsUntilTheShelfLifeEmptiesTheStore() {
        // Bricks of hours 1 and 2 leave after 24 h each; the third is done at 3 and comes out at 25.
        TinyLab lab = works(kiln().out("brick", 1)).silo("works", "brick", 2, 1);
        assertThat(hours(lab)).containsExactly("1", "2", "25", "26", "49");
        Run run = Run.of(lab);
        assertThat(run.tonnes("works", "tip", "brick")).isEqualTo(5);
        assertThat(run.log(FactKind.DISPOSED).get(0)).isEqualTo("25 tip>tip brick 1");
    }

    @Test
    void aServedLotStaysInProcessAndItsRoomTaken() {
        TinyLab lab = works(kiln().out("brick", 1)).silo("works", "brick", 2, FOR_EVER);
        Run run = Run.of(lab);
        assertThat(run.closing("works", "brick", StockPlace.STORE)).isEqualTo(2);
        assertThat(run.closing("works", "ash", StockPlace.PROCESS)).isEqualTo(1);
        assertThat(run.closing("works", "ash", StockPlace.INLET)).isEqualTo(2);
        long[] committed = new long[1];
        CompiledLab compiled = CompiledLab.of(lab.lab());
        int kiln = 0;
        while (compiled.network().inlets().get(kiln).line() == null) {
            kiln++;
        }
        int inlet = kiln;
        Replication.run(
                compiled,
                1,
                0,
                FlowSink.NONE,
                (kernel, ledger, view) -> kernel.trace(
                        (millis, sequence, type, subject, payload) -> committed[0] = view.committedGrams(inlet)));
        assertThat(committed[0]).isEqualTo(3_000_000);
    }

    @Test
    void aStoreThatDoesNotBlockLetsTheOldestGoInstead() {
        TinyLab lab = works(kiln().out("brick", 1)).store("works", "brick", 2, FOR_EVER);
        assertThat(hours(lab)).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void anEmptyStoreTakesALotOfWhateverSize() {
        TinyLab lab = works(kiln().out("brick", 1)).silo("works", "brick", 0.1, 1);
        assertThat(hours(lab)).containsExactly("1", "25", "49", "73", "97");
    }

    @Test
    void everyOutputMustHaveRoomBeforeAnyComesOut() {
        TinyLab lab = works(kiln().out("brick", 0.5).out("dust", 0.5))
                .silo("works", "brick", 1, 1)
                .silo("works", "dust", 0.5, 3);
        // One dust at a time for three days; bricks would have had room for two.
        assertThat(hours(lab)).containsExactly("1", "73", "145", "217", "289");
        Run run = Run.of(lab);
        List<Run.Fact> made = run.facts().stream()
                .filter(fact -> fact.kind() == FactKind.PRODUCED)
                .toList();
        assertThat(made).hasSize(10);
        for (int i = 0; i < made.size(); i += 2) {
            assertThat(made.get(i).millis()).isEqualTo(made.get(i + 1).millis());
        }
    }

    @Test
    void whatIsGatheredTowardsALoadNeedsNoRoomBeforeTheLoadIsFull() {
        // Loads of 2 t come at hours 2 and 4, the latter into a store that holds the first for ten days.
        TinyLab lab = works(kiln().ships("brick", 1, 2)).silo("works", "brick", 3, 10);
        assertThat(hours(lab)).containsExactly("1", "2", "3", "242", "243");
    }

    @Test
    void roomAtAReceiverPassesOnThroughTheStoreAtTheSameInstant() {
        // The mill takes 4 h for a brick and has room for one: it draws at 1, 5, 9, 13, and the store holds one more.
        TinyLab lab = works(kiln().out("brick", 1))
                .silo("works", "brick", 1, FOR_EVER)
                .line("mill", line("mill", "brick").capacity(6).store(1));
        assertThat(processed(lab))
                .containsExactly(
                        "1 works>works ash 1",
                        "2 works>works ash 1",
                        "5 mill>mill brick 1",
                        "5 works>works ash 1",
                        "9 mill>mill brick 1",
                        "9 works>works ash 1",
                        "13 mill>mill brick 1",
                        "13 works>works ash 1",
                        "17 mill>mill brick 1",
                        "21 mill>mill brick 1");
    }

    @Test
    void aRoundThatEmptiesTheStoreLetsTheLineGoOn() {
        TinyLab lab = works(kiln().out("brick", 1))
                .exchange(Exchange.Rule.NEAREST, 1)
                .silo("works", "brick", 2, FOR_EVER)
                .need("mill", need("clay").accepts("brick", 1, 0).store(100));
        // The ash waits for the first round, after a day; bricks at 25 and 26 go at 48, and so on.
        assertThat(hours(lab)).containsExactly("25", "26", "48", "49", "72");
    }

    @Test
    void serversThatAreBlockedGoOnInTheOrderInWhichTheyStopped() {
        TinyLab lab = works(kiln().parallel(3).out("brick", 1)).silo("works", "brick", 1, 1);
        assertThat(hours(lab)).containsExactly("1", "25", "49", "73", "97");
    }

    @Test
    void aBreakdownOfABlockedServerCostsNoServiceAndItTakesTheNextLotAfterTheRepair() {
        Interval up = new Interval(20 * 3_600_000.0, new Spread.None());
        Interval down = new Interval(10 * 3_600_000.0, new Spread.None());
        TinyLab lab = works(kiln().out("brick", 1).breaks(up, down, false)).silo("works", "brick", 1, 1);
        // Done at 2, blocked to 25, broken from 20 to 30; the next from 30 to 31, and down again from 50 to 60.
        assertThat(hours(lab)).containsExactly("1", "25", "49", "73", "97");
        TinyLab alone = works(kiln().out("brick", 1).breaks(up, down, false)).silo("works", "brick", 3, 1);
        // The fourth is done at 4, comes out at 25 while the server is broken; the fifth takes from 30 to 31.
        assertThat(hours(alone)).containsExactly("1", "2", "3", "25", "31");
    }

    @Test
    void aContractDrainsTheStoreOfAStandingLineAsItsVolumeIsReleased() {
        TinyLab lab = TinyLab.of()
                .donor("works", stream("ash").batches(1, 1).whole())
                .line("works", kiln().capacity(24).store(5).out("brick", 1))
                .silo("works", "brick", 3, FOR_EVER)
                .line("mill", line("mill", "brick").capacity(100))
                .contract("deal", "works", "mill", "brick", 120, 0)
                .contract("own", "works", "works", "ash", 1000, 0)
                .site("tip", site("cell", "ash", "brick"))
                .window("2025-01-01", 365);
        Run usual = Run.of(lab.lab().businessAsUsual(), 1, 0);
        assertThat(usual.tonnes("works", "mill", "brick")).isBetween(115.0, 120.0);
        assertThat(usual.tonnes("works", "tip", "brick")).isZero();
    }

    @Test
    void inBusinessAsUsualWithoutAContractNothingBlocks() {
        TinyLab lab = works(kiln().out("brick", 1)).silo("works", "brick", 2, FOR_EVER);
        TinyLab usual = TinyLab.of()
                .donor("works", stream("ash").at(0, 5))
                .line("works", kiln().capacity(24).out("brick", 1))
                .contract("ash", "works", "works", "ash", 1000, 0)
                .silo("works", "brick", 2, FOR_EVER)
                .site("tip", site("cell", "ash", "brick"));
        assertThat(Run.of(lab.lab().businessAsUsual(), 1, 0).tonnes("works", "tip", "ash"))
                .isEqualTo(5);
        Run run = Run.of(usual.lab().businessAsUsual(), 1, 0);
        assertThat(run.closing("works", "brick", StockPlace.STORE)).isZero();
        assertThat(run.tonnes("works", "tip", "brick")).isEqualTo(5);
    }

    /**
     * Rings of lines that feed each other through silos of a shelf life: whatever stands in a line's way is gone by the end of
     * it, so that no line stands longer, be the ring as full as it may.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whereThereIsAWayOutNoLineStandsForEver(long first) {
        int stands = 0;
        for (long seed = 16 * first; seed < 16 * first + 16; seed++) {
            Random random = new Random(seed);
            double keeps = 1.5 + random.nextInt(5);
            CompiledLab lab = CompiledLab.of(ring(random, keeps).lab());
            Map<Integer, Long> since = new HashMap<>();
            List<Double> daysBlocked = new ArrayList<>();
            TreeSet<Integer> served = new TreeSet<>();
            Replication.run(
                    lab,
                    seed,
                    0,
                    FlowSink.NONE,
                    (kernel, ledger, view) -> kernel.trace((millis, sequence, type, subject, payload) -> {
                        if (type.name().equals("service-ends")) {
                            since.put(subject, millis);
                            served.add(subject);
                        } else if (type.name().equals("blocked-line-offers")) {
                            daysBlocked.add((millis - since.getOrDefault(subject, Long.MIN_VALUE))
                                    / (double) Horizon.DAY_MILLIS);
                        }
                    }));
            assertThat(daysBlocked).as("seed %s", seed).allMatch(days -> days <= keeps);
            assertThat(served).as("servers of seed %s", seed).hasSizeGreaterThan(1);
            stands += daysBlocked.isEmpty() ? 0 : 1;
        }
        assertThat(stands).as("rings in which a line stood for a day").isGreaterThan(4);
    }

    private static TinyLab ring(Random random, double keeps) {
        int length = 2 + random.nextInt(3);
        TinyLab lab = TinyLab.of()
                .window("2025-01-01", 60)
                .exchange(Exchange.Rule.NEAREST, random.nextBoolean() ? 0 : 1 + random.nextInt(2))
                .site("tip", site("cell", "m0", "m1", "m2", "m3"));
        for (int i = 0; i < length; i++) {
            String taken = "m" + i;
            String made = "m" + (i + 1) % length;
            lab.donor("a" + i, stream(taken).batches(1 + random.nextInt(4), 0.5 + random.nextDouble()))
                    .line(
                            "b" + i,
                            line("line" + i, taken)
                                    .capacity(1 + random.nextInt(10))
                                    .service(new Spread.Gamma(0.6))
                                    .store(1 + random.nextInt(10))
                                    .ships(made, 1, 0.5))
                    .silo("b" + i, made, 0.5 + random.nextInt(8), keeps);
        }
        return lab;
    }
}
