package org.circlab.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.circlab.experiment.Outcome;
import org.circlab.experiment.Plan;
import org.circlab.experiment.Sinks;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Chart;
import org.circlab.ledger.FactListener;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.MonthSink;
import org.circlab.model.Lab;
import org.circlab.network.ExchangeNetwork;
import org.circlab.report.page.ReportPage;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.ComplianceClock;
import org.circlab.score.Estimate;
import org.circlab.score.MaterialNetwork;
import org.circlab.score.Replications;
import org.circlab.score.Score;
import org.circlab.score.TargetClock;
import org.circlab.score.Values;
import org.circlab.simulation.Relations;
import org.circlab.simulation.Unmatched;
import org.jspecify.annotations.Nullable;

/**
 * The files of one result: a set for the variant and, in the folder {@code baseline}, the same set for business as usual,
 * which compared with itself differs by 0. The report on both is beside those of the variant.
 */
public final class ResultFiles implements Sinks {

    private static final String VARIANT = "variant";
    private static final String BASELINE = "baseline";

    /** Writes one table. */
    @FunctionalInterface
    private interface Table {
        void writeTo(Appendable to) throws IOException;
    }

    /** The tables of one lab that are written while it runs. */
    private record Running(
            Path folder,
            FlowParts flows,
            @Nullable LedgerParts ledger,
            SortedMap<Integer, Unmatched> unmatched,
            SortedMap<Integer, Relations> relations) {

        static Running in(Path folder, Lab lab, Chart chart, boolean ledger) {
            LedgerParts facts = ledger ? new LedgerParts(folder, lab.horizon(), chart) : null;
            return new Running(
                    folder,
                    new FlowParts(folder, lab, chart),
                    facts,
                    Collections.synchronizedSortedMap(new TreeMap<>()),
                    Collections.synchronizedSortedMap(new TreeMap<>()));
        }

        @Nullable
        FactListener facts(int replication, LongSupplier now) {
            return ledger == null ? null : ledger.of(replication, now);
        }

        void join() throws IOException {
            flows.join(folder.resolve("flows.csv"));
            if (ledger != null) {
                ledger.join(folder.resolve("ledger.csv"));
            }
        }
    }

    private final Running variant;
    private final Running baseline;
    private final Watching watching;

    private ResultFiles(Running variant, Running baseline, Watching watching) {
        this.variant = variant;
        this.baseline = baseline;
        this.watching = watching;
    }

    /**
     * Gets ready to write the files of a run.
     *
     * @param folder an empty folder
     * @param plan what will run
     * @param ledger whether every fact is written too
     * @param charts the chart of accounts that the flows of a lab refer to
     * @throws IOException if folders cannot be made
     */
    public static ResultFiles in(Path folder, Plan plan, boolean ledger, Function<Lab, Chart> charts)
            throws IOException {
        Path beside = Files.createDirectories(folder.resolve(BASELINE));
        return new ResultFiles(
                Running.in(folder, plan.lab(), charts.apply(plan.lab()), ledger),
                Running.in(beside, plan.baseline(), charts.apply(plan.baseline()), ledger),
                new Watching(plan, charts));
    }

    @Override
    public FlowSink variant(int replication) {
        return variant.flows().of(replication);
    }

    @Override
    public FlowSink baseline(int replication) {
        return baseline.flows().of(replication);
    }

    @Override
    public @Nullable FactListener variantFacts(int replication, LongSupplier now) {
        return variant.facts(replication, now);
    }

    @Override
    public @Nullable FactListener baselineFacts(int replication, LongSupplier now) {
        return baseline.facts(replication, now);
    }

    @Override
    public MonthSink variantMonths(int replication) {
        return watching.variantMonths(replication);
    }

    @Override
    public MonthSink baselineMonths(int replication) {
        return watching.baselineMonths(replication);
    }

    @Override
    public void variantUnmatched(int replication, Unmatched unmatched) {
        watching.variantUnmatched(replication, unmatched);
        variant.unmatched().put(replication, unmatched);
    }

    @Override
    public void baselineUnmatched(int replication, Unmatched unmatched) {
        baseline.unmatched().put(replication, unmatched);
    }

    @Override
    public void variantRelations(int replication, Relations relations) {
        variant.relations().put(replication, relations);
    }

    @Override
    public void baselineRelations(int replication, Relations relations) {
        baseline.relations().put(replication, relations);
    }

