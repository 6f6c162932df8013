package org.circlab.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.circlab.model.Degradable;
import org.circlab.model.Material;

/**
 * The scenario format as data: every map with its keys, what stands at each, whether it must, and whether it may vary with
 * time. Readers read, this tells; a test holds what readers ask for against it, both ways. A new key is one line here.
 */
final class Format {

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

    private static final Part REGION = Part.of(
            "region",
            Key.of("country", CommonFormat.COUNTRY, "Its country in two letters (ISO 3166-1).", "SI"),
            Key.of("inhabitants", Shape.figure(Measure.COUNT), "How many people live there.", "45 000"));

    private static final Part HORIZON = Part.of(
            "horizon",
            Key.of("start", Shape.DATE, "The first day of results.", "2025-01-01")
                    .required(),
            Key.of("length", Shape.SPAN, "How long results are gathered, by the calendar.", "5 yr")
                    .required(),
            Key.of("warm-up", Shape.SPAN, "Time simulated before the start and left out of results.", "1 yr"));

    private static final Part DEGRADABLE = Part.of(
            "degradable",
            Arrays.stream(Degradable.Kind.values())
                    .map(kind -> Key.of(
                            kind.word(),
                            Shape.figure(Measure.SHARE),
                            "Share of the wet mass that decays like it.",
                            "30 %"))
                    .toArray(Key[]::new));

    private static final Part MATERIAL = Part.of(
            "material",
            Key.of(
                    "like",
                    Shape.TEXT,
                    "An entry of the catalogue, or a code, with all that is known of it; other keys say what differs.",
                    "\"low:10 01 02\""),
            Key.of("name", Shape.TEXT, "What people call it.", "Coal fly ash"),
            Key.of(
                    "code",
                    Shape.WASTE_CODE,
                    "Its code in the European List of Waste; a product has none.",
                    "\"10 01 02\""),
            Key.of(
                    "hazardous",
                    Shape.FLAG,
                    "Whether it is hazardous waste; as the List of Waste has its code if not said.",
                    "yes"),
            Key.of(
                    "status",
                    Shape.words(Material.Status.values(), Material.Status::word),
                    "What it is by law; waste if not said where it has a code, a product otherwise.",
                    "by-product"),
            Key.of(
                    "composition",
                    CommonFormat.COMPOSITION,
                    "What it consists of: shares of the dry matter, moisture of the wet mass.",
                    "{ chloride: 0.02 %, moisture: 15 % }"),
            Key.of(
                    "half-life",
                    Shape.byId(Shape.SPAN, CommonFormat.ABOUT_SOURCE),
                    "In what time half of a substance decays.",
                    "{ volatile-solids: 40 d }"),
            Key.of(
                    "degradable",
                    DEGRADABLE,
                    "What of it makes methane in a landfill; as the catalogue has its code if not said.",
                    "{ food: 30 %, paper: 15 % }"));

    private static final Part SEASON = Part.of(
            "season",
            Key.of(
                            "weights",
                            new Shape.Listed(Shape.figure(Measure.WEIGHT), 12, 12),
                            "One weight a month from January on; the yearly mean is kept.",
                            "[1.3, 1.2, 1.1, 1, 0.9, 0.7, 0.7, 0.7, 0.9, 1, 1.2, 1.3]")
                    .required());

    private static final Part CALENDAR = Part.of(
            "calendar",
            Stream.concat(
                            CalendarReader.keys().stream()
                                    .map(days -> Key.of(
                                            days,
                                            Shape.TEXT,
                                            "Shifts of these days; a night shift belongs to the day it begins on.",
                                            "06:00-14:00, 14:00-22:00")),
                            Stream.of(Key.of(
                                    "holidays",
                                    Shape.list(Shape.TEXT),
                                    "Days without shifts, of every year or once.",
                                    "[01-01, 2025-04-21]")))
                    .toArray(Key[]::new));

