package org.circlab.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of one assessment of synergies. */
public final class SynergyFiles {

    private SynergyFiles() {}

    /**
     * The name of the folder beside the result of a variant; no id has a dot, so it is that of no other variant.
     *
     * @param variant its id
     */
    public static String folderOf(String variant) {
        return variant + ".synergies";
    }

    /**
     * Writes every file.
     *
     * @param folder an empty folder
     * @throws IOException if writing fails
     */
    public static void write(Path folder, Assessed assessed) throws IOException {
        Files.writeString(
                folder.resolve("scenario.yaml"), assessed.run().scenario().text());
        try (Writer to = Files.newBufferedWriter(folder.resolve("members.csv"))) {
            SynergyTables.members(to, assessed);
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve("synergies.csv"))) {
            SynergyTables.synergies(to, assessed.assessment());
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve("credit.csv"))) {
            SynergyTables.credit(to, assessed.assessment());
        }
        try (Writer to = Files.newBufferedWriter(folder.resolve("break-even.csv"))) {
            SynergyTables.breakEven(to, assessed.assessment());
        }
        Files.writeString(folder.resolve("synergies.json"), SynergyJson.of(assessed));
        Files.writeString(folder.resolve(ResultFolder.MARK), Json.text(SynergyJson.head(assessed)));
    }
}
