package org.circlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One {@code --set path=value}: a merge patch that a user gives for one run.
 *
 * @param path the steps from the lab to the value
 * @param value what is to stand there
 */
record Setting(List<String> path, Tree value) {

    /** Where settings come from, as findings name the place. */
    static final String ORIGIN = "--set";

    private static final Mark MARK = Mark.of(ORIGIN);

    /** Keys that mean something before there is a variant to set values in, and what to do instead. */
    private static final Map<String, String> ABOVE_VARIANTS = Map.of(
            "extends",
            "Write it in the file, or run a small file that extends the other scenario.",
            StudyReader.KEY,
            "Write it in the file; 'circlab sweep' runs it.",
            "variants",
            "Choose a variant with --variant and set its values by their paths, such as policy.carbon-price.");

    /** The lab with a setting made, or as it was where the setting makes no sense. */
    static Tree.Keyed apply(String set, Tree.Keyed lab, Findings findings) {
        return read(set, findings)
                .map(setting -> setting.within(lab))
                .filter(setting -> setting.leadsSomewhere(lab, findings))
                .map(setting -> new MergePatch(findings).apply(lab, setting.patch()))
                .orElse(lab);
    }

    /** Whether a setting changes something below a key at the top of the lab. */
    static boolean isBelow(String key, String set) {
        return set.strip().startsWith(key + ".") || set.strip().startsWith(key + "=");
    }

    static Optional<Setting> read(String set, Findings findings) {
        int equals = set.indexOf('=');
        List<String> path =
                List.of(set.substring(0, Math.max(0, equals)).strip().split("\\.", -1));
        if (equals < 0 || path.stream().anyMatch(String::isBlank)) {
            findings.add(
                    FindingCode.BAD_SETTING,
                    new Spot(MARK, ""),
                    "'" + set + "' is no setting.",
                    "Write path=value, such as policy.carbon-price=\"70 EUR/tCO2e\".");
            return Optional.empty();
        }
        if (ABOVE_VARIANTS.containsKey(path.get(0))) {
            findings.add(
                    FindingCode.BAD_SETTING,
                    new Spot(MARK, path.get(0)),
                    "A --set changes values of the variant that is run and cannot change '" + path.get(0) + "'.",
                    ABOVE_VARIANTS.getOrDefault(path.get(0), ""));
            return Optional.empty();
        }
        if (path.size() > TreeParser.DEEPEST) {
            findings.add(
                    FindingCode.TOO_DEEP,
                    new Spot(MARK, path.get(0)),
                    "A --set leads deeper than " + TreeParser.DEEPEST + " levels.",
                    "A scenario has about ten; check the path.");
            return Optional.empty();
        }
        return value(set.substring(equals + 1).strip(), findings).map(value -> new Setting(path, value));
    }

    /** Maps, lists and quoted texts as in YAML, anything else as it stands. */
    private static Optional<Tree> value(String text, Findings findings) {
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return Optional.of(new Tree.Nothing(MARK, !text.isEmpty()));
        }
        if ("{[\"'".indexOf(text.charAt(0)) >= 0 || SourceText.firstUnprintable(text) >= 0) {
            return TreeParser.parse(new SourceText(ORIGIN, text, false), false, findings);
        }
        return Optional.of(new Tree.Text(MARK, text));
    }

    /**
     * The same setting with keys that have dots in them told apart: in a map by paths, as of an event, what follows is one key,
     * or the longest that is there and what lies below it.
     */
    private Setting within(Tree.Keyed lab) {
        for (int i = 1; i < path.size(); i++) {
            List<String> before = path.subList(0, i);
            boolean byPath = Format.at(before).stream()
                    .flatMap(Format::alternatives)
                    .anyMatch(shape -> shape instanceof Shape.ByPath || shape instanceof Shape.ByStream);
            if (byPath) {
                List<String> joined = new ArrayList<>(before);
                int end = endOfKey(Scope.keysAt(lab, String.join(".", before)), i);
                joined.add(String.join(".", path.subList(i, end)));
                joined.addAll(path.subList(end, path.size()));
                return new Setting(joined, value);
            }
        }
        return this;
    }

    /** The step after the longest of some keys that the path leads through from step {@code from} on; its end for none. */
    private int endOfKey(Set<String> keys, int from) {
        for (int end = path.size(); end > from; end--) {
            if (keys.contains(String.join(".", path.subList(from, end)))) {
                return end;
            }
        }
        return path.size();
    }

    /** The same change as a merge patch. */
    Tree.Keyed patch() {
        Tree change = value;
        for (int i = path.size() - 1; i >= 0; i--) {
            change = new Tree.Keyed(MARK, Map.of(path.get(i), new Tree.Entry(MARK, change)));
        }
        return (Tree.Keyed) change;
    }

    /** Whether each step into a map keyed by id names one that is there. Distances may be given of any pair. */
    private boolean leadsSomewhere(Tree.Keyed lab, Findings findings) {
        if (path.get(0).equals(DistanceReader.KEY)) {
            return true;
        }
        Tree here = lab;
        for (int i = 0; i < path.size() - 1; i++) {
            String step = path.get(i);
            boolean byId = Format.isKeyedById(path.subList(0, i));
            Tree next = here instanceof Tree.Keyed keyed ? keyed.at(step).orElse(null) : null;
            if (next == null && byId) {
                String at = String.join(".", path.subList(0, i));
                findings.add(
                        FindingCode.NO_SUCH_PATH,
                        new Spot(MARK, String.join(".", path)),
                        "There is no '" + step + "' in " + at + ", so nothing in it can be set.",
                        here instanceof Tree.Keyed keyed
                                ? Suggestion.maybe(step, keyed.entries().keySet())
                                : "");
                return false;
            }
            here = next == null ? new Tree.Keyed(MARK, Map.of()) : next;
        }
        return true;
    }
}
