package org.circlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.circlab.experiment.RunException;
import org.circlab.experiment.study.StudyException;
import org.circlab.report.ResultException;
import org.circlab.scenario.Finding;
import org.circlab.scenario.ScenarioException;
import org.circlab.scenario.Severity;
import org.circlab.simulation.SimulationException;

/** What is said and returned when a command does not end well. */
final class Failure {

    private Failure() {}

    /** Tells the user what went wrong and what to do; returns the exit code. */
    static int report(Console console, Throwable exception) {
        boolean interrupted = Thread.interrupted();
        if (interrupted || exception instanceof CancellationException) {
            console.message("circlab: interrupted; no result was written, earlier results are as they were");
            return CircLab.INTERRUPTED;
        }
        if (exception instanceof ScenarioException scenario) {
            scenario.findings().forEach(finding -> console.message(finding.toString()));
            long errors = scenario.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .mapToLong(Finding::times)
                    .sum();
            console.message("circlab: the scenario cannot be run; " + errors + (errors == 1 ? " error" : " errors"));
            return CircLab.FAILED;
        }
        String prefix = exception instanceof RunException run ? "replication " + run.replication() + ": " : "";
        Throwable cause = causeOf(exception);
        Optional<String> said = sayable(cause);
        if (said.isPresent()) {
            console.message("circlab: " + prefix + said.get());
        } else {
            console.message("circlab: this is a defect of circlab " + Version.number() + ", not of your scenario: "
                    + prefix + describe(cause) + ". Please report this line together with the scenario file.");
        }
        if (console.debug()) {
            exception.printStackTrace(console.err());
        }
        return CircLab.FAILED;
    }

    private static Throwable causeOf(Throwable exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && (cause instanceof RunException || cause instanceof UncheckedIOException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** What to tell the user, unless it is a defect. */
    private static Optional<String> sayable(Throwable cause) {
        if (cause instanceof ResultException
                || cause instanceof StudyException
                || cause instanceof SimulationException) {
            return Optional.of(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof OutOfMemoryError) {
            return Optional.of(
                    "there is not enough memory; use fewer --replications or more memory, as in 'java -Xmx8g'");
        }
        if (cause instanceof InvalidPathException path) {
            return Optional.of("'" + path.getInput() + "' cannot be a file name here (" + path.getReason()
                    + "); on Linux set LC_ALL=C.UTF-8 and try again");
        }
        return cause instanceof IOException e
                ? Optional.of(
                        "cannot write results: " + reason(e) + "; put that right or name another folder with --out")
                : Optional.empty();
    }

    /** Why files could not be read or written, for the end of a sentence. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "there is no permission for " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file, not a folder";
        }
        if (e instanceof NoSuchFileException gone) {
            return gone.getFile() + " has gone; maybe it was moved or deleted while the run was writing";
        }
        if (e instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getReason() + ": " + failed.getFile();
        }
        return String.valueOf(e.getMessage());
    }

    private static String describe(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        String text = cause.toString().replaceAll("\\s+", " ");
        return trace.length == 0 ? text : text + " at " + trace[0];
    }
}
