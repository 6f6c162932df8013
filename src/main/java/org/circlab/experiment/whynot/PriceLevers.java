package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.circlab.experiment.search.Scale;
import org.circlab.model.Actor;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Interventions;
import org.circlab.model.Line;
import org.circlab.model.Policy;
import org.circlab.model.Timed;
import org.circlab.model.Trust;

/** What can be changed about prices. */
final class PriceLevers {

    private static final double DEAREST = 1000;
    private static final double FIRST_STEP = 4;
    private static final double NEARLY_FREE = 20;
    private static final double DEAREST_HAULAGE = 10;

    private final Pair pair;
    private final List<Lever> levers = new ArrayList<>();

    private PriceLevers(Pair pair) {
        this.pair = pair;
    }

    static List<Lever> of(Pair pair) {
        PriceLevers prices = new PriceLevers(pair);
        prices.haulage();
        prices.fee();
        prices.hurdle(pair.receiver());
        prices.hurdle(pair.donor());
        prices.trust();
        prices.policy();
        prices.subsidies();
        prices.levers.addAll(QuotaLevers.of(pair));
        if (pair.inlet().need() != null && prices.isWorthAsked()) {
            prices.rise(
                    Dimension.VIRGIN_PRICE,
                    pair.inletPath() + ".virgin.price",
                    pair.need().virginPriceEurosPerTonne(),
                    "EUR/t");
        }
        return prices.levers;
    }

    /** Cheaper first; dearer, which may open a way where to dispose of it is further. */
    private void haulage() {
        Haulage.Mode mode = pair.network().carrier(pair.outlet()).mode();
        String path = mode.id().equals(Haulage.TRUCK) ? "haulage.truck.cost" : "haulage.modes." + mode.id() + ".cost";
        double most = most(mode.costEurosPerTonneKilometre());
        if (most > 0) {
            add(Dimension.HAULAGE, path, new Scale(most, most / NEARLY_FREE, most / 16, true, "EUR/tkm"));
        }
        double least = least(mode.costEurosPerTonneKilometre());
        add(Dimension.HAULAGE, path, new Scale(least, DEAREST_HAULAGE, Math.max(least / 4, 0.01), true, "EUR/tkm"));
    }

    /** A lower fee; a higher one, which may reach the hurdle of the receiver. */
    private void fee() {
        Line line = pair.inlet().line();
        Timed fee = line == null
                ? pair.accepted().gateFeeEurosPerTonne()
                : line.gateFeesEurosPerTonne().getOrDefault(pair.material().id(), Timed.constant(0));
        String path = line == null || isOneFee(line)
                ? pair.takingPath() + ".gate-fee"
                : pair.takingPath() + ".gate-fee." + pair.material().id();
        boolean free = pair.receiver().hurdleEurosPerTonne() == null;
        add(Dimension.FEE, path, new Scale(most(fee), most(fee) - DEAREST, step(), free, "EUR/t"));
        if (!free) {
            add(Dimension.FEE, path, new Scale(least(fee), least(fee) + DEAREST, step(), false, "EUR/t"));
        }
    }

    /** Whether a line asks the same for all that it takes, so that one number says it. */
    private static boolean isOneFee(Line line) {
        Map<String, Timed> fees = line.gateFeesEurosPerTonne();
        Set<Timed> different = new HashSet<>(fees.values());
        return fees.isEmpty()
                || (different.size() == 1
                        && fees.keySet().containsAll(line.recipe().takes()));
    }

    private void hurdle(Actor actor) {
        Double hurdle = actor.hurdleEurosPerTonne();
        if (hurdle != null) {
            add(
                    Dimension.HURDLE,
                    "actors." + actor.id() + ".hurdle",
                    new Scale(hurdle, hurdle - DEAREST, step(), true, "EUR/t"));
        }
    }

    /** What whoever has a hurdle asks for beyond it where it does not trust the other. */
    private void trust() {
        Trust trust = pair.lab().exchange().trust();
        if (trust != null && isHurdleAsked()) {
            double premium = trust.premiumEurosPerTonne();
            add(Dimension.TRUST_PREMIUM, "exchange.trust.premium", new Scale(premium, 0, step(), true, "EUR/t"));
        }
    }

    /** Higher ones; the optimum for the lab does not count them, who has a hurdle does. */
    private void subsidies() {
        if (pair.lab().exchange().rule() == Exchange.Rule.OPTIMAL && !isHurdleAsked()) {
            return;
        }
        for (Interventions.Subsidy subsidy : pair.lab().policy().interventions().subsidies()) {
            if (pair.isWithin(subsidy.scope())) {
                rise(Dimension.SUBSIDY, "policy.subsidies." + subsidy.id() + ".pays", subsidy.eurosPerTonne(), "EUR/t");
            }
        }
    }

    private boolean isHurdleAsked() {
        return pair.receiver().hurdleEurosPerTonne() != null || pair.donor().hurdleEurosPerTonne() != null;
    }

    private void policy() {
        Policy policy = pair.lab().policy();
        rise(Dimension.LANDFILL_TAX, "policy.landfill-tax", policy.landfillTaxEurosPerTonne(), "EUR/t");
        if (isWorthAsked()) {
            rise(Dimension.CARBON_PRICE, "policy.carbon-price", policy.carbonPriceEurosPerTonne(), "EUR/tCO2e");
        }
    }

    /** Whether it is asked what material is worth to the receiver. */
    private boolean isWorthAsked() {
        return pair.lab().exchange().rule() == Exchange.Rule.OPTIMAL
                || pair.receiver().hurdleEurosPerTonne() != null;
    }

    private void rise(Dimension dimension, String path, Timed price, String unit) {
        add(dimension, path, new Scale(least(price), least(price) + DEAREST, step(), true, unit));
    }

    /** By how much a price may be too high, in euros a tonne. */
    private double step() {
        return Double.isFinite(pair.margin()) && pair.margin() > 0 ? pair.margin() : FIRST_STEP;
    }

    private void add(Dimension dimension, String path, Scale scale) {
        levers.add(Lever.ofNumbers(dimension, path, scale));
    }

    static double least(Timed dated) {
        return dated.steps().stream().mapToDouble(Timed.Step::value).min().orElse(0);
    }

    static double most(Timed dated) {
        return dated.steps().stream().mapToDouble(Timed.Step::value).max().orElse(0);
    }
}
