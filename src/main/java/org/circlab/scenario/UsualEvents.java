package org.circlab.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of business as usual as a tree: what they do to the actors and contracts that are left. */
final class UsualEvents {

    private static final List<String> MAPS = List.of("set", "scale", "add");
    private static final int STEPS_TO_A_PART = 4;
    private static final int STEPS_TO_A_CONTRACT = 2;

    private UsualEvents() {}

    /** The lab with those events and those of their changes for which it has the part. */
    static Tree.Keyed of(Tree.Keyed lab) {
        Optional<Tree.Keyed> events = lab.keyedAt("events");
        if (events.isEmpty()) {
            return lab;
        }
        Map<String, Tree.Entry> kept = new LinkedHashMap<>();
        events.get().entries().forEach((id, entry) -> {
            if (entry.value() instanceof Tree.Keyed event) {
                changes(event, lab).ifPresent(left -> kept.put(id, new Tree.Entry(entry.mark(), left)));
            } else {
                kept.put(id, entry);
            }
        });
        return lab.with("events", new Tree.Keyed(events.get().mark(), kept));
    }

    /** An event without what it cannot do; nothing if it does nothing more. */
    private static Optional<Tree.Keyed> changes(Tree.Keyed event, Tree.Keyed lab) {
        Tree.Keyed left = event;
        boolean acts = false;
        for (String key : MAPS) {
            Optional<Tree.Keyed> map = event.keyedAt(key);
            if (map.isPresent()) {
                Map<String, Tree.Entry> entries = new LinkedHashMap<>(map.get().entries());
                entries.keySet().removeIf(path -> !has(lab, path));
                Tree.Keyed values = new Tree.Keyed(map.get().mark(), entries);
                boolean any = !Figures.entriesOf(values).isEmpty();
                left = any ? left.with(key, values) : left.without(key);
                acts |= any;
            }
        }
        if (event.at("close").orElse(null) instanceof Tree.Listed list) {
            List<Tree> items = list.items().stream()
                    .filter(item -> item instanceof Tree.Text path && has(lab, path.value()))
                    .toList();
            left = items.isEmpty() ? left.without("close") : left.with("close", new Tree.Listed(list.mark(), items));
            acts |= !items.isEmpty();
        }
        return acts ? Optional.of(left) : Optional.empty();
    }

    /** Whether the lab has the actor's part or the contract that a path leads to or into. */
    private static boolean has(Tree.Keyed lab, String path) {
        List<String> steps = TimeVarying.steps(path);
        int count = switch (steps.get(0)) {
            case "actors" -> STEPS_TO_A_PART;
            case "contracts" -> STEPS_TO_A_CONTRACT;
            default -> 0;
        };
        Tree here = lab;
        for (String step : steps.subList(0, Math.min(count, steps.size()))) {
            Optional<Tree> next = here instanceof Tree.Keyed keyed ? keyed.at(step) : Optional.empty();
            if (next.isEmpty()) {
                return false;
            }
            here = next.get();
        }
        return true;
    }
}
