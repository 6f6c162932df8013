package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scenario format as a JSON Schema (draft 2020-12), for editors: it completes and explains keys, and marks unknown and
 * missing ones, wrong words and wrong units. What needs the whole lab, such as whether an id is declared, only
 * {@link ScenarioFile#validate} finds.
 *
 * <p>Every part of the format stands in it twice: as itself, and as a patch of itself ({@code …-patch}), in which nothing is
 * required and null deletes. Variants are patches, and so is a file that extends another or that patches actors of a table.
 */
public final class JsonSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String PATCH = "-patch";

    private final Map<String, Object> definitions = new TreeMap<>();
    private final ValueSchema values = new ValueSchema(definitions);

    private JsonSchema() {}

    /** The schema as text, ended by a line break; always the same. */
    public static String text() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return JsonMapper.builder()
                        .defaultPrettyPrinter(printer)
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(new JsonSchema().document())
                + "\n";
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", DIALECT);
        document.put("title", "CircLab scenario");
        document.put("description", "A living lab: who has which waste, who could use it, and what moving it costs.");
        document.put("type", "object");
        document.put(
                "if",
                Map.of(
                        "anyOf",
                        List.of(Map.of("required", List.of("extends")), Map.of("required", List.of("tables")))));
        document.put("then", part(Format.LAB, true));
        document.put("else", part(Format.LAB, false));
        document.put("$defs", definitions);
        return document;
    }

    private Map<String, Object> of(Shape shape, boolean patch) {
        if (shape instanceof Part part) {
            return part(part, patch);
        }
        if (shape instanceof Shape.ById map) {
            return byId(map, patch);
        }
        if (shape instanceof Shape.Patch) {
            return variant();
        }
        if (shape instanceof Shape.Partial partial) {
            return part(partial.whole(), true);
        }
        if (shape instanceof Shape.ByPath paths) {
            return byPath(paths, patch);
        }
        if (shape instanceof Shape.ByStream streams) {
            return byPattern(Map.of(pattern(Shape.ByStream.PATTERN), of(streams.member(), patch)), patch);
        }
        if (shape instanceof Shape.ByFactor factors) {
            return byPattern(Map.of(Shape.ByFactor.PATTERN, of(factors.member(), patch)), patch);
        }
        if (shape instanceof Shape.Listed list) {
            Map<String, Object> schema = typed("array", patch);
            schema.put("items", of(list.item(), false));
            schema.put("minItems", list.least());
            schema.put("maxItems", list.most());
            return schema;
        }
        if (shape instanceof Shape.Either either) {
            return either(either.shapes(), patch);
        }
        return values.of((Shape.Single) shape, patch, part(CommonFormat.SOURCE, patch));
    }

    /** Maps apart from words where only they can be maps, since editors then tell what is wrong inside them. */
    private Map<String, Object> either(List<Shape> shapes, boolean patch) {
        List<Shape> maps = shapes.stream()
                .filter(shape -> shape instanceof Part || shape instanceof Shape.ById)
                .toList();
        boolean apart = !maps.isEmpty()
                && maps.size() < shapes.size()
                && shapes.stream().noneMatch(Format::isFigure);
        Map<String, Object> schema = new LinkedHashMap<>();
        if (apart) {
            List<Shape> others =
                    shapes.stream().filter(shape -> !maps.contains(shape)).toList();
            schema.put("if", Map.of("type", "object"));
            schema.put("then", either(maps, patch));
            schema.put("else", either(others, patch));
        } else if (shapes.size() == 1) {
            schema.putAll(of(shapes.get(0), patch));
        } else {
            schema.put("anyOf", shapes.stream().map(each -> of(each, patch)).toList());
        }
        return schema;
    }

    private static Map<String, Object> typed(String type, boolean patch) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", patch ? List.of(type, "null") : type);
        return schema;
    }

    /** A reference to a part, which is defined on the way. */
    private Map<String, Object> part(Part part, boolean patch) {
        String name = part.name() + (patch ? PATCH : "");
        if (!definitions.containsKey(name)) {
            Map<String, Object> schema = typed("object", patch);
            definitions.put(name, schema);
            Map<String, Object> properties = properties(part.keys(), patch);
            properties.put("source", explained(CommonFormat.ABOUT_SOURCE, patch));
            properties.put("note", explained(CommonFormat.NOTE, patch));
            schema.put("properties", properties);
            schema.put("additionalProperties", false);
            if (!patch) {
                schema.putAll(Demands.of(part));
            }
        }
        return ValueSchema.reference(name);
    }

    private Map<String, Object> properties(List<Key> keys, boolean patch) {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key.name(), explained(key, patch)));
        return properties;
    }

    private Map<String, Object> explained(Key key, boolean patch) {
        Map<String, Object> schema = new LinkedHashMap<>(of(key.shape(), patch));
        String range = ValueSchema.range(key.shape());
        schema.put("description", key.about() + (range.isEmpty() ? "" : " The value is " + range + "."));
        schema.put("examples", List.of(ValueSchema.example(key)));
        return schema;
    }

    private Map<String, Object> byId(Shape.ById map, boolean patch) {
        Map<String, Object> schema = typed("object", patch);
        Map<String, Object> properties = properties(map.own(), patch);
        properties.put("note", explained(CommonFormat.NOTE, patch));
        schema.put("properties", properties);
        schema.put("propertyNames", Map.of("pattern", "^" + Scope.ID.pattern() + "$"));
        schema.put("additionalProperties", of(map.member(), patch));
        return schema;
    }

    private Map<String, Object> byPath(Shape.ByPath paths, boolean patch) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (TimeVarying place : TimeVarying.ALL) {
            Measure measure = paths.scaled() ? Measure.FACTOR : place.measure();
            values.put(pattern(place.pattern()), of(Shape.figure(measure), patch));
        }
        return byPattern(values, patch);
    }

    private static String pattern(String path) {
        return "^" + path.replace(".", "\\.").replace("*", "[^.]+") + "$";
    }

    private Map<String, Object> byPattern(Map<String, Object> values, boolean patch) {
        Map<String, Object> schema = typed("object", patch);
        schema.put("properties", properties(List.of(CommonFormat.ABOUT_SOURCE, CommonFormat.NOTE), patch));
        schema.put("patternProperties", values);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** A variant: the lab as a patch, with words of its own. */
    private Map<String, Object> variant() {
        List<Key> keys = new ArrayList<>(Format.VARIANT.keys());
        Format.LAB.keys().stream()
                .filter(key -> !key.name().equals("variants") && !key.name().equals("extends"))
                .filter(key -> Format.VARIANT.key(key.name()).isEmpty())
                .forEach(keys::add);
        Map<String, Object> schema = part(new Part(Format.VARIANT.name(), keys, List.of()), true);
        schema.put("type", "object");
        return schema;
    }
}
