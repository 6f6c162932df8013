package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.circlab.model.Source;
import org.circlab.model.Timed;
import org.circlab.quantity.Span;
import org.jspecify.annotations.Nullable;

/**
 * One map of the scenario while it is read: each key is asked for with what it must hold, and {@link #done} reports the keys
 * that nobody asked for. A value that cannot be used leaves a finding and a placeholder, so that reading goes on.
 */
final class Fields {

    /** How yes and no are written. */
    static final List<String> FLAGS = List.of("yes", "no", "true", "false");

    /** Keys of a file that no longer stand in the lab of a variant. */
    private static final List<String> AT_THE_TOP = List.of("tables", "extends", "variants", StudyReader.KEY);

    private final Scope scope;
    private final Tree.Keyed map;
    private final Spot spot;
    private final Source source;
    private final boolean read;
    private final Set<String> known = new LinkedHashSet<>();

    /** The fields of a map whose source, where it names none, is {@code inherited}. */
    Fields(Scope scope, Tree.Keyed map, Spot spot, Source inherited) {
        this(scope, map, spot, inherited, true);
    }

    private Fields(Scope scope, Tree.Keyed map, Spot spot, Source inherited, boolean read) {
        this.scope = scope;
        this.map = map;
        this.spot = spot;
        this.read = read;
        this.source = scope.about(map, spot).orElse(inherited);
        known.add("source");
        known.add("note");
    }

    /** The fields of what should be a map such as {@code example}; none and a finding where it is not. */
    static Fields of(Scope scope, Tree tree, Spot spot, String example) {
        return of(scope, tree, spot, example, Source.NONE);
    }

    private static Fields of(Scope scope, Tree tree, Spot spot, String example, Source inherited) {
        if (tree instanceof Tree.Keyed keyed) {
            return new Fields(scope, keyed, spot, inherited);
        }
        wrongKind(scope, tree, spot, "A map", example);
        return new Fields(scope, new Tree.Keyed(tree.mark(), Map.of()), spot, inherited, false);
    }

    private static void wrongKind(Scope scope, Tree tree, Spot spot, String wanted, String example) {
        Spot at = new Spot(tree.mark(), spot.path());
        if (tree instanceof Tree.Nothing) {
            scope.noValue(at);
            return;
        }
        scope.report(
                FindingCode.WRONG_KIND,
                at,
                wanted + " is expected here, not " + tree.kind() + ".",
                "Write it like " + example + ".");
    }

    void report(FindingCode code, Spot at, String message, String advice) {
        scope.report(code, at, message, advice);
    }

    Scope scope() {
        return scope;
    }

    Spot spot() {
        return spot;
    }

    /** Whether there is a map at all. */
    boolean isRead() {
        return read;
    }

    /** The place of a key: its own where it is written, the map's otherwise. */
    Spot spot(String key) {
        Tree.Entry entry = map.entries().get(key);
        return spot.at(key, entry == null ? spot.mark() : entry.mark());
    }

    /** The place of the value at a key. */
    Spot valueSpot(String key) {
        return spot.at(key, map.at(key).map(Tree::mark).orElse(spot.mark()));
    }

    /** Notes that a key means something here, and what single value is taken there. */
    private void ask(String key, @Nullable Shape shape) {
        known.add(key);
        scope.inquiry().asked(spot.path(), key, Optional.ofNullable(shape));
    }

    boolean has(String key) {
        ask(key, null);
        return map.entries().containsKey(key);
    }

    /** What stands at a key; nothing, and a finding, where the value was left out. */
    Optional<Tree> find(String key) {
        ask(key, null);
        Optional<Tree> found = map.at(key);
        if (found.isPresent() && found.get() instanceof Tree.Nothing) {
            scope.noValue(valueSpot(key));
            return Optional.empty();
        }
        return found;
    }

    /** What stands at a key; a finding where the key is missing. */
    Optional<Tree> require(String key, String example) {
        if (!has(key) && read) {
            scope.report(
                    FindingCode.MISSING_KEY,
                    spot,
                    "'" + key + "' is missing in " + spot.name() + ".",
                    "Add it, such as '" + key + ": " + example + "'.");
        }
        return find(key);
    }

