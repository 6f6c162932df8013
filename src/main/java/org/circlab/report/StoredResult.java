package org.circlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioException;
import org.circlab.scenario.ScenarioFile;
import org.circlab.score.Compared;
import org.circlab.score.Comparison.Candidate;
import org.circlab.score.Scorecard;
import org.circlab.score.Values;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished run read back to be compared with others.
 *
 * @param source the folder or file it was read from
 * @param variant its variant
 * @param version of the program that ran it
 * @param seed of all chance; replication k of two results of one lab, window and seed draws from the same streams
 * @param lab that ran; of a JSON document only where and when
 * @param scorecard with its values by replication, without profit and loss
 */
public record StoredResult(Path source, String variant, String version, long seed, Lab lab, Scorecard scorecard) {

    private static final String PROGRAM = "circlab";

    /** Whether a path is a result rather than a scenario: a folder, or a JSON document that a run has printed. */
    public static boolean isOne(Path path) {
        if (Files.isDirectory(path)) {
            return true;
        }
        if (!path.toString().endsWith(".json") || !Files.isRegularFile(path)) {
            return false;
        }
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(path))
                    .path("program")
                    .asString("")
                    .equals(PROGRAM);
        } catch (JacksonException | IOException e) {
            return false;
        }
    }

    /**
     * The results at a path: the one of a variant, all variants in the folder of a lab by name, or the one of a JSON document.
     *
     * @throws ResultException if there is none, or a file is not as it was written
     */
    public static List<StoredResult> read(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                return List.of(new StoredDocument(path).result());
            }
            List<StoredResult> results = new ArrayList<>();
            for (Path folder : folders(path)) {
                results.add(folder(folder));
            }
            return results;
        } catch (IOException e) {
            throw new ResultException("the result " + path + " cannot be read: " + e.getMessage());
        } catch (JacksonException | IllegalArgumentException e) {
            throw unlike(path, String.valueOf(e.getMessage()));
        }
    }

    static ResultException unlike(Path path, String why) {
        return new ResultException(
                "the result " + path + " is not as it was written (" + why + "); run the scenario again");
    }

    private static List<Path> folders(Path path) throws IOException {
        List<Path> variants = ResultFolder.variantsAt(path);
        if (variants.isEmpty()) {
            throw new ResultException(path + " holds no result (no " + ResultFolder.MARK
                    + "); name one as results/<lab>/<variant>, or a scenario");
        }
        return variants;
    }

    private static StoredResult folder(Path folder) throws IOException {
        JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve(ResultFolder.MARK)));
        requireVariant(folder, run);
        Path values = folder.resolve("replications.csv");
        if (!Files.exists(values) || !Files.exists(folder.resolve("scenario.yaml"))) {
            throw unlike(folder, "it has no replications.csv or no scenario.yaml");
        }
        Lab lab;
        try {
            lab = ScenarioFile.read(folder.resolve("scenario.yaml"))
                    .effective(null, List.of())
                    .lab();
        } catch (ScenarioException e) {
            throw unlike(folder, "its scenario.yaml has errors");
        }
        if (!lab.id().equals(run.path("lab").asString(""))) {
            throw unlike(folder, "its scenario.yaml is of the lab " + lab.id());
        }
        int replications = run.path("replications").asInt(0);
        return of(folder, run, lab, new StoredValues(values).read(lab, replications), replications);
    }

    /** Puts a result together from its head and its values. */
    static StoredResult of(Path source, JsonNode head, Lab lab, List<Values> values, int replications) {
        return new StoredResult(
                source,
                head.path("variant").asString(""),
                head.path("version").asString(""),
                head.path("seed").asLong(0),
                lab,
                rounded(scorecard(values, replications)));
    }

    /**
     * The scorecard with its values rounded as tables have them, so that what is equal stays equal beside a result that was read
     * from tables.
     */
    public static Scorecard rounded(Scorecard scorecard) {
        return scorecard(
                scorecard.values().stream()
                        .map(each -> new Values(each.measure(), rounded(each.variant()), rounded(each.baseline())))
                        .toList(),
                scorecard.replications());
    }

    private static List<Double> rounded(List<Double> values) {
        return values.stream()
                .map(value -> Double.isFinite(value) ? Double.parseDouble(Decimals.of(value)) : value)
                .toList();
    }

    private static Scorecard scorecard(List<Values> values, int replications) {
        return new Scorecard(values.stream().map(StoredResult::compared).toList(), List.of(), replications, values);
    }

    private static Compared compared(Values values) {
        return Compared.of(values.measure(), array(values.variant()), array(values.baseline()));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Refuses what is no run of this program, and business as usual, which has nothing to be compared with. */
    static void requireVariant(Path source, JsonNode head) {
        if (!head.path("program").asString("").equals(PROGRAM)) {
            throw new ResultException(source + " is not a result of this program");
        }
        if (!head.path("side").asString("").equals("variant")) {
            throw new ResultException(
                    source + " is the business as usual of a result; name the folder of the variant, above it");
        }
    }

    /** The result as one side of a comparison. */
    public Candidate candidate(String name) {
        return new Candidate(name, lab, scorecard, seed);
    }

    /**
     * Refuses results whose values mean different things or cannot be compared one by one.
     *
     * @param version of the program that compares
     * @param replications of everything else that is compared
     * @throws ResultException naming what differs and what to do
     */
    public void requireLike(String version, int replications) {
        if (!this.version.equals(version)) {
            throw new ResultException("the result " + source + " is of version " + this.version + ", not of " + version
                    + ", and its indicators may be defined otherwise; run the scenario again");
        }
        if (scorecard.replications() != replications) {
            throw new ResultException("the result " + source + " has " + scorecard.replications()
                    + " replications, others have " + replications
                    + "; a comparison needs as many of all. Run it again with --replications " + replications);
        }
    }
}
