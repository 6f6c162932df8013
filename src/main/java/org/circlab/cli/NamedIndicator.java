package org.circlab.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.model.Lab;
import org.circlab.scenario.Suggestion;
import org.circlab.score.Indicators;
import org.circlab.score.Measure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * An indicator that a user names, and amounts in its unit.
 *
 * @param spec of the command, for messages
 * @param measure the definition
 */
record NamedIndicator(CommandSpec spec, Measure measure) {

    private static final Pattern AMOUNT = Pattern.compile("(\\d[\\d ]*(?:\\.\\d+)?|\\.\\d+)(?:\\s*([^\\d\\s.].*))?");

    /**
     * Finds it among those of a scorecard.
     *
     * @throws ParameterException if there is none of this id
     */
    static NamedIndicator of(CommandSpec spec, String id, Lab variant, Lab baseline) {
        List<Measure> measures = Indicators.measures(variant, baseline);
        return measures.stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .map(measure -> new NamedIndicator(spec, measure))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        ("this scenario has no indicator '" + id + "'; the first column of indicators.csv names them. "
                                        + Suggestion.maybe(
                                                id,
                                                measures.stream()
                                                        .map(Measure::id)
                                                        .toList()))
                                .strip()));
    }

    /**
     * An amount that a user wrote.
     *
     * @param value above 0
     * @param relative whether it is a share of something, which was written in per cent
     */
    record Amount(double value, boolean relative) {}

    /**
     * Reads an amount: a bare number or one with the unit of the indicator, or a number of per cent.
     *
     * @throws ParameterException if it is none of these, or not above 0
     */
    Amount amount(String option, String text) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(option, text, "is no amount above 0");
        }
        double number = new BigDecimal(matcher.group(1).replace(" ", "")).doubleValue();
        String unit = matcher.group(2) == null ? "" : matcher.group(2).strip();
        boolean relative = unit.equals("%");
        if (!relative && !unit.isEmpty() && !unit.equals(measure.unit())) {
            throw wrong(option, text, "is not in the unit of " + measure.id());
        }
        if (!(number > 0)) {
            throw wrong(option, text, "must be above 0");
        }
        return new Amount(relative ? number / 100 : number, relative);
    }

    private ParameterException wrong(String option, String text, String fault) {
        return new ParameterException(
                spec.commandLine(),
                option + ": '" + text + "' " + fault + "; write a number in " + measure.unit() + ", such as 12.5"
                        + (measure.unit().matches("[%1]") ? "" : " or \"12.5 " + measure.unit() + "\"")
                        + ", or a share of the mean, such as \"1 %\"");
    }
}
