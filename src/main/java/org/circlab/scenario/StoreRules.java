package org.circlab.scenario;

import java.util.List;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Horizon;
import org.circlab.model.Store;
import org.circlab.model.Timed;
import org.circlab.quantity.Mass;

/** Stores hold what their actor gives away. */
final class StoreRules {

    private static final double GRAMS_PER_TONNE = 1e6;

    private StoreRules() {}

    static void theActorHasTheMaterial(Draft draft, Reporter reporter) {
        for (Actor actor : draft.actors()) {
            String path = "actors." + actor.id();
            List<String> gives = Draft.gives(actor).toList();
            boolean sound = reporter.sound(path + ".runs") && reporter.sound(path + ".generates");
            for (Store store : actor.stores()) {
                if (sound && !gives.contains(store.material())) {
                    reporter.report(
                            FindingCode.STORE_WITHOUT_MATERIAL,
                            path + ".stores." + store.material(),
                            "'" + actor.id() + "' never has '" + store.material()
                                    + "' to give away, so there is nothing to store.",
                            Suggestion.maybe(store.material(), gives));
                }
            }
        }
    }

    static void aBatchFits(Draft draft, Reporter reporter) {
        for (Actor actor : draft.actors()) {
            for (Store store : actor.stores()) {
                String path = "actors." + actor.id();
                actor.generates().stream()
                        .filter(arising -> arising.material().equals(store.material()))
                        .filter(arising -> reporter.sound(path + ".generates." + arising.material())
                                && reporter.sound(path + ".stores." + arising.material()))
                        .filter(arising -> batchGrams(arising) > (double) store.capacityGrams())
                        .forEach(arising -> reporter.report(
                                FindingCode.STORE_BELOW_BATCH,
                                path + ".stores." + store.material() + ".capacity",
                                "The store holds " + Mass.ofGrams(store.capacityGrams())
                                        + ", less than the " + (arising.shipsGrams() > 0 ? "load" : "mean batch")
                                        + " of "
                                        + Mass.ofGrams((long) Math.min(batchGrams(arising), 0x1p62))
                                        + (store.blocks() ? consequence(arising) : "."),
                                "Maybe the unit is wrong, or 'every' is missing where it arises?"));
            }
        }
    }

    /** What a store that blocks does to a stream that it is too small for. */
    private static String consequence(Arising arising) {
        if (arising.shipsGrams() > 0) {
            return ", and blocks: once it is full, nothing leaves it or arises any more.";
        }
        return arising.whole()
                ? ", and blocks: no such batch ever arises, since it moves undivided."
                : ", and blocks: part of every batch is withheld.";
    }

    /** What must fit at once: a load, or else a mean batch, or the largest recorded. */
    private static double batchGrams(Arising arising) {
        if (arising.shipsGrams() > 0) {
            return (double) arising.shipsGrams();
        }
        if (!arising.recorded().isEmpty()) {
            return arising.recorded().stream()
                    .mapToDouble(Arising.Batch::grams)
                    .max()
                    .orElse(0);
        }
        double largest = arising.meanTonnesPerYear().steps().stream()
                .mapToDouble(Timed.Step::value)
                .max()
                .orElse(0);
        return Math.rint(largest * GRAMS_PER_TONNE * (arising.every().meanMillis() / Horizon.YEAR_MILLIS));
    }
}
