package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import org.circlab.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/** The arcs that one replication has used so far. */
final class Ways {

    private final CompiledLab lab;
    private final Ledger ledger;
    private final @Nullable Way[] byArc;
    private final List<Way> used = new ArrayList<>();
    private Prices prices;

    Ways(CompiledLab lab, Ledger ledger, Prices first) {
        this.lab = lab;
        this.ledger = ledger;
        this.prices = first;
        this.byArc = new Way[lab.arcs()];
    }

    /** The way along an arc. */
    Way along(int arc) {
        Way known = byArc[arc];
        return known != null ? known : open(arc);
    }

    private Way open(int arc) {
        Way way = new Way(lab, ledger, arc);
        way.step(prices);
        byArc[arc] = way;
        used.add(way);
        return way;
    }

    /** Takes over the prices of the day. */
    void step(Prices now) {
        prices = now;
        used.forEach(way -> way.step(now));
    }

    Prices prices() {
        return prices;
    }
}