    Optional<String> text(String key) {
        ask(key, Shape.TEXT);
        return textAt(key);
    }

    private Optional<String> textAt(String key) {
        return find(key).flatMap(tree -> {
            if (tree instanceof Tree.Text text) {
                return Optional.of(text.value());
            }
            wrongKind(scope, tree, spot(key), "Text", "'" + key + ": text'");
            return Optional.empty();
        });
    }

    String requiredText(String key, String example) {
        require(key, example);
        return text(key).orElse("");
    }

    /** One of some words. */
    <T> Optional<T> choice(String key, List<T> choices, Function<T, String> wordOf) {
        ask(key, new Shape.Words(choices.stream().map(wordOf).toList()));
        return textAt(key).flatMap(word -> {
            Optional<T> chosen = choices.stream()
                    .filter(each -> wordOf.apply(each).equals(word))
                    .findFirst();
            if (chosen.isEmpty()) {
                badWord(key, word, choices.stream().map(wordOf).toList());
            }
            return chosen;
        });
    }

    /** Reports a word that is none of those that mean something at a key. */
    void badWord(String key, String word, List<String> words) {
        scope.report(
                FindingCode.BAD_WORD,
                valueSpot(key),
                "'" + word + "' means nothing at " + spot(key).name() + "; it is one of " + String.join(", ", words)
                        + ".",
                Suggestion.nearest(word, words)
                        .map(near -> "Maybe '" + near + "'?")
                        .orElse(""));
    }

    /** Whether {@code yes} or {@code true}. */
    boolean flag(String key, boolean fallback) {
        return choice(key, FLAGS, word -> word)
                .map(word -> word.equals("yes") || word.equals("true"))
                .orElse(fallback);
    }

    /** An id that must be declared. */
    Optional<String> id(String key, Kind kind) {
        ask(key, Shape.id(kind));
        return textAt(key).filter(id -> scope.isDeclared(kind, id, valueSpot(key)));
    }

    double number(String key, Measure measure, double fallback) {
        ask(key, Shape.figure(measure));
        return find(key)
                .map(tree -> scope.figures().number(tree, spot(key), measure))
                .orElse(fallback);
    }

    double requiredNumber(String key, Measure measure) {
        require(key, measure.dimension().example());
        return number(key, measure, measure.range().placeholder());
    }

    long grams(String key, Range range, long fallback) {
        ask(key, Shape.mass(range));
        return find(key)
                .map(tree -> scope.figures().grams(tree, spot(key), range))
                .orElse(fallback);
    }

    Timed requiredTimed(String key, Measure measure) {
        require(key, measure.dimension().example());
        return timed(key, measure);
    }

    Timed timed(String key, Measure measure) {
        ask(key, Shape.dated(measure));
        return find(key)
                .map(tree -> scope.figures().timed(tree, spot(key), measure))
                .orElse(Timed.constant(measure.range().placeholder()));
    }

    Optional<Span> span(String key) {
        return span(key, FindingCode.OUT_OF_RANGE);
    }

    /** A length of time; one of more than 200 years is a finding of that code. */
    Optional<Span> span(String key, FindingCode tooLong) {
        ask(key, Shape.SPAN);
        return find(key).flatMap(tree -> scope.figures().span(tree, spot(key), tooLong));
    }

    /** The map at a key, if there is one. */
    Optional<Fields> map(String key, String example) {
        return find(key).map(tree -> of(scope, tree, spot(key), example, source));
    }

    /** The members of a map keyed by id, with the id and the place of each that has a proper id. */
    void each(String key, String example, BiConsumer<String, Member> reader) {
        find(key).ifPresent(tree -> {
            if (!(tree instanceof Tree.Keyed keyed)) {
                wrongKind(scope, tree, spot(key), "A map", example);
                return;
            }
            keyed.entries().forEach((id, entry) -> {
                Spot at = spot(key).at(id, entry.mark());
                boolean note = id.equals("note") && entry.value() instanceof Tree.Text;
                if (!note && scope.isId(id, at)) {
                    reader.accept(id, new Member(this, entry.value(), at));
                }
            });
        });
    }

