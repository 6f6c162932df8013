package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import org.circlab.kernel.EventType;
import org.circlab.kernel.RandomStream;
import org.circlab.kernel.Sampler;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Flow;
import org.circlab.model.Field;
import org.circlab.model.Need;
import org.circlab.model.Part;

/**
 * Demands: each draw is met first from the secondary material in store, oldest first, and the rest with virgin material bought
 * at that instant.
 */
final class Needs {

    private final Stage stage;
    private final EventType draws;
    private final List<Demand> demands = new ArrayList<>();

    /** What a need is for the run. */
    private static final class Demand {
        private final int inlet;
        private final int party;
        private final Need need;
        private final Sampler size;
        private final RandomStream sizeChance;
        private final Sampler gap;
        private final RandomStream gapChance;
        private final Pattern pattern;
        private final Value mean;
        private final Value virginPrice;
        private final int account;
        private final int virginFlow;
        private final double[] ratioOfMaterial;
        /** By material, the part of its ratio that is left after each time through a line. */
        private final double[] keptByLoop;

        Demand(Stage stage, int inlet, Need need) {
            CompiledLab lab = stage.lab();
            this.inlet = inlet;
            this.party = lab.inletParty(inlet);
            this.need = need;
            String actor = stage.actorId(party);
            this.size = Spreads.sampler(need.spread());
            this.sizeChance = stage.streams().stream("need-size", actor, need.id());
            this.gap = Spreads.sampler(need.every().spread());
            this.gapChance = stage.streams().stream("need-interval", actor, need.id());
            this.pattern = Pattern.of(need.meanTonnesPerYear(), need.season(), need.every(), need.hours(), lab);
            Part part = new Part(Part.Kind.NEED, actor, need.id());
            this.mean = stage.inForce().value(Field.of(Field.Kind.NEED_MEAN, part), need.meanTonnesPerYear());
            this.virginPrice =
                    stage.inForce().value(Field.of(Field.Kind.VIRGIN_PRICE, part), need.virginPriceEurosPerTonne());
            int virgin = lab.material(need.id());
            this.account = stage.ledger().need(party, virgin);
            this.virginFlow = stage.ledger()
                    .flow(new Flow.Route(
                            lab.chart().world(Chart.VIRGIN),
                            party,
                            virgin,
                            null,
                            Channel.PURCHASE,
                            need.source().grade()));
            this.ratioOfMaterial = new double[lab.chart().materials().size()];
            this.keptByLoop = new double[ratioOfMaterial.length];
            need.accepts()
                    .forEach(accepted -> keptByLoop[lab.material(accepted.material())] =
                            lab.substances().keptByLoop(part, accepted.material()));
            need.accepts().forEach(accepted -> ratioOfMaterial[lab.material(accepted.material())] = accepted.ratio());
        }
    }

    Needs(Stage stage) {
        this.stage = stage;
        this.draws = stage.define(
                "need-draws",
                Priorities.NEED_DRAWS,
                (demand, payload) -> draw(demand),
                (demand, payload) -> stage.inletName(demands.get(demand).inlet));
        for (int inlet = 0; inlet < stage.lab().inlets(); inlet++) {
            Need need = stage.lab().network().inlets().get(inlet).need();
            if (need != null) {
                demands.add(new Demand(stage, inlet, need));
            }
        }
    }

    /** Schedules the first draw of every need. */
    void start() {
        long now = stage.kernel().now();
        for (int i = 0; i < demands.size(); i++) {
            Demand demand = demands.get(i);
            schedule(i, demand.pattern.first(now, demand.gap.sample(demand.gapChance)));
        }
    }

    private void schedule(int index, long instant) {
        if (instant != Rate.NEVER) {
            draws.at(instant, index, 0);
        }
    }

    private void draw(int index) {
        Demand demand = demands.get(index);
        schedule(index, demand.pattern.next(stage.kernel().now(), demand.gap.sample(demand.gapChance)));
        double mean = demand.pattern.grams(stage.kernel().now(), demand.mean.effect());
        long wanted = Math.round(mean * demand.size.sample(demand.sizeChance));
        if (stage.inForce().isInletClosed(demand.inlet)) {
            return;
        }
        long missing = wanted - useSecondary(demand, wanted);
        if (missing > 0) {
            buyVirgin(demand, missing);
        }
    }

    /** Uses secondary material in place of up to {@code wanted} grams of virgin material; tells how much it displaced. */
    private long useSecondary(Demand demand, long wanted) {
        Lots lots = stage.lots();
        LotQueues stores = stage.inletStores();
        long displaced = 0;
        while (displaced < wanted && !stores.isEmpty(demand.inlet)) {
            int lot = stores.first(demand.inlet);
            int material = stage.lab().outletMaterial(lots.outlet[lot]);
            double ratio = stage.contents()
                    .ratio(demand.ratioOfMaterial[material], demand.keptByLoop[material], lot, demand.inlet);
            long worth = (long) Math.floor(lots.grams[lot] * ratio);
            long replaced = Math.min(wanted - displaced, worth);
            long used = worth <= wanted - displaced
                    ? lots.grams[lot]
                    : Math.min(lots.grams[lot], (long) Math.ceil(replaced / ratio));
            stage.ledger().consumed(demand.account, material, used, replaced);
            stage.offerBook().meets(demand.inlet, replaced);
            stage.contents().consume(lot, demand.inlet, used);
            displaced += replaced;
            if (used == lots.grams[lot]) {
                stores.poll(demand.inlet);
                lots.end(lot);
            } else {
                lots.grams[lot] -= used;
                stores.lighten(demand.inlet, used);
            }
            stage.room().release(demand.inlet, used);
        }
        return displaced;
    }

    private void buyVirgin(Demand demand, long grams) {
        stage.offerBook().lacks(demand.inlet, grams);
        stage.ledger().drawn(demand.virginFlow, grams);
        stage.ledger().consumedVirgin(demand.account, grams);
        stage.cashier().payVirgin(demand.party, demand.virginFlow, demand.virginPrice.now(), grams);
        stage.cashier()
                .attribute(
                        demand.party,
                        EmissionKind.VIRGIN_MATERIAL,
                        demand.virginFlow,
                        demand.need.virginGhgKilogramsPerTonne(),
                        grams);
    }
}
