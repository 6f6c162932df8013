package org.circlab.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Figure;
import org.circlab.quantity.Dimension;

/** What a process of the catalogue may take, against what the lab has it take: contents of materials and the way to it. */
final class EntryLimits {

    private static final String DISTANCE = "haul-distance";

    private final Tree.Keyed lab;
    private final Findings findings;

    /** The limits of processes of a lab that is written out. */
    EntryLimits(Tree.Keyed lab, Findings findings) {
        this.lab = lab;
        this.findings = findings;
    }

    /** Tells what is beyond the limits of the process {@code id}, which is like {@code entry}. */
    void check(String id, Entry entry) {
        for (Figure limit : entry.figures("limit")) {
            if (limit.what().equals(DISTANCE)) {
                lines(id, (path, line) -> check(limit, entry, line, List.of("within"), path, Dimension.DISTANCE));
            } else {
                taken(id).forEach(material -> contents(limit, entry, material));
            }
        }
    }

    private List<String> taken(String process) {
        Tree.Keyed tree = lab.keyedAt("processes")
                .flatMap(processes -> processes.keyedAt(process))
                .orElse(lab);
        return tree.at("takes").orElse(tree) instanceof Tree.Listed list
                ? list.items().stream()
                        .filter(Tree.Text.class::isInstance)
                        .map(item -> ((Tree.Text) item).value())
                        .toList()
                : List.of();
    }

    private void contents(Figure limit, Entry entry, String material) {
        lab.keyedAt("materials")
                .flatMap(materials -> materials.keyedAt(material))
                .ifPresent(map -> check(
                        limit,
                        entry,
                        map,
                        List.of("composition", limit.what()),
                        "materials." + material,
                        Dimension.FRACTION));
        actors((path, actor) -> actor.keyedAt("generates")
                .flatMap(streams -> streams.keyedAt(material))
                .ifPresent(stream -> check(
                        limit,
                        entry,
                        stream,
                        List.of("quality", limit.what()),
                        path + ".generates." + material,
                        Dimension.FRACTION)));
    }

    private void check(
            Figure limit, Entry entry, Tree.Keyed map, List<String> steps, String path, Dimension dimension) {
        Optional<Tree.Text> given = EntryRanges.at(map, steps);
        Optional<Double> value = given.flatMap(text -> EntryRanges.value(text.value(), dimension));
        double most = EntryRanges.value(limit.withUnit(limit.high()), dimension).orElse(Double.MAX_VALUE);
        if (value.isPresent() && value.get() > most) {
            String at = path + "." + String.join(".", steps);
            findings.add(
                    FindingCode.OUTSIDE_CATALOGUE_RANGE,
                    new Spot(given.get().mark(), at),
                    at + " is " + given.get().value() + "; '" + entry.id() + "' takes " + limit.what() + " of "
                            + limit.shown() + " (" + limit.evidence().cited() + ").",
                    "Take another process for it, or a 'limits' of the line that keeps it out.");
        }
    }

    private void actors(BiConsumer<String, Tree.Keyed> visitor) {
        each(lab, "actors", "actors", visitor);
    }

    private void lines(String process, BiConsumer<String, Tree.Keyed> visitor) {
        actors((path, actor) -> each(actor, "runs", path + ".runs", (at, line) -> {
            if (line.at("process").orElse(line) instanceof Tree.Text text
                    && text.value().equals(process)) {
                visitor.accept(at, line);
            }
        }));
    }

    private static void each(Tree.Keyed parent, String key, String path, BiConsumer<String, Tree.Keyed> visitor) {
        Map<String, Tree.Entry> entries =
                parent.keyedAt(key).map(Tree.Keyed::entries).orElse(Map.of());
        entries.forEach((id, entry) -> {
            if (entry.value() instanceof Tree.Keyed keyed) {
                visitor.accept(path + "." + id, keyed);
            }
        });
    }
}
