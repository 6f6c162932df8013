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
import org.circlab.quantity.Mass;
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
    private final EventType additionArises;
    private final List<Stream> streams = new ArrayList<>();
    private final List<Addition> additions = new ArrayList<>();

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
        /** What events did to the rate of a continuous stream when last asked, and whether they had shut it. */
        private Effect effect = Effect.NONE;

        private boolean shut;

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
            return new Current(rate, horizon);
        }

        /** When the next batch arises, where it is not recorded. */
        long next(long now, boolean first) {
            double factor = gap.sample(gapChance);
            return first ? pattern.first(now, factor) : pattern.next(now, factor);
        }

        /** Grams of the batch that arises now, where they are not recorded. */
        long grams(long now) {
            return Math.round(pattern.grams(now, mean.effect()) * mass.sample(massChance));
        }
    }

    /** A stream to which an event adds. */
    private record Addition(Stream stream, String event) {}

    Arisings(Stage stage, Outbound outbound) {
        this.stage = stage;
        this.outbound = outbound;
        this.arises = stage.define(
                "batch-arises",
                Priorities.BATCH_ARISES,
                this::arise,
                (index, grams) -> stage.outletName(streams.get(index).outlet));
        this.additionArises = stage.define(
                "event-adds",
                Priorities.BATCH_ARISES,
                (addition, grams) -> batch(additions.get(addition).stream, grams),
                (addition, grams) -> stage.outletName(additions.get(addition).stream.outlet) + ", " + Mass.tonnes(grams)
                        + " t by '" + additions.get(addition).event + "'");
        List<Outlet> outlets = stage.lab().network().outlets();
        for (int i = 0; i < outlets.size(); i++) {
            Arising arising = outlets.get(i).arising();
            if (arising != null) {
                streams.add(new Stream(stage, i, outlets.get(i), arising));
            }
        }
    }

    /** Prepares that an event adds to a stream; the number is that for {@link #add}. */
    int addition(Part part, String event) {
        for (Stream stream : streams) {
            Outlet outlet = stage.lab().network().outlets().get(stream.outlet);
            boolean same =
                    outlet.arising() != null && outlet.arising().material().equals(part.id());
            if (same && stage.actorId(outlet.actor()).equals(part.owner())) {
                additions.add(new Addition(stream, event));
                return additions.size() - 1;
            }
        }
        throw new IllegalArgumentException(
                "event '" + event + "' adds to '" + part.id() + "' of '" + part.owner() + "', which is no stream");
    }

    /** So much arises once at an instant by an addition, beside what the stream brings. */
    void add(int addition, long instant, long grams) {
        additionArises.at(instant, addition, grams);
    }

    /** Schedules the first batch or load of every stream. */
    void start() {
        for (int i = 0; i < streams.size(); i++) {
            Stream stream = streams.get(i);
            if (stream.current != null) {
                scheduleLoad(i, stream, stream.current, missing(stream));
            } else if (stream.recorded.isEmpty()) {
                schedule(i, stream, true);
            } else {
                skipWhatWasBefore(stream);
                scheduleRecorded(i, stream);
            }
        }
    }

    private void schedule(int index, Stream stream, boolean first) {
        long instant = stream.next(stage.kernel().now(), first);
        if (instant != Rate.NEVER) {
            arises.at(instant, index, DRAWN);
        }
    }

    /** A load is due when what is missing of it has flowed; no new one gathers where the stream is shut. */
    private void scheduleLoad(int index, Stream stream, Current current, long missing) {
        boolean gathers = missing <= 0 || !stream.shut;
        long instant = gathers ? current.next(stage.kernel().now(), missing) : Rate.NEVER;
        stream.pending = instant == Rate.NEVER ? 0 : arises.at(instant, index, DRAWN);
    }

    private long missing(Stream stream) {
        return stage.lab().outletShips(stream.outlet) - outbound.gathered(stream.outlet);
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
        if (stream.current != null) {
            load(index, stream, stream.current);
        } else if (recordedGrams == DRAWN) {
            long grams = stream.grams(stage.kernel().now());
            schedule(index, stream, false);
            batch(stream, grams);
        } else {
            scheduleRecorded(index, stream);
            batch(stream, recordedGrams);
        }
    }

    private void batch(Stream stream, long grams) {
        long admitted = generate(stream, grams);
        if (admitted > 0) {
            outbound.emerge(stream.outlet, admitted, stage.contents().arising(stream.outlet));
        }
    }

    /**
     * What has flowed arises and leaves where it fills a load. Where there was no room for any of it, a whole load is given
     * the time to flow before the next attempt, however little is missing.
     */
    private void load(int index, Stream stream, Current current) {
        long grams = current.takeAimed();
        long admitted = generate(stream, grams);
        outbound.emerge(stream.outlet, admitted, stage.contents().arising(stream.outlet));
        boolean stalled = grams > 0 && admitted == 0;
        scheduleLoad(index, stream, current, stalled ? stage.lab().outletShips(stream.outlet) : missing(stream));
    }

    /** Books what arises of {@code grams}, and what is withheld; tells how much arises. */
    private long generate(Stream stream, long grams) {
        if (grams == 0 || stage.inForce().isStreamClosed(stream.outlet)) {
            return 0;
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
            stage.contents().generated(stream.outlet, admitted);
        }
        return admitted;
    }

    /** Books what has flowed until now; a load that it fills leaves when it is due. */
    void settle() {
        for (Stream stream : streams) {
            if (stream.current != null) {
                settle(stream, stream.current);
            }
        }
    }

    /** The same for the streams that events are about to shut or to open. */
    void settle(Closures coming) {
        for (Stream stream : streams) {
            boolean shuts = coming.streams[stream.outlet] != null;
            if (stream.current != null && shuts != stage.inForce().isStreamClosed(stream.outlet)) {
                settle(stream, stream.current);
            }
        }
    }

    private void settle(Stream stream, Current current) {
        long flowed = current.takeFlowed(stage.kernel().now());
        long admitted = generate(stream, flowed);
        outbound.gather(stream.outlet, admitted, stage.contents().arising(stream.outlet));
    }

    /** Events have changed the lab: continuous streams flow at their new rates, and their loads are due at other times. */
    void follow() {
        for (int i = 0; i < streams.size(); i++) {
            Stream stream = streams.get(i);
            Effect effect = stream.mean.effect();
            boolean shut = stage.inForce().isStreamClosed(stream.outlet);
            if (stream.current != null && (shut != stream.shut || !effect.equals(stream.effect))) {
                stream.effect = effect;
                stream.shut = shut;
                if (stream.pending != 0) {
                    stage.kernel().cancel(stream.pending);
                }
                stream.current.change(stage.kernel().now(), effect.amount(), effect.replaces());
                scheduleLoad(i, stream, stream.current, missing(stream));
            }
        }
    }
}
