package org.circlab.simulation;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.circlab.model.Interventions;
import org.circlab.model.Interventions.Ban;
import org.circlab.model.Interventions.Quota;
import org.circlab.model.Interventions.Scope;
import org.circlab.model.Interventions.Subsidy;
import org.circlab.network.Inlet;
import org.jspecify.annotations.Nullable;

/** Along which arcs each subsidy, ban and quota of a lab bears. Immutable; threads share it. */
final class Reach {

    private final CompiledLab lab;
    private final Interventions interventions;
    private final List<BitSet> ofSubsidy;
    private final List<BitSet> ofBan;
    private final List<BitSet> ofQuota;

    Reach(CompiledLab lab) {
        this.lab = lab;
        this.interventions = lab.lab().policy().interventions();
        this.ofSubsidy = interventions.subsidies().stream()
                .map(Subsidy::scope)
                .map(this::arcs)
                .toList();
        this.ofBan =
                interventions.bans().stream().map(Ban::scope).map(this::arcs).toList();
        this.ofQuota = interventions.quotas().stream()
                .map(Quota::scope)
                .map(this::arcs)
                .toList();
        ofQuota.forEach(arcs ->
                arcs.stream().filter(arc -> !lab.isFinal(lab.arcInlet(arc))).forEach(arcs::clear));
    }

    private BitSet arcs(Scope scope) {
        BitSet arcs = new BitSet();
        for (int arc = 0; arc < lab.arcs(); arc++) {
            Inlet inlet = lab.network().inlets().get(lab.arcInlet(arc));
            String material = lab.chart().materials().get(lab.outletMaterial(lab.arcOutlet(arc)));
            String receiver = lab.chart().parties().get(lab.inletParty(lab.arcInlet(arc)));
            arcs.set(arc, scope.covers(inlet.operation(), material, receiver));
        }
        return arcs;
    }

    /** Whether a subsidy bears on an arc. */
    boolean isSubsidised(int subsidy, int arc) {
        return ofSubsidy.get(subsidy).get(arc);
    }

    /** Whether a quota bears on an arc. */
    boolean isCapped(int quota, int arc) {
        return ofQuota.get(quota).get(arc);
    }

    /** The id of a ban that is in force on an arc on a day, or null. */
    @Nullable
    String ban(int arc, LocalDate day) {
        for (int ban = 0; ban < ofBan.size(); ban++) {
            if (ofBan.get(ban).get(arc) && interventions.bans().get(ban).holds(day)) {
                return interventions.bans().get(ban).id();
            }
        }
        return null;
    }

    /** The arcs that are banned on a day; null where the lab has no bans. */
    @Nullable
    BitSet banned(LocalDate day) {
        if (ofBan.isEmpty()) {
            return null;
        }
        BitSet banned = new BitSet();
        for (int ban = 0; ban < ofBan.size(); ban++) {
            if (interventions.bans().get(ban).holds(day)) {
                banned.or(ofBan.get(ban));
            }
        }
        return banned;
    }
}