    private static final Part EVENT = Part.of(
                    "event",
                    Key.of("at", Shape.DATE, "The day on which it begins.", "2026-03-01")
                            .requiredUnless("every"),
                    Key.of(
                            "every",
                            CommonFormat.EVERY,
                            "Or the time from its end to its next beginning.",
                            "{ mean: 3 yr, spread: exponential }"),
                    Key.of("for", CommonFormat.EVERY, "How long it lasts; for good if not said.", "90 d")
                            .requiredWith("every"),
                    Key.of(
                            "set",
                            new Shape.ByPath(false),
                            "Values in force meanwhile.",
                            "{ policy.landfill-tax: 60 EUR/t }"),
                    Key.of(
                            "scale",
                            new Shape.ByPath(true),
                            "Factors on values meanwhile.",
                            "{ haulage.truck.cost: 140 % }"),
                    Key.of(
                            "add",
                            new Shape.ByStream(Shape.mass(Range.POSITIVE)),
                            "Waste that it brings beside what streams bring: daily parts while it lasts, or at once.",
                            "{ actors.plant.generates.fly-ash: 500 t }"),
                    Key.of("spread", CommonFormat.SPREAD, "How what it adds scatters.", "{ lognormal: { cv: 50 % } }"),
                    Key.of(
                            "close",
                            Shape.list(Shape.TEXT),
                            "Actors and parts that are shut meanwhile.",
                            "[actors.mill]"))
            .withOneOf("at", "every");

    private static final Part TABLE = Part.of(
            "table",
            Key.of("actors", Shape.TEXT, "The file: a column id, others by their path below an actor.", "farms.csv")
                    .required(),
            Key.of(
                    "all",
                    new Shape.Partial(ActorFormat.ACTOR),
                    "What all of them have, where their line says nothing else.",
                    "{ permits: { operations: [R3] } }"));

    private static final Part INDICATOR = Part.of(
            "indicator",
            Key.of(
                            "formula",
                            Shape.TEXT,
                            "Other indicators, numbers, + - * / ( ) min max; a minus has spaces around it.",
                            "landfill / arising * 100")
                    .required(),
            Key.of("unit", Shape.TEXT, "The unit of its value.", "\"%\"").required(),
            Key.of("name", Shape.TEXT, "What people call it.", "Landfilled share"),
            Key.of("better", Shape.words("higher", "lower"), "Which way is better, if any.", "lower"));

    /** What a variant says beside its patch of the lab. */
    static final Part VARIANT = Part.of(
            "variant",
            Key.of("name", Shape.TEXT, "What people call it.", "High tax"),
            Key.of("about", Shape.TEXT, "What it changes, in a sentence.", "The tax rises to 60 EUR/t."));

    /** The whole scenario. */
    static final Part LAB = Part.of(
            "lab",
            Key.of("circlab", Shape.words("1"), "The version of the format.", "1")
                    .required(),
            Key.of("id", new Shape.Text("^" + Scope.ID.pattern() + "$"), "Names the folder of results.", "harbour")
                    .required(),
            Key.of("name", Shape.TEXT, "What people call the lab.", "Harbour lab")
                    .required(),
            Key.of("extends", Shape.TEXT, "The scenario that this one changes, as a merge patch.", "valley.yaml"),
            Key.of(
                    "tables",
                    Shape.byId(TABLE),
                    "Actors in CSV files beside the scenario, a line for each.",
                    "{ farms: { actors: farms.csv } }"),
            Key.of(
                    Currencies.KEY,
                    Shape.byId(Currencies.CURRENCY),
                    "Rates of exchange of other currencies than the euro in which amounts stand.",
                    "{ RSD: { per-euro: 117.2 } }"),
            Key.of("region", REGION, "Where it is.", "{ country: SI, inhabitants: 45 000 }"),
            Key.of("horizon", HORIZON, "What time is simulated.", "{ start: 2025-01-01, length: 5 yr }")
                    .required(),
            Key.of(
                    "materials",
                    Shape.byId(MATERIAL),
                    "All that moves in the lab.",
                    "{ fly-ash: { code: \"10 01 02\" } }"),
            Key.of(
                    "seasons",
                    Shape.byId(SEASON),
                    "How streams swing over the year.",
                    "{ even: { weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } }"),
            Key.of(
                    "calendars",
                    Shape.byId(CALENDAR),
                    "When work is done: shifts of a week, and holidays.",
                    "{ day: { mon-fri: 06:00-14:00 } }"),
            Key.of(
                    "processes",
                    Shape.byId(ProcessFormat.PROCESS),
                    "Recipes of what lines do.",
                    "{ grinding: { operation: R5, takes: [fly-ash], yields: { cement-addition: 100 % } } }"),
            Key.of("actors", Shape.byId(ActorFormat.ACTOR), "Who takes part.", "{ plant: { at: [46.380, 15.049] } }")
                    .required(),
            Key.of(
                    "contracts",
                    Shape.byId(ExchangeFormat.CONTRACT),
                    "What is delivered before anything is exchanged.",
                    "{ ash: { from: plant, to: works, material: fly-ash, volume: 40 kt/yr } }"),
            Key.of(
                            "haulage",
                            HaulageFormat.HAULAGE,
                            "How material is carried.",
                            "{ truck: { payload: 24 t, cost: 0.08 EUR/tkm, speed: 60 km/h } }")
                    .required(),
            Key.of(
                    "distances",
                    HaulageFormat.DISTANCES,
                    "Kilometres, by road or by mode: a CSV file, or a map; instead of great circle x detour.",
                    "distances.csv"),
            Key.of(
                    "events",
                    Shape.byId(EVENT),
                    "What happens to the lab at dates or at random.",
                    "{ fire: { at: 2026-03-01, for: 90 d, close: [actors.mill] } }"),
            Key.of("policy", PolicyFormat.POLICY, "Taxes, prices and rates.", "{ landfill-tax: 11 EUR/t }"),
            Key.of(
                    "exchange",
                    ExchangeFormat.EXCHANGE,
                    "How offers meet those who want them.",
                    "{ rule: cheapest, every: 1 wk }"),
            Key.of(
                    "indicators",
                    Shape.byId(INDICATOR),
                    "Indicators of your own, reckoned from others.",
                    "{ landfilled: { formula: landfill / arising * 100, unit: \"%\" } }"),
            Key.of(
                    "score",
                    ScoreReader.SCORE,
                    "How much each dimension counts in the score.",
                    "{ weights: { climate: 2 } }"),
            Key.of(
                    "baseline",
                    Shape.TEXT,
                    "The variant to compare with, instead of business as usual.",
                    "other-variant"),
            Key.of(
                    "studies",
                    Shape.byId(StudyFormat.STUDY),
                    "Runs at many points, for 'circlab sweep'.",
                    "{ tax: { vary: { policy.landfill-tax: 0..120:20 EUR/t } } }"),
            Key.of(
                    "variants",
                    Shape.byId(new Shape.Patch()),
                    "Changes to the lab, as merge patches; the first is the default.",
                    "{ exchange: {} }"));

