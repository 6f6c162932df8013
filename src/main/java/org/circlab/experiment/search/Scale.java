package org.circlab.experiment.search;

/**
 * Numbers from one end towards another.
 *
 * @param from the number that is there now
 * @param to the furthest that is tried, in the direction of the change
 * @param step how far to go at first, above 0
 * @param isMonotone whether the far end does where anything before it does
 * @param unit text behind the number, with {@code %s} in the place of the number where there is text before it too
 */
public record Scale(double from, double to, double step, boolean isMonotone, String unit) {

    /** A number of it, as a scenario says it. */
    public String text(String number) {
        return unit.contains("%s") ? unit.replace("%s", number) : number + " " + unit;
    }
}
