package org.circlab.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * Reported flows and the balanced set nearest to them, by weighted least squares. Every place that flows enter and leave keeps
 * its balance of mass, all materials together; places that flows only enter or only leave, and {@link #BOUNDARY}, do not. Several
 * reports of the same flow, by its id, are made equal. A share of what enters a place is a report too, and is changed with the flows:
 * the equations are linearised about the solution, so standard deviations and residuals are those of a first approximation.
 *
 * @param flows in the order of the reports
 * @param shares in the order of the reports that have one
 * @param places those that keep their balance, in the order of their names
 * @param degrees degrees of freedom: the independent balances that measured flows have to fulfil
 * @param chiSquared the sum of squared changes, each by its standard deviation
 * @param probability that reports with these uncertainties contradict each other at least as much; NaN without degrees of freedom
 * @param gap by how much the worst balance or share is missed still, since flows and shares that must not change contradict each other; else 0
 */
public record Reconciliation(
        List<Balanced> flows,
        List<Divided> shares,
        List<Place> places,
        int degrees,
        double chiSquared,
        double probability,
        double gap) {

    /** Places beyond the system, which never keep a balance. */
    public static final Set<String> BOUNDARY = Set.of("outside", "stock", "air", "water");

    /** The probability with which reports that are right contain one that is called doubtful. */
    public static final double FALSE_ALARM = 0.05;

    private static final double NOTHING = 1e-9;

    /** What could be said of a flow. */
    public enum Status {
        /** Reported, and checked by a balance with others. */
        CHECKED,
        /** Reported, and by nothing else to be checked. */
        UNCHECKED,
        /** Not reported, but what the others leave. */
        COMPUTED,
        /** Neither reported nor to be computed from what is. */
        UNKNOWN
    }

    /**
     * A flow after balancing.
     *
     * @param report what was reported
     * @param status what could be said of it
     * @param value the balanced value; NaN if unknown. Below 0 if mass would have to flow the other way
     * @param sd its standard deviation; NaN if unknown
     * @param residual the change by its own standard deviation, of a normal law if the reports are right; NaN where nothing checks
     *     the flow or it must not change
     * @param byOthers what the other flows say it is, this report left out; NaN where they cannot
     * @param doubtful whether the residual is beyond what chance makes in one of twenty sets of reports
     */
    public record Balanced(
            ReportedFlow report,
            Status status,
            double value,
            double sd,
            double residual,
            double byOthers,
            boolean doubtful) {

        /** How much was added to the report; NaN where there is none. */
        public double change() {
            return value - report.value();
        }
    }

    /**
     * The share that a flow has of what enters its place, after balancing.
     *
     * @param report what was reported
     * @param value the balanced share; below 0 or above 1 where the flows say so
     * @param sd its standard deviation
     * @param residual as of a flow; NaN where nothing checks the share or it must not change
     * @param doubtful as of a flow
     */
    public record Divided(ReportedFlow report, double value, double sd, double residual, boolean doubtful) {}

    /**
     * A place that keeps its balance.
     *
     * @param name as flows name it
     * @param surplus what enters minus what leaves, by the first report of each flow; NaN where one is not measured
     */
    public record Place(String name, double surplus) {}

    public Reconciliation {
        flows = List.copyOf(flows);
        shares = List.copyOf(shares);
        places = List.copyOf(places);
    }

    /**
     * Balances reports.
     *
     * @param reports at least one; those of one id are of one flow
     * @param open further places that need not keep a balance, such as a landfill that fills
     */
    public static Reconciliation of(List<ReportedFlow> reports, Set<String> open) {
        List<String> names = places(reports, open);
        long different = reports.stream().map(ReportedFlow::id).distinct().count();
        boolean divided = reports.stream().anyMatch(each -> each.share().isPresent());
        if (names.isEmpty() && different == reports.size() && !divided) {
            List<Balanced> asTheyAre =
                    reports.stream().map(Reconciliation::asItIs).toList();
            return new Reconciliation(asTheyAre, List.of(), List.of(), 0, 0, Double.NaN, 0);
        }
        Equations equations = new Equations(reports, names);
        LeastSquares fit = equations.fit();
        List<Place> places = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            places.add(new Place(names.get(row), equations.surplus(row)));
        }
        double largest = reports.stream()
                .filter(ReportedFlow::isMeasured)
                .mapToDouble(ReportedFlow::value)
                .filter(value -> value > 0)
                .max()
                .orElse(1);
        double probability =
                fit.degrees() == 0 ? Double.NaN : Gamma.regularizedGammaQ(fit.degrees() / 2.0, fit.squares() / 2);
        return judged(new Reconciliation(
                balanced(reports, fit),
                divided(reports, equations),
                places,
                fit.degrees(),
                fit.squares(),
                probability,
                equations.gap() > NOTHING * largest ? equations.gap() : 0));
    }

    private static List<String> places(List<ReportedFlow> reports, Set<String> open) {
        Set<String> entered = new TreeSet<>();
        Set<String> left = new TreeSet<>();
        reports.forEach(flow -> {
            entered.add(flow.to());
            left.add(flow.from());
        });
        entered.retainAll(left);
        entered.removeAll(BOUNDARY);
        entered.removeAll(open);
        return List.copyOf(entered);
    }

    private static Balanced asItIs(ReportedFlow report) {
        Status status = report.isMeasured() ? Status.UNCHECKED : Status.UNKNOWN;
        return new Balanced(report, status, report.value(), report.sd(), Double.NaN, Double.NaN, false);
    }

    private static List<Balanced> balanced(List<ReportedFlow> reports, LeastSquares fit) {
        List<Balanced> flows = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            flows.add(balanced(reports.get(i), fit, i));
        }
        return flows;
    }

    private static Balanced balanced(ReportedFlow report, LeastSquares fit, int index) {
        double value = fit.value(index);
        double sd = fit.deviation(index);
        if (!report.isMeasured()) {
            Status status = Double.isNaN(value) ? Status.UNKNOWN : Status.COMPUTED;
            return new Balanced(report, status, value, sd, Double.NaN, Double.NaN, false);
        }
        if (!fit.isChecked(index)) {
            return asItIs(report);
        }
        double variance = report.sd() * report.sd();
        double ofChange = variance - sd * sd;
        boolean free = ofChange > NOTHING * variance;
        double change = value - report.value();
        return new Balanced(
                report,
                Status.CHECKED,
                value,
                sd,
                free ? change / Math.sqrt(ofChange) : Double.NaN,
                free ? report.value() + change * variance / ofChange : Double.NaN,
                false);
    }

    private static List<Divided> divided(List<ReportedFlow> reports, Equations equations) {
        LeastSquares fit = equations.fit();
        List<Divided> shares = new ArrayList<>();
        int[] withShare = equations.withShare();
        for (int k = 0; k < withShare.length; k++) {
            ReportedFlow report = reports.get(withShare[k]);
            int index = equations.share(k);
            ReportedFlow.Share share = report.share().orElseThrow();
            double variance = share.sd() * share.sd();
            double ofChange = variance - fit.deviation(index) * fit.deviation(index);
            boolean free = fit.isChecked(index) && ofChange > NOTHING * variance;
            shares.add(new Divided(
                    report,
                    fit.value(index),
                    fit.deviation(index),
                    free ? (fit.value(index) - share.value()) / Math.sqrt(ofChange) : Double.NaN,
                    false));
        }
        return shares;
    }

    /** Calls doubtful what is beyond what chance makes of as many residuals as there are. */
    private static Reconciliation judged(Reconciliation result) {
        long tests = DoubleStream.concat(
                        result.flows.stream().mapToDouble(Balanced::residual),
                        result.shares.stream().mapToDouble(Divided::residual))
                .filter(residual -> !Double.isNaN(residual))
                .count();
        double single = -StrictMath.expm1(StrictMath.log1p(-FALSE_ALARM) / Math.max(1, tests));
        double most = new NormalDistribution().inverseCumulativeProbability(1 - single / 2);
        return new Reconciliation(
                result.flows.stream().map(flow -> judged(flow, most)).toList(),
                result.shares.stream().map(share -> judged(share, most)).toList(),
                result.places,
                result.degrees,
                result.chiSquared,
                result.probability,
                result.gap);
    }

    private static Balanced judged(Balanced flow, double most) {
        return new Balanced(
                flow.report(),
                flow.status(),
                flow.value(),
                flow.sd(),
                flow.residual(),
                flow.byOthers(),
                Math.abs(flow.residual()) > most);
    }

    private static Divided judged(Divided share, double most) {
        return new Divided(
                share.report(), share.value(), share.sd(), share.residual(), Math.abs(share.residual()) > most);
    }
}
