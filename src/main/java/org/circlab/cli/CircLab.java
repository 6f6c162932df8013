package org.circlab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.circlab.experiment.Experiment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. Start reading here: {@link #main} wires the streams, each command is a class of its own. */
@Command(
        name = "circlab",
        description = {
            "What would really happen if the factories, recyclers and towns of a region exchanged their materials?",
            "CircLab simulates it over years and compares it with business as usual."
        },
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "",
        footer = {
            "",
            "Exit codes: 0 done; 1 the scenario has errors or the run failed; 2 wrong usage; 130 interrupted.",
            "'circlab COMMAND --help' explains a command."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CircLab implements Runnable {

    /** Everything went well. */
    static final int DONE = 0;
    /** The scenario has errors, or the run failed. */
    static final int FAILED = 1;
    /** The command line makes no sense. */
    static final int USAGE = 2;
    /** The user stopped it, as a shell counts it. */
    static final int INTERRUPTED = 130;

    private static final int HELP_COLUMNS = 100;

    private final Console console;

    private CircLab(Console console) {
        this.console = console;
    }

    /** Runs the program and ends the JVM with its exit code. */
    public static void main(String[] args) {
        StandardOutput results = new StandardOutput(new FileOutputStream(FileDescriptor.out), Terminals.isOutPipe());
        PrintWriter out = utf8(results);
        PrintWriter err = utf8(System.err);
        Console console = new Console(out, err, Terminals.isOut(), Terminals.isErr(), System.getenv());
        Interruption interruption = Interruption.watch();
        int code = results.codeAfter(run(console, Experiment::run, args), console);
        interruption.close();
        System.exit(code);
    }

    /**
     * Runs the program in this JVM.
     *
     * @param out for results
     * @param err for messages, warnings and progress
     * @param terminal whether a person watches both
     * @return the exit code
     */
    public static int run(PrintWriter out, PrintWriter err, boolean terminal, String... args) {
        return run(new Console(out, err, terminal, terminal, System.getenv()), Experiment::run, args);
    }

    /** Runs the program with any experimenter. */
    static int run(Console console, Experimenter experimenter, String... args) {
        CommandLine line = new CommandLine(new CircLab(console));
        commands(args.length == 0 ? "" : args[0], console, experimenter).forEach(line::addSubcommand);
        line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.coloursOut() ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler((exception, wrong) -> usage(console, exception))
                .setExecutionExceptionHandler((exception, failed, parsed) -> Failure.report(console, exception));
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new Overview());
        int code = execute(line, console, args);
        console.out().flush();
        console.err().flush();
        return code;
    }

    /** The commands, or only the one that is called where it is a frequent one, since each takes time to set up. */
    private static List<Object> commands(String called, Console console, Experimenter experimenter) {
        return switch (called) {
            case "run" -> List.of(new RunCommand(console, experimenter));
            case "validate" -> List.of(new ValidateCommand(console));
            default ->
                List.of(
                        new NewCommand(console),
                        new ValidateCommand(console),
                        new CatalogueCommand(console),
                        new ReconcileCommand(console),
                        new RunCommand(console, experimenter),
                        new ExplainCommand(console),
                        new ScoreCommand(console, experimenter),
                        new SynergiesCommand(console, experimenter),
                        new ResilienceCommand(console),
                        new CompareCommand(console, experimenter),
                        new SelectCommand(console),
                        new SweepCommand(console),
                        new StudyCommand(console),
                        new SensitivityCommand(console),
                        new AdviseCommand(console, experimenter),
                        new ExportCommand(console, experimenter),
                        new SchemaCommand(console),
                        new CompletionCommand(console));
        };
    }

    /** Executes a command; the library leaves errors of the JVM, such as too little memory, to its caller. */
    private static int execute(CommandLine line, Console console, String... args) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return Failure.report(console, e);
        }
    }

    @Override
    public void run() {
        List<String> welcome = List.of(
                "circlab " + Version.number() + ": what if the actors of a region exchanged their materials?",
                "A scenario file describes a lab: its actors, what they give and take, and variants of it.",
                "",
                Overview.welcome(),
                "'circlab COMMAND --help' explains a command; 'circlab --help' lists all of them.");
        welcome.forEach(console.out()::println);
    }

    /** Says what is wrong with the command line and where to read on. */
    private static int usage(Console console, ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        List<String> unmatched = command.getUnmatchedArguments();
        if (unmatched.isEmpty()) {
            console.message("circlab: " + exception.getMessage());
        } else {
            UnmatchedArgumentException misspelt = new UnmatchedArgumentException(command, unmatched);
            console.message("circlab: " + misspelt.getMessage());
            UnmatchedArgumentException.printSuggestions(misspelt, console.err());
        }
        console.message("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }
}
