package org.circlab.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.circlab.experiment.sensitivity.CubeDesign;
import org.circlab.experiment.sensitivity.MorrisDesign;
import org.circlab.experiment.sensitivity.MorrisDesign.ElementaryEffects;
import org.circlab.experiment.sensitivity.Response;
import org.circlab.experiment.sensitivity.SobolDesign;
import org.circlab.experiment.sensitivity.SobolIndices;
import org.circlab.experiment.study.Design;
import org.circlab.experiment.study.Designs;
import org.circlab.experiment.study.StudyException;
import org.circlab.report.SensitivityScreen;
import org.circlab.report.SensitivityTables;
import org.circlab.report.WholeFile;
import org.circlab.scenario.Factor;

/**
 * A method of sensitivity: where it runs, and what it says of the responses there.
 *
 * @param design the points
 * @param file of its table
 * @param evaluation what a response says of the factors
 * @param screen tells that
 * @param table writes it
 */
record SensitivityQuestion<T>(Design design, String file, Evaluation<T> evaluation, Screen<T> screen, Table<T> table) {

    private static final int LEVELS = 4;

    /** What a response says of the factors. */
    @FunctionalInterface
    interface Evaluation<T> {
        T of(double... responses);
    }

    /** Tells it. */
    @FunctionalInterface
    interface Screen<T> {
        List<String> lines(Response response, List<String> paths, T answer);
    }

    /** Writes it. */
    @FunctionalInterface
    interface Table<T> {
        void write(Appendable to, List<Response> responses, List<String> paths, List<T> answers) throws IOException;
    }

    /**
     * A screening by elementary effects.
     *
     * @throws StudyException if it has too many points
     */
    static SensitivityQuestion<List<ElementaryEffects>> morris(List<Factor> factors, int trajectories, long seed) {
        Designs.requirePoints((long) trajectories * (factors.size() + 1));
        MorrisDesign design = MorrisDesign.of(factors.size(), trajectories, LEVELS, seed);
        return new SensitivityQuestion<>(
                CubeDesign.of(design, LEVELS, factors),
                "morris.csv",
                design::effects,
                SensitivityScreen::effects,
                SensitivityTables::effects);
    }

    /**
     * Shares of variance.
     *
     * @throws StudyException if it has too many points
     */
    static SensitivityQuestion<SobolIndices> sobol(List<Factor> factors, int samples, long seed) {
        Designs.requirePoints((long) samples * (factors.size() + 2));
        SobolDesign design = SobolDesign.of(factors.size(), samples);
        return new SensitivityQuestion<>(
                CubeDesign.of(design, factors),
                "sobol.csv",
                responses -> design.indices(seed, responses),
                SensitivityScreen::shares,
                SensitivityTables::shares);
    }

    /** Writes the table into a folder and tells what it says. */
    void tell(List<Response> responses, Path folder, Console console) throws IOException {
        List<T> found = responses.stream()
                .map(response -> evaluation.of(response.array()))
                .toList();
        WholeFile.write(folder.resolve(file), to -> {
            Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            table.write(text, responses, design.paths(), found);
            text.flush();
        });
        for (int i = 0; i < found.size(); i++) {
            screen.lines(responses.get(i), design.paths(), found.get(i)).forEach(console.out()::println);
            console.out().println();
        }
    }
}
