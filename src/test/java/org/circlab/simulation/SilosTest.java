package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.circlab.kernel.Kernel;
import org.circlab.kernel.Streams;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Lab;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that block. */
class SilosTest {

    private static final double FOREVER = Double.POSITIVE_INFINITY;

    @Test
    void whoWaitsForRoomIsToldInAnEventOfItsOwn() {
        Lab lab = TinyLab.of()
                .donor("donor", stream("ash"), stream("slag"))
                .silo("donor", "ash", 10, 5)
                .store("donor", "slag", 10, 5)
                .site("tip", site("cell", "ash", "slag"))
                .lab();
        CompiledLab compiled = CompiledLab.of(lab);
        Kernel kernel = new Kernel();
        Stage stage = Stage.of(compiled, kernel, new Streams(1, 1), new Ledger(compiled.chart(), FlowSink.NONE));
        Carriage carriage = new Carriage(stage, new Receiving(stage, new Lines(stage)));
        Stores stores = new Stores(stage, new Fallback(stage, carriage, new Contracts(stage, carriage)));
        List<String> told = new ArrayList<>();
        stores.listen(store -> told.add(kernel.now() + " " + store));
        assertThat(stores.admits(0, Parts.grams(11))).isTrue();
        stores.keep(0, stage.lots().open(0, Parts.grams(6), 0));
        stores.keep(1, stage.lots().open(1, Parts.grams(6), 0));
        assertThat(stores.admits(0, Parts.grams(4))).isTrue();
        assertThat(stores.admits(0, Parts.grams(4) + 1)).isFalse();
        assertThat(stores.admits(1, Parts.grams(5))).isTrue();
        kernel.run(Parts.millis(24));
        stores.keep(0, stage.lots().open(0, Parts.grams(3), kernel.now()));
        assertThat(told).isEmpty();
        kernel.run(Parts.millis(24 * 9));
        assertThat(told).containsExactly(Parts.millis(120) + " 0", Parts.millis(144) + " 0");
        assertThat(stores.admits(0, Parts.grams(10))).isTrue();
    }

    @Test
    void aLoadThatNoEmptySiloHoldsComesInAsAWhole() {
        Run run = Run.of(TinyLab.of()
                .donor("works", stream("mud").at(1, 20))
                .line("works", line("press", "mud").out("cake", 1))
                .silo("works", "cake", 8, FOREVER)
                .site("tip", site("cell", "cake")));
        assertThat(run.closing("works", "cake", StockPlace.STORE)).isEqualTo(20);
    }

    private static TinyLab milled(Parts.StreamPart stream, double silo) {
        return TinyLab.of()
                .donor("donor", stream)
                .silo("donor", "ash", silo, FOREVER)
                .line("mill", line("grinding", "ash").capacity(10).store(10))
                .site("tip", site("cell", "ash"));
    }

    @Test
    void onlyWhatTheSiloHasRoomForArises() {
        Run run = Run.of(milled(stream("ash").at(1, 10).at(2, 6).at(3, 7).at(30, 4), 8));
        assertThat(run.log(FactKind.GENERATED))
                .containsExactly(
                        "1 donor>donor ash 8", "2 donor>donor ash 6", "3 donor>donor ash 4", "30 donor>donor ash 4");
        assertThat(run.log(FactKind.WITHHELD)).containsExactly("1 donor>donor ash 2", "3 donor>donor ash 3");
        assertThat(run.accounts().arisings().get(0).withheldGrams()).isEqualTo(5_000_000);
        assertThat(run.tonnes("donor", "tip", "ash")).isZero();
    }

    @Test
    void aWholeBatchArisesWholeOrNotAtAll() {
        Run run = Run.of(milled(stream("ash").whole().at(1, 10).at(2, 6).at(3, 7), 8));
        assertThat(run.log(FactKind.GENERATED)).containsExactly("2 donor>donor ash 6", "3 donor>donor ash 7");
        assertThat(run.log(FactKind.WITHHELD)).containsExactly("1 donor>donor ash 10");
    }

