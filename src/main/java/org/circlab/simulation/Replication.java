package org.circlab.simulation;

import java.time.YearMonth;
import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.kernel.Streams;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.BooksException;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.Holdings;
import org.circlab.ledger.Ledger;
import org.circlab.model.Horizon;

/**
 * One run of a lab from the start of the warm-up to the end of the window. A pure function of the lab, the seed and the number
 * of the replication: the same three give the same books on any thread and any platform.
 */
public final class Replication implements LabView {

    private final Stage stage;
    private final Calendar calendar;
    private final ContractTurns contractTurns;
    private final Carriage carriage;
    private final Outbound outbound;
    private final Matching matching;
    private final Lines lines;
    private final Arisings arisings;
    private final Needs needs;
    private final Shocks shocks;
    private final Breaches breaches;

    private Replication(CompiledLab lab, Kernel kernel, Streams streams, Ledger ledger) {
        this.stage = Stage.of(lab, kernel, streams, ledger);
        this.calendar = new Calendar(stage);
        this.lines = new Lines(stage);
        this.carriage = new Carriage(stage, new Receiving(stage, lines));
        Contracts contracts = new Contracts(stage, carriage);
        Fallback fallback = new Fallback(stage, carriage, contracts);
        Stores stores = new Stores(stage, fallback);
        this.matching = new Matching(stage, carriage, contracts, fallback, stores);
        this.contractTurns = new ContractTurns(stage, contracts, matching, stores);
        this.outbound = new Outbound(stage, contracts, matching, stores, fallback);
        this.arisings = new Arisings(stage, outbound);
        this.needs = new Needs(stage);
        this.shocks = new Shocks(stage, new Closing(stage, matching, contracts), lines, arisings, calendar::reprice);
        BetterOffers betterOffers = new BetterOffers(stage, contracts, matching, fallback);
        this.breaches = new Breaches(stage, contracts, betterOffers, contractTurns);
        lines.connect(outbound);
        stores.listen(store -> lines.releaseBlocked());
        calendar.listen(prices -> {
            matching.step(prices);
            contractTurns.step();
        });
        calendar.listenToMonths(() -> {
            stage.reputation().monthBegins();
            matching.monthBegins();
            breaches.monthBegins();
        });
    }

    /**
     * Runs one replication.
     *
     * @param lab the lab
     * @param seed any number; runs with the same seed and replication share their random numbers
     * @param replication the number of the replication, from 1 on in experiments
     * @param months takes the flows of each month of the window
     * @return the closed accounts of the window
     * @throws SimulationException if the scenario leaves no way out
     * @throws BooksException if mass or money has been lost, which is a defect of the program
     */
    public static Accounts run(CompiledLab lab, long seed, int replication, FlowSink months) {
        return run(lab, seed, replication, months, Observer.NONE);
    }

    /** Runs one replication as {@link #run(CompiledLab, long, int, FlowSink)} does, watched by an observer. */
    public static Accounts run(CompiledLab lab, long seed, int replication, FlowSink months, Observer observer) {
        Horizon horizon = lab.lab().horizon();
        Kernel kernel = new Kernel(horizon.millisAt(horizon.warmUpStart()));
        Ledger ledger = new Ledger(lab.chart(), months);
        Replication run = new Replication(lab, kernel, new Streams(seed, replication), ledger);
        observer.attach(kernel, ledger, run);
        try {
            return run.complete(kernel, ledger, horizon);
        } catch (ArithmeticException e) {
            throw new SimulationException("the amounts of this scenario are too large to be booked: more than "
                    + Long.MAX_VALUE + " grams, micro-euros or milligrams. Maybe a unit is off by a thousand?");
        }
    }

    private Accounts complete(Kernel kernel, Ledger ledger, Horizon horizon) {
        calendar.start();
        contractTurns.start();
        breaches.start();
        shocks.start();
        lines.start();
        arisings.start();
        needs.start();
        matching.start();
        kernel.run(0);
        arisings.settle();
        contractTurns.settle();
        calendar.payCapital();
        ledger.openWindow(count());
        stage.offerBook().openWindow();
        stage.contents().openWindow(elsewhere());
        kernel.run(horizon.lengthMillis());
        arisings.settle();
        contractTurns.settle();
        calendar.payCapital();
        ledger.closeMonth(YearMonth.from(horizon.end().minusDays(1)));
        return stage.contents().close(ledger.close(count()), elsewhere(), ledger);
    }

    /** Amounts of properties of what is in no lot. */
    private double[] elsewhere() {
        double[] held = new double[stage.lab().substances().properties()];
        lines.addHeld(held);
        outbound.addHeld(held);
        return held;
    }

    @Override
    public Holdings holdings() {
        return count();
    }

    private Holdings count() {
        Holdings holdings = new Holdings();
        stage.lots().count(stage.lab(), holdings);
        outbound.count(holdings);
        return holdings;
    }

    @Override
    public CompiledLab lab() {
        return stage.lab();
    }

    @Override
    public String about(EventType type, int subject, long payload) {
        Topic topic = stage.topics().get(type);
        return topic == null ? "" : topic.of(subject, payload);
    }

    @Override
    public long committedGrams(int inlet) {
        return stage.room().committed(inlet);
    }

    @Override
    public long gatheredGrams(int outlet) {
        return outbound.gathered(outlet);
    }

    @Override
    public Unmatched unmatched() {
        return stage.offerBook().close();
    }

    @Override
    public Relations relations() {
        return new Relations(breaches.broken(), stage.reputation().close());
    }

    @Override
    public long truckWaitMillis() {
        return carriage.truckWaitMillis();
    }

    @Override
    public long fleetTrips() {
        return carriage.fleetTrips();
    }
}
