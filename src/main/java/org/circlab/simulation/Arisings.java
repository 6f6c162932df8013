package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import org.circlab.kernel.EventType;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.model.Arising;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Part;
import org.circlab.network.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * Waste streams: batch after batch arises at its outlet, drawn or replayed from a record, or load after load of a stream that
 * flows without pause. What the store of a blocked stream has no room for does not arise: it is drawn as ever, and withheld.
 */
final class Arisings {

    private static final long DRAWN = -1;

    private final Stage stage;
    private final Outbound outbound;
    private final EventType arises;
    private final List<Stream> streams = new ArrayList<>();

    /** What a waste stream is for the run. */
    private static final class Stream {
        private final int outlet;
        private final int account;
        private final List<Arising.Batch> recorded;
        private final Sampler mass;
        private final RandomStream massChance;
        private final Sampler gap;
        private final RandomStream gapChance;
        private final Pattern pattern;
        private final @Nullable Current current;
        private final Value mean;
        private int nextRecorded;
        private long pending;
        /** What events did to the rate of a continuous stream when last asked. */
        private Effect effect = Effect.NONE;

        Stream(Stage stage, int outlet, Outlet point, Arising arising) {
            this.outlet = outlet;
            this.recorded = arising.recorded();
            this.account = stage.ledger()
                    .arising(point.actor(), point.material(), arising.source().grade());
            String actor = stage.actorId(point.actor());
            this.mass = Spreads.sampler(arising.spread());
            this.massChance = stage.streams().stream("arising-mass", actor, arising.material());
            this.gapChance = stage.streams().stream("arising-interval", actor, arising.material());
            this.gap = Spreads.sampler(arising.every().spread());
            this.pattern = Pattern.of(
                    arising.meanTonnesPerYear(), arising.season(), arising.every(), arising.hours(), stage.lab());
            Part stream = new Part(Part.Kind.STREAM, actor, arising.material());
            this.mean = stage.inForce().value(Field.of(Field.Kind.STREAM_MEAN, stream), arising.meanTonnesPerYear());
            this.current = arising.continuous() ? current(stage.lab(), arising) : null;
        }

        private static Current current(CompiledLab lab, Arising arising) {
            Horizon horizon = lab.lab().horizon();
            WorkingTime hours = lab.workingTime(arising.hours());
            Rate rate = new Rate(arising.meanTonnesPerYear(), arising.season(), hours, horizon, 1);
            return new Current(rate, arising.shipsGrams(), horizon);
        }

        /** When the next batch or load arises, where it is not recorded. */
        long next(long now, boolean first) {
            if (current != null) {
                return current.nextLoad();
            }
            double factor = gap.sample(gapChance);
            return first ? pattern.first(now, factor) : pattern.next(now, factor);
        }

        /** Grams that arise now, where they are not recorded. */
        long grams(long now) {
            return current != null
                    ? current.takeLoad()
                    : Math.round(pattern.grams(now, mean.effect()) * mass.sample(massChance));
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
            Stream stream = streams.get(i);
            if (stream.recorded.isEmpty()) {
                schedule(i, stream, true);
            } else {
                skipWhatWasBefore(stream);
                scheduleRecorded(i, stream);
            }
        }
    }

    private void schedule(int index, Stream stream, boolean first) {
        long instant = stream.next(stage.kernel().now(), first);
        stream.pending = instant == Rate.NEVER ? 0 : arises.at(instant, index, DRAWN);
    }

    private void skipWhatWasBefore(Stream stream) {
        while (stream.nextRecorded < stream.recorded.size()
                && stream.recorded.get(stream.nextRecorded).timeMillis()
                        < stage.kernel().now()) {
            stream.nextRecorded++;
        }
    }

    private void scheduleRecorded(int index, Stream stream) {
        if (stream.nextRecorded < stream.recorded.size()) {
            Arising.Batch batch = stream.recorded.get(stream.nextRecorded++);
            arises.at(batch.timeMillis(), index, batch.grams());
        }
    }

    private void arise(int index, long recordedGrams) {
        Stream stream = streams.get(index);
        long grams = recordedGrams;
        if (recordedGrams == DRAWN) {
            grams = stream.grams(stage.kernel().now());
            schedule(index, stream, false);
        } else {
            scheduleRecorded(index, stream);
        }
        generate(stream, grams);
    }

    private void generate(Stream stream, long grams) {
        if (grams == 0 || stage.inForce().isStreamClosed(stream.outlet)) {
            return;
        }
        long admitted = outbound.admitted(stream.outlet, grams);
        if (admitted < grams) {
            // What a contract allows grows without an event: a full store is offered before anything is withheld.
            outbound.offerStored(stream.outlet);
            admitted = outbound.admitted(stream.outlet, grams);
        }
        if (admitted < grams) {
            stage.ledger().withheld(stream.account, grams - admitted);
        }
        if (admitted > 0) {
            stage.ledger().generated(stream.account, admitted);
            outbound.emerge(stream.outlet, admitted);
        }
    }

    /** Books what has gathered of the loads of streams that flow without pause. */
    void settle() {
        for (Stream stream : streams) {
            if (stream.current != null) {
                generate(stream, stream.current.takePart(stage.kernel().now()));
            }
        }
    }

    /** Events have changed the lab: continuous streams flow at their new rates, and their loads are due at other times. */
    void follow() {
        for (int i = 0; i < streams.size(); i++) {
            Stream stream = streams.get(i);
            Effect effect = stream.mean.effect();
            if (stream.current != null && !effect.equals(stream.effect)) {
                stream.effect = effect;
                if (stream.pending != 0) {
                    stage.kernel().cancel(stream.pending);
                }
                stream.current.change(stage.kernel().now(), effect.amount(), effect.replaces());
                schedule(i, stream, false);
            }
        }
    }
}
