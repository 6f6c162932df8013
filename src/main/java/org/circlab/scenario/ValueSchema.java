package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.quantity.Dimension;

/** JSON Schema of values: text, words, and figures with their units, alone, with a source, or by date. */
final class ValueSchema {

    private static final String DATE = "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$";
    private static final String NUMBER = "number";
    private static final List<String> ABOUT = List.of("value", "source", "note");

    private final Map<String, Object> definitions;

    /** A maker that puts what is defined once into {@code definitions}. */
    ValueSchema(Map<String, Object> definitions) {
        this.definitions = definitions;
    }

    static Map<String, Object> reference(String name) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("$ref", "#/$defs/" + name);
        return reference;
    }

    /** The schema of a value; null is one too in a patch. */
    Map<String, Object> of(Shape.Single shape, boolean patch, Map<String, Object> source) {
        if (shape instanceof Shape.Words words) {
            return words(words.words(), patch);
        }
        if (shape instanceof Shape.Text text) {
            return text(text.pattern(), patch);
        }
        if (shape instanceof Shape.Id) {
            return text("", patch);
        }
        boolean dated = shape instanceof Shape.Dated;
        String name = name(shape) + (patch ? "-patch" : "");
        String whole = name + (dated ? "-by-date" : "");
        define(name, shape, patch, source);
        if (!definitions.containsKey(whole)) {
            definitions.put(whole, byDate(name, shape, patch, source));
        }
        return reference(whole);
    }

    private static Map<String, Object> words(List<String> words, boolean patch) {
        List<Object> all = new ArrayList<>(words);
        words.stream()
                .filter(word -> word.matches("\\d+"))
                .map(Integer::valueOf)
                .forEach(all::add);
        words.stream()
                .filter(word -> word.equals("true") || word.equals("false"))
                .map(Boolean::valueOf)
                .forEach(all::add);
        if (patch) {
            all.add(null);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("enum", all);
        return schema;
    }

    /** Text, which YAML may take for a number or a truth value. */
    private static Map<String, Object> text(String pattern, boolean patch) {
        boolean free = pattern.isEmpty();
        boolean digits = !free && "101010".matches(pattern);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", types(patch, "string", free ? NUMBER : digits ? "integer" : "", free ? "boolean" : ""));
        if (!free) {
            schema.put("pattern", pattern);
        }
        return schema;
    }

    private static List<String> types(boolean patch, String... types) {
        return Stream.concat(Stream.of(types), Stream.of(patch ? "null" : ""))
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private static String name(Shape shape) {
        return shape instanceof Shape.Date
                ? "date"
                : dimension(shape).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Dimension dimension(Shape shape) {
        if (shape instanceof Shape.Figure figure) {
            return figure.measure().dimension();
        }
        if (shape instanceof Shape.Dated dated) {
            return dated.measure().dimension();
        }
        return shape instanceof Shape.Mass ? Dimension.MASS : Dimension.DURATION;
    }

    /** The single value, alone or in a map with its source. */
    private void define(String name, Shape shape, boolean patch, Map<String, Object> source) {
        if (definitions.containsKey(name)) {
            return;
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        boolean plain =
                !(shape instanceof Shape.Date) && dimension(shape).units().contains("");
        schema.put(
                "title", shape instanceof Shape.Date ? "date" : dimension(shape).title());
        schema.put("type", types(patch, "string", plain ? NUMBER : "", "object"));
        schema.put("pattern", patternOf(shape));
        Map<String, Object> value = new LinkedHashMap<>(schema);
        value.put("type", types(patch, "string", plain ? NUMBER : ""));
        schema.put("properties", withSource(value, patch, source));
        schema.put("additionalProperties", false);
        if (!patch) {
            schema.put("required", List.of("value"));
        }
        definitions.put(name, schema);
    }

    /** What the text of a value matches: its dimension, or the name of a value of the catalogue. */
    private static String patternOf(Shape shape) {
        return shape instanceof Shape.Date
                ? DATE
                : Currencies.pattern(dimension(shape)) + "|^" + EntryName.VALUE_PATTERN + "$";
    }

    /** The pattern, and what editors say of a text that does not match it. */
    private static Map<String, Object> pattern(Shape shape) {
        boolean date = shape instanceof Shape.Date;
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("pattern", patternOf(shape));
        String title = date ? "date" : dimension(shape).title();
        String example = date ? "2025-01-31" : dimension(shape).example();
        schema.put("patternErrorMessage", "Not a " + title + "; write it like " + example + ".");
        return schema;
    }

    private static Map<String, Object> withSource(Object value, boolean patch, Map<String, Object> source) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("value", value);
        properties.put("source", source);
        properties.put("note", text("", patch));
        return properties;
    }

    /** The single value, or values by date, either in a map with its source. */
    private static Map<String, Object> byDate(String name, Shape shape, boolean patch, Map<String, Object> source) {
        Map<String, Object> dates = new LinkedHashMap<>();
        dates.put("title", dimension(shape).title() + ", or values by date");
        dates.put("type", types(patch, "string", "object"));
        dates.putAll(pattern(shape));
        dates.put("patternProperties", Map.of(DATE, reference(name)));
        dates.put("additionalProperties", false);
        Map<String, Object> alone = new LinkedHashMap<>(dates);
        Map<String, Object> properties = withSource(dates, patch, source);
        properties.put("table", Map.of("type", "string", "description", "A CSV file with from,value."));
        alone.put("properties", properties);
        if (!patch) {
            alone.put("dependentSchemas", Map.of("value", Map.of("propertyNames", words(ABOUT, false))));
        }
        return alone;
    }

    /** The numbers that a place allows, in words; empty for any. */
    static String range(Shape shape) {
        Range range = shape instanceof Shape.Figure figure
                ? figure.measure().range()
                : shape instanceof Shape.Dated dated
                        ? dated.measure().range()
                        : shape instanceof Shape.Mass mass ? mass.range() : Range.ANY;
        return range == Range.ANY ? "" : range.words();
    }

    /** The example of a key as JSON, with every scalar as text. */
    static Object example(Key key) {
        SourceText text = new SourceText("example", key.example(), false);
        return json(TreeParser.parse(text, false, new Findings()).orElseThrow());
    }

    private static Object json(Tree tree) {
        if (tree instanceof Tree.Keyed keyed) {
            Map<String, Object> map = new LinkedHashMap<>();
            keyed.entries().forEach((key, entry) -> map.put(key, json(entry.value())));
            return map;
        }
        if (tree instanceof Tree.Listed list) {
            return list.items().stream().map(ValueSchema::json).toList();
        }
        return tree instanceof Tree.Text text ? text.value() : "";
    }
}
