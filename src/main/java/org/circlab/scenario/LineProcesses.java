package org.circlab.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Section;

/** Processes of the catalogue that lines run though the lab does not declare them: declared, as like their entry. */
final class LineProcesses {

    private final Set<String> declared;
    private final Map<String, Tree.Entry> added = new LinkedHashMap<>();

    private LineProcesses(Set<String> declared) {
        this.declared = declared;
    }

    /** The lab with a declaration for each such process. */
    static Tree.Keyed declared(Tree.Keyed lab) {
        LineProcesses processes = new LineProcesses(Scope.keysAt(lab, "processes"));
        lab.keyedAt("actors").ifPresent(actors -> actors.entries().values().forEach(processes::ofActor));
        if (processes.added.isEmpty()) {
            return lab;
        }
        Tree.Keyed own = lab.keyedAt("processes").orElse(new Tree.Keyed(lab.mark(), Map.of()));
        Map<String, Tree.Entry> all = new LinkedHashMap<>(own.entries());
        all.putAll(processes.added);
        return lab.with("processes", new Tree.Keyed(own.mark(), all));
    }

    private void ofActor(Tree.Entry actor) {
        if (actor.value() instanceof Tree.Keyed keyed) {
            keyed.keyedAt("runs").ifPresent(lines -> lines.entries().values().forEach(this::ofLine));
        }
    }

    private void ofLine(Tree.Entry line) {
        Optional<Tree> process = line.value() instanceof Tree.Keyed keyed ? keyed.at("process") : Optional.empty();
        if (process.isPresent()
                && process.get() instanceof Tree.Text text
                && !declared.contains(text.value())
                && Catalogue.bundled().find(Section.PROCESSES, text.value()).isPresent()) {
            Tree.Keyed like = new Tree.Keyed(text.mark(), Map.of("like", new Tree.Entry(text.mark(), text)));
            added.putIfAbsent(text.value(), new Tree.Entry(text.mark(), like));
        }
    }
}
