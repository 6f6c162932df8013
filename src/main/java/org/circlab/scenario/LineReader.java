package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.circlab.model.Breakdown;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Line.Finance;
import org.circlab.model.Part;
import org.circlab.model.Recipe;
import org.circlab.model.Spread;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;

/** The processing lines of actors. */
final class LineReader {

    private static final String EXAMPLE = "{ process: grinding, capacity: 300 t/d }";

    private static final String BREAKDOWN =
            "{ every: { mean: 30 d, spread: exponential }, repair: { mean: 8 h, spread: exponential } }";
    private static final double MOST_SERVERS = 1000;

    private final Map<String, Recipe> recipes;
    private final Map<String, WorkCalendar> calendars;
    private final SubstanceReader substances;

    LineReader(Declared declared, SubstanceReader substances) {
        this.recipes = declared.recipes();
        this.calendars = declared.calendars();
        this.substances = substances;
    }

    /** The lines whose process is sound; the others make their actor's lines unsound. */
    List<Line> lines(Fields actor) {
        List<Line> lines = new ArrayList<>();
        actor.each("runs", "runs: { mill: " + EXAMPLE + " }", (id, member) -> {
            Fields fields = member.fields(EXAMPLE);
            line(id, fields).ifPresent(lines::add);
            fields.done();
        });
        lines.sort(Comparator.comparing(Line::id));
        return lines;
    }

    private Optional<Line> line(String id, Fields fields) {
        fields.require("process", "grinding");
        Optional<String> process = fields.id("process", Kind.PROCESS);
        fields.require("capacity", "300 t/d");
        Timed tonnesPerYear = fields.timed("capacity", Measure.CAPACITY);
        Spread service = SpreadReader.spread(fields, "service");
        int parallel = parallel(fields);
        WorkCalendar hours =
                fields.id("hours", Kind.CALENDAR).map(calendars::get).orElse(null);
        Breakdown breakdown =
                fields.map("breakdown", BREAKDOWN).map(LineReader::breakdown).orElse(null);
        long store = fields.grams("store", Range.NOT_NEGATIVE, 0);
        Finance finance = finance(fields);
        boolean existing = fields.flag("existing", finance.investmentEuros() == 0);
        substances.limits(Part.Kind.LINE, fields);
        Optional<Recipe> recipe = process.map(recipes::get);
        Map<String, Timed> fees = gateFees(fields, recipe);
        double within = within(fields);
        if (recipe.isEmpty()) {
            fields.scope().findings().doubt(fields.spot().path());
        }
        return recipe.map(sound -> new Line(
                        id,
                        sound,
                        perDay(tonnesPerYear),
                        service,
                        parallel,
                        hours,
                        breakdown,
                        store,
                        fees,
                        finance,
                        existing,
                        fields.source("capacity"))
                .within(within));
    }

    /** The furthest that is drawn from, in kilometres. */
    static double within(Fields fields) {
        return fields.number("within", Measure.DISTANCE, Double.POSITIVE_INFINITY);
    }

    private static Timed perDay(Timed tonnesPerYear) {
        return new Timed(tonnesPerYear.steps().stream()
                .map(step -> new Timed.Step(step.from(), step.value() / Horizon.DAYS_PER_YEAR))
                .toList());
    }

    private static int parallel(Fields fields) {
        double servers = fields.number("parallel", Measure.NUMBER, 1);
        if (servers == Math.rint(servers) && servers >= 1 && servers <= MOST_SERVERS) {
            return (int) servers;
        }
        if (fields.scope().findings().sound(fields.spot("parallel").path())) {
            fields.report(
                    FindingCode.OUT_OF_RANGE,
                    fields.spot("parallel"),
                    fields.spot("parallel").name() + " is no whole number from 1 to 1000.",
                    "Write how many equal servers stand side by side, such as 2.");
        }
        return 1;
    }

    private static Breakdown breakdown(Fields fields) {
        fields.require("every", "{ mean: 30 d, spread: exponential }");
        fields.require("repair", "{ mean: 8 h, spread: exponential }");
        Breakdown breakdown = new Breakdown(
                SpreadReader.interval(fields, "every"),
                SpreadReader.interval(fields, "repair"),
                fields.choice("wear", List.of("time", "use"), word -> word)
                        .filter("use"::equals)
                        .isPresent());
        fields.done();
        return breakdown;
    }

    private static Finance finance(Fields fields) {
        double investment = fields.number("investment", Measure.MONEY, 0);
        double fixed = fields.number("fixed-cost", Measure.YEARLY_COST, 0);
        if (investment > 0) {
            fields.require("life", "20 yr");
        }
        double life = fields.span("life")
                .map(span -> span.millis() / Horizon.YEAR_MILLIS)
                .orElse(0.0);
        boolean sound = fields.scope().findings().sound(fields.spot("life").path());
        if (sound && fields.has("life") && !(life > 0)) {
            fields.report(
                    FindingCode.OUT_OF_RANGE,
                    fields.spot("life"),
                    fields.spot("life").name() + " is 0; it must be above 0.",
                    "Write it like '20 yr'.");
        }
        return new Finance(investment, investment > 0 && !(life > 0) ? 1 : life, fixed);
    }

    /** One fee for all materials taken, or fees by material. */
    private static Map<String, Timed> gateFees(Fields fields, Optional<Recipe> recipe) {
        Map<String, Timed> fees = new TreeMap<>();
        Optional<Tree> found = fields.find("gate-fee");
        boolean byMaterial = found.isPresent()
                && found.get() instanceof Tree.Keyed keyed
                && !keyed.entries().containsKey("value")
                && !Figures.isDated(keyed);
        if (byMaterial) {
            fields.map("gate-fee", "{ fly-ash: -4 EUR/t }").ifPresent(each -> {
                Figures.entriesOf((Tree.Keyed) found.get()).forEach((material, entry) -> {
                    Timed fee = each.timed(material, Measure.FEE);
                    if (isTaken(material, each, recipe)) {
                        fees.put(material, fee);
                    }
                });
            });
        } else if (found.isPresent()) {
            Timed fee = fields.timed("gate-fee", Measure.FEE);
            recipe.ifPresent(sound -> sound.takes().forEach(material -> fees.put(material, fee)));
        }
        return fees;
    }

    private static boolean isTaken(String material, Fields fees, Optional<Recipe> recipe) {
        if (!fees.scope().isDeclared(Kind.MATERIAL, material, fees.spot(material))) {
            return false;
        }
        if (recipe.isPresent() && !recipe.get().takes().contains(material)) {
            fees.report(
                    FindingCode.NOT_TAKEN,
                    fees.spot(material),
                    "There is a gate fee for '" + material + "', which the process '"
                            + recipe.get().id() + "' does not take.",
                    Suggestion.maybe(material, recipe.get().takes()));
            return false;
        }
        return true;
    }
}
