package org.circlab.simulation;

import java.util.Arrays;
import java.util.BitSet;
import org.circlab.model.DisposalSite;
import org.circlab.model.Field;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Part;
import org.circlab.model.Recipe;
import org.circlab.network.Inlet;
import org.jspecify.annotations.Nullable;

/**
 * Who joins an exchange at the prices of the day: an actor with a hurdle only where its own books gain by more than that for
 * each tonne. A donor saves what it would pay where nobody takes the material, and pays haulage, fee and the carbon price of the way. A need saves virgin
 * material and gets the fee; a line gets the fee and what its outputs are worth at their market, less treatment and, without
 * haulage, the disposal of outputs that have none. Either side counts what the state pays it. What stays within one actor counts
 * with both sides together. Of a partner that it does not trust fully it asks for a premium beyond its hurdle.
 */
final class Willingness {

    private final CompiledLab lab;
    private final Downcycling downcycling;
    private final Fallback fallback;
    private final Reputation reputation;
    private final boolean asked;
    private @Nullable Sides now;

    Willingness(CompiledLab lab, Downcycling downcycling, Reputation reputation, Fallback fallback) {
        this.lab = lab;
        this.downcycling = downcycling;
        this.reputation = reputation;
        this.fallback = fallback;
        this.asked = lab.lab().actors().stream().anyMatch(actor -> actor.hurdleEurosPerTonne() != null);
    }

    /** The arcs of the exchange that a side would not use; null where no actor has a hurdle. */
    @Nullable
    BitSet closed(Prices prices) {
        if (!asked) {
            return null;
        }
        Sides sides = new Sides(prices);
        BitSet closed = new BitSet();
        for (int arc = 0; arc < lab.firstDisposalArc(); arc++) {
            closed.set(arc, !(sides.lacking(arc) < 0));
        }
        now = sides;
        return closed;
    }

    /** What other reasons close, and ways on which one side gains too little. */
    Reasons.Worth with(Reasons.Worth otherwise) {
        Sides sides = now;
        return sides == null ? otherwise : new Willing(sides, otherwise);
    }

    /** What both sides and other reasons ask. */
    private record Willing(Sides sides, Reasons.Worth otherwise) implements Reasons.Worth {

        @Override
        public double excess(int arc) {
            double lacking = sides.lacking(arc);
            double excess = otherwise.excess(arc);
            return lacking < 0 ? excess : Math.max(excess, Math.max(lacking, Double.MIN_VALUE));
        }

        @Override
        public boolean isForTrust(int arc) {
            return !(otherwise.excess(arc) > 0) && !(sides.lacking(arc) < 0) && sides.lackingAmongFriends(arc) < 0;
        }
    }

    /** What both sides of a way gain at the prices of a day. */
    private final class Sides {

        private final Prices prices;
        private final double[] saved = new double[lab.outlets()];

        Sides(Prices prices) {
            this.prices = prices;
            Arrays.setAll(saved, fallback::booksEurosPerTonne);
        }

        /** Euros a tonne that the side that is worse off lacks to its hurdle; below 0 where both join. */
        double lacking(int arc) {
            return lacking(arc, true);
        }

        /** The same if both trusted each other. */
        double lackingAmongFriends(int arc) {
            return lacking(arc, false);
        }

        private double lacking(int arc, boolean premium) {
            double fee = prices.feeEurosPerTonne(arc);
            double gives = saved[lab.arcOutlet(arc)]
                    - prices.haulageEurosPerTonne(arc)
                    - prices.donorCarbonEurosPerTonne(arc)
                    - fee
                    + prices.subsidyEurosPerTonne(arc, true);
            double takes = fee + worth(arc, prices) + prices.subsidyEurosPerTonne(arc, false);
            boolean inside = lab.isInside(arc);
            int donor = lab.outletActor(lab.arcOutlet(arc));
            int receiver = lab.inletParty(lab.arcInlet(arc));
            double asked = premium ? reputation.premium(donor, receiver) : 0;
            double askedBack = premium ? reputation.premium(receiver, donor) : 0;
            return Math.max(
                    lacks(donor, (inside ? gives + takes : gives) - asked),
                    lacks(receiver, (inside ? gives + takes : takes) - askedBack));
        }
    }

    private double lacks(int actor, double gain) {
        Double hurdle = lab.lab().actors().get(actor).hurdleEurosPerTonne();
        return hurdle == null ? Double.NEGATIVE_INFINITY : hurdle - gain;
    }

    /** What a tonne is worth to who takes it along an arc, the fee aside. */
    double worth(int arc, Prices prices) {
        int number = lab.arcInlet(arc);
        Inlet inlet = lab.network().inlets().get(number);
        Need need = inlet.need();
        Line line = inlet.line();
        if (need != null) {
            double ratio = ratio(need, lab.outletMaterial(lab.arcOutlet(arc))) * downcycling.left(arc);
            return ratio * virginPrice(need, number, prices);
        }
        if (line != null) {
            return worthProcessed(line, number, prices);
        }
        return inlet.site() == null ? 0 : -booksOf(inlet.site(), prices);
    }

    private double ratio(Need need, int material) {
        String id = lab.chart().materials().get(material);
        return need.accepts().stream()
                .filter(accepted -> accepted.material().equals(id))
                .mapToDouble(Need.Accepted::ratio)
                .findFirst()
                .orElse(0);
    }

    private double virginPrice(Need need, int inlet, Prices prices) {
        String actor = lab.chart().parties().get(lab.inletParty(inlet));
        Part part = new Part(Part.Kind.NEED, actor, need.id());
        return prices.value(Field.of(Field.Kind.VIRGIN_PRICE, part), need.virginPriceEurosPerTonne());
    }

    private double worthProcessed(Line line, int inlet, Prices prices) {
        Recipe recipe = line.recipe();
        double sum = -recipe.costEurosPerTonne() - prices.carbonEurosPerTonne(recipe.ghgKilogramsPerTonne());
        for (Recipe.Added added : recipe.adds()) {
            sum -= added.share() * added.priceEurosPerTonne();
        }
        int[] outlets = lab.network().outletsOf(lab.inletParty(inlet), line);
        for (int output = 0; output < outlets.length; output++) {
            double worth = worthOfOutput(outlets[output], prices);
            sum += recipe.outputs().get(output).share() * worth;
        }
        return sum / (1 - recipe.addedShare());
    }

    /** What an output brings at its market, or what its disposal costs where it stands. */
    private double worthOfOutput(int outlet, Prices prices) {
        if (lab.network().outlets().get(outlet).market() != null) {
            return -fallback.costEurosPerTonne(outlet);
        }
        int arc = fallback.disposalArc(outlet);
        if (arc == Fallback.NO_ARC) {
            return Double.NEGATIVE_INFINITY;
        }
        double toState = prices.taxEurosPerTonne(arc)
                + fallback.penaltyEurosPerTonne(arc)
                - prices.subsidyEurosPerTonne(arc, true);
        DisposalSite own = lab.isInside(arc)
                ? lab.network().inlets().get(lab.arcInlet(arc)).site()
                : null;
        double there = own == null
                ? prices.feeEurosPerTonne(arc) + prices.outsideCarbonEurosPerTonne(arc)
                : booksOf(own, prices) - prices.subsidyEurosPerTonne(arc, false);
        return -toState - there;
    }

    /** What a tonne costs who disposes of it. */
    private static double booksOf(DisposalSite site, Prices prices) {
        return site.costEurosPerTonne() + prices.carbonEurosPerTonne(site.ghgKilogramsPerTonne());
    }
}
