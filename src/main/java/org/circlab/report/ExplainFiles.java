package org.circlab.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of one answer to why not. */
public final class ExplainFiles {

    private ExplainFiles() {}

    /**
     * The name of the folder beside the result of a variant; no id has a dot, so it is that of no other variant.
     *
     * @param variant its id
     */
    public static String folderOf(String variant) {
        return variant + ".explain";
    }

    /**
     * Writes every file.
     *
     * @param folder an empty folder
     * @throws IOException if writing fails
     */
    public static void write(Path folder, Answer answer) throws IOException {
        Files.writeString(folder.resolve("scenario.yaml"), answer.scenario().text());
        try (Writer to = Files.newBufferedWriter(folder.resolve("funnel.csv"))) {
            ExplainTables.funnel(to, answer.explanation().funnel());
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve("explain.csv"))) {
            ExplainTables.changes(to, answer.explanation());
        }
        Files.writeString(folder.resolve("explain.json"), ExplainJson.of(answer));
        Files.writeString(folder.resolve(ResultFolder.MARK), Json.text(ExplainJson.head(answer)));
    }
}