    /**
     * A member of a map keyed by id.
     *
     * @param parent the map that has the map
     * @param tree what it holds
     * @param spot where its key stands
     */
    record Member(Fields parent, Tree tree, Spot spot) {

        /** Its fields, of which {@code example} shows some. */
        Fields fields(String example) {
            return Fields.of(parent.scope, tree, spot, example, parent.source);
        }
    }

    /** The texts of a list, each once, in the order of the file. */
    List<Tree.Text> texts(String key, String example) {
        List<Tree.Text> texts = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Tree item : items(key, example)) {
            Spot at = new Spot(item.mark(), spot(key).path());
            if (!(item instanceof Tree.Text text)) {
                wrongKind(scope, item, at, "Text", example);
            } else if (seen.add(text.value())) {
                texts.add(text);
            } else {
                scope.report(FindingCode.DUPLICATE_ITEM, at, "'" + text.value() + "' is listed twice.", "Keep one.");
            }
        }
        return texts;
    }

    /** The items of a list. */
    List<Tree> items(String key, String example) {
        Optional<Tree> found = find(key);
        if (found.isPresent() && !(found.get() instanceof Tree.Listed)) {
            wrongKind(scope, found.get(), spot(key), "A list", example);
        }
        return found.isPresent() && found.get() instanceof Tree.Listed listed ? listed.items() : List.of();
    }

    /** The declared ids of a list, in their own order. */
    List<String> ids(String key, Kind kind, String example) {
        ask(key, Shape.id(kind));
        return texts(key, example).stream()
                .filter(text -> scope.isDeclared(
                        kind, text.value(), new Spot(text.mark(), spot(key).path())))
                .map(Tree.Text::value)
                .sorted()
                .collect(Collectors.toList());
    }

    /** Whence the figures are: the source of this map, or of the first of the keys that has one, or of the map around it. */
    Source source(String... keys) {
        if (map.entries().containsKey("source")) {
            return source;
        }
        for (String key : keys) {
            Optional<Source> own = scope.sourceAt(spot.at(key, spot.mark()).path());
            if (own.isPresent()) {
                return own.get();
            }
        }
        return source;
    }

    /** The keys of this map that are not words about it, in the order of the file. */
    List<String> keys() {
        return List.copyOf(Figures.entriesOf(map).keySet());
    }

    /** Reports what stands here together with what excludes it. */
    void exclude(String key, String other, String advice) {
        if (has(key) && has(other)) {
            scope.report(
                    FindingCode.CONFLICTING_KEYS,
                    spot(other),
                    "'" + key + "' and '" + other + "' exclude each other.",
                    advice);
        }
    }

    private Set<String> ownKeys() {
        Set<String> own = new LinkedHashSet<>(known);
        own.removeAll(List.of("source", "note"));
        return own;
    }

    /** The keys of the map at a key. */
    Set<String> names(String key) {
        Optional<Tree> found = map.at(key);
        return found.isPresent() && found.get() instanceof Tree.Keyed keyed
                ? keyed.entries().keySet()
                : Set.of();
    }

    /** The keys that are ids, where a map has figures by id; the others are reported. */
    List<String> names() {
        return map.entries().keySet().stream()
                .filter(key -> !key.equals("source") && !key.equals("note"))
                .filter(key -> scope.isId(key, spot(key)))
                .toList();
    }

    /** Reports the keys that nothing asked for. */
    void done() {
        Set<String> keys = ownKeys();
        keys.addAll(spot.path().isEmpty() ? AT_THE_TOP : List.of());
        done("Its keys are " + String.join(", ", keys) + ".");
    }

    /** The same, with what is said of the keys that mean something. */
    void done(String keys) {
        Set<String> candidates = new LinkedHashSet<>(known);
        candidates.addAll(spot.path().isEmpty() ? AT_THE_TOP : List.of());
        map.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                scope.report(
                        FindingCode.UNKNOWN_KEY,
                        spot.at(key, entry.mark()),
                        "'" + key + "' is not a key of " + spot.name() + ".",
                        candidates.contains(key)
                                ? "It stands at the top of the file, not in a variant."
                                : Suggestion.nearest(key, candidates)
                                        .map(near -> "Maybe '" + near + "'?")
                                        .orElse(keys));
            }
        });
    }
}
