package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as the options of a command line say it.
 *
 * @param vary paths with their values as they are written, in order
 * @param points a table of points, instead of what is varied
 * @param sample how ranges and distributions are sampled
 */
public record StudyOptions(Map<String, String> vary, Optional<PointTable> points, Optional<Study.Sample> sample) {

    private static final String VARY = "--vary";

    public StudyOptions {
        vary = Collections.unmodifiableMap(new LinkedHashMap<>(vary));
    }

    /** The study; with findings where it makes no sense. */
    Study study(String id, List<String> variants, Tree.Keyed lab, StudyReader reader, Findings findings) {
        List<Factor> factors = new ArrayList<>();
        vary.forEach((path, text) ->
                reader.factor(path, text, lab, new Spot(Mark.of(VARY), path)).ifPresent(factors::add));
        points.ifPresent(table -> reader.areThere(table, lab, Spot.of("--points")));
        if (!findings.haveErrors()) {
            reader.requirePoints(factors, points, sample, Spot.of(VARY));
        }
        return new Study(id, "", factors, points, sample, variants, Optional.empty(), List.of());
    }
}
