package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.reconcile.FlowTable;
import org.circlab.reconcile.Reconciliation;
import org.circlab.reconcile.ReportedFlow;
import org.circlab.report.Paint;
import org.circlab.report.ReconciliationTable;
import org.circlab.report.Rounded;
import org.circlab.scenario.Finding;
import org.circlab.scenario.Findings;
import org.circlab.scenario.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code circlab reconcile}: balances reported flows that contradict each other. */
@Command(
        name = "reconcile",
        description = "Makes contradictory reports of flows into one balanced set, and tells what it changed.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab reconcile flows.csv",
            "  circlab reconcile flows.csv --open landfill --format csv > balanced.csv",
            "",
            "The table has a line for each flow:",
            "  id,from,to,material,value,plus-minus,source",
            "  in,outside,works,bottles,100 kt/yr,5 kt/yr,town",
            "  flakes,works,mill,PET flakes,60 kt/yr,10 %%,mill",
            "  rest,works,landfill,rest,,,",
            "'plus-minus' is one standard deviation; a flow without a value is computed from the others.",
            "Lines of one id are several reports of one flow. Further columns 'share' and",
            "'share-plus-minus' say what part of all that enters 'from' a flow is, such as 60 %% and 3 %%.",
            "Places with flows in and out keep their balance; outside, stock, air and water do not."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ReconcileCommand implements Callable<Integer> {

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        CSV
    }

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the reported flows, in CSV")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--open",
            paramLabel = "PLACE",
            split = ",",
            description = "places that need not keep their balance, such as a landfill that fills")
    private Set<String> open = new LinkedHashSet<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Format format = Format.TABLE;

    ReconcileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Findings findings = new Findings();
        Optional<FlowTable> table = FlowTable.read(file, findings);
        List<Finding> all = findings.sorted();
        all.forEach(finding -> console.message(finding.toString()));
        if (table.isEmpty() || findings.haveErrors()) {
            long errors = all.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .count();
            console.message("circlab: the flows cannot be balanced; " + errors + (errors == 1 ? " error" : " errors"));
            return CircLab.FAILED;
        }
        List<ReportedFlow> flows = table.get().flows();
        requirePlaces(flows);
        return print(Reconciliation.of(flows, open), table.get().unit());
    }

    private void requirePlaces(List<ReportedFlow> flows) {
        Set<String> places = new TreeSet<>();
        flows.forEach(flow -> places.addAll(List.of(flow.from(), flow.to())));
        for (String place : open) {
            if (!places.contains(place)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "no flow comes from or goes to '" + place + "'; there are " + String.join(", ", places));
            }
        }
    }

    private int print(Reconciliation result, String unit) throws IOException {
        if (result.gap() > 0) {
            String what = result.shares().isEmpty() ? "flows" : "flows and shares";
            console.message("circlab: " + what + " that must not change (plus-minus 0) contradict each other by "
                    + Rounded.of(result.gap()) + " " + unit + ": " + fixed(result)
                    + ". Say for one of them how unsure it is.");
            return CircLab.FAILED;
        }
        if (format == Format.CSV) {
            ReconciliationTable.csv(console.out(), result, unit);
        } else {
            Paint paint = console.coloursOut() ? Paint.TERMINAL : Paint.PLAIN;
            ReconciliationTable.lines(result, unit, paint).forEach(console.out()::println);
        }
        return CircLab.DONE;
    }

    private static String fixed(Reconciliation result) {
        Stream<String> flows = result.flows().stream()
                .filter(flow -> flow.status() == Reconciliation.Status.CHECKED
                        && flow.report().sd() == 0)
                .map(flow -> flow.report().id());
        Stream<String> shares = result.shares().stream()
                .map(Reconciliation.Divided::report)
                .filter(report -> report.share().orElseThrow().sd() == 0)
                .map(report -> "share of " + report.id());
        return Stream.concat(flows, shares).collect(Collectors.joining(", "));
    }
}