    @Test
    void whatGathersToALoadStandsInTheSilo() {
        Run run = Run.of(milled(stream("ash").ships(6).at(1, 5).at(2, 5), 8));
        assertThat(run.log(FactKind.GENERATED)).containsExactly("1 donor>donor ash 5", "2 donor>donor ash 3");
        assertThat(run.log(FactKind.SHIPPED)).containsExactly("2 donor>mill ash 6");
    }

    @Test
    void whatASiloKeepsTooLongMakesRoom() {
        Run run = Run.of(TinyLab.of()
                .donor("donor", stream("ash").at(1, 6).at(2, 6).at(24, 6).at(26, 6))
                .silo("donor", "ash", 8, 1)
                .site("tip", site("cell", "ash")));
        assertThat(run.log(FactKind.GENERATED))
                .containsExactly("1 donor>donor ash 6", "2 donor>donor ash 2", "26 donor>donor ash 6");
        assertThat(run.log(FactKind.SHIPPED))
                .containsExactly("25 donor>tip ash 6", "26 donor>tip ash 2", "50 donor>tip ash 6");
    }

    @Test
    void nothingBlocksInBusinessAsUsualButWhatAContractKeeps() {
        TinyLab lab = milled(stream("ash").at(1, 20).at(2, 6), 8);
        Run usual = Run.of(lab.lab().businessAsUsual(), 1, 0);
        assertThat(usual.log(FactKind.WITHHELD)).isEmpty();
        assertThat(usual.tonnes("donor", "tip", "ash")).isEqualTo(26);
        Run contracted =
                Run.of(lab.contract("c", "donor", "mill", "ash", 12, 0).lab().businessAsUsual(), 1, 0);
        assertThat(contracted.log(FactKind.WITHHELD)).isNotEmpty();
        assertThat(contracted.tonnes("donor", "tip", "ash")).isZero();
    }

    private static Parts.StreamPart scattering(Random random) {
        Parts.StreamPart part = stream("ash");
        if (random.nextInt(3) == 0) {
            return part.flows(4000 + random.nextInt(6000), 0.5 + random.nextInt(4));
        }
        return part.mean(Timed.constant(4000 + random.nextInt(6000)))
                .spread(new Spread.Gamma(0.8))
                .every(0.2 + random.nextDouble(), new Spread.Exponential());
    }

    private static long withheld(Run run) {
        return run.accounts().arisings().get(0).withheldGrams();
    }

    private static long arisen(Run run) {
        return run.accounts().arisings().get(0).grams();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aSiloWithholdsTheLessTheLargerItIsAndNeverHoldsMore(long seed) {
        List<Long> amounts = new ArrayList<>();
        long drawn = -1;
        for (double size : new double[] {4, 5, 8, 13, 40, 1e6}) {
            TinyLab lab = milled(scattering(new Random(seed)), size).payload(0.01);
            Run run = Run.of(lab.lab(), seed, 0);
            drawn = drawn < 0 ? withheld(run) + arisen(run) : drawn;
            assertThat(withheld(run) + arisen(run)).isEqualTo(drawn);
            assertThat(highest(run)).isLessThanOrEqualTo(Parts.grams(size));
            amounts.add(withheld(run));
        }
        assertThat(amounts).isSortedAccordingTo(Comparator.reverseOrder()).endsWith(0L);
        assertThat(amounts.get(0)).isPositive();
    }

    /** The most that had arisen and not yet left at any time. */
    private static long highest(Run run) {
        long held = 0;
        long most = 0;
        for (Run.Fact fact : run.facts()) {
            held += fact.kind() == FactKind.GENERATED ? fact.amount() : 0;
            held -= fact.kind() == FactKind.SHIPPED ? fact.amount() : 0;
            most = Math.max(most, held);
        }
        return most;
    }
}
