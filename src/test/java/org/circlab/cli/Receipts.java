package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a bundled scenario and adds up what a receiver gets from a sender, by calendar year and replication. */
final class Receipts {

    static final int REPLICATIONS = 5;

    private Receipts() {}

    /**
     * What the variant moves in each year, in kilotonnes, one figure a replication; a year without receipts is absent.
     *
     * @param material the one material that counts, or an empty text for all
     * @param sets overrides, as options
     */
    static Map<Integer, double[]> byYear(
            Path folder, String lab, String variant, String sender, String receiver, String material, String... sets)
            throws IOException {
        StringWriter messages = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "scenarios/" + lab + ".yaml",
                "--variant=" + variant,
                "--replications=" + REPLICATIONS,
                "--out=" + folder));
        arguments.addAll(List.of(sets));
        int code = CircLab.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(messages),
                false,
                arguments.toArray(String[]::new));
        assertThat(code).as(messages.toString()).isZero();
        List<String> lines =
                Files.readAllLines(folder.resolve(lab).resolve(variant).resolve("flows.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        Map<Integer, double[]> kilotonnes = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells[header.indexOf("from")].equals(sender)
                    && cells[header.indexOf("to")].equals(receiver)
                    && (material.isEmpty() || cells[header.indexOf("material")].equals(material))) {
                int year = Integer.parseInt(cells[header.indexOf("month")].substring(0, 4));
                int replication = Integer.parseInt(cells[header.indexOf("replication")]);
                kilotonnes.computeIfAbsent(year, ignored -> new double[REPLICATIONS])[replication - 1] +=
                        Double.parseDouble(cells[header.indexOf("mass_t")]) / 1000;
            }
        }
        return kilotonnes;
    }
}
