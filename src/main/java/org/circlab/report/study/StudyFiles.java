package org.circlab.report.study;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.circlab.experiment.study.Stored;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.Json;
import org.circlab.report.WholeFile;

/** The files of a study: its tables, what they rest on, and what their columns hold. Each is written whole or not at all. */
public final class StudyFiles {

    private StudyFiles() {}

    /**
     * Writes them into a folder, which is made if it is not there.
     *
     * @param indicators ids of those that the tables show
     * @throws IOException if one cannot be written; that one is as it was
     */
    public static void write(StudyStore store, List<String> indicators, Path folder) throws IOException {
        Files.createDirectories(folder);
        StudyTables tables = new StudyTables(store, indicators);
        for (StudyTables.Kind kind : StudyTables.Kind.values()) {
            WholeFile.write(folder.resolve(kind.file()), out -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                tables.write(kind, text);
                text.flush();
            });
        }
        write(folder.resolve("study.json"), about(store));
        write(folder.resolve("datapackage.json"), dataPackage(store.about(), tables));
    }

    private static void write(Path file, Map<String, Object> document) throws IOException {
        WholeFile.write(file, out -> out.write(Json.text(document).getBytes(StandardCharsets.UTF_8)));
    }

    /** All that the results depend on, and nothing else: no time of day, no threads, no machine. */
    static Map<String, Object> about(StudyStore store) {
        Stored about = store.about();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("program", "circlab");
        document.put("version", about.version());
        document.put("lab", about.lab());
        document.put("study", about.name());
        document.put("seed", about.seed());
        document.put("set", about.sets());
        document.put("factors", about.paths());
        document.put("points", about.points());
        document.put("replications", about.replications());
        List<Object> variants = new ArrayList<>();
        about.variants().forEach(variant -> {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("variant", variant.id());
            each.put("scenario_and_baseline_sha256", variant.hash());
            each.put("runs", store.answered(variant));
            variants.add(each);
        });
        document.put("variants", variants);
        return document;
    }

    private static Map<String, Object> dataPackage(Stored about, StudyTables tables) {
        List<Object> resources = new ArrayList<>();
        for (StudyTables.Kind kind : StudyTables.Kind.values()) {
            List<Object> fields = new ArrayList<>();
            tables.columns(kind).forEach((name, type) -> {
                Map<String, Object> field = new LinkedHashMap<>();
                field.put("name", name);
                field.put("type", type);
                fields.add(field);
            });
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("name", kind.file().replace(".csv", ""));
            resource.put("path", kind.file());
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            resource.put("schema", Map.of("fields", fields));
            resources.add(resource);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://datapackage.org/profiles/1.0/datapackage.json");
        document.put("name", "circlab-study");
        document.put("title", "Study " + about.name() + " of the lab " + about.lab());
        document.put("resources", resources);
        return document;
    }
}
