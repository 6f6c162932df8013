package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.search.Scale;
import org.circlab.model.Actor;
import org.circlab.model.DisposalSite;
import org.circlab.model.Interventions;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Outlet;

/** What can be changed about quotas of disposal, which make it dearer to leave material to it. */
final class QuotaLevers {

    private static final double DEAREST = 1000;
    private static final double FIRST_STEP = 4;
    private static final double FIRST_STEPS = 16;

    private QuotaLevers() {}

    /** A higher penalty, then a smaller quota, of each that bears on where what leaves the donor may be disposed of. */
    static List<Lever> of(Pair pair) {
        return of(pair.network(), pair.outlet());
    }

    static List<Lever> of(ExchangeNetwork network, Outlet outlet) {
        Lab lab = network.lab();
        Material material = lab.materials().get(outlet.material());
        List<Lever> levers = new ArrayList<>();
        for (Interventions.Quota quota : lab.policy().interventions().quotas()) {
            if (lab.actors().stream().anyMatch(actor -> bears(quota.scope(), actor, material))) {
                String path = "policy.quotas." + quota.id();
                Double penalty = quota.penaltyEurosPerTonne();
                if (penalty != null) {
                    Scale dearer = new Scale(penalty, penalty + DEAREST, FIRST_STEP, true, "EUR/t");
                    levers.add(Lever.ofNumbers(Dimension.QUOTA, path + ".penalty", dearer));
                }
                double most = PriceLevers.least(quota.tonnesPerYear());
                if (most > 0) {
                    Scale smaller = new Scale(most, 0, most / FIRST_STEPS, true, "t/yr");
                    levers.add(Lever.ofNumbers(Dimension.QUOTA, path + ".most", smaller));
                }
            }
        }
        return levers;
    }

    private static boolean bears(Interventions.Scope scope, Actor actor, Material material) {
        return actor.sites().stream()
                .filter(site -> site.accepts().contains(material.id()))
                .map(DisposalSite::operation)
                .anyMatch(operation -> scope.covers(operation, material.id(), actor.id()));
    }
}
