package org.circlab.report;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.circlab.experiment.search.Threshold;
import org.circlab.experiment.synergy.Assessment;
import org.circlab.experiment.synergy.BreakEven;
import org.circlab.experiment.synergy.Credit;
import org.circlab.experiment.synergy.Gain;
import org.circlab.experiment.synergy.Synergy;
import org.circlab.score.ActorResult;
import org.circlab.score.Estimate;
import org.circlab.score.Joining;
import org.jspecify.annotations.Nullable;

/** What was found about synergies, as tidy tables; money in EUR/yr, gains positive. */
final class SynergyTables {

    private SynergyTables() {}

    /** A row for every party: members of the exchange with their transfers, then the others. */
    static void members(Appendable to, Assessed assessed) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "actor",
                "name",
                "member",
                "gain_eur_per_yr",
                "gain_low95",
                "gain_high95",
                "transfer_eur_per_yr",
                "gain_after_eur_per_yr");
        Joining joining = assessed.assessment().joining();
        for (Joining.Member member : joining.members()) {
            estimate(rows.text(member.actor()).text(member.name()).text("yes"), member.gain())
                    .value(member.transfer())
                    .value(member.gainAfter())
                    .end();
        }
        Set<String> members =
                joining.members().stream().map(Joining.Member::actor).collect(Collectors.toSet());
        for (ActorResult other : assessed.run().outcome().scorecard().actors()) {
            if (!members.contains(other.actor())) {
                Estimate gain = other.net().difference();
                estimate(rows.text(other.actor()).text(other.name()).text("no"), gain)
                        .value(0)
                        .value(gain.mean())
                        .end();
            }
        }
    }

    /** A row for each synergy: what its two sides gain by it, at which prices both do, and how to go without it. */
    static void synergies(Appendable to, Assessment assessment) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "donor",
                "receiver",
                "material",
                "mass_t_per_yr",
                "donor_gain_eur_per_yr",
                "donor_gain_low95",
                "donor_gain_high95",
                "receiver_gain_eur_per_yr",
                "receiver_gain_low95",
                "receiver_gain_high95",
                "both_gain_above_eur_per_t",
                "both_gain_below_eur_per_t",
                "without_it_set");
        List<Synergy> all = assessment.realised().synergies();
        for (int i = 0; i < all.size(); i++) {
            Credit credit =
                    i < assessment.credits().size() ? assessment.credits().get(i) : null;
            begin(rows, all.get(i)).value(all.get(i).tonnesPerYear());
            estimate(rows, credit == null ? null : credit.donorGain());
            estimate(rows, credit == null ? null : credit.receiverGain());
            rows.value(credit == null || !credit.hasSpace() ? Double.NaN : credit.leastEurosPerTonne())
                    .value(credit == null || !credit.hasSpace() ? Double.NaN : credit.mostEurosPerTonne())
                    .text(String.join("; ", all.get(i).without()))
                    .end();
        }
    }

    /** A row for each synergy and kind of gain. */
    static void credit(Appendable to, Assessment assessment) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "donor",
                "receiver",
                "material",
                "gain",
                "indicator",
                "unit",
                "lost_without",
                "lost_low95",
                "lost_high95",
                "shapley",
                "shapley_low95",
                "shapley_high95");
        for (Credit credit : assessment.credits()) {
            for (Gain gain : Gain.values()) {
                begin(rows, credit.synergy())
                        .text(gain.id())
                        .text(gain.indicator())
                        .text(gain.unit());
                estimate(rows, credit.lost(gain));
                estimate(
                                rows,
                                credit.shapley() == null
                                        ? null
                                        : credit.shapley().get(gain.ordinal()))
                        .end();
            }
        }
    }

    /** A row for each synergy, value, criterion and direction; empty where nothing turns up to {@code tried_to}. */
    static void breakEven(Appendable to, Assessment assessment) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "donor",
                "receiver",
                "material",
                "what",
                "path",
                "now",
                "criterion",
                "is_so_now",
                "direction",
                "last_as_now",
                "first_otherwise",
                "tried_to");
        for (BreakEven each : assessment.breakEvens()) {
            for (BreakEven.Criterion criterion : BreakEven.Criterion.values()) {
                end(
                        begin(rows, each, criterion).text("below"),
                        each.of(criterion).below(),
                        each.lowest());
                end(
                        begin(rows, each, criterion).text("above"),
                        each.of(criterion).above(),
                        each.highest());
            }
        }
    }

    private static CsvRows begin(CsvRows rows, BreakEven each, BreakEven.Criterion criterion) throws IOException {
        boolean isSo = criterion == BreakEven.Criterion.TRADES || each.paysNow();
        return begin(rows, each.synergy())
                .text(each.kind().word())
                .text(each.path())
                .text(each.now())
                .text(criterion.word())
                .text(isSo ? "yes" : "no");
    }

    private static void end(CsvRows rows, @Nullable Threshold end, String furthest) throws IOException {
        rows.text(end == null ? "" : end.fails())
                .text(end == null ? "" : end.does())
                .text(furthest)
                .end();
    }

    private static CsvRows begin(CsvRows rows, Synergy synergy) throws IOException {
        return rows.text(synergy.donor()).text(synergy.receiver()).text(synergy.material());
    }

    private static CsvRows estimate(CsvRows rows, @Nullable Estimate estimate) throws IOException {
        return rows.value(estimate == null ? Double.NaN : estimate.mean())
                .value(estimate == null ? Double.NaN : estimate.low95())
                .value(estimate == null ? Double.NaN : estimate.high95());
    }
}
