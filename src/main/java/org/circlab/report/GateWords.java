package org.circlab.report;

import org.circlab.experiment.whynot.Explained;
import org.circlab.experiment.whynot.Subject;
import org.circlab.model.Exchange;
import org.circlab.network.Gate;
import org.jspecify.annotations.Nullable;

/** Why mass came no further, in plain words. */
public final class GateWords {

    /** The longest of the words. */
    static final int WIDTH = 33;

    private GateWords() {}

    /** Why something offered was not taken, or something needed not had; the gate is null where all that there was is used. */
    public static String of(Subject.Side side, @Nullable Gate gate) {
        if (side == Subject.Side.NEED) {
            return ofNeed(gate);
        }
        return gate == null ? "" : ofOffer(gate);
    }

    private static String ofOffer(Gate gate) {
        return switch (gate) {
            case CONTRACT -> "a contract sends it to disposal";
            case MATERIAL -> "nobody in the lab takes it";
            case PERMIT -> "no permit for its code or its use";
            case HAZARDOUS -> "no permit for hazardous waste";
            case STATUS -> "not allowed by its legal status";
            case BORDER -> "may not (yet) cross the border";
            case COMPOSITION -> "not pure enough";
            case DISTANCE -> "too far away";
            case BAN -> "a ban forbids it there";
            case PRICE -> "would cost more than it saves";
            case TRUST -> "the partner is not trusted enough";
            case EXPIRY -> "would spoil before it arrives";
            case CAPACITY -> "no room where it could go";
            case OUTBID -> "others filled the room first";
        };
    }

    private static String ofNeed(@Nullable Gate gate) {
        if (gate == null) {
            return "too little of it is offered";
        }
        return switch (gate) {
            case PRICE -> "nobody gains enough by giving it";
            case CAPACITY -> "its own store is full";
            default -> ofOffer(gate);
        };
    }

    /** As result files name it. */
    static String word(@Nullable Gate gate) {
        return gate == null ? "no-offer" : gate.word();
    }

    /** By how much a gate was closed, for the end of a sentence; empty where it has no measure. */
    static String margin(Explained explained, Exchange exchange) {
        Explained.Nearest nearest = explained.nearest();
        Gate gate = explained.gate();
        if (nearest == null || gate == null || !(nearest.margin() > 0)) {
            return "";
        }
        String by = Rounded.of(nearest.margin());
        return switch (gate) {
            case PRICE -> "by " + by + priced(exchange);
            case COMPOSITION -> "beyond a limit by " + Rounded.percent(nearest.margin()) + " of it";
            case EXPIRY -> "by " + by + " h";
            case DISTANCE -> "by " + by + " km";
            default -> "";
        };
    }

    /** What the margin of a price is a margin of. */
    private static String priced(Exchange exchange) {
        if (exchange.rule() != Exchange.Rule.OPTIMAL) {
            return " EUR/t";
        }
        return exchange.objective().equals(Exchange.Objective.NET_COST)
                ? " EUR/t of net cost of the lab"
                : " a tonne in the objective";
    }
}
