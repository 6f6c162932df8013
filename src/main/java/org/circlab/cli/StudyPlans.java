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
        return plan(Designs.of(study, seed), seed, replications, console);
    }

    /** The same with another design of the study's factors. */
    StudyPlan plan(Design design, long seed, int replications, Console console) {
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
        List<StudyPlan.Table> tables = tables();
        Shipment shipment = new Shipment(scenario.snapshot(), sets, seed, List.copyOf(measures.keySet()));
        return new StudyPlan(
                study.id(),
                Version.number(),
                lab,
                shipment,
                design,
                variants,
                List.copyOf(measures.values()),
                replications,
                tables);
    }

    /** The tables that are named by levels; the scenario has read them then, so that they are shipped. */
    private List<StudyPlan.Table> tables() {
        Stream<String> levels = study.factors().stream()
                .filter(factor -> factor.domain() instanceof Factor.Levels)
                .flatMap(factor ->
                        ((Factor.Levels) factor.domain()).values().stream().map(value -> factor.path() + "=" + value));
        Stream<String> listed = study.points().stream()
                .flatMap(table -> table.rows().stream()
                        .flatMap(row -> Stream.iterate(0, i -> i < row.size(), i -> i + 1)
                                .map(i -> table.paths().get(i) + "=" + row.get(i))));
        return Stream.concat(levels, listed).distinct().flatMap(this::tables).toList();
    }

    /** The tables that a level names in one, and each that the labs read with it, since a table may name further ones. */
    private Stream<StudyPlan.Table> tables(String set) {
        return scenario.tablesHash(set).stream()
                .flatMap(hash -> Stream.concat(
                        Stream.of(new StudyPlan.Table(set, hash)),
                        scenario.tablesRead(set, study.variants(), sets).entrySet().stream()
                                .map(file ->
                                        new StudyPlan.Table(set + ", which reads " + file.getKey(), file.getValue()))));
    }
}
