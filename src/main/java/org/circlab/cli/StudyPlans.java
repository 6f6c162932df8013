package org.circlab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.experiment.study.Design;
import org.circlab.experiment.study.Designs;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.StudyPlan;
import org.circlab.scenario.Effective;
import org.circlab.scenario.Factor;
import org.circlab.scenario.ScenarioException;
import org.circlab.scenario.ScenarioFile;
import org.circlab.scenario.Study;
import org.circlab.score.Indicators;
import org.circlab.score.Measure;

/** What a scenario, a study and options come to. */
final class StudyPlans {

    private static final String TABLE = ".csv";

    private final ScenarioFile scenario;
    private final Study study;
    private final List<String> sets;

    StudyPlans(ScenarioFile scenario, Study study, List<String> sets) {
        this.scenario = scenario;
        this.study = study;
        this.sets = List.copyOf(sets);
    }

    /**
     * The plan.
     *
     * @throws ScenarioException if a variant has errors before a point changes it
     */
    StudyPlan plan(long seed, int replications, Console console) {
        List<StudyPlan.Variant> variants = new ArrayList<>();
        Map<String, Measure> measures = new LinkedHashMap<>();
        String lab = "";
        List<String> ids = scenario.variants();
        for (String id : ids.stream().filter(study.variants()::contains).toList()) {
            Effective effective = scenario.effective(id, sets);
            effective.warnings().forEach(warning -> console.message(warning.toString()));
            Indicators.of(effective.lab()).forEach(measure -> measures.putIfAbsent(measure.id(), measure));
            lab = effective.lab().id();
            variants.add(new StudyPlan.Variant(id, ids.indexOf(id), effective.text(), effective.comparisonHash()));
        }
        readTables();
        Shipment shipment = new Shipment(scenario.snapshot(), sets, seed, List.copyOf(measures.keySet()));
        Design design = Designs.of(study, seed);
        return new StudyPlan(
                study.id(),
                Version.number(),
                lab,
                shipment,
                design,
                variants,
                List.copyOf(measures.values()),
                replications);
    }

    /** Has the scenario read the tables that are named by levels, so that they are shipped. */
    private void readTables() {
        Stream<String> levels = study.factors().stream()
                .filter(factor -> factor.domain() instanceof Factor.Levels)
                .flatMap(factor ->
                        ((Factor.Levels) factor.domain()).values().stream().map(value -> factor.path() + "=" + value));
        Stream<String> listed = study.points().stream()
                .flatMap(table -> table.rows().stream()
                        .flatMap(row -> Stream.iterate(0, i -> i < row.size(), i -> i + 1)
                                .map(i -> table.paths().get(i) + "=" + row.get(i))));
        Stream.concat(levels, listed)
                .filter(set -> set.endsWith(TABLE))
                .distinct()
                .forEach(this::read);
    }

    private void read(String set) {
        for (String variant : study.variants()) {
            List<String> all = new ArrayList<>(sets);
            all.add(set);
            boolean unused = isSound(variant, all);
        }
    }

    /** Whether a variant can be had with some changes; if not, that is told at its point. */
    private boolean isSound(String variant, List<String> changes) {
        try {
            scenario.effective(variant, changes);
            return true;
        } catch (ScenarioException e) {
            return false;
        }
    }
}
