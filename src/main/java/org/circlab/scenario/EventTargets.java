package org.circlab.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.circlab.model.Arising;
import org.circlab.model.Event;
import org.circlab.model.Event.Change;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Part;
import org.circlab.model.Recipe;
import org.circlab.model.Spread;

/** What events act on, by the dotted paths of the scenario: which values may change in time, and what can be closed. */
final class EventTargets {

    private static final double GRAMS_PER_TONNE = 1e6;

    /** What can be closed; a star stands for an id. */
    private static final Map<String, Part.Kind> CLOSABLE = Map.of(
            "actors.*", Part.Kind.ACTOR,
            "actors.*.generates.*", Part.Kind.STREAM,
            "actors.*.runs.*", Part.Kind.LINE,
            "actors.*.needs.*", Part.Kind.NEED,
            "actors.*.disposes.*", Part.Kind.SITE,
            "contracts.*", Part.Kind.CONTRACT);

    private final Scope scope;
    private final Draft draft;

    EventTargets(Scope scope, Draft draft) {
        this.scope = scope;
        this.draft = draft;
    }

    /** The values that {@code path} sets. */
    List<Change> set(Fields map, String path) {
        Optional<TimeVarying> place = place(map, path);
        if (place.isEmpty()) {
            return List.of();
        }
        Spot at = map.spot(path);
        double number = map.number(
                path, place.get().measure(), place.get().measure().range().placeholder());
        double value = inUnitOfLab(place.get(), path, number, at);
        return fields(place.get(), path, at).stream()
                .map(field -> (Change) new Event.SetTo(field, value))
                .toList();
    }

    /** The values that {@code path} scales. */
    List<Change> scale(Fields map, String path) {
        Optional<TimeVarying> place = place(map, path);
        if (place.isEmpty()) {
            return List.of();
        }
        double factor = map.number(path, Measure.FACTOR, 1);
        return fields(place.get(), path, map.spot(path)).stream()
                .map(field -> (Change) new Event.Scale(field, factor))
                .toList();
    }

    /** What arises by {@code path} beside what the stream brings, and how it scatters. */
    List<Change> added(Fields map, String path, Spread spread) {
        map.has(path);
        if (!TimeVarying.matches(Shape.ByStream.PATTERN, path)) {
            map.report(
                    FindingCode.UNKNOWN_TARGET,
                    map.spot(path),
                    "'" + path + "' is no stream.",
                    "Name what an actor generates, such as actors.tes.generates.fly-ash.");
            return List.of();
        }
        long grams = map.grams(path, Range.POSITIVE, 1);
        boolean there = exists(Shape.ByStream.PATTERN, path, map.spot(path));
        Part stream = part(Part.Kind.STREAM, path);
        return there ? List.of(new Event.Add(stream, Math.max(1, grams), spread)) : List.of();
    }

    private Optional<TimeVarying> place(Fields map, String path) {
        map.has(path);
        Optional<TimeVarying> place = TimeVarying.at(path);
        if (place.isEmpty()) {
            map.report(
                    FindingCode.NOT_TIME_VARYING,
                    map.spot(path),
                    "'" + path + "' is no value that changes in time.",
                    "Maybe '" + NearestPath.to(path, scope::keysAt) + "'?");
        }
        return place.filter(found -> exists(found.pattern(), path, map.spot(path)));
    }

    /** Whether the variant has every id that a path names; a finding where the first is missing. */
    private boolean exists(String pattern, String path, Spot at) {
        List<String> stars = TimeVarying.steps(pattern);
        List<String> steps = TimeVarying.steps(path);
        for (int i = 0; i < steps.size(); i++) {
            boolean isFeeOfLine = i > 0 && steps.get(i - 1).equals("gate-fee");
            if (!stars.get(i).equals("*") || isFeeOfLine) {
                continue;
            }
            String map = String.join(".", steps.subList(0, i));
            Set<String> ids = scope.keysAt(map);
            if (!ids.contains(steps.get(i))) {
                scope.report(
                        FindingCode.UNKNOWN_TARGET,
                        at,
                        "There is no '" + steps.get(i) + "' in " + map + ".",
                        Suggestion.maybe(steps.get(i), ids));
                return false;
            }
        }
        return true;
    }

    /** The fields that a path means: one, or those of all materials that a line takes; none where the part is unsound. */
    private List<Field> fields(TimeVarying place, String path, Spot at) {
        Part part = place.part(path);
        String material = place.material(path);
        return switch (place.field()) {
            case LINE_FEE -> lineFees(part, material, at);
            case STREAM_MEAN -> streamMean(place, part, at);
            case MARKET_PRICE -> marketPrice(part, material, at);
            default -> List.of(new Field(place.field(), part, material));
        };
    }

