package org.circlab.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.scenario.Factor.Between;
import org.circlab.scenario.Factor.Domain;
import org.circlab.scenario.Factor.Law;
import org.circlab.scenario.Factor.Levels;
import org.circlab.scenario.Factor.Uncertain;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a factor are written: {@code 0..120:20 EUR/t}, {@code 0..120 EUR/t}, {@code 10, 20, 40 EUR/t}, {@code
 * triangular(10, 20, 30) EUR/t}. The unit stands once, at the end.
 */
final class FactorText {

    /** The most levels of one factor. */
    static final int MOST_LEVELS = 100_000;

    private static final String NUMBER =
            "[+\\-\\u2212]?(?:\\d[\\d _\\u00A0\\u2009\\u202F]*(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?";
    private static final String UNIT = "([^\\d\\s.:,()][^:,()]*)?";
    private static final Pattern RANGE =
            Pattern.compile("(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*(?::\\s*(" + NUMBER + "))?\\s*" + UNIT);
    private static final Pattern LAW = Pattern.compile("(\\p{L}+)\\s*\\(([^()]*)\\)\\s*" + UNIT);
    private static final Pattern PLAIN = Pattern.compile(NUMBER);
    private static final Pattern WITH_UNIT = Pattern.compile("(" + NUMBER + ")\\s*" + UNIT);
    private static final Pattern RELATIVE = Pattern.compile("(" + NUMBER + ")\\s*%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Spot spot;
    private final Findings findings;

    /** A reader of what stands at {@code spot}. */
    FactorText(Spot spot, Findings findings) {
        this.spot = spot;
        this.findings = findings;
    }

    /** The values that a text means; nothing and a finding where it means none. */
    Optional<Domain> read(String text) {
        String stripped = text.strip();
        Matcher range = RANGE.matcher(stripped);
        if (range.matches()) {
            return range(range);
        }
        Matcher law = LAW.matcher(stripped);
        Optional<Law> known = law.matches() ? law(law.group(1)) : Optional.empty();
        if (known.isPresent()) {
            return law(known.get(), law.group(2), unit(law.group(3)));
        }
        if (stripped.contains("..") || law.matches()) {
            return fault(
                    "'" + stripped + "' cannot be read.",
                    "Write a range as 0..120:20 EUR/t, the unit once at the end; a law as triangular(10, 20, 30) EUR/t, one of "
                            + laws() + "; or values as 10, 20, 40 EUR/t.");
        }
        return levels(Arrays.asList(stripped.split(",", -1)));
    }

    /** Values that are listed; the unit of the last holds for those before that are plain numbers. */
    Optional<Domain> levels(List<String> items) {
        List<String> stripped = items.stream().map(String::strip).toList();
        if (stripped.isEmpty() || stripped.contains("")) {
            return fault("A value is missing between commas.", "Write them as 10, 20, 40 EUR/t.");
        }
        Matcher last = WITH_UNIT.matcher(stripped.get(stripped.size() - 1));
        String unit = last.matches() ? unit(last.group(2)) : "";
        LinkedHashSet<String> values = new LinkedHashSet<>();
        for (String item : stripped) {
            boolean bare = PLAIN.matcher(item).matches() && !unit.isEmpty();
            if (!values.add(bare ? item + " " + unit : item)) {
                return fault("'" + item + "' is listed twice.", "Keep one.");
            }
        }
        return Optional.of(new Levels(new ArrayList<>(values)));
    }

    private Optional<Domain> range(Matcher range) {
        BigDecimal low = number(range.group(1));
        BigDecimal high = number(range.group(2));
        String unit = unit(range.group(4));
        if (low.compareTo(high) >= 0) {
            boolean single = low.compareTo(high) == 0;
            return fault(
                    "The range from " + plain(low) + " to " + plain(high)
                            + (single ? " has a single value." : " is empty."),
                    single ? "Set it with --set, or widen the range." : "Write the smaller number first.");
        }
        return range.group(3) == null
                ? Optional.of(new Between(low, high, unit))
                : steps(low, high, number(range.group(3)), unit);
    }

    private Optional<Domain> steps(BigDecimal low, BigDecimal high, BigDecimal step, String unit) {
        if (step.signum() <= 0) {
            return fault("A step of " + plain(step) + " leads nowhere.", "Write a step above 0.");
        }
        BigDecimal[] parts = high.subtract(low).divideAndRemainder(step);
        BigDecimal end = high.subtract(parts[1]);
        if (parts[1].signum() != 0) {
            return fault(
                    "Steps of " + plain(step) + " from " + plain(low) + " do not meet " + plain(high) + ".",
                    parts[0].signum() == 0
                            ? "Take a smaller step."
                            : "Let the range end at " + plain(end) + ", or take another step.");
        }
        if (parts[0].compareTo(BigDecimal.valueOf(MOST_LEVELS)) >= 0) {
            return fault(
                    "The range has more than " + MOST_LEVELS + " values.", "Take a larger step, or sample the range.");
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= parts[0].intValueExact(); i++) {
            values.add(written(low.add(step.multiply(BigDecimal.valueOf(i))), unit));
        }
        return Optional.of(new Levels(values));
    }

    private Optional<Domain> law(Law law, String arguments, String unit) {
        List<BigDecimal> parameters = new ArrayList<>();
        for (String argument : arguments.split(",", -1)) {
            String stripped = argument.strip();
            Matcher relative = RELATIVE.matcher(stripped);
            boolean deviation = parameters.size() == 1 && law != Law.UNIFORM && law != Law.TRIANGULAR;
            if (PLAIN.matcher(stripped).matches()) {
                parameters.add(number(stripped));
            } else if (deviation && relative.matches()) {
                parameters.add(
                        parameters.get(0).multiply(number(relative.group(1))).divide(HUNDRED));
            } else {
                return fault("'" + stripped + "' is no number.", written(law));
            }
        }
        return parameters.size() == law.parameters() && isSound(law, parameters)
                ? Optional.of(new Uncertain(law, parameters, unit))
                : fault("'" + word(law) + "(" + arguments.strip() + ")' is no distribution.", written(law));
    }

    private static boolean isSound(Law law, List<BigDecimal> parameters) {
        BigDecimal first = parameters.get(0);
        BigDecimal second = parameters.get(1);
        return switch (law) {
            case UNIFORM -> first.compareTo(second) < 0;
            case TRIANGULAR ->
                first.compareTo(second) <= 0
                        && second.compareTo(parameters.get(2)) <= 0
                        && first.compareTo(parameters.get(2)) < 0;
            case NORMAL -> second.signum() > 0;
            case LOGNORMAL, GAMMA -> first.signum() > 0 && second.signum() > 0;
        };
    }

    private static String written(Law law) {
        return switch (law) {
            case UNIFORM -> "Write uniform(low, high) unit.";
            case TRIANGULAR -> "Write triangular(low, most likely, high) unit, in this order.";
            case NORMAL, LOGNORMAL, GAMMA ->
                "Write " + word(law)
                        + "(mean, standard deviation) unit; the deviation is above 0 and may be given in % of the mean.";
        };
    }

    private static Optional<Law> law(String word) {
        return Arrays.stream(Law.values()).filter(law -> word(law).equals(word)).findFirst();
    }

    private static String word(Law law) {
        return law.name().toLowerCase(Locale.ROOT);
    }

    private static String laws() {
        return String.join(
                ", ", Arrays.stream(Law.values()).map(FactorText::word).toList());
    }

    private Optional<Domain> fault(String message, String advice) {
        findings.add(FindingCode.BAD_LEVELS, spot, message, advice);
        return Optional.empty();
    }

    private static String unit(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replaceAll("[ _\\u00A0\\u2009\\u202F]", "").replace('\u2212', '-'));
    }

    /** A number as scenarios write it, without an exponent or zeros at its end. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** A number with its unit. */
    static String written(BigDecimal number, String unit) {
        return unit.isEmpty() ? plain(number) : plain(number) + " " + unit;
    }
}
