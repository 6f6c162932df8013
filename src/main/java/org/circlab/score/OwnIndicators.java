package org.circlab.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.OwnIndicator;

/** Indicators that a scenario defines over others, reckoned in each replication from what those read in it. */
final class OwnIndicators {

    private final List<OwnIndicator> indicators;

    /** Indicators each of which comes after those that it names. */
    OwnIndicators(List<OwnIndicator> indicators) {
        this.indicators = List.copyOf(indicators);
    }

    List<Measure> measures() {
        return indicators.stream().map(OwnIndicators::measure).toList();
    }

    private static Measure measure(OwnIndicator indicator) {
        Sense sense = switch (indicator.better()) {
            case HIGHER -> Sense.HIGHER_IS_BETTER;
            case LOWER -> Sense.LOWER_IS_BETTER;
            case NEITHER -> Sense.NEITHER;
        };
        return new Measure(
                indicator.id(),
                indicator.name(),
                indicator.unit(),
                sense,
                Measure.OWN,
                indicator.text()
                        + ". Does not apply where something is divided by 0 or one of its indicators does not apply.",
                "defined in the scenario");
    }

    /** What they read where the indicators of the program read so; NaN where they do not apply. */
    List<Reading> of(List<Reading> readings) {
        Map<String, Double> values = values(readings);
        return indicators.stream()
                .map(indicator -> new Reading(measure(indicator), values.getOrDefault(indicator.id(), Double.NaN)))
                .toList();
    }

    /** The values of all indicators by id. */
    private Map<String, Double> values(List<Reading> readings) {
        Map<String, Double> values = new HashMap<>();
        readings.forEach(reading -> values.put(reading.measure().id(), reading.value()));
        for (OwnIndicator indicator : indicators) {
            double value = indicator.formula().value(name -> values.getOrDefault(name, Double.NaN));
            values.put(indicator.id(), Double.isFinite(value) ? value : Double.NaN);
        }
        return values;
    }

    /** The terms of one of them: the indicators that it names. */
    List<Term> terms(String id, List<Reading> readings) {
        Map<String, Double> values = values(readings);
        Map<String, String> units = new HashMap<>();
        readings.forEach(
                reading -> units.put(reading.measure().id(), reading.measure().unit()));
        indicators.forEach(indicator -> units.put(indicator.id(), indicator.unit()));
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .flatMap(indicator -> indicator.formula().names().stream())
                .map(name -> Term.of(name, units.getOrDefault(name, "1"), values.getOrDefault(name, Double.NaN)))
                .toList();
    }
}
