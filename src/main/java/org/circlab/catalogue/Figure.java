package org.circlab.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.circlab.model.Spread;

/**
 * A figure of an entry. Numbers are text as the file has them; an empty one is missing, never zero.
 *
 * @param part what the figure is to the entry: {@code property}, {@code substance}, {@code yield}, {@code loss}, {@code
 *     emission}, {@code energy}, {@code cost}, {@code limit}, {@code product}, {@code input}, {@code fact} or {@code value}
 * @param what what it measures
 * @param low the lower end of the stated range
 * @param typical the value
 * @param high the upper end of the stated range
 * @param unit of all three
 * @param evidence where it comes from
 * @param note a formula or caution
 */
public record Figure(
        String part,
        String what,
        String low,
        String typical,
        String high,
        String unit,
        Evidence evidence,
        String note) {

    private static final Pattern FOREIGN = Pattern.compile("(?!EUR)[A-Z]{3}/.*");

    /**
     * A range as a distribution.
     *
     * @param mean in the unit of the figure
     * @param spread around the mean
     */
    public record Distribution(double mean, Spread spread) {}

    /** The value with its unit as scenarios write it; nothing where it is missing. */
    public Optional<String> value() {
        return typical.isEmpty() ? Optional.empty() : Optional.of(withUnit(typical));
    }

    /** Whether it is money other than euros. No rate of exchange comes with the catalogue, since none has a source. */
    public boolean isForeignMoney() {
        return FOREIGN.matcher(unit).matches();
    }

    /** Whether the source states a range. */
    public boolean hasRange() {
        return !low.isEmpty() && !high.isEmpty();
    }

    /** A number of this figure with its unit. */
    public String withUnit(String number) {
        return number + " " + unit;
    }

    /** The value, or the range, or both, for people; a dash where there is neither. */
    public String shown() {
        String range = low.isEmpty() && high.isEmpty()
                ? ""
                : low.isEmpty() ? "at most " + high : high.isEmpty() ? "at least " + low : low + " to " + high;
        if (typical.isEmpty()) {
            return range.isEmpty() ? "—" : withUnit(range);
        }
        return withUnit(typical + (range.isEmpty() ? "" : " (" + range + ")"));
    }

    /**
     * The range as a distribution: triangular with its peak at the value, uniform where there is no value; nothing where the
     * source has no range above 0.
     */
    public Optional<Distribution> distribution() {
        if (!hasRange() || !(Double.parseDouble(low) > 0) || low.equals(high)) {
            return Optional.empty();
        }
        double least = Double.parseDouble(low);
        double most = Double.parseDouble(high);
        if (typical.isEmpty()) {
            double mean = (least + most) / 2;
            return Optional.of(new Distribution(mean, new Spread.Uniform(least / mean, 2 - least / mean)));
        }
        double mode = Double.parseDouble(typical);
        double mean = (least + mode + most) / 3;
        double first = least / mean;
        double peak = mode / mean;
        return Optional.of(
                new Distribution(mean, new Spread.Triangular(first, peak, Math.max(peak, 3 - first - peak))));
    }

    /** Whether it was only recalled. */
    boolean isRecalled() {
        return evidence.verification() == Verification.RECALLED;
    }

    /** The same without its numbers. */
    Figure withheld() {
        return new Figure(part, what, "", "", "", unit, evidence, "recalled, so not loaded unless asked for");
    }
}
