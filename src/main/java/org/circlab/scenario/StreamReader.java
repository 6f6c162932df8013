package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.model.Arising;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Need;
import org.circlab.model.Need.Accepted;
import org.circlab.model.Operation;
import org.circlab.model.Season;
import org.circlab.model.Timed;
import org.circlab.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** What arises at actors, and what they need. */
final class StreamReader {

    private static final String ARISING = "{ mean: 230 kt/yr, every: 1 d, disposal: cheapest }";
    private static final String NEED =
            "{ mean: 90 kt/yr, virgin: { price: 30 EUR/t }, accepts: { fly-ash: { ratio: 0.9 } } }";
    private static final Measure BATCH = new Measure(Dimension.MASS, Range.NOT_NEGATIVE);
    private static final double GRAMS_PER_TONNE = 1e6;

    private final Map<String, Season> seasons;

    StreamReader(Map<String, Season> seasons) {
        this.seasons = seasons;
    }

    List<Arising> arisings(Fields actor) {
        List<Arising> arisings = new ArrayList<>();
        actor.each("generates", "generates: { fly-ash: " + ARISING + " }", (id, member) -> {
            if (actor.scope().isDeclared(Kind.MATERIAL, id, member.spot())) {
                Fields fields = member.fields(ARISING);
                arisings.add(arising(id, fields));
                fields.done();
            }
        });
        arisings.sort(Comparator.comparing(Arising::material));
        return arisings;
    }

    private Arising arising(String id, Fields fields) {
        Interval every = SpreadReader.every(fields);
        return new Arising(
                id,
                mean(fields, every),
                every,
                SpreadReader.spread(fields, "spread"),
                season(fields),
                fields.flag("whole", false),
                DisposalReader.disposal(fields),
                DisposalReader.by(fields),
                List.of(),
                fields.source("mean", "batch"));
    }

    private static Timed mean(Fields fields, Interval every) {
        if (!fields.has("batch")) {
            fields.require("mean", "230 kt/yr");
            return fields.timed("mean", Measure.MASS_FLOW);
        }
        fields.exclude("batch", "mean", "Keep 'mean', or 'batch' with 'every'.");
        Timed batch = fields.timed("batch", BATCH);
        double batchesPerYear = Horizon.YEAR_MILLIS / every.meanMillis();
        boolean tooMuch = batch.steps().stream()
                .anyMatch(step -> !Range.FLOW.allows(step.value() / GRAMS_PER_TONNE * batchesPerYear));
        if (tooMuch) {
            fields.report(
                    FindingCode.OUT_OF_RANGE,
                    fields.spot("batch"),
                    "Batches of that mass and interval make too much a year; their mean must be " + Range.FLOW.words()
                            + ".",
                    "Maybe 'every' is missing or the unit is wrong?");
            return Timed.constant(0);
        }
        return new Timed(batch.steps().stream()
                .map(step -> new Timed.Step(step.from(), step.value() / GRAMS_PER_TONNE * batchesPerYear))
                .toList());
    }

    private @Nullable Season season(Fields fields) {
        return fields.id("season", Kind.SEASON).map(seasons::get).orElse(null);
    }

    List<Need> needs(Fields actor) {
        List<Need> needs = new ArrayList<>();
        actor.each("needs", "needs: { pozzolan: " + NEED + " }", (id, member) -> {
            Fields fields = member.fields(NEED);
            needs.add(need(id, fields));
            fields.done();
        });
        needs.sort(Comparator.comparing(Need::id));
        return needs;
    }

    private Need need(String id, Fields fields) {
        fields.require("mean", "90 kt/yr");
        Optional<Fields> virgin = fields.map("virgin", "{ price: 30 EUR/t, ghg: 60 kgCO2e/t }");
        double price =
                virgin.map(each -> each.number("price", Measure.PRICE, 0)).orElse(0.0);
        double ghg = virgin.map(each -> each.number("ghg", Measure.GHG, 0)).orElse(0.0);
        virgin.ifPresent(Fields::done);
        return new Need(
                id,
                fields.timed("mean", Measure.MASS_FLOW),
                SpreadReader.every(fields),
                SpreadReader.spread(fields, "spread"),
                season(fields),
                price,
                ghg,
                accepts(fields),
                RecipeReader.operation(fields, null).orElse(Operation.R5),
                fields.grams("store", Range.NOT_NEGATIVE, 0),
                fields.source("mean"));
    }

    private static List<Accepted> accepts(Fields fields) {
        List<Accepted> accepts = new ArrayList<>();
        fields.each("accepts", "accepts: { fly-ash: { ratio: 0.9, gate-fee: -4 EUR/t } }", (id, member) -> {
            if (fields.scope().isDeclared(Kind.MATERIAL, id, member.spot())) {
                Fields accepted = member.fields("{ ratio: 0.9, gate-fee: -4 EUR/t }");
                double ratio = accepted.number("ratio", Measure.RATIO, 1);
                accepts.add(new Accepted(id, ratio, accepted.timed("gate-fee", Measure.FEE)));
                accepted.done();
            }
        });
        accepts.sort(Comparator.comparing(Accepted::material));
        return accepts;
    }
}