    /**
     * Writes every file, after the run has handed over all its flows.
     *
     * @throws IOException if writing fails
     */
    public void write(ScoredRun run) throws IOException {
        Outcome outcome = run.outcome();
        String id = run.scenario().variant();
        Path folder = variant.folder();
        List<Compared> indicators = outcome.scorecard().indicators();
        List<ActorResult> actors = outcome.scorecard().actors();

        Files.writeString(folder.resolve("scenario.yaml"), run.scenario().text());
        variant.join();
        table(folder, "indicators.csv", to -> ResultTables.indicators(to, id, indicators));
        table(folder, "actors.csv", to -> ResultTables.actors(to, actors));
        List<Values> values = outcome.scorecard().values();
        List<MaterialNetwork> networks = MaterialNetwork.of(
                new Replications(outcome.plan().lab(), outcome.variant()),
                new Replications(outcome.plan().baseline(), outcome.baseline()));
        table(folder, "replications.csv", to -> ResultTables.replications(to, values));
        table(folder, "networks.csv", to -> ResultTables.networks(to, networks));
        targets(folder, outcome.plan().lab(), outcome.variant());
        accounts(folder, outcome.variant());
        unmatched(variant, outcome.plan().lab());
        inUse(folder, outcome.plan().lab());
        relations(variant, outcome.plan().lab());
        Watched seen = watching.seen();
        table(folder, "months.csv", to -> MonthTable.write(to, seen.variant()));

        table(folder, "report.html", to -> to.append(ReportPage.of(run, seen, remedies(folder, run))));

        Path beside = baseline.folder();
        List<Compared> unscored = indicators.stream()
                .filter(each -> !each.measure().group().equals(Score.GROUP))
                .toList();
        List<ActorResult> actorsBeside = actors.stream()
                .map(actor -> new ActorResult(actor.actor(), actor.name(), withItself(actor.lines())))
                .toList();
        Files.writeString(beside.resolve("scenario.yaml"), run.scenario().baselineText());
        baseline.join();
        table(beside, "indicators.csv", to -> ResultTables.indicators(to, BASELINE, withItself(unscored)));
        table(beside, "actors.csv", to -> ResultTables.actors(to, actorsBeside));
        table(
                beside,
                "replications.csv",
                to -> ResultTables.replications(
                        to,
                        values.stream()
                                .map(each -> new Values(each.measure(), each.baseline(), each.baseline()))
                                .toList()));
        table(
                beside,
                "networks.csv",
                to -> ResultTables.networks(
                        to,
                        networks.stream()
                                .map(each -> new MaterialNetwork(each.material(), withItself(each.indices())))
                                .toList()));
        targets(beside, outcome.plan().baseline(), outcome.baseline());
        accounts(beside, outcome.baseline());
        unmatched(baseline, outcome.plan().baseline());
        inUse(beside, outcome.plan().baseline());
        relations(baseline, outcome.plan().baseline());
        table(beside, "months.csv", to -> MonthTable.write(to, seen.baseline()));

        Files.writeString(beside.resolve(ResultFolder.MARK), RunJson.of(run, BASELINE));
        Files.writeString(folder.resolve(ResultFolder.MARK), RunJson.of(run, VARIANT));
    }

    private static void targets(Path folder, Lab lab, List<Accounts> replications) throws IOException {
        List<TargetClock> clocks = ComplianceClock.of(new Replications(lab, replications));
        table(folder, "targets.csv", to -> TargetTable.write(to, clocks));
    }

    /** What {@code explain} has found for the same run and has put beside this result. */
    private static List<Remedy> remedies(Path folder, ScoredRun run) throws IOException {
        Path beside = folder.resolveSibling(ExplainFiles.folderOf(run.scenario().variant()));
        return Remedy.in(beside, run.scenario().hash(), run.outcome().plan().seed());
    }

    private static void accounts(Path folder, List<Accounts> replications) throws IOException {
        table(folder, "payments.csv", to -> ResultTables.payments(to, replications));
        table(folder, "stocks.csv", to -> ResultTables.stocks(to, replications));
        if (replications.stream().anyMatch(each -> !each.contents().isEmpty())) {
            table(folder, "substances.csv", to -> ResultTables.substances(to, replications));
        }
    }

    private static void unmatched(Running side, Lab lab) throws IOException {
        List<Unmatched> replications = List.copyOf(side.unmatched().values());
        table(side.folder(), "unmatched.csv", to -> UnmatchedTable.write(to, ExchangeNetwork.of(lab), replications));
    }

    private static void inUse(Path folder, Lab lab) throws IOException {
        if (InUseTable.isOf(lab)) {
            table(folder, "in-use.csv", to -> InUseTable.write(to, lab));
        }
    }

    /** Only where there is something to tell, so that other labs have no empty tables. */
    private static void relations(Running side, Lab lab) throws IOException {
        if (RelationTables.canBreak(lab)) {
            table(side.folder(), "breaches.csv", to -> RelationTables.breaches(to, lab, side.relations()));
        }
        if (lab.exchange().trust() != null) {
            table(side.folder(), "trust.csv", to -> RelationTables.trust(to, lab, side.relations()));
        }
    }

    private static void table(Path folder, String name, Table table) throws IOException {
        try (Writer to = Files.newBufferedWriter(folder.resolve(name))) {
            table.writeTo(to);
        }
    }

    private static List<Compared> withItself(List<Compared> lines) {
        return lines.stream().map(ResultFiles::withItself).toList();
    }

    private static Compared withItself(Compared compared) {
        Estimate usual = compared.baseline();
        Estimate none = new Estimate(
                zeroLike(usual.mean()), zeroLike(usual.low95()), zeroLike(usual.high95()), usual.replications());
        return new Compared(compared.measure(), usual, usual, none);
    }

    private static double zeroLike(double value) {
        return Double.isFinite(value) ? 0 : Double.NaN;
    }
}
