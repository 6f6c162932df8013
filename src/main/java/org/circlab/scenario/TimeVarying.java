package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import org.circlab.model.Field;
import org.circlab.model.Part;
import org.circlab.quantity.Dimension;

/**
 * A place of the scenario whose value may change in time: it can step at dates, and events can set and scale it.
 *
 * @param pattern its dotted path, where a star stands for any id
 * @param measure what it measures
 * @param field what it is in the lab
 */
record TimeVarying(String pattern, Measure measure, Field.Kind field) {

    /** The mass of a batch, of which the interval makes a mean. */
    static final Measure BATCH = new Measure(Dimension.MASS, Range.NOT_NEGATIVE);

    /** Every such place. */
    static final List<TimeVarying> ALL = List.of(
            new TimeVarying("actors.*.generates.*.mean", Measure.MASS_FLOW, Field.Kind.STREAM_MEAN),
            new TimeVarying("actors.*.generates.*.batch", BATCH, Field.Kind.STREAM_MEAN),
            new TimeVarying("actors.*.needs.*.mean", Measure.MASS_FLOW, Field.Kind.NEED_MEAN),
            new TimeVarying("actors.*.needs.*.virgin.price", Measure.PRICE, Field.Kind.VIRGIN_PRICE),
            new TimeVarying("actors.*.needs.*.accepts.*.gate-fee", Measure.FEE, Field.Kind.NEED_FEE),
            new TimeVarying("actors.*.runs.*.capacity", Measure.CAPACITY, Field.Kind.LINE_CAPACITY),
            new TimeVarying("actors.*.runs.*.gate-fee", Measure.FEE, Field.Kind.LINE_FEE),
            new TimeVarying("actors.*.runs.*.gate-fee.*", Measure.FEE, Field.Kind.LINE_FEE),
            new TimeVarying("actors.*.disposes.*.fee", Measure.FEE, Field.Kind.SITE_FEE),
            new TimeVarying("contracts.*.gate-fee", Measure.FEE, Field.Kind.CONTRACT_FEE),
            new TimeVarying("processes.*.yields.*.market.price", Measure.FEE, Field.Kind.MARKET_PRICE),
            new TimeVarying("haulage.truck.cost", Measure.HAULAGE_COST, Field.Kind.MODE_COST),
            new TimeVarying("haulage.modes.*.cost", Measure.HAULAGE_COST, Field.Kind.MODE_COST),
            new TimeVarying("policy.landfill-tax", Measure.PRICE, Field.Kind.LANDFILL_TAX),
            new TimeVarying("policy.carbon-price", Measure.CARBON_PRICE, Field.Kind.CARBON_PRICE),
            new TimeVarying("policy.subsidies.*.pays", Measure.PRICE, Field.Kind.SUBSIDY),
            new TimeVarying("policy.quotas.*.most", Measure.MASS_FLOW, Field.Kind.QUOTA));

    /** What stands for any id in a pattern. */
    static final String ANY_ID = "*";

    /** The time-varying place that a path leads to. */
    static Optional<TimeVarying> at(String path) {
        return ALL.stream().filter(each -> matches(each.pattern, path)).findFirst();
    }

    static List<String> steps(String path) {
        return List.of(path.split("\\.", -1));
    }

    /** Whether a path is one of a pattern. */
    static boolean matches(String pattern, String path) {
        List<String> stars = steps(pattern);
        List<String> ids = steps(path);
        if (stars.size() != ids.size()) {
            return false;
        }
        for (int i = 0; i < stars.size(); i++) {
            if (!stars.get(i).equals(ANY_ID) && !stars.get(i).equals(ids.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The part of the lab that the value of {@code path} belongs to. */
    Part part(String path) {
        List<String> steps = steps(path);
        return switch (field.of()) {
            case STREAM, LINE, NEED, SITE -> new Part(field.of(), steps.get(1), steps.get(3));
            case ACTOR, CONTRACT, PROCESS -> new Part(field.of(), "", steps.get(1));
            case MODE -> new Part(field.of(), "", steps.get(steps.size() - 2));
            case LAB -> Part.LAB;
        };
    }

    /** The material of {@code path} where its part has such a value for several; empty elsewhere. */
    String material(String path) {
        List<String> steps = steps(path);
        return switch (field) {
            case NEED_FEE -> steps.get(5);
            case LINE_FEE -> steps.size() > 5 ? steps.get(5) : "";
            case MARKET_PRICE -> steps.get(3);
            case SUBSIDY, QUOTA -> steps.get(2);
            default -> "";
        };
    }
}
