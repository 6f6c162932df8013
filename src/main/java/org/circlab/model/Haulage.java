package org.circlab.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How material is carried: by hauliers without limit, one for each mode, who ship by payload, and by own fleets that queue.
 *
 * @param truck the mode of roads, called {@link #TRUCK}, which carries what asks for nothing else
 * @param modes other modes, such as rail, by id
 * @param fleets own fleets, by id; no fleet has the id of a mode
 */
public record Haulage(Mode truck, List<Mode> modes, List<Fleet> fleets) {

    /** The word that stands for the haulier with trucks without limit. */
    public static final String HAULIER = "haulier";

    /** The id of the mode of roads. */
    public static final String TRUCK = "truck";

    /**
     * A mode of transport.
     *
     * @param id {@link #TRUCK}, or as the scenario names it
     * @param payloadGrams what one trip carries, above 0
     * @param costEurosPerTonneKilometre for each tonne and kilometre loaded, the empty return included; at least 0
     * @param kilometresPerHour between loading and unloading, above 0
     * @param detour length of the way over great-circle distance, at least 1
     * @param ghgKilogramsPerTonneKilometre kilograms of CO2e for each tonne and kilometre, at least 0
     * @param handling what is done at both ends
     * @param hours when journeys begin; null for always
     */
    public record Mode(
            String id,
            long payloadGrams,
            Timed costEurosPerTonneKilometre,
            double kilometresPerHour,
            double detour,
            double ghgKilogramsPerTonneKilometre,
            Handling handling,
            @Nullable WorkCalendar hours) {

        public Mode {
            Bounds.atLeast(1, "payload of the " + id, payloadGrams);
            Bounds.atLeast0("cost of the " + id, costEurosPerTonneKilometre);
            Bounds.above0("speed of the " + id, kilometresPerHour);
            Bounds.atLeast(1.0, "detour of the " + id, detour);
            Bounds.atLeast(0.0, "ghg of the " + id, ghgKilogramsPerTonneKilometre);
        }

        /** How long the way itself takes, in milliseconds; at most {@link Horizon#FOREVER_MILLIS}. */
        public long travelMillis(double kilometres) {
            return Math.min(Horizon.FOREVER_MILLIS, Math.round(kilometres / kilometresPerHour * 3_600_000));
        }
    }

    /**
     * Loading and unloading. What stays within one actor is not handled.
     *
     * @param loadingMillis from taking the vehicle to its departure, at least 0
     * @param unloadingMillis from the end of the way to the arrival of the material, at least 0
     * @param eurosPerTonne for both together, paid with haulage; at least 0
     */
    public record Handling(long loadingMillis, long unloadingMillis, double eurosPerTonne) {

        /** It takes no time and costs nothing. */
        public static final Handling NONE = new Handling(0, 0, 0);

        public Handling {
            Bounds.atLeast(0, "time of loading", loadingMillis);
            Bounds.atLeast(0, "time of unloading", unloadingMillis);
            Bounds.atLeast(0.0, "cost of handling", eurosPerTonne);
        }
    }

    /**
     * Vehicles of one actor; lots wait for them first come first served.
     *
     * @param id as the scenario names it
     * @param owner id of the actor
     * @param trucks how many vehicles, at least 1
     * @param payloadGrams what one trip carries; {@link Long#MAX_VALUE} for one trip a lot whatever its mass
     * @param mode id of the mode
     * @param hours when journeys begin; null for the hours of the mode
     */
    public record Fleet(
            String id,
            String owner,
            int trucks,
            long payloadGrams,
            String mode,
            @Nullable WorkCalendar hours) {
        public Fleet {
            Bounds.atLeast(1, "trucks of fleet '" + id + "'", trucks);
            Bounds.atLeast(1, "payload of fleet '" + id + "'", payloadGrams);
        }
    }

    /**
     * Who carries something.
     *
     * @param mode how
     * @param fleet index of the own fleet, or {@link #UNLIMITED}
     */
    public record Carrier(Mode mode, int fleet) {

        /** The fleet of a haulier without limit, who has none. */
        public static final int UNLIMITED = -1;
    }

    public Haulage {
        modes = List.copyOf(modes);
        fleets = List.copyOf(fleets);
        List<String> named = new ArrayList<>(List.of(TRUCK, HAULIER));
        modes.stream().map(Mode::id).forEach(named::add);
        for (Fleet fleet : fleets) {
            if (!named.contains(fleet.mode()) || fleet.mode().equals(HAULIER)) {
                throw new IllegalArgumentException(
                        "the mode of fleet '" + fleet.id() + "' is '" + fleet.mode() + "', which is none of " + modes);
            }
        }
        fleets.stream().map(Fleet::id).forEach(named::add);
        if (named.stream().distinct().count() < named.size()) {
            throw new IllegalArgumentException("modes and fleets share names: " + named);
        }
    }

    /** All modes, the truck first, then the others by id. */
    public List<Mode> allModes() {
        List<Mode> all = new ArrayList<>(List.of(truck));
        all.addAll(modes);
        return all;
    }

    /**
     * Who carries what leaves an actor.
     *
     * @param by id of a fleet or mode, {@link #HAULIER}, or empty for the actor's first fleet, or the haulier where it has none
     * @param actor id of the actor
     * @throws IllegalArgumentException if there is no such mode
     */
    public Carrier carrier(String by, String actor) {
        Predicate<Fleet> which = by.isEmpty()
                ? fleet -> fleet.owner().equals(actor)
                : fleet -> fleet.id().equals(by);
        for (int i = 0; i < fleets.size(); i++) {
            if (which.test(fleets.get(i))) {
                return new Carrier(mode(fleets.get(i).mode()), i);
            }
        }
        return new Carrier(by.isEmpty() || by.equals(HAULIER) ? truck : mode(by), Carrier.UNLIMITED);
    }

    private Mode mode(String id) {
        return allModes().stream()
                .filter(mode -> mode.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no mode or fleet '" + id + "'"));
    }

    /** When journeys of a carrier begin; null for always. */
    public @Nullable WorkCalendar hours(Carrier carrier) {
        WorkCalendar own = carrier.fleet() == Carrier.UNLIMITED
                ? null
                : fleets.get(carrier.fleet()).hours();
        return own == null ? carrier.mode().hours() : own;
    }
}
