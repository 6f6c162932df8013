package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import org.circlab.kernel.EventType;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.model.Arising;
import org.circlab.network.Outlet;

/** Waste streams: batch after batch arises at its outlet, drawn or replayed from a record. */
final class Arisings {

    private static final long DRAWN = -1;

    private final Stage stage;
    private final Outbound outbound;
    private final EventType arises;
    private final List<Stream> streams = new ArrayList<>();

    /** What a waste stream is for the run. */
    private static final class Stream {
        private final int outlet;
        private final Arising arising;
        private final int account;
        private final Sampler mass;
        private final RandomStream massChance;
        private final Sampler gap;
        private final RandomStream gapChance;
        private final Pattern pattern;
        private int nextRecorded;

        Stream(Stage stage, int outlet, Outlet point, Arising arising) {
            this.outlet = outlet;
            this.arising = arising;
            this.account = stage.ledger()
                    .arising(point.actor(), point.material(), arising.source().grade());
            String actor = stage.actorId(point.actor());
            this.mass = Spreads.sampler(arising.spread());
            this.massChance = stage.streams().stream("arising-mass", actor, arising.material());
            this.gap = Spreads.sampler(arising.every().spread());
            this.gapChance = stage.streams().stream("arising-interval", actor, arising.material());
            this.pattern = new Pattern(
                    arising.meanTonnesPerYear(),
                    arising.season(),
                    arising.every(),
                    stage.lab().lab().horizon());
        }
    }

    Arisings(Stage stage, Outbound outbound) {
        this.stage = stage;
        this.outbound = outbound;
        this.arises = stage.define(
                "batch-arises",
                Priorities.BATCH_ARISES,
                this::arise,
                (index, grams) -> stage.outletName(streams.get(index).outlet));
        List<Outlet> outlets = stage.lab().network().outlets();
        for (int i = 0; i < outlets.size(); i++) {
            Arising arising = outlets.get(i).arising();
            if (arising != null) {
                streams.add(new Stream(stage, i, outlets.get(i), arising));
            }
        }
    }

    /** Schedules the first batch of every stream. */
    void start() {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i).arising.recorded().isEmpty()) {
                Stream stream = streams.get(i);
                arises.after(stream.pattern.firstGapMillis(stream.gap.sample(stream.gapChance)), i, DRAWN);
            } else {
                scheduleRecorded(i, streams.get(i));
            }
        }
    }

    private void scheduleDrawn(int index, Stream stream) {
        arises.after(stream.pattern.gapMillis(stream.gap.sample(stream.gapChance)), index, DRAWN);
    }

    private void scheduleRecorded(int index, Stream stream) {
        List<Arising.Batch> recorded = stream.arising.recorded();
        if (stream.nextRecorded < recorded.size()) {
            Arising.Batch batch = recorded.get(stream.nextRecorded++);
            arises.at(batch.timeMillis(), index, batch.grams());
        }
    }

    private void arise(int index, long recordedGrams) {
        Stream stream = streams.get(index);
        long grams = recordedGrams;
        if (recordedGrams == DRAWN) {
            double mean = stream.pattern.grams(stage.kernel().now());
            grams = Math.round(mean * stream.mass.sample(stream.massChance));
            scheduleDrawn(index, stream);
        } else {
            scheduleRecorded(index, stream);
        }
        if (grams > 0) {
            stage.ledger().generated(stream.account, grams);
            outbound.emerge(stream.outlet, grams);
        }
    }
}
