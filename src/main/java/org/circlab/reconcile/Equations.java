package org.circlab.reconcile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What reported flows have to fulfil, as rows over one column for each report: places keep their balance, reports of one flow are
 * equal. A share t of all that enters a place, S, makes a flow f = t S, which is no linear equation. So S and t get columns too, and
 * the row is f = t' S + S' t - t' S' about a point (t', S') that moves to each solution until it stays, as STAN does (Cencic 2016);
 * the last column is 1 and stands for what is constant.
 */
final class Equations {

    private static final int MOST_ROUNDS = 100;
    private static final double STAYS = 1e-11;

    private final List<ReportedFlow> reports;
    private final List<String> divided;
    private final int[] withShare;
    private final int firstShare;
    private final RealMatrix rows;
    private final double[] values;
    private final double[] deviations;

    private final double[] shares;
    private final double[] entering;
    private LeastSquares fit;

    /**
     * @param reports at least one
     * @param balanced places that keep their balance
     */
    Equations(List<ReportedFlow> reports, List<String> balanced) {
        this.reports = reports;
        int[] all = IntStream.range(0, reports.size()).toArray();
        this.withShare = Arrays.stream(all)
                .filter(i -> reports.get(i).share().isPresent())
                .toArray();
        Set<String> places = new TreeSet<>();
        Arrays.stream(withShare).forEach(i -> places.add(reports.get(i).from()));
        this.divided = List.copyOf(places);
        this.firstShare = all.length + divided.size();
        int columns = firstShare + withShare.length + (divided.isEmpty() ? 0 : 1);
        this.values = new double[columns];
        this.deviations = new double[columns];
        report();
        this.rows =
                MatrixUtils.createRealMatrix(balanced.size() + repeats() + divided.size() + withShare.length, columns);
        balance(balanced);
        this.shares = Arrays.copyOfRange(values, firstShare, firstShare + withShare.length);
        this.entering = divided.stream().mapToDouble(this::entering).toArray();
        this.fit = solve();
    }

    private void report() {
        for (int i = 0; i < reports.size(); i++) {
            values[i] = reports.get(i).value();
            deviations[i] = reports.get(i).sd();
        }
        Arrays.fill(values, reports.size(), values.length, 1);
        Arrays.fill(values, reports.size(), firstShare, Double.NaN);
        Arrays.fill(deviations, reports.size(), firstShare, Double.NaN);
        for (int k = 0; k < withShare.length; k++) {
            ReportedFlow.Share share = reports.get(withShare[k]).share().orElseThrow();
            values[firstShare + k] = share.value();
            deviations[firstShare + k] = share.sd();
        }
    }

    private int repeats() {
        return reports.size()
                - (int) reports.stream().map(ReportedFlow::id).distinct().count();
    }

    /** The rows that never change: balances, repeated reports, and what enters where shares are known. */
    private void balance(List<String> balanced) {
        Map<String, Integer> firsts = new HashMap<>();
        int again = balanced.size();
        int sum = balanced.size() + repeats();
        for (int i = 0; i < reports.size(); i++) {
            ReportedFlow report = reports.get(i);
            Integer first = firsts.putIfAbsent(report.id(), i);
            if (first == null) {
                set(balanced.indexOf(report.to()), i, 1);
                set(balanced.indexOf(report.from()), i, -1);
                int place = divided.indexOf(report.to());
                set(place < 0 ? place : sum + place, i, 1);
            } else {
                rows.setEntry(again, first, 1);
                rows.setEntry(again++, i, -1);
            }
        }
        for (int place = 0; place < divided.size(); place++) {
            rows.setEntry(sum + place, reports.size() + place, -1);
        }
    }

    private void set(int row, int column, double sign) {
        if (row >= 0) {
            rows.setEntry(row, column, sign);
        }
    }

    /** A first guess of what enters a place: the sum of reports, or else the largest report of all. */
    private double entering(String place) {
        Set<String> seen = new TreeSet<>();
        double sum = reports.stream()
                .filter(flow -> flow.to().equals(place) && seen.add(flow.id()))
                .mapToDouble(ReportedFlow::value)
                .sum();
        return Double.isNaN(sum)
                ? reports.stream()
                        .mapToDouble(ReportedFlow::value)
                        .filter(value -> value > 0)
                        .max()
                        .orElse(1)
                : sum;
    }

    private LeastSquares solve() {
        for (int round = 1; ; round++) {
            linearise();
            LeastSquares solution = new LeastSquares(rows, values, deviations);
            if (move(solution) <= STAYS || round == MOST_ROUNDS) {
                return solution;
            }
        }
    }

    private void linearise() {
        int row = rows.getRowDimension() - withShare.length;
        for (int k = 0; k < withShare.length; k++, row++) {
            int place = divided.indexOf(reports.get(withShare[k]).from());
            rows.setEntry(row, first(withShare[k]), 1);
            rows.setEntry(row, reports.size() + place, -shares[k]);
            rows.setEntry(row, firstShare + k, -entering[place]);
            rows.setEntry(row, values.length - 1, shares[k] * entering[place]);
        }
    }

    /** The column of the first report of the same flow. */
    private int first(int index) {
        int first = 0;
        while (!reports.get(first).id().equals(reports.get(index).id())) {
            first++;
        }
        return first;
    }

    /** Moves the point to a solution and tells the largest step, as a part of what it was. */
    private double move(LeastSquares solution) {
        double largest = 0;
        for (int k = 0; k < shares.length; k++) {
            double next = solution.value(firstShare + k);
            largest = Math.max(largest, Math.abs(next - shares[k]));
            shares[k] = next;
        }
        for (int place = 0; place < entering.length; place++) {
            double next = solution.value(reports.size() + place);
            if (!Double.isNaN(next)) {
                largest = Math.max(largest, Math.abs(next - entering[place]) / Math.max(1, Math.abs(entering[place])));
                entering[place] = next;
            }
        }
        return largest;
    }

    /** The solution: a value for each report, then for what enters each divided place, then for each share. */
    LeastSquares fit() {
        return fit;
    }

    /** The reports that have shares, by their index. */
    int[] withShare() {
        return withShare.clone();
    }

    /** Where in the solution the share of the k-th report that has one stands. */
    int share(int k) {
        return firstShare + k;
    }

    /** By how much the worst equation is missed still: where what must not change contradicts itself. */
    double gap() {
        double worst = fit.gap();
        for (int k = 0; k < withShare.length; k++) {
            int place = divided.indexOf(reports.get(withShare[k]).from());
            double missing = fit.value(first(withShare[k])) - shares[k] * fit.value(reports.size() + place);
            worst = Double.isNaN(missing) ? worst : Math.max(worst, Math.abs(missing));
        }
        return worst;
    }

    /** What enters a place minus what leaves it, by first reports; other flows count for nothing, measured or not. */
    double surplus(int place) {
        double sum = 0;
        for (int i = 0; i < reports.size(); i++) {
            double sign = rows.getEntry(place, i);
            sum += sign == 0 ? 0 : sign * values[i];
        }
        return sum;
    }
}
