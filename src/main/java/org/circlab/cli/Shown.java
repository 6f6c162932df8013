package org.circlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.circlab.scenario.Suggestion;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option by which a command is told which indicators its tables show. */
final class Shown {

    /** What is shown unless something else is asked for. */
    private static final List<String> DEFAULTS =
            List.of("disposed", "exchanged", "virgin-bought", "ghg-net", "net-cost");

    private static final String ALL = "all";

    @Option(
            names = "--indicator",
            paramLabel = "ID",
            description =
                    "which indicators tables show, as the first column of indicators.csv names them; may be repeated; 'all'"
                            + " for all. Of a sweep, all are kept in its store")
    List<String> indicators = new ArrayList<>();

    /**
     * The indicators to show.
     *
     * @param known ids of those there are
     * @param otherwise what is shown where the option is not given; empty for the usual ones
     * @throws ParameterException if one is not known
     */
    List<String> of(List<String> known, List<String> otherwise, CommandSpec spec) {
        if (indicators.contains(ALL)) {
            return known;
        }
        for (String indicator : indicators) {
            if (!known.contains(indicator)) {
                throw new ParameterException(
                        spec.commandLine(),
                        ("there is no indicator '" + indicator + "'. " + Suggestion.maybe(indicator, known)).strip());
            }
        }
        List<String> chosen = indicators.isEmpty() ? otherwise : indicators;
        return (chosen.isEmpty() ? DEFAULTS : chosen).stream().distinct().toList();
    }
}
