package org.circlab.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.model.Lab;
import org.circlab.report.Remedy;
import org.circlab.report.Rounded;

/** What would have streams traded or needs met, as rows of a table. */
final class Remedies {

    /** What {@link #cells} fills; the first {@link #WORDS} of them with words. */
    static final List<String> COLUMNS =
            List.of("Who", "What", "Change", "To try it", "Now", "Not matched in all years, t");

    static final int WORDS = 5;

    private final Map<String, String> actors = new HashMap<>();
    private final Map<String, String> materials = new HashMap<>();
    private final List<List<Remedy>> bySubject;

    Remedies(Lab lab, List<Remedy> found) {
        lab.actors().forEach(actor -> actors.put(actor.id(), actor.name()));
        lab.materials().forEach(material -> materials.put(material.id(), material.name()));
        Map<List<Object>, List<Remedy>> subjects = new LinkedHashMap<>();
        for (Remedy each : found) {
            subjects.computeIfAbsent(List.of(each.needed(), each.actor(), each.material()), any -> new ArrayList<>())
                    .add(each);
        }
        this.bySubject = List.copyOf(subjects.values());
    }

    /** Every change that does, in the order of the search; of a stream or need for which none does, that. */
    List<Remedy> all() {
        return bySubject.stream().flatMap(Remedies::worthShowing).toList();
    }

    /**
     * The same of so many of the largest streams and needs for which a change does, then of the largest for which none does; the
     * largest first.
     */
    List<Remedy> ofLargest(int most) {
        return Stream.concat(largest(most, true), largest(1, false))
                .flatMap(Remedies::worthShowing)
                .toList();
    }

    private Stream<List<Remedy>> largest(int most, boolean helped) {
        return bySubject.stream()
                .filter(found -> found.stream().anyMatch(Remedy::helps) == helped)
                .sorted(Comparator.comparingDouble(found -> -found.get(0).unmatchedTonnes()))
                .limit(most);
    }

    private static Stream<Remedy> worthShowing(List<Remedy> found) {
        List<Remedy> helpful = found.stream().filter(Remedy::helps).toList();
        return (helpful.isEmpty() ? found.subList(0, 1) : helpful).stream();
    }

    /** Adds the cells of one of them to a row. */
    void cells(Table table, Remedy remedy) {
        table.words(actors.getOrDefault(remedy.actor(), remedy.actor()))
                .words((remedy.needed() ? "needs " : "") + materials.getOrDefault(remedy.material(), remedy.material()))
                .words(remedy.helps() ? remedy.dimension() : "no single change does")
                .words(option(remedy.change()))
                .words(remedy.now())
                .number(Rounded.of(remedy.unmatchedTonnes()));
    }

    /** A change as the command line takes it. */
    private static String option(String change) {
        int equals = change.indexOf('=');
        return equals < 0 ? "" : "--set " + change.substring(0, equals) + "=\"" + change.substring(equals + 1) + "\"";
    }
}
