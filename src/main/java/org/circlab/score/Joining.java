package org.circlab.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.circlab.model.Actor;

/**
 * Who of those that deal with one another in an exchange gains by it, and what they would have to pay one another for everybody
 * to gain: the space of cooperation (D. M. Yazan and L. Fraccascia, Sustainable operations of industrial symbiosis, International
 * Journal of Production Research 58, 2020, online 2019). Whoever does not deal in it, the state among them, is no member: nobody
 * asks it to join, and it pays nobody.
 *
 * @param members by id
 * @param surplus what the members gain together, in EUR/yr
 */
public record Joining(List<Member> members, Estimate surplus) {

    /**
     * A member.
     *
     * @param actor its id
     * @param name for people
     * @param gain what its books gain against the baseline, in EUR/yr, from paired differences
     * @param transfer what it gets beside that so that everybody gains, in EUR/yr; negative where it pays, 0 for all where
     *     everybody gains anyhow or no transfer helps
     */
    public record Member(String actor, String name, Estimate gain, double transfer) {

        /** What it gains with the transfer, in EUR/yr. */
        public double gainAfter() {
            return gain.mean() + transfer;
        }
    }

    /** Whether transfers are needed, and whether they help. */
    public enum Answer {
        /** Everybody gains, or there is nobody. */
        ALL_GAIN,
        /** Some lose, but with the transfers everybody gains. */
        TRANSFER,
        /** Together they gain nothing; whoever is paid, somebody loses. */
        NONE
    }

    public Joining {
        members = List.copyOf(members);
    }

    /**
     * Who gains. The transfers balance: each member that does not gain gets what it loses and, on top, an equal share of the
     * surplus (one n-th for n members); those who gain bear that in proportion to what they gain.
     *
     * @param variant replications with the exchange
     * @param baseline the same replications without it
     * @param members ids of those who deal in it
     */
    public static Joining of(Replications variant, Replications baseline, Collection<String> members) {
        List<ProfitAndLoss> with = variant.profitAndLoss();
        List<ProfitAndLoss> without = baseline.profitAndLoss();
        int net = ProfitAndLoss.LINES.size() - 1;
        double[] together = new double[variant.size()];
        List<String> ids = List.copyOf(new TreeSet<>(members));
        List<Estimate> gains = new ArrayList<>();
        for (String id : ids) {
            double[] gain = variant.euros(with, id, net);
            double[] before = baseline.euros(without, id, net);
            for (int k = 0; k < gain.length; k++) {
                gain[k] -= before[k];
                together[k] += gain[k];
            }
            gains.add(Estimate.of(gain));
        }
        Estimate surplus = Estimate.of(together);
        double[] transfers =
                transfers(gains.stream().mapToDouble(Estimate::mean).toArray());
        Map<String, String> names = new HashMap<>();
        variant.lab().actors().forEach((Actor actor) -> names.put(actor.id(), actor.name()));
        List<Member> list = new ArrayList<>();
        for (int i = 0; i < transfers.length; i++) {
            list.add(new Member(ids.get(i), names.getOrDefault(ids.get(i), ids.get(i)), gains.get(i), transfers[i]));
        }
        return new Joining(list, surplus);
    }

    /** What each gets, by the rule of {@link #of}. */
    private static double[] transfers(double[] gains) {
        double surplus = Arrays.stream(gains).sum();
        double won = Arrays.stream(gains).filter(gain -> gain > 0).sum();
        double paid = 0;
        double[] transfers = new double[gains.length];
        if (surplus <= 0) {
            return transfers;
        }
        for (int i = 0; i < gains.length; i++) {
            if (gains[i] <= 0) {
                transfers[i] = surplus / gains.length - gains[i];
                paid += transfers[i];
            }
        }
        for (int i = 0; i < gains.length; i++) {
            if (gains[i] > 0) {
                transfers[i] = 0 - paid * gains[i] / won;
            }
        }
        return transfers;
    }

    /** Whether transfers are needed, and whether they help. */
    public Answer answer() {
        if (members.stream().allMatch(member -> member.gain().mean() > 0)) {
            return Answer.ALL_GAIN;
        }
        return surplus.mean() > 0 ? Answer.TRANSFER : Answer.NONE;
    }

    /** What is missing for everybody to be as well off as without the exchange, in EUR/yr; 0 where nothing is. */
    public double missing() {
        return Math.max(0, -surplus.mean());
    }
}
