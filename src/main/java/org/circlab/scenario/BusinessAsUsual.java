package org.circlab.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.circlab.model.Actor;
import org.circlab.model.Contract;
import org.circlab.model.Lab;
import org.circlab.model.Line;

/** The scenario of business as usual as a tree: what {@link Lab#businessAsUsual} keeps, without what hung on the rest. */
final class BusinessAsUsual {

    private final Map<String, Actor> actors;
    private final Map<String, Contract> contracts;

    private BusinessAsUsual(Lab baseline) {
        this.actors = baseline.actors().stream().collect(Collectors.toMap(Actor::id, actor -> actor));
        this.contracts = baseline.contracts().stream().collect(Collectors.toMap(Contract::id, contract -> contract));
    }

    /** The tree of {@code baseline}, which is the business as usual of the lab that {@code lab} reads as. */
    static Tree.Keyed of(Tree.Keyed lab, Lab baseline) {
        BusinessAsUsual usual = new BusinessAsUsual(baseline);
        Tree.Keyed kept = filtered(lab, "contracts", (id, tree) -> usual.moves(id));
        Tree.Keyed standing = kept.keyedAt("actors")
                .map(all -> kept.with("actors", usual.standing(all)))
                .orElse(kept);
        Tree.Keyed happening = UsualEvents.of(standing);
        Mark mark = lab.mark();
        Tree none = new Tree.Text(mark, "none");
        return happening
                .keyedAt("exchange")
                .map(exchange -> happening.with("exchange", exchange.with("rule", none)))
                .orElse(happening);
    }

    private boolean moves(String contract) {
        Contract found = contracts.get(contract);
        Actor donor = found == null ? null : actors.get(found.from());
        return found != null && donor != null && gives(donor).contains(found.material());
    }

    private static Set<String> gives(Actor actor) {
        return Draft.gives(actor).collect(Collectors.toSet());
    }

    private Tree.Keyed standing(Tree.Keyed all) {
        Map<String, Tree.Entry> changed = new LinkedHashMap<>(all.entries());
        changed.replaceAll((id, entry) -> {
            Actor actor = actors.get(id);
            if (actor == null || !(entry.value() instanceof Tree.Keyed keyed)) {
                return entry;
            }
            List<String> lines = actor.lines().stream().map(Line::id).toList();
            Tree.Keyed standing = filtered(keyed, "runs", (line, tree) -> lines.contains(line));
            return new Tree.Entry(
                    entry.mark(),
                    filtered(
                            standing, "stores", (material, tree) -> gives(actor).contains(material)));
        });
        return new Tree.Keyed(all.mark(), changed);
    }

    private static Tree.Keyed filtered(Tree.Keyed tree, String key, BiPredicate<String, Tree> keep) {
        Optional<Tree.Keyed> found = tree.keyedAt(key);
        if (found.isEmpty()) {
            return tree;
        }
        Tree.Keyed members = found.get();
        Map<String, Tree.Entry> kept = new LinkedHashMap<>(members.entries());
        kept.entrySet()
                .removeIf(entry -> entry.getValue().value() instanceof Tree.Keyed
                        && !keep.test(entry.getKey(), entry.getValue().value()));
        return kept.size() == members.entries().size() ? tree : tree.with(key, new Tree.Keyed(members.mark(), kept));
    }
}
