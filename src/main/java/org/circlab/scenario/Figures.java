package org.circlab.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.model.Horizon;
import org.circlab.model.Source;
import org.circlab.model.Timed;
import org.circlab.quantity.Dimension;
import org.circlab.quantity.Mass;
import org.circlab.quantity.Quantity;
import org.circlab.quantity.QuantityException;
import org.circlab.quantity.Span;

/**
 * Single figures: text that is parsed by the dimension of its place, alone, with a source of its own, or by date. A figure
 * that cannot be read leaves a finding and a placeholder.
 */
final class Figures {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");
    /** Three decimals of which two are for nothing. */
    private static final Pattern THOUSANDS =
            Pattern.compile("([+\\-\\u2212]?[1-9]\\d{0,2})\\.(\\d00)(?!\\d|[eE][+-]?\\d)");

    private static final Set<String> WORDS_ABOUT = Set.of("source", "note");

    private static final double MOST_TONNES_PER_YEAR = 1e8;
    private static final double LEAST_TONNES_PER_YEAR = 1e-3;
    private static final double MOST_EUROS_PER_TONNE = 1e5;
    private static final double MOST_KILOMETRES_PER_HOUR = 150;

    private static final double LONGEST_MILLIS = 200 * Horizon.YEAR_MILLIS;

    private final Scope scope;

    Figures(Scope scope) {
        this.scope = scope;
    }

    /** The number in the unit of the measure's dimension. */
    double number(Tree tree, Spot spot, Measure measure) {
        return parsed(tree, spot, measure.dimension().example(), text -> {
                    Quantity quantity = quantity(text, measure.dimension(), spotOf(tree, spot));
                    inRange(quantity.value(), text, measure.range(), spotOf(tree, spot));
                    isLikely(quantity, text, spotOf(tree, spot));
                    if (hasFewDecimals(measure)) {
                        hasNoThousands(text, spotOf(tree, spot));
                    }
                    return quantity.value();
                })
                .filter(measure.range()::allows)
                .orElse(measure.range().placeholder());
    }

    /** The quantity of a text; of money in another currency at the rate that the scenario states. */
    private Quantity quantity(String text, Dimension dimension, Spot spot) {
        Optional<Currencies.Amount> foreign =
                Currencies.isMoney(dimension) ? Currencies.amount(text) : Optional.empty();
        if (foreign.isEmpty()) {
            return Quantity.parse(text, dimension);
        }
        double amount = Quantity.parse(foreign.get().inEuros(), dimension).value();
        double rate = scope.currencies().perEuro(foreign.get().currency(), text, spot, scope);
        return new Quantity(amount / rate, dimension);
    }

    /** A mass in grams. */
    long grams(Tree tree, Spot spot, Range range) {
        return mass(tree, spot, range, text -> hasNoThousands(text, spotOf(tree, spot)))
                .orElse((long) range.placeholder());
    }

    /** A mass in grams that a scale told, to the kilogram of a tonne maybe; nothing where it cannot be read or be so. */
    Optional<Long> weighed(Tree tree, Spot spot, Range range) {
        return mass(tree, spot, range, text -> {});
    }

    private Optional<Long> mass(Tree tree, Spot spot, Range range, Consumer<String> doubt) {
        return parsed(tree, spot, "20 t", text -> {
                    long grams = Mass.parse(text).grams();
                    inRange((double) grams, text, range, spotOf(tree, spot));
                    doubt.accept(text);
                    return grams;
                })
                .filter(grams -> range.allows((double) grams));
    }

    /** A length of time, which must not exceed 200 years; a longer one is a finding of that code. */
    Optional<Span> span(Tree tree, Spot spot, FindingCode tooLong) {
        return parsed(tree, spot, "1 d", Span::parse).filter(span -> {
            if (span.millis() <= LONGEST_MILLIS) {
                return true;
            }
            scope.report(
                    tooLong,
                    spotOf(tree, spot),
                    spot.name() + " is " + span + "; it must not exceed 200 yr.",
                    "Maybe the unit is wrong?");
            return false;
        });
    }

