package org.circlab.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.circlab.model.Event;
import org.circlab.model.Event.Change;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Interval;
import org.circlab.model.Spread;
import org.jspecify.annotations.Nullable;

/** What happens to the lab: events with the values that they set and scale, and what they close. */
final class EventReader {

    private static final String EXAMPLE = "{ at: 2026-03-01, for: 90 d, close: [actors.anhovo.runs.grinding] }";
    private static final String SET = "{ policy.landfill-tax: 60 EUR/t }";
    private static final String SCALE = "{ haulage.truck.cost: 140 % }";
    private static final String ADD = "{ actors.tes.generates.fly-ash: 500 t }";
    private static final String CLOSE = "close: [actors.anhovo.runs.grinding]";
    private static final List<String> CHANGES = List.of("set", "scale", "add", "close");

    private final EventTargets targets;
    private final Horizon horizon;

    EventReader(Scope scope, Draft draft) {
        this.targets = new EventTargets(scope, draft);
        this.horizon = draft.horizon();
    }

    /** The sound events in the order of their ids. */
    List<Event> read(Fields lab) {
        List<Event> events = new ArrayList<>();
        lab.each("events", "events: { fire: " + EXAMPLE + " }", (id, member) -> {
            Fields fields = member.fields(EXAMPLE);
            event(id, fields).ifPresent(events::add);
        });
        events.sort(Comparator.comparing(Event::id));
        return events;
    }

    private Optional<Event> event(String id, Fields fields) {
        Optional<Event.Begin> begin = begin(fields);
        if (fields.has("every")) {
            fields.require("for", "{ mean: 60 d, spread: exponential }");
        }
        Interval lasts = fields.has("for") ? SpreadReader.interval(fields, "for") : null;
        List<Change> changes = changes(fields);
        fields.done();
        if (!fields.isRead() || !fields.scope().findings().sound(fields.spot().path())) {
            return Optional.empty();
        }
        if (begin.isEmpty() || changes.isEmpty()) {
            return Optional.empty();
        }
        Event event = new Event(id, begin.get(), lasts, changes);
        warnIfOutside(event, fields);
        return Optional.of(event);
    }

    private static Optional<Event.Begin> begin(Fields fields) {
        fields.exclude("at", "every", "Keep 'at' for a date, or 'every' for again and again.");
        if (fields.has("every")) {
            return Optional.of(new Event.Every(SpreadReader.interval(fields, "every")));
        }
        if (!fields.has("at") && fields.isRead()) {
            fields.report(
                    FindingCode.MISSING_KEY,
                    fields.spot(),
                    "'at' is missing in " + fields.spot().name() + ", which does not say when it happens.",
                    "Add 'at: 2026-03-01' for a date, or 'every: { mean: 3 yr, spread: exponential }'.");
        }
        return fields.find("at")
                .flatMap(tree -> fields.scope().figures().date(tree, fields.spot("at")))
                .map(Event.At::new);
    }

    /** What is set, then what is scaled, added and closed. */
    private List<Change> changes(Fields fields) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(values(fields, "set", SET, targets::set));
        changes.addAll(values(fields, "scale", SCALE, targets::scale));
        Spread spread = SpreadReader.spread(fields, "spread");
        fields.map("add", ADD)
                .ifPresent(map -> map.keys().forEach(path -> changes.addAll(targets.added(map, path, spread))));
        for (Tree.Text text : fields.texts("close", CLOSE)) {
            Spot at = new Spot(text.mark(), fields.spot("close").path());
            targets.closed(text.value(), at).map(Event.Close::new).ifPresent(changes::add);
        }
        if (fields.has("spread") && !fields.has("add")) {
            fields.report(
                    FindingCode.NO_EFFECT,
                    fields.spot("spread"),
                    "'spread' is how what an event adds scatters, and this one adds nothing.",
                    "Leave it out, or write 'add: " + ADD + "'.");
        }
        if (fields.isRead() && isSilent(fields)) {
            fields.report(
                    FindingCode.EVENT_WITHOUT_CHANGE,
                    fields.spot(),
                    fields.spot().name() + " changes nothing.",
                    "Add one of 'set: " + SET + "', 'scale: " + SCALE + "', 'add: " + ADD + "', '" + CLOSE + "'.");
        }
        return changes;
    }

    private static boolean isSilent(Fields fields) {
        return CHANGES.stream()
                .allMatch(key -> fields.find(key)
                        .map(tree -> (tree instanceof Tree.Keyed keyed
                                        && Figures.entriesOf(keyed).isEmpty())
                                || (tree instanceof Tree.Listed listed
                                        && listed.items().isEmpty()))
                        .orElse(!fields.has(key)));
    }

    /** The changes of one map from paths to values; several of one path where a line has a fee for several materials. */
    private static List<Change> values(
            Fields fields, String key, String example, BiFunction<Fields, String, List<Change>> reader) {
        Optional<Tree> found = fields.find(key);
        Optional<Fields> map = fields.map(key, example);
        if (map.isEmpty() || !(found.orElseThrow() instanceof Tree.Keyed keyed)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        Set<Field> seen = new HashSet<>();
        for (Map.Entry<String, Tree.Entry> entry : Figures.entriesOf(keyed).entrySet()) {
            for (Change change : reader.apply(map.get(), entry.getKey())) {
                if (seen.add(fieldOf(change))) {
                    changes.add(change);
                } else {
                    fields.report(
                            FindingCode.CONFLICTING_KEYS,
                            map.get().spot(entry.getKey()),
                            "'" + entry.getKey() + "' says once more what another path of the same event says.",
                            "Keep one of them.");
                    break;
                }
            }
        }
        return changes;
    }

    private static Field fieldOf(Change change) {
        return change instanceof Event.SetTo set ? set.field() : ((Event.Scale) change).field();
    }

    private void warnIfOutside(Event event, Fields fields) {
        boolean known = fields.scope().findings().sound("horizon");
        if (known && event.begin() instanceof Event.At at && isOutside(at.date(), event.lasts())) {
            fields.report(
                    FindingCode.EVENT_OUTSIDE_HORIZON,
                    fields.spot("at"),
                    fields.spot().name() + " happens outside of the horizon, from " + horizon.warmUpStart() + " to "
                            + horizon.end() + ", and changes nothing.",
                    "Maybe the date is mistyped?");
        }
    }

    private boolean isOutside(LocalDate date, @Nullable Interval lasts) {
        boolean over = lasts != null
                && lasts.spread() instanceof Spread.None
                && horizon.millisAt(date) + lasts.meanMillis() <= horizon.millisAt(horizon.warmUpStart());
        return over || !date.isBefore(horizon.end());
    }
}