    private List<Field> streamMean(TimeVarying place, Part part, Spot at) {
        boolean recorded =
                stream(part).filter(arising -> !arising.recorded().isEmpty()).isPresent();
        boolean flowing = stream(part).filter(Arising::continuous).isPresent();
        if (recorded || (flowing && place.measure().equals(TimeVarying.BATCH))) {
            scope.report(
                    FindingCode.UNKNOWN_TARGET,
                    at,
                    "'" + part.id() + "' of '" + part.owner() + "' "
                            + (recorded ? "replays a record, which no event changes." : "flows and has no batches."),
                    recorded ? "Close the stream for a time, or give it a mean." : "Set or scale its 'mean'.");
            return List.of();
        }
        return List.of(new Field(Field.Kind.STREAM_MEAN, part, ""));
    }

    private Optional<Arising> stream(Part part) {
        return draft.actors().stream()
                .filter(actor -> actor.id().equals(part.owner()))
                .flatMap(actor -> actor.generates().stream())
                .filter(arising -> arising.material().equals(part.id()))
                .findFirst();
    }

    private List<Field> lineFees(Part part, String material, Spot at) {
        Optional<Recipe> recipe = draft.actors().stream()
                .filter(actor -> actor.id().equals(part.owner()))
                .flatMap(actor -> actor.lines().stream())
                .filter(line -> line.id().equals(part.id()))
                .map(Line::recipe)
                .findFirst();
        if (recipe.isEmpty()) {
            return List.of();
        }
        List<String> takes = recipe.get().takes();
        if (!material.isEmpty() && !takes.contains(material)) {
            scope.report(
                    FindingCode.NOT_TAKEN,
                    at,
                    "There is no gate fee for '" + material + "', which the process '"
                            + recipe.get().id() + "' does not take.",
                    Suggestion.maybe(material, takes));
            return List.of();
        }
        return takes.stream()
                .filter(taken -> material.isEmpty() || taken.equals(material))
                .map(taken -> new Field(Field.Kind.LINE_FEE, part, taken))
                .toList();
    }

    private List<Field> marketPrice(Part part, String material, Spot at) {
        Recipe recipe = draft.recipes().get(part.id());
        if (recipe == null) {
            return List.of();
        }
        boolean sold = recipe.outputs().stream()
                .anyMatch(output -> output.material().equals(material) && output.market() != null);
        if (!sold) {
            scope.report(
                    FindingCode.UNKNOWN_TARGET,
                    at,
                    "'" + material + "' has no market in processes." + part.id() + ".yields.",
                    "Give it one, such as 'market: { price: 40 EUR/t }'.");
            return List.of();
        }
        return List.of(new Field(Field.Kind.MARKET_PRICE, part, material));
    }

    /** A value in the unit in which the lab holds the field; a finding where batches make too much a year. */
    private double inUnitOfLab(TimeVarying place, String path, double number, Spot at) {
        if (place.field() == Field.Kind.LINE_CAPACITY) {
            return number / Horizon.DAYS_PER_YEAR;
        }
        if (!place.measure().equals(TimeVarying.BATCH)) {
            return number;
        }
        double batchesPerYear = Horizon.YEAR_MILLIS / intervalMillis(place.part(path));
        double tonnesPerYear = number / GRAMS_PER_TONNE * batchesPerYear;
        if (Range.FLOW.allows(tonnesPerYear)) {
            return tonnesPerYear;
        }
        scope.report(
                FindingCode.OUT_OF_RANGE,
                at,
                "Batches of that mass make too much a year; their mean must be " + Range.FLOW.words() + ".",
                "Maybe the unit is wrong?");
        return 0;
    }

    private double intervalMillis(Part stream) {
        return stream(stream).map(arising -> arising.every().meanMillis()).orElse((double) Horizon.DAY_MILLIS);
    }

    /** The part that {@code path} closes. */
    Optional<Part> closed(String path, Spot at) {
        for (Map.Entry<String, Part.Kind> closable : CLOSABLE.entrySet()) {
            if (TimeVarying.matches(closable.getKey(), path)) {
                return exists(closable.getKey(), path, at)
                        ? Optional.of(part(closable.getValue(), path))
                        : Optional.empty();
            }
        }
        boolean ofActor = CLOSABLE.keySet().stream()
                .anyMatch(pattern -> pattern.startsWith("actors.") && TimeVarying.matches(pattern, "actors." + path));
        scope.report(
                FindingCode.CANNOT_CLOSE,
                at,
                "'" + path + "' cannot be closed.",
                (ofActor ? "Maybe 'actors." + path + "'? " : "")
                        + "Name an actor (actors.anhovo), a contract (contracts.mine-fill), or what an actor generates, runs, needs"
                        + " or disposes of (actors.anhovo.runs.grinding).");
        return Optional.empty();
    }

    private static Part part(Part.Kind kind, String path) {
        List<String> steps = TimeVarying.steps(path);
        return steps.size() > 2 ? new Part(kind, steps.get(1), steps.get(3)) : new Part(kind, "", steps.get(1));
    }
}
