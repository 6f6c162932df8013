package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.circlab.network.Gate;
import org.jspecify.annotations.Nullable;

/**
 * How far some mass came in the window. What waited at its beginning and what was offered is what was exchanged, contracted and
 * stopped, and what waits at its end, to the gram. Of needs: what was needed is what was met and stopped.
 *
 * @param openingGrams offered before the window, and still waiting when it opened
 * @param offeredGrams offered in the window; of a need, needed, in grams of virgin material
 * @param exchangedGrams matched by the exchange; of a need, met with secondary material
 * @param contractedGrams taken by contracts, but for disposal
 * @param stops what left otherwise, or was bought as virgin material, from the first gate to the last
 * @param closingGrams still waiting at the end
 */
public record Passage(
        long openingGrams,
        long offeredGrams,
        long exchangedGrams,
        long contractedGrams,
        List<Stop> stops,
        long closingGrams) {

    /** Nothing. */
    public static final Passage NONE = new Passage(0, 0, 0, 0, List.of(), 0);

    public Passage {
        stops = inOrder(stops);
    }

    /** Both together. */
    public Passage plus(Passage other) {
        List<Stop> both = new ArrayList<>(stops);
        both.addAll(other.stops);
        return new Passage(
                openingGrams + other.openingGrams,
                offeredGrams + other.offeredGrams,
                exchangedGrams + other.exchangedGrams,
                contractedGrams + other.contractedGrams,
                both,
                closingGrams + other.closingGrams);
    }

    /** What was stopped, at whatever gate. */
    public long stoppedGrams() {
        return stops.stream().mapToLong(Stop::grams).sum();
    }

    /** What was exchanged or contracted. */
    public long tradedGrams() {
        return exchangedGrams + contractedGrams;
    }

    /** One stop for each gate, in the order of gates. */
    private static List<Stop> inOrder(List<Stop> stops) {
        List<Stop> ordered = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            add(gate, stops, ordered);
        }
        add(null, stops, ordered);
        return List.copyOf(ordered);
    }

    private static void add(@Nullable Gate gate, List<Stop> stops, List<Stop> ordered) {
        long grams = stops.stream()
                .filter(stop -> Objects.equals(stop.gate(), gate))
                .mapToLong(Stop::grams)
                .sum();
        if (grams > 0) {
            ordered.add(new Stop(gate, grams));
        }
    }
}
