package org.circlab.experiment.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FlowSink;
import org.circlab.model.Lab;
import org.circlab.scenario.Effective;
import org.circlab.scenario.Finding;
import org.circlab.scenario.ScenarioException;
import org.circlab.scenario.ScenarioFile;
import org.circlab.scenario.Severity;
import org.circlab.score.Replications;
import org.circlab.score.Scorecard;
import org.circlab.score.Values;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.Replication;

/**
 * Does tasks by simulating them. The labs of a point and variant are read and compiled once for tasks that follow each other,
 * whatever the number of threads.
 */
public final class Simulations implements Evaluator {

    private static final FlowSink STOPPABLE = (month, flows) -> {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the study was interrupted");
        }
    };

    private final Shipment shipment;
    private final ScenarioFile scenario;
    private final int threads;
    private final Map<Place, FutureTask<Labs>> labs = new LinkedHashMap<>();

    /**
     * An evaluator of the tasks of one shipment; the scenario is read once.
     *
     * @param threads how many evaluate at the same time; as many labs are kept, and one more
     * @throws ScenarioException if the shipment has no scenario
     */
    public Simulations(Shipment shipment, int threads) {
        this.shipment = shipment;
        this.threads = threads;
        this.scenario = ScenarioFile.read(shipment.scenario());
    }

    /** What a lab belongs to. */
    private record Place(int point, String variant, List<String> sets) {}

    /** The two labs of a place, or why there are none. */
    private record Labs(List<String> refused, List<CompiledLab> both) {}

    @Override
    public Answer evaluate(Task task) {
        Labs labs = labs(task);
        if (!labs.refused().isEmpty()) {
            return new Answer.Refused(labs.refused());
        }
        try {
            return values(labs.both().get(0), labs.both().get(1), task.replication());
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException failed) {
            return new Answer.Refused(List.of("replication " + task.replication() + " failed: " + reason(failed)));
        }
    }

    private Answer values(CompiledLab variant, CompiledLab baseline, int replication) {
        Accounts with = Replication.run(variant, shipment.seed(), replication, STOPPABLE);
        Accounts without = Replication.run(baseline, shipment.seed(), replication, STOPPABLE);
        Map<String, Values> read = new HashMap<>();
        Scorecard.of(new Replications(variant.lab(), List.of(with)), new Replications(baseline.lab(), List.of(without)))
                .values()
                .forEach(values -> read.put(values.measure().id(), values));
        List<Double> ofVariant = new ArrayList<>();
        List<Double> ofBaseline = new ArrayList<>();
        for (String id : shipment.indicators()) {
            Values values = read.get(id);
            ofVariant.add(values == null ? Double.NaN : values.variant().get(0));
            ofBaseline.add(values == null ? Double.NaN : values.baseline().get(0));
        }
        return new Answer.Values(ofVariant, ofBaseline);
    }

    private Labs labs(Task task) {
        Future<Labs> labs = made(new Place(task.point(), task.variant(), task.sets()));
        try {
            return labs.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the study was interrupted");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed);
        }
    }

    /** How many labs are kept at the moment. */
    int kept() {
        synchronized (labs) {
            return labs.size();
        }
    }

    /** The labs of a place, made by the first thread that asks for them. */
    private Future<Labs> made(Place place) {
        FutureTask<Labs> own = new FutureTask<>(() -> make(place));
        FutureTask<Labs> kept;
        synchronized (labs) {
            kept = labs.putIfAbsent(place, own);
            if (labs.size() > threads + 1) {
                labs.remove(labs.keySet().iterator().next());
            }
        }
        if (kept != null) {
            return kept;
        }
        own.run();
        return own;
    }

    private Labs make(Place place) {
        List<String> sets = new ArrayList<>(shipment.sets());
        sets.addAll(place.sets());
        try {
            Effective effective = scenario.effective(place.variant(), sets);
            Lab lab = effective.lab();
            Lab baseline = effective.baseline();
            if (!lab.horizon().equals(baseline.horizon())) {
                return new Labs(
                        List.of("the variant runs over " + lab.horizon() + ", the baseline over " + baseline.horizon()),
                        List.of());
            }
            return new Labs(List.of(), List.of(CompiledLab.of(lab), CompiledLab.of(baseline)));
        } catch (ScenarioException refused) {
            return new Labs(
                    refused.findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .map(Finding::toString)
                            .toList(),
                    List.of());
        } catch (RuntimeException failed) {
            return new Labs(List.of(reason(failed)), List.of());
        }
    }

    private static String reason(RuntimeException failed) {
        String message = failed.getMessage();
        return message == null ? failed.toString() : message;
    }
}