    /** A calendar date. */
    Optional<LocalDate> date(Tree tree, Spot spot) {
        return parsed(tree, spot, "2025-01-01", text -> date(text, spotOf(tree, spot)))
                .flatMap(date -> date);
    }

    /** A value that may step at dates. */
    Timed timed(Tree tree, Spot spot, Measure measure) {
        Tree value = unwrapped(tree, spot);
        if (!(value instanceof Tree.Keyed dates)) {
            return Timed.constant(number(value, spot, measure));
        }
        scope.about(dates, spot);
        Tree.Entry table = dates.entries().get("table");
        if (table != null) {
            scope.report(
                    FindingCode.BAD_TABLE,
                    spot.at("table", table.mark()),
                    "A table of dated values is a file whose name ends in '.csv'.",
                    "Write it like { table: rates.csv }.");
            return Timed.constant(measure.range().placeholder());
        }
        List<Timed.Step> steps = new ArrayList<>();
        dates.entries().forEach((key, entry) -> {
            if (!WORDS_ABOUT.contains(key)) {
                Spot at = spot.at(key, entry.mark());
                double step = number(entry.value(), at, measure);
                date(key, at).ifPresent(date -> steps.add(new Timed.Step(date, step)));
            }
        });
        return timed(steps, spot).orElse(Timed.constant(measure.range().placeholder()));
    }

