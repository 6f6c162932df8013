package org.circlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.model.DistanceTable;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Policy;
import org.circlab.model.Region;
import org.circlab.model.Substances;
import org.circlab.model.Timed;
import org.circlab.score.Measure;
import org.circlab.score.Score;
import org.circlab.score.Sense;
import org.circlab.score.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON document of a run back; it holds all values, but of the lab only where and when. */
final class StoredDocument {

    private static final Timed ZERO = Timed.constant(0);
    private static final Haulage NOBODY = new Haulage(
            new Haulage.Mode(Haulage.TRUCK, 1, ZERO, 1, 1, 0, Haulage.Handling.NONE, null), List.of(), List.of());

    private final Path file;

    StoredDocument(Path file) {
        this.file = file;
    }

    StoredResult result() throws IOException {
        JsonNode document = JsonMapper.shared().readTree(Files.readString(file));
        StoredResult.requireVariant(file, document);
        int replications = document.path("replications").asInt(0);
        List<Values> values = new ArrayList<>();
        for (JsonNode indicator : document.path("indicators")) {
            if (!text(indicator, "group").equals(Score.GROUP)) {
                values.add(values(indicator, replications));
            }
        }
        return StoredResult.of(file, document, lab(document), values, replications);
    }

    private Values values(JsonNode indicator, int replications) {
        JsonNode values = indicator.path("replications");
        List<Double> variant = numbers(values.path("variant"));
        List<Double> baseline = numbers(values.path("baseline"));
        String id = text(indicator, "id");
        if (variant.size() != replications || baseline.size() != replications || replications < 1) {
            throw StoredResult.unlike(
                    file, "'" + id + "' does not have each of " + replications + " replications once");
        }
        String word = text(indicator, "sense");
        Sense sense = Stream.of(Sense.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> StoredResult.unlike(file, "'" + id + "' has no sense"));
        Measure measure = new Measure(
                id,
                text(indicator, "title"),
                text(indicator, "unit"),
                sense,
                text(indicator, "group"),
                text(indicator, "formula"),
                text(indicator, "source"));
        return new Values(measure, variant, baseline);
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    /** Numbers of a list; null is one that does not apply. */
    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(each -> numbers.add(each.isNull() ? Double.NaN : each.asDouble()));
        return numbers;
    }

    private Lab lab(JsonNode document) {
        JsonNode window = document.path("window");
        JsonNode region = document.path("region");
        if (text(document, "lab").isEmpty() || window.isMissingNode() || region.isMissingNode()) {
            throw StoredResult.unlike(file, "it does not say where and when");
        }
        return new Lab(
                text(document, "lab"),
                text(document, "lab_name"),
                new Region(text(region, "country"), region.path("inhabitants").asLong(0)),
                new Horizon(date(window, "start"), date(window, "end_exclusive"), date(window, "warm_up_start")),
                List.of(),
                List.of(),
                List.of(),
                NOBODY,
                DistanceTable.NONE,
                new Policy(ZERO, ZERO, 0),
                Exchange.NONE,
                Substances.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    private LocalDate date(JsonNode window, String key) {
        String text = text(window, key);
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw StoredResult.unlike(file, "its window has no " + key);
        }
        return LocalDate.parse(text);
    }
}
