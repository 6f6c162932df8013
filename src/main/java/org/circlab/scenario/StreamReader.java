package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.circlab.model.Arising;
import org.circlab.model.Horizon;
import org.circlab.model.InUse;
import org.circlab.model.Interval;
import org.circlab.model.Need;
import org.circlab.model.Need.Accepted;
import org.circlab.model.Operation;
import org.circlab.model.Part;
import org.circlab.model.Season;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.jspecify.annotations.Nullable;

/** What arises at actors, and what they need. */
final class StreamReader {

    private static final String ARISING = "{ mean: 230 kt/yr, every: 1 d, disposal: cheapest }";
    private static final String NEED =
            "{ mean: 90 kt/yr, virgin: { price: 30 EUR/t }, accepts: { fly-ash: { ratio: 0.9 } } }";
    private static final double GRAMS_PER_TONNE = 1e6;

    private final Map<String, Season> seasons;
    private final Map<String, WorkCalendar> calendars;
    private final BatchReader batches;
    private final Horizon horizon;
    private final SubstanceReader substances;

    StreamReader(Declared declared, Horizon horizon, SubstanceReader substances) {
        this.seasons = declared.seasons();
        this.calendars = declared.calendars();
        this.substances = substances;
        this.batches = new BatchReader(horizon);
        this.horizon = horizon;
    }

    /** What arises at an actor; {@code preferences} takes the receivers that a stream prefers, where it says so itself. */
    List<Arising> arisings(Fields actor, BiConsumer<String, List<String>> preferences) {
        List<Arising> arisings = new ArrayList<>();
        actor.each("generates", "generates: { fly-ash: " + ARISING + " }", (id, member) -> {
            boolean known = actor.scope().isDeclared(Kind.MATERIAL, id, member.spot());
            Fields fields = member.fields(ARISING);
            Arising arising = arising(id, fields);
            List<String> preferred = fields.has("prefers") ? prefers(fields) : List.of();
            fields.done();
            if (known) {
                arisings.add(arising);
            }
            if (known && fields.has("prefers")) {
                preferences.accept(id, preferred);
            }
        });
        arisings.sort(Comparator.comparing(Arising::material));
        return arisings;
    }

    /** The actors that are preferred as receivers, the first most. */
    static List<String> prefers(Fields fields) {
        Spot spot = fields.spot("prefers");
        return fields.texts("prefers", "prefers: [anhovo, knauf]").stream()
                .filter(text -> fields.scope().isDeclared(Kind.ACTOR, text.value(), new Spot(text.mark(), spot.path())))
                .map(Tree.Text::value)
                .toList();
    }

    private Arising arising(String id, Fields fields) {
        boolean recorded = fields.has("batches");
        boolean continuous = !recorded && isContinuous(fields);
        Optional<Fields> products = InUseReader.fields(fields);
        for (String other : List.of("mean", "batch", "batches")) {
            fields.exclude("in-use", other, "Keep 'in-use' where it arises from products in use.");
        }
        if (recorded) {
            for (String drawn : List.of("mean", "batch", "every", "spread", "season", "hours")) {
                fields.exclude("batches", drawn, "Keep 'batches' to replay a record, or the others to draw.");
            }
        }
        substances.stream(id, fields);
        Interval every = recorded || continuous ? SpreadReader.DAILY : SpreadReader.every(fields);
        Optional<InUse> inUse = products.flatMap(each -> InUseReader.products(each, horizon));
        Arising arising = new Arising(
                id,
                recorded || fields.has("in-use") ? Timed.constant(0) : mean(fields, every),
                every,
                continuous,
                recorded || continuous ? new Spread.None() : SpreadReader.spread(fields, "spread"),
                recorded ? null : season(fields),
                recorded ? null : hours(fields),
                ships(fields, continuous),
                fields.flag("whole", false),
                DisposalReader.disposal(fields),
                DisposalReader.by(fields),
                recorded ? batches.batches(fields) : List.of(),
                recorded ? fields.source("batches") : fields.source("mean", "batch", "in-use", "in-use.put-on-market"));
        return recorded
                ? arising
                : inUse.map(each -> arising.from(each, horizon)).orElse(arising);
    }

    private static boolean isContinuous(Fields fields) {
        boolean continuous = SpreadReader.isContinuous(fields);
        if (continuous) {
            fields.exclude(
                    "every", "spread", "A continuous stream has no batches that could scatter; leave 'spread' out.");
            fields.exclude("every", "batch", "A continuous stream has no batches; write its 'mean'.");
        }
        return continuous;
    }

    private static long ships(Fields fields, boolean continuous) {
        if (continuous) {
            fields.require("ships", "20 t");
        }
        return fields.grams("ships", Range.POSITIVE, continuous ? 1 : 0);
    }

    private @Nullable WorkCalendar hours(Fields fields) {
        return fields.id("hours", Kind.CALENDAR).map(calendars::get).orElse(null);
    }

    private static Timed mean(Fields fields, Interval every) {
        if (!fields.has("batch")) {
            fields.require("mean", "230 kt/yr");
            return fields.timed("mean", Measure.MASS_FLOW);
        }
        fields.exclude("batch", "mean", "Keep 'mean', or 'batch' with 'every'.");
        Timed batch = fields.timed("batch", TimeVarying.BATCH);
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
        boolean continuous = SpreadReader.isContinuous(fields);
        if (continuous) {
            fields.report(
                    FindingCode.BAD_WORD,
                    fields.spot("every"),
                    "A need draws time after time and cannot be continuous.",
                    "Write a short time, such as 'every: 1 h'.");
        }
        Optional<Fields> virgin = fields.map("virgin", "{ price: 30 EUR/t, ghg: 60 kgCO2e/t }");
        Timed price = virgin.map(each -> each.timed("price", Measure.PRICE)).orElse(Timed.constant(0));
        double ghg = virgin.map(each -> each.number("ghg", Measure.GHG, 0)).orElse(0.0);
        virgin.ifPresent(Fields::done);
        substances.limits(Part.Kind.NEED, fields);
        return new Need(
                id,
                fields.timed("mean", Measure.MASS_FLOW),
                continuous ? SpreadReader.DAILY : SpreadReader.every(fields),
                SpreadReader.spread(fields, "spread"),
                season(fields),
                hours(fields),
                price,
                ghg,
                accepts(fields),
                RecipeReader.operation(fields, null).orElse(Operation.R5),
                fields.grams("store", Range.NOT_NEGATIVE, 0),
                fields.source("mean"));
    }

    private List<Accepted> accepts(Fields fields) {
        List<Accepted> accepts = new ArrayList<>();
        fields.each("accepts", "accepts: { fly-ash: { ratio: 0.9, gate-fee: -4 EUR/t } }", (id, member) -> {
            boolean known = fields.scope().isDeclared(Kind.MATERIAL, id, member.spot());
            Fields accepted = member.fields("{ ratio: 0.9, gate-fee: -4 EUR/t }");
            double ratio = accepted.number("ratio", Measure.RATIO, 1);
            Timed fee = accepted.timed("gate-fee", Measure.FEE);
            double within = LineReader.within(accepted);
            substances.accepted(SubstanceReader.partAt(Part.Kind.NEED, fields), id, accepted);
            accepted.done();
            if (known) {
                accepts.add(new Accepted(id, ratio, fee).within(within));
            }
        });
        accepts.sort(Comparator.comparing(Accepted::material));
        return accepts;
    }
}
