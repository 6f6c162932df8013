package org.circlab.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the state pays for, forbids and caps, each in the order of ids.
 *
 * @param subsidies what it pays for
 * @param bans what nobody may do with waste
 * @param quotas what may be disposed of at most
 */
public record Interventions(List<Subsidy> subsidies, List<Ban> bans, List<Quota> quotas) {

    /** The state leaves all to prices. */
    public static final Interventions NONE = new Interventions(List.of(), List.of(), List.of());

    public Interventions {
        subsidies = List.copyOf(subsidies);
        bans = List.copyOf(bans);
        quotas = List.copyOf(quotas);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return subsidies.isEmpty() && bans.isEmpty() && quotas.isEmpty();
    }

    /**
     * What an intervention concerns: some materials, at some receivers, for some operations. What leaves the lab for an
     * operation that is not known is beyond it.
     *
     * @param operations operations; empty for any
     * @param materials ids of materials; empty for any
     * @param receivers ids of actors; empty for any
     */
    public record Scope(Set<Operation> operations, Set<String> materials, Set<String> receivers) {

        public Scope {
            operations = Set.copyOf(operations);
            materials = Set.copyOf(materials);
            receivers = Set.copyOf(receivers);
        }

        /** Whether it concerns what a receiver does with a material; {@code operation} is null where it is not known. */
        public boolean covers(@Nullable Operation operation, String material, String receiver) {
            return operation != null
                    && (operations.isEmpty() || operations.contains(operation))
                    && (materials.isEmpty() || materials.contains(material))
                    && (receivers.isEmpty() || receivers.contains(receiver));
        }
    }

    /**
     * What the state pays for each tonne that is received.
     *
     * @param id names it
     * @param scope for what
     * @param toDonor whether who gives it is paid, and not who receives it
     * @param eurosPerTonne at least 0
     */
    public record Subsidy(String id, Scope scope, boolean toDonor, Timed eurosPerTonne) {
        public Subsidy {
            Bounds.atLeast0("subsidy '" + id + "'", eurosPerTonne);
        }
    }

    /**
     * What nobody may send any more: by exchange, by contract or to disposal. What is on the way arrives.
     *
     * @param id names it
     * @param scope what is forbidden
     * @param from the first day, null for always
     * @param until the first day on which it is allowed again, null for never
     */
    public record Ban(
            String id,
            Scope scope,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public Ban {
            if (from != null && until != null && !from.isBefore(until)) {
                throw new IllegalArgumentException("ban '" + id + "' ends on " + until + " and begins on " + from
                        + "; it must begin before it ends");
            }
        }

        /** Whether it is in force on a day. */
        public boolean holds(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /**
     * The most that may be sent to disposal in a calendar year, as article 5 of Directive 1999/31/EC caps what is landfilled. What
     * is beyond it goes to the next route, or where none is left against a penalty where it would have gone.
     *
     * @param id names it
     * @param scope what counts, of what is disposed of
     * @param tonnesPerYear at least 0; when it steps within a year, the new value holds for the whole of it from then on
     * @param penaltyEurosPerTonne what who delivers pays to the state for each tonne beyond it, at least 0; null where nothing
     *     beyond it is taken
     */
    public record Quota(
            String id,
            Scope scope,
            Timed tonnesPerYear,
            @Nullable Double penaltyEurosPerTonne) {
        public Quota {
            Bounds.atLeast0("quota '" + id + "'", tonnesPerYear);
            if (penaltyEurosPerTonne != null) {
                Bounds.atLeast(0.0, "penalty of quota '" + id + "'", penaltyEurosPerTonne);
            }
        }
    }
}
