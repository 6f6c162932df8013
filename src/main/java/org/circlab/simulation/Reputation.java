package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.model.Horizon;
import org.circlab.model.Trust;
import org.jspecify.annotations.Nullable;

/**
 * What actors learn of each other in one run. A month in which anything arrives counts one for both, split by mass where some
 * of it came late; what a contract lacks to its minimum and what a breach leaves out count as many months as they would have
 * taken to deliver. Trust is worked out when a month begins and when a promise is broken, of all pairs at once, so that it does
 * not depend on who deals first.
 */
final class Reputation {

    static final double MONTH_MILLIS = Horizon.YEAR_MILLIS / 12;

    private final CompiledLab lab;
    private final Kernel kernel;
    private final @Nullable Trust rules;
    private final EventType changes;
    private final TreeMap<Long, Experience> experiences = new TreeMap<>();
    private Runnable listener = () -> {};
    private boolean changePending;

    /** Of one actor with another. */
    private static final class Experience {
        private double kept;
        private double broken;
        private long countedMillis;
        private long inTimeGrams;
        private long lateGrams;
        private double trust;
    }

    Reputation(CompiledLab lab, Kernel kernel, Map<EventType, Topic> topics) {
        this.lab = lab;
        this.kernel = kernel;
        this.rules = lab.lab().exchange().trust();
        this.changes = kernel.define("trust-changes", Priorities.TRUST_CHANGES, (subject, payload) -> {
            changePending = false;
            listener.run();
        });
        topics.put(changes, (subject, payload) -> "what actors ask of each other");
    }

    /** Has {@code heard} told whenever anybody's trust may have changed. */
    void listen(Runnable heard) {
        listener = heard;
    }

    /** From 0 to 1. */
    double trust(int actor, int partner) {
        if (rules == null) {
            return 1;
        }
        Experience known = experiences.get(key(actor, partner));
        return known == null ? rules.start() : known.trust;
    }

    /** Euros a tonne that an actor asks for beyond its hurdle where it deals with a partner. */
    double premium(int actor, int partner) {
        return rules == null || actor == partner ? 0 : rules.premiumEurosPerTonne() * (1 - trust(actor, partner));
    }

    private long key(int actor, int partner) {
        return (long) actor * lab.lab().actors().size() + partner;
    }

    private Experience with(int actor, int partner, Trust known) {
        return experiences.computeIfAbsent(key(actor, partner), any -> {
            Experience fresh = new Experience();
            fresh.countedMillis = kernel.now();
            fresh.trust = known.start();
            return fresh;
        });
    }

    /** A consignment that was agreed some time ago has arrived. */
    void arrives(Way way, long agreedMillis, long grams) {
        boolean promised = !way.toFinalTreatment || way.arc >= lab.firstContractArc();
        if (rules == null || way.inside || !promised) {
            return;
        }
        boolean late = kernel.now() - agreedMillis - way.journeyMillis > rules.lateMillis();
        Experience withDonor = with(way.receiver, way.donor, rules);
        withDonor.inTimeGrams += late ? 0 : grams;
        withDonor.lateGrams += late ? grams : 0;
        with(way.donor, way.receiver, rules).inTimeGrams += grams;
    }

    /** An actor has broken a promise to another that would have taken so many months to keep. */
    void breaks(int breaker, int broken, double months) {
        if (rules == null || breaker == broken) {
            return;
        }
        Experience experience = with(broken, breaker, rules);
        fade(experience, rules);
        experience.broken += months;
        weigh(experience, rules);
        tell();
    }

    /** Counts the dealings of the month that is over. */
    void monthBegins() {
        if (rules != null && !experiences.isEmpty()) {
            count(rules);
            tell();
        }
    }

    private void tell() {
        if (!changePending) {
            changePending = true;
            changes.after(0, 0, 0);
        }
    }

    private void count(Trust known) {
        for (Experience experience : experiences.values()) {
            fade(experience, known);
            long grams = experience.inTimeGrams + experience.lateGrams;
            if (grams > 0) {
                double late = (double) experience.lateGrams / grams;
                experience.kept += 1 - late;
                experience.broken += late;
                experience.inTimeGrams = 0;
                experience.lateGrams = 0;
            }
            weigh(experience, known);
        }
    }

    private void fade(Experience experience, Trust known) {
        long now = kernel.now();
        if (known.halfLifeMillis() < Long.MAX_VALUE) {
            double left = StrictMath.pow(0.5, (double) (now - experience.countedMillis) / known.halfLifeMillis());
            experience.kept *= left;
            experience.broken *= left;
        }
        experience.countedMillis = now;
    }

    private static void weigh(Experience experience, Trust known) {
        experience.trust = (experience.kept + 2 * known.start()) / (experience.kept + experience.broken + 2);
    }

    /** What has become of it at the end of a run, the last month included. */
    List<Relations.Trusted> close() {
        if (rules == null) {
            return List.of();
        }
        count(rules);
        int actors = lab.lab().actors().size();
        List<Relations.Trusted> trusted = new ArrayList<>();
        experiences.forEach((key, experience) -> trusted.add(new Relations.Trusted(
                (int) (key / actors), (int) (key % actors), experience.trust, experience.kept, experience.broken)));
        return trusted;
    }
}
