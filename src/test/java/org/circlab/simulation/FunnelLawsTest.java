package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.circlab.experiment.Progress;
import org.circlab.experiment.whynot.Funnel;
import org.circlab.experiment.whynot.Passage;
import org.circlab.experiment.whynot.Question;
import org.circlab.experiment.whynot.Subject.Side;
import org.circlab.experiment.whynot.WhyNot;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The funnel of hundreds of nasty labs adds up to the gram, in each row and however it is summed. */
class FunnelLawsTest {

    private static final int LABS = 200;
    private static final int STRIDE = 20;

    static LongStream handfuls() {
        return LongStream.range(0, LABS / STRIDE).map(i -> i * STRIDE);
    }

    private static Funnel funnel(Lab lab, long seed) {
        return WhyNot.explain(sets -> lab, new Question(null, null, 0, seed, 1), Progress.NONE)
                .funnel();
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void whatIsOfferedIsExchangedOrStoppedOrWaits(long first) {
        LabLawsTest.each(first, seed -> {
            Funnel funnel = funnel(RandomLabs.of(seed).lab(), seed);
            for (Side side : Side.values()) {
                List<Passage> all = new ArrayList<>(List.of(funnel.total(side)));
                all.addAll(funnel.byActor(side).values());
                all.addAll(funnel.byMaterial(side).values());
                funnel.rows().forEach(row -> all.add(row.passage()));
                for (Passage passage : all) {
                    assertThat(passage.openingGrams() + passage.offeredGrams())
                            .isEqualTo(passage.tradedGrams() + passage.stoppedGrams() + passage.closingGrams());
                }
                assertThat(sum(funnel.byActor(side)))
                        .isEqualTo(sum(funnel.byMaterial(side)))
                        .isEqualTo(funnel.total(side));
            }
        });
    }

    /** What needs asked for is what the ledger says that they used, in place of virgin material and of virgin material. */
    @ParameterizedTest
    @MethodSource("handfuls")
    void whatIsNeededIsWhatTheLedgerBooked(long first) {
        LabLawsTest.each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            Map<String, Long> needed = new TreeMap<>();
            funnel(lab, seed).rows().stream()
                    .filter(row ->
                            row.subject().side() == Side.NEED && row.passage().offeredGrams() > 0)
                    .forEach(row -> needed.put(
                            row.subject().actor() + " " + row.subject().material(),
                            row.passage().offeredGrams()));
            Map<String, Long> booked = new TreeMap<>();
            Accounts accounts = Replication.run(CompiledLab.of(lab), seed, 1, FlowSink.NONE);
            boolean isOpen = !needed.isEmpty();
            for (Accounts.Consumption need : accounts.consumptions()) {
                long grams = need.displacedGrams() + need.virginGrams();
                if (grams > 0 && isOpen) {
                    String actor = accounts.chart().parties().get(need.actor());
                    booked.put(actor + " " + accounts.chart().materials().get(need.need()), grams);
                }
            }
            assertThat(needed).isEqualTo(booked);
        });
    }

    private static Passage sum(Map<String, Passage> passages) {
        return passages.values().stream().reduce(Passage.NONE, Passage::plus);
    }
}
