package org.circlab.report.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.report.Json;

/**
 * {@code datapackage.json}: the tables of a result as the Data Package standard describes them (datapackage.org), for programs
 * that read columns with their types, units and meaning.
 */
public final class DataPackage {

    private DataPackage() {}

    /**
     * The description of a result's folder, to be put into it.
     *
     * @throws IOException if the folder cannot be read
     */
    public static String of(Path folder) throws IOException {
        List<Object> resources = new ArrayList<>();
        for (Path table : Tables.in(folder)) {
            String path = folder.relativize(table).toString().replace('\\', '/');
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("name", path.replace(".csv", "").replace('/', '-'));
            resource.put("path", path);
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            resource.put("schema", Map.of("fields", fields(table)));
            resources.add(resource);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://datapackage.org/profiles/1.0/datapackage.json");
        document.put("name", "circlab-result");
        document.put("resources", resources);
        return Json.text(document);
    }

    private static List<Object> fields(Path table) throws IOException {
        List<Object> fields = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(table)) {
            String header = lines.readLine();
            for (String column : header == null ? new String[0] : header.split(",", -1)) {
                fields.add(field(Tables.name(table), column));
            }
        }
        return fields;
    }

    /** Name, type, unit and meaning of a column; without meaning where somebody put a table of his own into the folder. */
    private static Map<String, Object> field(String table, String column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column);
        Optional<Dictionary.Column> known = Dictionary.find(table, column);
        field.put("type", known.map(Dictionary.Column::type).orElse("string"));
        known.ifPresent(meaning -> {
            field.put("title", meaning.title());
            field.put("description", meaning.description());
            if (!meaning.unit().isEmpty()) {
                field.put("unit", meaning.unit());
            }
        });
        return field;
    }
}
