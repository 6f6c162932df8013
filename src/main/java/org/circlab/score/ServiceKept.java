package org.circlab.score;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is left of the service of an exchange in an outage and until it has recovered, under the same random numbers: mass that
 * actors hand to one another for use, with the outage, over the same without it.
 *
 * @param months of the window, with and without the outage, means over the replications
 * @param last the last month over which service is counted: the one before the first from which on every month is within
 *     {@value #NEARLY} of undisturbed service, so that what is caught up on counts too; never before the outage ends
 * @param kept the share of service that is kept from the month in which the outage begins to {@code last}; NaN where there is
 *     none to keep. What is caught up on may make it more than 1
 * @param back the first month from which on service is back at 95 % in every month of the window; null where it never is
 * @param monthsToRecover whole months from the one after the end of the outage to {@code back}; -1 where it never is
 * @param hit actors whose exchange suffers, but for the one that is out, by id
 */
public record ServiceKept(
        List<Month> months,
        YearMonth last,
        Estimate kept,
        @Nullable YearMonth back,
        int monthsToRecover,
        List<Hit> hit) {

    /** By how much service may differ and still be as it was; and by how much more an actor must lose to be hit. */
    public static final double NEARLY = 0.05;

    /** In the place of the index of an actor, where none is out. */
    public static final int NOBODY = -1;

    private static final double GRAMS_PER_TONNE = 1e6;

    /**
     * A month.
     *
     * @param month which
     * @param undisturbedTonnes handed on without the outage
     * @param tonnes handed on with it
     */
    public record Month(YearMonth month, double undisturbedTonnes, double tonnes) {}

    /**
     * An actor that receives, or gives, more than {@value #NEARLY} less from the month in which the outage begins to the last.
     *
     * @param party its index in the chart of accounts
     * @param lost the share that it loses of what it receives or gives, whichever is more
     * @param step how many exchanges away from the actor that is out, over actors that are hit too; 0 where no such chain leads
     *     there, as with who only bids for the same
     */
    public record Hit(int party, double lost, int step) {}

    /**
     * When who is out.
     *
     * @param party its index in the chart of accounts, or {@link #NOBODY}
     * @param begins the month in which the outage begins, or the first of the window
     * @param ends the month of its last day
     */
    public record Outage(int party, YearMonth begins, YearMonth ends) {}

    public ServiceKept {
        months = List.copyOf(months);
        hit = List.copyOf(hit);
    }

    /**
     * What is kept.
     *
     * @param undisturbed replications without the outage, at least one
     * @param disturbed the same replications with it
     * @param outage when who is out
     */
    public static ServiceKept of(List<Deliveries> undisturbed, List<Deliveries> disturbed, Outage outage) {
        List<Month> months = new ArrayList<>();
        for (YearMonth month : undisturbed.get(0).months()) {
            months.add(new Month(
                    month, mean(undisturbed, each -> each.total(month)), mean(disturbed, each -> each.total(month))));
        }
        List<Month> since = months.stream()
                .filter(month -> !month.month().isBefore(outage.begins()))
                .toList();
        YearMonth settled = after(since, outage, ServiceKept::isOff).orElse(null);
        YearMonth end = months.get(months.size() - 1).month();
        YearMonth last = settled == null ? end : settled.minusMonths(1);
        last = last.isBefore(outage.ends()) ? min(outage.ends(), end) : last;
        YearMonth back = after(since, outage, ServiceKept::isShort).orElse(null);
        int wait = back == null
                ? -1
                : (int) Math.max(0, ChronoUnit.MONTHS.between(outage.ends().plusMonths(1), back));
        Span span = new Span(outage.begins(), last);
        return new ServiceKept(
                months,
                last,
                kept(undisturbed, disturbed, span),
                back,
                wait,
                hit(undisturbed, disturbed, outage, span));
    }

    /** How many exchanges away from the actor that is out the furthest is that is hit; 0 where nobody else is. */
    public int depth() {
        return hit.stream().mapToInt(Hit::step).max().orElse(0);
    }

    private record Span(YearMonth first, YearMonth last) {

        long sum(List<YearMonth> months, ToLongFunction<YearMonth> grams) {
            return months.stream()
                    .filter(month -> !month.isBefore(first) && !month.isAfter(last))
                    .mapToLong(grams)
                    .sum();
        }
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private static double mean(List<Deliveries> replications, ToLongFunction<Deliveries> grams) {
        return replications.stream().mapToLong(grams).sum() / GRAMS_PER_TONNE / replications.size();
    }

    private static boolean isShort(Month month) {
        return month.tonnes() < (1 - NEARLY) * month.undisturbedTonnes();
    }

    private static boolean isOff(Month month) {
        return isShort(month) || month.tonnes() > (1 + NEARLY) * month.undisturbedTonnes();
    }

    /** The month after the last of which something holds, the first of all where it holds of none. */
    private static Optional<YearMonth> after(List<Month> since, Outage outage, Predicate<Month> holds) {
        YearMonth next = outage.begins();
        for (Month month : since) {
            if (holds.test(month)) {
                next = month.month().plusMonths(1);
            }
        }
        YearMonth end = since.isEmpty() ? next : since.get(since.size() - 1).month();
        return next.isAfter(end) ? Optional.empty() : Optional.of(next);
    }

    private static Estimate kept(List<Deliveries> undisturbed, List<Deliveries> disturbed, Span span) {
        double[] shares = new double[undisturbed.size()];
        for (int k = 0; k < shares.length; k++) {
            Deliveries without = undisturbed.get(k);
            Deliveries with = disturbed.get(k);
            double whole = (double) span.sum(without.months(), without::total);
            shares[k] = whole == 0 ? Double.NaN : span.sum(with.months(), with::total) / whole;
        }
        return Estimate.of(shares);
    }

    private static List<Hit> hit(List<Deliveries> undisturbed, List<Deliveries> disturbed, Outage outage, Span span) {
        Map<Integer, Double> lost = new TreeMap<>();
        for (int party = 0; party < undisturbed.get(0).parties(); party++) {
            int each = party;
            double in = lost(undisturbed, disturbed, one -> span.sum(one.months(), month -> one.received(month, each)));
            double out = lost(undisturbed, disturbed, one -> span.sum(one.months(), month -> one.given(month, each)));
            if (party != outage.party() && Math.max(in, out) > NEARLY) {
                lost.put(party, Math.max(in, out));
            }
        }
        Map<Integer, Integer> steps = steps(undisturbed, outage.party(), lost);
        return lost.entrySet().stream()
                .map(each -> new Hit(each.getKey(), each.getValue(), steps.getOrDefault(each.getKey(), 0)))
                .toList();
    }

    private static double lost(
            List<Deliveries> undisturbed, List<Deliveries> disturbed, ToLongFunction<Deliveries> grams) {
        double before = (double) undisturbed.stream().mapToLong(grams).sum();
        return before == 0 ? 0 : 1 - disturbed.stream().mapToLong(grams).sum() / before;
    }

    /** How many exchanges away each is that can be reached over those who lose. */
    private static Map<Integer, Integer> steps(List<Deliveries> undisturbed, int out, Map<Integer, Double> lost) {
        Map<Integer, Integer> steps = new TreeMap<>(Map.of(out, 0));
        Deque<Integer> next = new ArrayDeque<>(List.of(out));
        while (!next.isEmpty()) {
            int party = next.remove();
            int step = steps.getOrDefault(party, 0) + 1;
            undisturbed.stream()
                    .flatMap(each -> each.partners(party).stream())
                    .filter(partner -> lost.containsKey(partner) && !steps.containsKey(partner))
                    .distinct()
                    .toList()
                    .forEach(partner -> {
                        steps.put(partner, step);
                        next.add(partner);
                    });
        }
        return steps;
    }
}
