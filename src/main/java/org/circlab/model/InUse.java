package org.circlab.model;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;

/**
 * Products in use at an actor, or in a region that it serves: what is put on the market year by year becomes waste at the end of
 * its life, cohort by cohort, as dynamic material flow analysis has it.
 *
 * <p>Cohorts are as in the open dynamic material systems model ODYM (Pauliuk and Heeren, J. Ind. Ecol. 24:446-458, 2020): of
 * what is put on the market in year c, {@code survival(t - c)} is in use at the end of year t, and what is in use no more left
 * during that year. So nothing leaves in its own year but what a normal law puts below 0.
 *
 * @param firstYear the calendar year of the first figure
 * @param putOnMarket tonnes put on the market in each year from the first on, without gaps; at least one, none below 0
 * @param growth by which part what is put on the market grows in each year after the last figure, above -1
 * @param stockTonnes what is in use before the first year, at least 0; of the ages that a thousand years of equal sales leave
 * @param lifetime how long products are used
 */
public record InUse(int firstYear, List<Double> putOnMarket, double growth, double stockTonnes, Lifetime lifetime) {

    private static final int MOST_AGE = 1000;

    public InUse {
        putOnMarket = List.copyOf(putOnMarket);
        if (putOnMarket.isEmpty()) {
            throw new IllegalArgumentException("no year says what is put on the market; it needs at least one");
        }
        for (int i = 0; i < putOnMarket.size(); i++) {
            Bounds.atLeast(0.0, "what is put on the market in " + (firstYear + i), putOnMarket.get(i));
        }
        Bounds.finite("growth of what is put on the market", growth);
        if (!(growth > -1)) {
            throw new IllegalArgumentException("growth of what is put on the market is " + growth
                    + " a year; it must be above -1, since no less than nothing is left. Maybe it is in %?");
        }
        Bounds.atLeast(0.0, "stock in use before " + firstYear, stockTonnes);
    }

    /**
     * What happens in a calendar year; put on the market = end of life + change of the stock.
     *
     * @param year the calendar year
     * @param putOnMarketTonnes what begins its use
     * @param endOfLifeTonnes what ends it and becomes waste
     * @param stockTonnes what is in use when the year ends
     */
    public record Account(int year, double putOnMarketTonnes, double endOfLifeTonnes, double stockTonnes) {}

    /** Every year from the first to {@code last}; none if that is earlier. */
    public List<Account> through(int last) {
        int years = Math.max(0, last - firstYear + 1);
        double[] survival = survival(years);
        double[] earlier = earlier(years);
        double[] put = new double[years];
        List<Account> accounts = new ArrayList<>(years);
        for (int t = 0; t < years; t++) {
            put[t] = putOnMarket(t);
            double stock = earlier[t + 1];
            double ended = earlier[t] - earlier[t + 1] + put[t] * (1 - survival[0]);
            for (int c = 0; c <= t; c++) {
                stock += put[c] * survival[t - c];
                ended += c == t ? 0 : put[c] * (survival[t - c - 1] - survival[t - c]);
            }
            accounts.add(new Account(firstYear + t, put[t], ended, stock));
        }
        return accounts;
    }

    /** The shares in use by age, rid of what rounding makes rise. */
    private double[] survival(int years) {
        double[] survival = new double[years + 1];
        double least = 1;
        for (int age = 0; age <= years; age++) {
            least = Math.min(least, lifetime.survival(age));
            survival[age] = least;
        }
        return survival;
    }

    /** What is left of the stock in use before the first year, at the beginning of each year. */
    private double[] earlier(int years) {
        double[] left = new double[years + 1];
        if (stockTonnes == 0) {
            return left;
        }
        double[] older = new double[MOST_AGE + 1];
        for (int age = MOST_AGE - 1; age >= 0; age--) {
            older[age] = older[age + 1] + lifetime.survival(age);
        }
        for (int t = 0; t <= years; t++) {
            left[t] = stockTonnes * older[Math.min(t, MOST_AGE)] / older[0];
        }
        return left;
    }

    private double putOnMarket(int index) {
        int known = Math.min(index, putOnMarket.size() - 1);
        return putOnMarket.get(known) * StrictMath.pow(1 + growth, index - known);
    }

    /** Tonnes a year of 365.25 d that become waste, by calendar year over a run, so that each year brings its end of life. */
    public Timed arising(Horizon horizon) {
        int first = horizon.warmUpStart().getYear();
        int last = horizon.end().minusDays(1).getYear();
        List<Account> accounts = through(last);
        List<Timed.Step> steps = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            double tonnes =
                    year < firstYear ? 0 : accounts.get(year - firstYear).endOfLifeTonnes();
            double days = Year.of(year).length();
            steps.add(new Timed.Step(LocalDate.of(year, 1, 1), tonnes * Horizon.DAYS_PER_YEAR / days));
        }
        return new Timed(steps);
    }
}
