package org.circlab.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.circlab.scenario.ScenarioFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code circlab new}: writes a commented scenario that runs as it is, to start from. */
@Command(
        name = "new",
        description = "Writes a small commented scenario that runs as it is, to start your own from.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  circlab new my-lab.yaml --pilot organic",
            "",
            "Its figures are of a region of the project CIRCLE, each with its source.",
            "The name of the file becomes the id of the lab. A file that is there stays as it is."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NewCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the file to write, such as my-lab.yaml")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--pilot",
            paramLabel = "FIELD",
            required = true,
            description = "what it is about: ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init")
    private Pilot pilot;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(".json")) {
            throw new ParameterException(
                    spec.commandLine(), "what is written has comments, so it is YAML; name it " + idOf(name) + ".yaml");
        }
        String id = idOf(name);
        String text = ScenarioFile.isId(id) ? pilot.scenario(id) : pilot.scenario();
        try {
            write(text);
        } catch (IOException e) {
            console.message("circlab: " + reason(e));
            return CircLab.FAILED;
        }
        String typed = file.toString().indexOf(' ') < 0 ? file.toString() : '"' + file.toString() + '"';
        console.out().println(file + " is a lab of " + pilot.title() + ". Now type");
        console.out().println("  circlab validate " + typed);
        console.out().println("  circlab run " + typed);
        return CircLab.DONE;
    }

    /** Writes the file whole, or leaves none where the disk is full. */
    private void write(String text) throws IOException {
        Files.createFile(file);
        try {
            Files.writeString(file, text, StandardOpenOption.WRITE);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static String idOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return file + " is there already and stays as it is; name another file";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no folder " + file.toAbsolutePath().getParent() + " to write " + file.getFileName()
                    + " to; make it first";
        }
        return file + " cannot be written: " + Failure.reason(e);
    }
}
