package org.circlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.circlab.report.Columns;
import org.circlab.scenario.Finding;
import org.circlab.scenario.FindingCode;
import org.circlab.scenario.ScenarioException;
import org.circlab.scenario.ScenarioFile;
import org.circlab.scenario.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code circlab validate}: lists everything that is wrong with scenario files, all variants included. */
@Command(
        name = "validate",
        description = "Finds mistakes in scenario files: every one, with file, line, column and what to do.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab validate velenje.yaml",
            "  circlab validate scenarios/*.yaml",
            "  circlab validate --explain NO_DISPOSAL_ROUTE",
            "",
            "Each variant is checked. Exit code 0 if all files can be run, 1 if there is any error."
        },
        sortOptions = false,
        sortSynopsis = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ValidateCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final String INDENT = "  ";
    private static final int WIDTH = 100;

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "the scenarios, in YAML or JSON")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--explain",
            paramLabel = "CODE",
            description = "instead says what findings of CODE mean and what to do; 'all' for every code")
    private @Nullable String explained;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (explained != null) {
            explain(explained);
            return CircLab.DONE;
        }
        if (files.isEmpty()) {
            throw wrong("Missing required parameter: 'FILE'");
        }
        return validate();
    }

    private void explain(String name) {
        if (!files.isEmpty()) {
            throw wrong("--explain takes no FILE; validate " + files.get(0) + " in a call of its own");
        }
        List<FindingCode> codes = name.equalsIgnoreCase(ALL)
                ? List.of(FindingCode.values())
                : List.of(FindingCode.find(name).orElseThrow(() -> unknown(name)));
        for (FindingCode code : codes) {
            console.out().println(code + " (" + code.severity().word() + ")");
            Columns.wrap(code.explanation(), WIDTH - INDENT.length())
                    .forEach(line -> console.out().println(INDENT + line));
        }
    }

    private ParameterException unknown(String name) {
        String advice = (FindingCode.maybe(name) + " ").stripLeading();
        return wrong("no finding has the code '" + name + "'. " + advice + "'--explain all' lists them.");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int validate() {
        int errors = 0;
        int warnings = 0;
        for (Path file : files) {
            for (Finding finding : findings(file)) {
                console.out().println(finding);
                if (finding.severity() == Severity.ERROR) {
                    errors += finding.times();
                } else {
                    warnings += finding.times();
                }
            }
        }
        console.out()
                .println(count(files.size(), "file") + ": " + count(errors, "error") + ", "
                        + count(warnings, "warning"));
        return errors == 0 ? CircLab.DONE : CircLab.FAILED;
    }

    private static List<Finding> findings(Path file) {
        try {
            return ScenarioFile.read(file).validate();
        } catch (ScenarioException e) {
            return e.findings();
        }
    }

    private static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
