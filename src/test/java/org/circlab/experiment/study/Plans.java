package org.circlab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.circlab.scenario.Snapshot;
import org.circlab.score.Measure;
import org.circlab.score.Sense;

/** Studies that need no lab: a task's answer follows from its values by arithmetic. */
final class Plans {

    static final List<Measure> INDICATORS = List.of(
            new Measure("mass", "Mass", "t/yr", Sense.LOWER_IS_BETTER, "test", "by hand", ""),
            new Measure("share", "Share", "%", Sense.NEITHER, "test", "by hand", ""));

    /** Refuses levels below 0; the second indicator does not apply to level 3. */
    static final Evaluator ARITHMETIC = task -> {
        int level = Integer.parseInt(task.sets().get(0).substring(2));
        if (level < 0) {
            return new Answer.Refused(List.of("level " + level, "is too low"));
        }
        double chance = task.replication() * 0.1 + task.variant().length();
        return new Answer.Values(
                List.of(level + chance / 3, level == 3 ? Double.NaN : chance), List.of(chance, 2 * chance));
    };

    private Plans() {}

    static Design levels(int... levels) {
        return Designs.listed(
                List.of("x"),
                IntStream.of(levels).mapToObj(level -> List.of("" + level)).toList());
    }

    static StudyPlan of(Design design, int replications, String... variants) {
        return of("1.0", 1, "hash", design, replications, variants);
    }

    static StudyPlan of(String version, long seed, String hash, Design design, int replications, String... variants) {
        return of(version, seed, hash, design, replications, List.of(), variants);
    }

    /** The same, where the levels are tables of such contents. */
    static StudyPlan withTables(Design design, List<StudyPlan.Table> tables) {
        return of("1.0", 1, "hash", design, 1, tables, "first");
    }

    private static StudyPlan of(
            String version,
            long seed,
            String hash,
            Design design,
            int replications,
            List<StudyPlan.Table> tables,
            String... variants) {
        List<StudyPlan.Variant> planned = new ArrayList<>();
        List<String> known = List.of("first", "second", "last");
        for (String variant : variants) {
            planned.add(new StudyPlan.Variant(variant, known.indexOf(variant), "text", hash));
        }
        Shipment shipment =
                new Shipment(new Snapshot("lab.yaml", List.of()), List.of(), seed, List.of("mass", "share"));
        return new StudyPlan("s", version, "lab", shipment, design, planned, INDICATORS, replications, tables);
    }
}
