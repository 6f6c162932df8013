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
                                        + ", less than the mean batch of "
                                        + Mass.ofGrams((long) Math.min(batchGrams(arising), 0x1p62)) + ".",
                                "Maybe the unit is wrong, or 'every' is missing where it arises?"));
            }
        }
    }

    private static double batchGrams(Arising arising) {
        double largest = arising.meanTonnesPerYear().steps().stream()
                .mapToDouble(Timed.Step::value)
                .max()
                .orElse(0);
        return Math.rint(largest * GRAMS_PER_TONNE * (arising.every().meanMillis() / Horizon.YEAR_MILLIS));
    }
}
