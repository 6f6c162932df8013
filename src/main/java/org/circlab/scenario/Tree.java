package org.circlab.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scenario file says, before it means anything: maps, lists and text with their places. */
sealed interface Tree {

    /** Where it begins. */
    Mark mark();

    /** What it is, for sentences. */
    String kind();

    /**
     * A map.
     *
     * @param mark where it begins
     * @param entries in the order of the file
     */
    record Keyed(Mark mark, Map<String, Entry> entries) implements Tree {
        public Keyed {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** What stands at a key. */
        Optional<Tree> at(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /** The map that stands at a key. */
        Optional<Keyed> keyedAt(String key) {
            return at(key).filter(Keyed.class::isInstance).map(Keyed.class::cast);
        }

        /** This map without some keys. */
        Keyed without(String... keys) {
            Map<String, Entry> kept = new LinkedHashMap<>(entries);
            for (String key : keys) {
                kept.remove(key);
            }
            return new Keyed(mark, kept);
        }

        /** This map with only one of its keys, if it has it. */
        Keyed only(String key) {
            Entry entry = entries.get(key);
            return new Keyed(mark, entry == null ? Map.of() : Map.of(key, entry));
        }

        /** This map with one value replaced, or added at the end. */
        Keyed with(String key, Tree value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            Entry old = entries.get(key);
            changed.put(key, new Entry(old == null ? value.mark() : old.mark(), value));
            return new Keyed(mark, changed);
        }

        @Override
        public String kind() {
            return "a map";
        }
    }

    /**
     * One key of a map with its value.
     *
     * @param mark where the key stands
     * @param value what it holds
     */
    record Entry(Mark mark, Tree value) {}

    /**
     * A list.
     *
     * @param mark where it begins
     * @param items in order
     */
    record Listed(Mark mark, List<Tree> items) implements Tree {
        public Listed {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A scalar as it is written, without quotes.
     *
     * @param mark where it begins
     * @param value its characters
     */
    record Text(Mark mark, String value) implements Tree {
        @Override
        public String kind() {
            return "text";
        }
    }

    /**
     * No value.
     *
     * @param mark where a value would begin
     * @param written whether {@code null} is written, which deletes in a patch, or nothing at all
     */
    record Nothing(Mark mark, boolean written) implements Tree {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** The key or value that {@code path} leads to, or the last one on the way that exists. */
    static Mark markOf(Keyed root, String path) {
        Mark mark = root.mark();
        Tree here = root;
        for (String step : path.split("\\.", -1)) {
            Entry entry = here instanceof Keyed keyed ? keyed.entries().get(step) : null;
            if (entry == null) {
                return mark;
            }
            here = entry.value();
            mark = here instanceof Keyed ? entry.mark() : here.mark();
        }
        return mark;
    }
}
