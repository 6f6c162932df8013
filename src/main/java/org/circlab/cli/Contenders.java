package org.circlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Horizon;
import org.circlab.report.StoredResult;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;

/** What {@code compare} was given to compare: finished results, which are taken as they are, and scenarios, which are to run. */
final class Contenders {

    private final List<StoredResult> stored;
    private final List<Effective> scenarios;
    private final boolean isOneLab;

    private Contenders(List<StoredResult> stored, List<Effective> scenarios, boolean isOneLab) {
        this.stored = stored;
        this.scenarios = scenarios;
        this.isOneLab = isOneLab;
    }

    /**
     * Reads them. Of a single scenario all variants of the same years are taken, of several the first of each, unless variants are
     * named.
     *
     * @param files results and scenarios
     * @param variants of each scenario; empty where none is named
     * @param sets overrides of each scenario
     * @param console hears which variants are left out
     * @throws org.circlab.report.ResultException if a result cannot be read
     * @throws org.circlab.scenario.ScenarioException if a scenario has errors
     */
    static Contenders read(List<Path> files, List<String> variants, List<String> sets, Console console) {
        List<StoredResult> stored = files.stream()
                .filter(StoredResult::isOne)
                .flatMap(path -> StoredResult.read(path).stream())
                .toList();
        List<Effective> scenarios = new ArrayList<>();
        for (Path path :
                files.stream().filter(each -> !StoredResult.isOne(each)).toList()) {
            ScenarioFile file = ScenarioFile.read(path);
            if (!variants.isEmpty()) {
                variants.forEach(id -> scenarios.add(file.effective(id, sets)));
            } else if (files.size() == 1) {
                scenarios.addAll(alike(file, sets, console));
            } else {
                scenarios.add(file.effective(null, sets));
            }
        }
        return new Contenders(stored, scenarios, files.size() < 2 || (scenarios.isEmpty() && areOfOneLab(stored)));
    }

    private static boolean areOfOneLab(List<StoredResult> stored) {
        return stored.stream().map(each -> each.lab().id()).distinct().count() == 1;
    }

    /** The variants of a file that cover the same years as its first, so that they can be compared run by run. */
    private static List<Effective> alike(ScenarioFile file, List<String> sets, Console console) {
        List<Effective> all =
                file.variants().stream().map(id -> file.effective(id, sets)).toList();
        Horizon years = all.get(0).lab().horizon();
        List<Effective> alike =
                all.stream().filter(each -> each.lab().horizon().equals(years)).toList();
        if (alike.size() < 2) {
            return all;
        }
        all.stream()
                .filter(each -> !alike.contains(each))
                .forEach(each -> console.message("circlab: the variant '" + each.variant()
                        + "' covers other years and is left out; name those to compare with --variant"));
        return alike;
    }

    List<StoredResult> stored() {
        return stored;
    }

    List<Effective> scenarios() {
        return scenarios;
    }

    int size() {
        return stored.size() + scenarios.size();
    }

    /** What people call one of them: by its variant, and its lab where there are several. */
    String name(String lab, String variant) {
        return isOneLab ? variant : lab + " " + variant;
    }
}
