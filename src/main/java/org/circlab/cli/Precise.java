package org.circlab.cli;

import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Precision;
import org.circlab.report.Rounded;
import org.circlab.score.Compared;
import org.circlab.score.Estimate;
import org.circlab.score.Scorecard;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options by which a command replicates until the intervals of some indicators are narrow enough. */
final class Precise {

    private static final int MOST_REPLICATIONS = 100_000;

    @Option(
            names = "--until",
            paramLabel = "ID=WIDTH",
            description =
                    "or goes on until the ± of an indicator's difference is so narrow: net-cost=5000 (in its unit),"
                            + " net-cost=\"1 %%\" (of it); may be repeated")
    private List<String> until = new ArrayList<>();

    @Option(
            names = "--at-most",
            paramLabel = "N",
            defaultValue = "1000",
            description = "with --until: gives up after so many (${DEFAULT-VALUE})")
    private int most;

    /** Whether it was asked for. */
    boolean isAsked() {
        return !until.isEmpty();
    }

    /** Refuses options that make no sense together. */
    void require(CommandSpec spec) {
        Ranges.require(spec, "--at-most", most, Precision.LEAST_REPLICATIONS, MOST_REPLICATIONS);
        if (isAsked() && spec.commandLine().getParseResult().hasMatchedOption("--replications")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--until finds the number of replications; leave out --replications, or use --at-most");
        }
        if (!isAsked() && spec.commandLine().getParseResult().hasMatchedOption("--at-most")) {
            throw new ParameterException(spec.commandLine(), "--at-most limits --until; give both, or --replications");
        }
    }

    int most() {
        return most;
    }

    /**
     * What is to be precise.
     *
     * @throws ParameterException if an indicator is not known or a width makes no sense
     */
    List<Precision> precisions(CommandSpec spec, Plan plan) {
        return until.stream().map(text -> precision(spec, plan, text)).toList();
    }

    private static Precision precision(CommandSpec spec, Plan plan, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--until: '" + text + "' is no ID=WIDTH; write it like diversion-rate=0.01 or net-cost=\"1 %\"");
        }
        String id = text.substring(0, equals).strip();
        NamedIndicator indicator = NamedIndicator.of(spec, id, plan.lab(), plan.baseline());
        NamedIndicator.Amount amount = indicator.amount("--until", text.substring(equals + 1));
        return new Precision(id, amount.value(), amount.relative());
    }

    /** Says how it went: a line for each that is not precise, or one if all are. */
    static List<String> verdicts(List<Precision> precisions, Scorecard scorecard) {
        List<String> lines = precisions.stream()
                .filter(each -> !each.isMet(each.in(scorecard).difference()))
                .map(each -> unmet(each, each.in(scorecard)))
                .toList();
        return lines.isEmpty()
                ? List.of("circlab: precise enough after " + scorecard.replications() + " replications")
                : lines;
    }

    private static String unmet(Precision precision, Compared compared) {
        Estimate difference = compared.difference();
        String id = precision.indicator();
        if (!Double.isFinite(difference.mean())) {
            return "circlab: '" + id + "' does not apply in every replication, so nothing can be said of its precision";
        }
        int advised = precision.advised(difference);
        return "circlab: '" + id + "' is not as precise as asked for: ± "
                + Rounded.of(difference.halfWidth()) + " " + compared.measure().unit() + " after "
                + difference.replications() + " replications, not "
                + Rounded.of(precision.target(difference.mean())) + ". "
                + (advised == Integer.MAX_VALUE
                        ? "No number of replications that can be run would do"
                        : "About " + Rounded.of(advised) + " replications would do, see --at-most");
    }
}
