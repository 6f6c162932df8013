package org.circlab.report.page;

import java.util.List;
import org.circlab.report.Scale;
import org.circlab.score.Comparison.Entry;
import org.circlab.score.Comparison.Row;
import org.circlab.score.Estimate;
import org.circlab.score.Measure;

/** What a change is divided by before it is compared. */
enum Per {
    /** By nothing. */
    ALL("In all"),
    /** By a thousand inhabitants of the region. */
    PEOPLE("Per 1000 inhabitants"),
    /** By a tonne that arises as usual. */
    TONNE("Per tonne that arises"),
    /** By a thousand euros that the lab costs its actors as usual. */
    EUROS("Per 1000 EUR of cost as usual");

    private static final double KILOGRAMS = 1000;

    private final String words;

    Per(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Estimate of(Entry entry) {
        return switch (this) {
            case ALL -> entry.change();
            case PEOPLE -> entry.perThousandInhabitants();
            case TONNE -> entry.perTonne();
            case EUROS -> entry.perThousandEuros();
        };
    }

    /** Whether all candidates of a row have a value. */
    boolean isKnown(Row row) {
        return row.entries().stream()
                .allMatch(entry -> Double.isFinite(of(entry).mean()));
    }

    /** Unit and factor in which the values of a row are shown. */
    Scale scale(Row row) {
        Measure measure = row.measure();
        double[] values =
                row.entries().stream().mapToDouble(entry -> of(entry).mean()).toArray();
        String amount = measure.unit().replace("/yr", "");
        return switch (this) {
            case ALL -> Scale.of(measure.unit(), values);
            case PEOPLE -> new Scale(1, measure.unit() + " per 1000 people");
            case TONNE ->
                isMass(amount)
                        ? new Scale(1 / KILOGRAMS, 'k' + amount.replaceFirst("^t", "g") + " per t")
                        : new Scale(1, amount + " per t");
            case EUROS -> new Scale(1, amount + " per 1000 EUR");
        };
    }

    private static boolean isMass(String amount) {
        return List.of("t", "tCO2e").contains(amount);
    }
}