    private Optional<Timed> timed(List<Timed.Step> steps, Spot spot) {
        steps.sort(Comparator.comparing(Timed.Step::from));
        if (steps.isEmpty()) {
            if (scope.findings().sound(spot.path())) {
                scope.report(
                        FindingCode.BAD_DATE,
                        spot,
                        spot.name() + " has no dated value.",
                        "Write a value, or values by date: { 2025-01-01: 11 EUR/t, 2028-01-01: 40 EUR/t }.");
            }
            return Optional.empty();
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().equals(steps.get(i - 1).from())) {
                scope.report(
                        FindingCode.BAD_DATE,
                        spot,
                        spot.name() + " has two values for " + steps.get(i).from() + ".",
                        "Keep one of the two.");
                return Optional.empty();
            }
        }
        return Optional.of(new Timed(steps));
    }

    /** Whether the map is one of dated values and not one by ids. */
    static boolean isDated(Tree tree) {
        return tree instanceof Tree.Keyed keyed
                && keyed.entries().keySet().stream()
                        .anyMatch(key -> DATE.matcher(key).matches());
    }

    /** What stands in a sourced value {@code { value: …, source: … }}, or the value itself. */
    Tree unwrapped(Tree tree, Spot spot) {
        if (!(tree instanceof Tree.Keyed keyed) || !keyed.entries().containsKey("value")) {
            return tree;
        }
        Fields fields = new Fields(scope, keyed, spot, Source.NONE);
        Optional<Tree> value = fields.find("value");
        fields.done();
        return value.orElse(new Tree.Nothing(keyed.mark(), true));
    }

    /** The text of a figure read by {@code reader}, which may throw what the model and quantities throw. */
    private <T> Optional<T> parsed(Tree tree, Spot spot, String example, Function<String, T> reader) {
        Tree value = unwrapped(tree, spot);
        Spot at = spotOf(value, spot);
        if (!(value instanceof Tree.Text text)) {
            if (!(value instanceof Tree.Nothing)) {
                scope.report(
                        FindingCode.WRONG_KIND,
                        at,
                        "A single value is expected at " + spot.name() + ", not " + value.kind() + ".",
                        "Write it like '" + example + "'.");
            } else if (scope.findings().sound(spot.path())) {
                scope.noValue(at);
            }
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.value()));
        } catch (QuantityException e) {
            scope.report(FindingCode.BAD_QUANTITY, at, e.message() + ".", e.advice());
            return Optional.empty();
        }
    }

    private Spot spotOf(Tree tree, Spot spot) {
        Tree value = tree instanceof Tree.Keyed keyed ? keyed.at("value").orElse(tree) : tree;
        return new Spot(value.mark(), spot.path());
    }

    private void inRange(double value, String text, Range range, Spot spot) {
        if (!range.allows(value)) {
            scope.report(
                    FindingCode.OUT_OF_RANGE,
                    spot,
                    spot.name() + " is " + text + "; it must be " + range.words() + ".",
                    value < 0
                            ? "Maybe the sign is wrong?"
                            : value == 0 && range == Range.THROUGHPUT
                                    ? closing(spot.path())
                                    : isPercent(value, range) ? "Maybe it is in %?" : "");
        }
    }

    /** Whether a share was probably written without its percent sign. */
    private static boolean isPercent(double value, Range range) {
        return value > 1 && value <= 100 && (range == Range.SHARE || range == Range.PART || range == Range.LOSS);
    }

    /** How to have a line stand still, which no capacity says: it is closed, where possible from the date of the value on. */
    private static String closing(String capacity) {
        int from = Math.max(0, capacity.indexOf("actors."));
        int key = capacity.indexOf(".capacity", from);
        String line = key < 0 ? "actors.mill.runs.grinding" : capacity.substring(from, key);
        String last = capacity.substring(capacity.lastIndexOf('.') + 1);
        String date = DATE.matcher(last).matches() ? last : "2026-03-01";
        return "To let a line stand for a time, close it by an event, such as 'events: { pause: { at: " + date
                + ", for: 90 d, close: [" + line + "] } }'.";
    }

    /** Warns of values that are probably in another unit than written. */
    private void isLikely(Quantity quantity, String text, Spot spot) {
        double size = Math.abs(quantity.value());
        boolean odd = switch (quantity.dimension()) {
            case MASS_RATE -> size > MOST_TONNES_PER_YEAR || (size > 0 && size < LEAST_TONNES_PER_YEAR);
            case PRICE, CARBON_PRICE -> size > MOST_EUROS_PER_TONNE;
            case SPEED -> size > MOST_KILOMETRES_PER_HOUR;
            default -> false;
        };
        if (odd && scope.findings().sound(spot.path())) {
            scope.report(
                    FindingCode.UNLIKELY_MAGNITUDE,
                    spot,
                    spot.name() + " is " + text + ", which is hardly possible.",
                    "Maybe the unit is wrong by a thousand?");
        }
    }

    /** Whether three decimals are rare: of masses, money and what is counted, and not of shares, rates and factors. */
    private static boolean hasFewDecimals(Measure measure) {
        return switch (measure.dimension()) {
            case MASS_RATE, PRICE, CARBON_PRICE, MONEY, MONEY_RATE -> true;
            case COUNT -> measure.range() == Range.AT_LEAST_ONE;
            default -> false;
        };
    }

    /**
     * Warns of a point that probably parts thousands, as it does in half of Europe, and begins decimals here; but not in tables,
     * where programs write so many decimals in every cell.
     */
    private void hasNoThousands(String text, Spot spot) {
        Matcher number = THOUSANDS.matcher(text);
        boolean isCell = spot.mark().file().toLowerCase(Locale.ROOT).endsWith(".csv");
        if (!isCell && number.lookingAt() && scope.findings().sound(spot.path())) {
            String rest = text.substring(number.end());
            scope.report(
                    FindingCode.UNLIKELY_MAGNITUDE,
                    spot,
                    spot.name() + " is " + text + ", whose point begins decimals: "
                            + number.group().replaceFirst("\\.?0+$", "") + rest + ".",
                    "If thousands are meant, write " + number.group(1) + " " + number.group(2) + rest + ".");
        }
    }

    private Optional<LocalDate> date(String text, Spot spot) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeParseException e) {
            // Said below, as of any other text that is no date.
        }
        scope.report(
                FindingCode.BAD_DATE,
                spot,
                "'" + text + "' is no date of the calendar.",
                "Write year, month and day like 2025-01-31.");
        return Optional.empty();
    }

    /** The entries of a map that are not words about it. */
    static Map<String, Tree.Entry> entriesOf(Tree.Keyed keyed) {
        return keyed.without(WORDS_ABOUT.toArray(String[]::new)).entries();
    }
}
