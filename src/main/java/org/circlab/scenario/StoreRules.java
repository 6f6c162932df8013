package org.circlab.scenario;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Material;
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

    /** Where something is exchanged, what a store holds that blocks must have a way to leave it. */
    static void aStoreThatBlocksIsEmptied(Draft draft, Reporter reporter) {
        boolean known = draft.exchange().rule() != Exchange.Rule.NONE
                && Stream.of("materials", "processes", "contracts", "exchange").allMatch(reporter::sound)
                && Stream.of("runs", "needs", "permits").allMatch(reporter::soundInAllActors);
        if (!known) {
            return;
        }
        for (Actor actor : draft.actors()) {
            for (Store store : actor.stores()) {
                String path = "actors." + actor.id() + ".stores." + store.material();
                boolean stays = store.blocks() && store.keepsMillis() == Long.MAX_VALUE;
                if (stays && reporter.sound(path) && isStuck(actor, store.material(), draft)) {
                    reporter.report(
                            FindingCode.STORE_NEVER_EMPTIED,
                            path + ".overflow",
                            "Nothing ever leaves this store: no contract, line or need takes '" + store.material()
                                    + "' from '" + actor.id()
                                    + "', and it keeps for good. Once the store is full, whatever fills it stands still.",
                            "Give it a shelf life, such as 'keeps: 90 d', a contract, or a receiver that is permitted to take"
                                    + " it; or let it go with 'overflow: dispose'.");
                }
            }
        }
    }

    /** Whether some of what an actor has of a material is under no contract and taken by nobody. */
    private static boolean isStuck(Actor actor, String id, Draft draft) {
        boolean contracted = draft.contracts().stream()
                .anyMatch(contract -> contract.from().equals(actor.id())
                        && contract.material().equals(id));
        Material material = draft.materialsById().get(id);
        if (contracted || material == null) {
            return false;
        }
        boolean arises = actor.generates().stream()
                .anyMatch(arising -> arising.material().equals(id));
        Stream<Line> sources = actor.lines().stream()
                .filter(line -> line.recipe().outputs().stream()
                        .anyMatch(output -> output.material().equals(id)));
        return (arises && !isTaken(material, draft, line -> true))
                || sources.anyMatch(source -> !isTaken(material, draft, line -> !line.equals(source)));
    }

    /** Whether a need, or one of some lines, takes a material and is permitted to. */
    private static boolean isTaken(Material material, Draft draft, Predicate<Line> some) {
        for (Actor receiver : draft.actors()) {
            boolean byLine = receiver.lines().stream()
                    .filter(some)
                    .anyMatch(line -> line.recipe().takes().contains(material.id())
                            && receiver.permits().allow(material, line.recipe().operation()));
            boolean byNeed = receiver.needs().stream()
                    .anyMatch(need -> need.accepts().stream()
                                    .anyMatch(accepted -> accepted.material().equals(material.id()))
                            && receiver.permits().allow(material, need.operation()));
            if (byLine || byNeed) {
                return true;
            }
        }
        return false;
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
