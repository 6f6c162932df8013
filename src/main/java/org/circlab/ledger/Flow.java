package org.circlab.ledger;

import java.util.Comparator;
import java.util.List;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two parties over some time.
 *
 * @param route between whom, of what, for what
 * @param grams received
 * @param trips truck journeys with a load
 * @param tonneKilometres mass times distance
 * @param costMicros micro-euros by ordinal of those {@link PaymentKind}s that follow a flow; positive is paid by the sender,
 *     for purchases by the receiver; sales are positive for the sender's gain
 * @param ghgMilligrams milligrams of CO2e of its haulage, of disposal and of making it where it is virgin; negative where it
 *     avoids
 */
public record Flow(
        Route route, long grams, long trips, double tonneKilometres, List<Long> costMicros, long ghgMilligrams) {

    /**
     * Between whom a flow runs, of what and for what.
     *
     * @param from index of the sending party
     * @param to index of the receiving party
     * @param material index of the material
     * @param operation what is done with it there; null where none applies
     * @param channel by what arrangement
     * @param grade the weakest grade among the figures behind it
     * @param origin the operation of the line that the material came out of; null for a waste stream and for what comes
     *     from outside
     * @param isFinal whether it ends there, at a disposal site or on a disposal route outside the lab
     */
    public record Route(
            int from,
            int to,
            int material,
            @Nullable Operation operation,
            Channel channel,
            Grade grade,
            @Nullable Operation origin,
            boolean isFinal) {

        /** A route of what did not come out of a line; it ends there if it is for disposal. */
        public Route(int from, int to, int material, @Nullable Operation operation, Channel channel, Grade grade) {
            this(from, to, material, operation, channel, grade, null, channel == Channel.DISPOSAL);
        }

        /** The order of rows in results: sender, receiver, material, operation, channel, origin. */
        public static final Comparator<Route> ORDER = Comparator.comparingInt(Route::from)
                .thenComparingInt(Route::to)
                .thenComparingInt(Route::material)
                .thenComparingInt(route -> rank(route.operation))
                .thenComparing(Route::channel)
                .thenComparingInt(route -> rank(route.origin))
                .thenComparing(Route::isFinal)
                .thenComparing(Route::grade);

        /** Whether it is a synergy: material that one actor passes on to the use of another. */
        public boolean isSynergy() {
            boolean agreed = channel == Channel.CONTRACT || channel == Channel.EXCHANGE;
            return agreed && !isFinal && from != to;
        }

        private static int rank(@Nullable Operation operation) {
            return operation == null ? -1 : operation.ordinal();
        }
    }

    public Flow {
        costMicros = List.copyOf(costMicros);
    }

    /** Micro-euros of one kind, 0 for kinds that do not follow a flow. */
    public long cost(PaymentKind kind) {
        return kind.followsFlow() ? costMicros.get(kind.ordinal()) : 0;
    }
}
