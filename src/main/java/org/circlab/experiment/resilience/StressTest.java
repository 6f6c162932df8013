package org.circlab.experiment.resilience;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.circlab.experiment.Labs;
import org.circlab.experiment.Parallel;
import org.circlab.experiment.Progress;
import org.circlab.experiment.Repeat;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioException;
import org.circlab.score.Deliveries;
import org.circlab.score.Estimate;
import org.circlab.score.ServiceKept;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Observer;
import org.circlab.simulation.SimulationException;

/** Removes actors and lets outages happen. Start reading here. */
public final class StressTest {

    private static final double GRAMS_PER_TONNE = 1e6;

    private final Labs labs;
    private final Question question;
    private final Repeat repeat;

    private StressTest(Labs labs, Question question) {
        this.labs = labs;
        this.question = question;
        this.repeat = new Repeat(question.seed());
    }

    /**
     * Runs the lab as it is, without each actor, and with and without each outage.
     *
     * @param progress hears of each lab that is done, after the first
     * @throws ScenarioException if the lab cannot have an outage, or be without it
     * @throws SimulationException if a lab with an outage does not run to its end
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted, which it stays
     */
    public static Resilience of(Labs labs, Question question, Progress progress) {
        return new StressTest(labs, question).run(progress);
    }

    /** Runs the lab as it is, and with and without each outage of the question; throws as {@link #of}. */
    public static List<Endured> outages(Labs labs, Question question, Progress progress) {
        StressTest test = new StressTest(labs, question);
        Sample undisturbed = test.sample(List.of());
        return Parallel.all(test.outages(undisturbed), question.threads(), progress);
    }

    private List<Callable<Endured>> outages(Sample undisturbed) {
        return question.outages().stream()
                .<Callable<Endured>>map(outage -> () -> endured(undisturbed, outage))
                .toList();
    }

    /** The replications of one lab. */
    private record Sample(CompiledLab lab, List<Accounts> accounts, List<Deliveries> deliveries) {

        double exchanged(int replication) {
            return accounts.get(replication).flows().stream()
                    .filter(flow -> flow.route().isSynergy())
                    .mapToLong(Flow::grams)
                    .sum();
        }
    }

    private Resilience run(Progress progress) {
        Sample undisturbed = sample(List.of());
        Map<String, Double> shares = shares(undisturbed);
        List<String> actors = question.without().isEmpty() ? List.copyOf(shares.keySet()) : question.without();
        List<Callable<Removal>> removals = actors.stream()
                .<Callable<Removal>>map(actor -> () -> removal(undisturbed, actor, shares.getOrDefault(actor, 0.0)))
                .toList();
        List<Callable<Endured>> outages = outages(undisturbed);
        int of = removals.size() + outages.size();
        List<Removal> removed =
                new ArrayList<>(Parallel.all(removals, question.threads(), (done, all) -> progress.done(done, of)));
        List<Endured> endured =
                Parallel.all(outages, question.threads(), (done, all) -> progress.done(removals.size() + done, of));
        removed.sort(Comparator.comparingDouble((Removal each) ->
                each.lost() == null ? Double.NEGATIVE_INFINITY : -each.lost().mean()));
        return new Resilience(undisturbed.lab().lab(), perYear(undisturbed), removed, endured);
    }

    private Estimate perYear(Sample sample) {
        double[] tonnes = new double[question.replications()];
        double years = sample.lab().lab().horizon().years();
        Arrays.setAll(tonnes, k -> sample.exchanged(k) / GRAMS_PER_TONNE / years);
        return Estimate.of(tonnes);
    }

    /** The share of all that is handed on that an actor gives or takes, of those that do. */
    private static Map<String, Double> shares(Sample sample) {
        Map<String, Double> grams = new TreeMap<>();
        double whole = 0;
        for (Accounts accounts : sample.accounts()) {
            for (Flow flow : accounts.flows()) {
                if (flow.route().isSynergy()) {
                    List<String> parties = accounts.chart().parties();
                    grams.merge(parties.get(flow.route().from()), (double) flow.grams(), Double::sum);
                    grams.merge(parties.get(flow.route().to()), (double) flow.grams(), Double::sum);
                    whole += flow.grams();
                }
            }
        }
        double all = whole;
        grams.replaceAll((actor, sum) -> sum / all);
        return grams;
    }

    private Removal removal(Sample undisturbed, String actor, double ownShare) {
        LocalDate begin = undisturbed.lab().lab().horizon().warmUpStart();
        try {
            Sample without = sample(
                    List.of("events.without-" + actor + "={ at: " + begin + ", close: [actors." + actor + "] }"));
            double[] lost = new double[question.replications()];
            Arrays.setAll(lost, k -> 1 - without.exchanged(k) / undisturbed.exchanged(k));
            return new Removal(actor, ownShare, Estimate.of(lost), "");
        } catch (ScenarioException | SimulationException impossible) {
            String why = impossible.getMessage();
            return new Removal(actor, ownShare, null, why == null ? "it cannot" : why);
        }
    }

    private Endured endured(Sample undisturbed, Outage outage) {
        Sample with = outage.with().isEmpty() ? undisturbed : sample(outage.with());
        Sample without = outage.without().isEmpty() ? undisturbed : sample(outage.without());
        Lab lab = undisturbed.lab().lab();
        LocalDate from =
                outage.from().isBefore(lab.horizon().start()) ? lab.horizon().start() : outage.from();
        int party = outage.actor().isEmpty()
                ? ServiceKept.NOBODY
                : undisturbed.lab().chart().parties().indexOf(outage.actor());
        ServiceKept.Outage closed = new ServiceKept.Outage(
                party, YearMonth.from(from), YearMonth.from(outage.until().minusDays(1)));
        return new Endured(outage, ServiceKept.of(without.deliveries(), with.deliveries(), closed));
    }

    private Sample sample(List<String> sets) {
        CompiledLab lab = CompiledLab.of(labs.with(sets));
        List<Accounts> accounts = new ArrayList<>();
        List<Deliveries> deliveries = new ArrayList<>();
        for (int k = 1; k <= question.replications(); k++) {
            Deliveries months = new Deliveries(lab.chart().parties().size());
            accounts.add(repeat.run(lab, k, months, Observer.NONE));
            deliveries.add(months);
        }
        return new Sample(lab, accounts, deliveries);
    }
}