    private Format() {}

    /** What the format says of a path with ids, such as {@code actors.plant.generates}; nothing where there is no such place. */
    static Optional<Shape> at(List<String> path) {
        Optional<Shape> here = Optional.of(LAB);
        for (String step : path) {
            here = here.flatMap(shape -> below(shape, step));
        }
        return here;
    }

    /** Whether the map at a path of a lab is keyed by id; variants are no part of a lab. */
    static boolean isKeyedById(List<String> path) {
        return at(path).filter(shape -> shape instanceof Shape.ById map && !(map.member() instanceof Shape.Patch))
                .isPresent();
    }

    /** The shapes that may stand where {@code shape} does. */
    static Stream<Shape> alternatives(Shape shape) {
        return shape instanceof Shape.Either either
                ? either.shapes().stream().flatMap(Format::alternatives)
                : Stream.of(shape);
    }

    private static Optional<Shape> below(Shape shape, String step) {
        return alternatives(shape).flatMap(each -> inside(each, step).stream()).findFirst();
    }

    private static Optional<Shape> inside(Shape shape, String step) {
        if (shape instanceof Part part) {
            return part.key(step).map(Key::shape).or(() -> about(step));
        }
        if (shape instanceof Shape.ById map) {
            return map.own().stream()
                    .filter(key -> key.name().equals(step))
                    .map(Key::shape)
                    .findFirst()
                    .or(() -> step.equals("note") ? Optional.of(Shape.TEXT) : Optional.of(map.member()));
        }
        if (shape instanceof Shape.Partial partial) {
            return inside(partial.whole(), step);
        }
        if (shape instanceof Shape.Patch) {
            return inside(VARIANT, step).or(() -> inside(LAB, step));
        }
        if (shape instanceof Shape.Dated dated && step.matches(DATE)) {
            return Optional.of(Shape.figure(dated.measure()));
        }
        return isFigure(shape)
                ? about(step).or(() -> step.equals("value") ? Optional.of(shape) : Optional.empty())
                : Optional.empty();
    }

    /** What any map may say about itself. */
    private static Optional<Shape> about(String step) {
        return Stream.of(CommonFormat.ABOUT_SOURCE, CommonFormat.NOTE)
                .filter(key -> key.name().equals(step))
                .map(Key::shape)
                .findFirst();
    }

    /** Whether a value of that shape may be written with a source, as a map with the value in it. */
    static boolean isFigure(Shape shape) {
        return shape instanceof Shape.Figure
                || shape instanceof Shape.Mass
                || shape instanceof Shape.Span
                || shape instanceof Shape.Date
                || shape instanceof Shape.Dated;
    }
}
