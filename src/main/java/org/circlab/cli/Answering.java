package org.circlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.circlab.experiment.Progress;
import org.circlab.model.Exchange;
import org.circlab.report.Paint;
import org.circlab.report.ResultFolder;
import org.circlab.scenario.Effective;
import picocli.CommandLine.Option;

/** Where the answer to a question about a variant goes: into a folder beside the variant's result, and onto the screen. */
final class Answering {

    /** What goes to the standard output. */
    private enum Format {
        TABLE,
        JSON
    }

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "results",
            description = "folder of all results (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "what to print: table or json (${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    /**
     * How one kind of answer is kept and shown.
     *
     * @param <A> the answer
     * @param files writes its files into an empty folder
     * @param screen it as lines for a person
     * @param json it as one JSON document
     */
    record Kind<A>(Files<A> files, Screen<A> screen, Function<A, String> json) {}

    /** Writes the files of an answer. */
    @FunctionalInterface
    interface Files<A> {
        void write(Path folder, A answer) throws IOException;
    }

    /** Shows an answer that is kept at a place. */
    @FunctionalInterface
    interface Screen<A> {
        List<String> lines(A answer, Path place, Paint paint);
    }

    /** Says what cannot be asked where nothing is exchanged; false if something is. */
    static boolean isRefused(Effective scenario, String verb, Console console) {
        if (scenario.lab().exchange().rule() != Exchange.Rule.NONE) {
            return false;
        }
        console.message("circlab: there is no exchange to " + verb + ": exchange.rule is none in variant '"
                + scenario.variant() + "'. Give it a rule, such as --set exchange.rule=cheapest");
        return true;
    }

    /** Does something long, and tells a person at a terminal how far it is. */
    static <T> T watched(String unit, Console console, Function<Progress, T> work) {
        if (!console.errIsTerminal()) {
            return work.apply(Progress.NONE);
        }
        try (ProgressLine line = new ProgressLine(console.err(), System::nanoTime, unit)) {
            return work.apply(line::done);
        }
    }

    /**
     * Answers, replaces the folder of earlier answers by a whole new one, and prints.
     *
     * @param folder its name beside the variant's result
     * @param answer finds it, which may take long
     * @throws CancellationException if the thread is interrupted before all is in place; earlier answers are as they were
     */
    <A> void keep(Effective scenario, String folder, Supplier<A> answer, Kind<A> kind, Console console)
            throws IOException {
        try (ResultFolder place = ResultFolder.open(out, scenario.lab().id(), folder)) {
            place.notices().forEach(notice -> console.message("circlab: " + notice));
            A found = answer.get();
            kind.files().write(place.writing(), found);
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted before the result was in place");
            }
            place.commit();
            switch (format) {
                case TABLE ->
                    kind.screen()
                            .lines(found, place.place(), console.coloursOut() ? Paint.TERMINAL : Paint.PLAIN)
                            .forEach(console.out()::println);
                case JSON -> console.out().print(kind.json().apply(found));
            }
        }
    }
}
