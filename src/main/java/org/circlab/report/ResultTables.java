package org.circlab.report;

import java.io.IOException;
import java.util.List;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Accounts.Payment;
import org.circlab.ledger.Accounts.Stock;
import org.circlab.ledger.Flow;
import org.circlab.model.Operation;
import org.circlab.model.Substances;
import org.circlab.score.ActorResult;
import org.circlab.score.Compared;
import org.circlab.score.Estimate;
import org.circlab.score.MaterialNetwork;
import org.circlab.score.Values;

/** The tables of a result but the flows, each written to the {@code Appendable} it is given. */
public final class ResultTables {

    private static final double MILLIONTH = 1e-6;

    private ResultTables() {}

    /**
     * {@code indicators.csv}: a row for each indicator, in the order of the scorecard.
     *
     * @param variant id of the variant
     * @throws IOException if {@code to} fails
     */
    public static void indicators(Appendable to, String variant, List<Compared> indicators) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "indicator",
                "variant",
                "unit",
                "mean",
                "low95",
                "high95",
                "baseline",
                "difference",
                "difference_low95",
                "difference_high95");
        for (Compared compared : indicators) {
            rows.text(compared.measure().id())
                    .text(variant)
                    .text(compared.measure().unit());
            values(rows, compared);
        }
    }

    /**
     * {@code replications.csv}: a row for each replication and indicator, in that order; what the means and intervals rest on.
     *
     * @throws IOException if {@code to} fails
     */
    static void replications(Appendable to, List<Values> values) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("replication", "indicator", "unit", "value", "baseline");
        int replications = values.isEmpty() ? 0 : values.get(0).variant().size();
        for (int k = 0; k < replications; k++) {
            for (Values each : values) {
                rows.whole(k + 1L)
                        .text(each.measure().id())
                        .text(each.measure().unit())
                        .value(each.variant().get(k))
                        .value(each.baseline().get(k))
                        .end();
            }
        }
    }

    /**
     * {@code networks.csv}: a row for each material and index of the network that its flows make.
     *
     * @throws IOException if {@code to} fails
     */
    static void networks(Appendable to, List<MaterialNetwork> networks) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "material",
                "index",
                "unit",
                "mean",
                "low95",
                "high95",
                "baseline",
                "difference",
                "difference_low95",
                "difference_high95");
        for (MaterialNetwork network : networks) {
            for (Compared compared : network.indices()) {
                rows.text(network.material())
                        .text(compared.measure().id())
                        .text(compared.measure().unit());
                values(rows, compared);
            }
        }
    }

    /**
     * {@code actors.csv}: a row for each party and kind of payment, gains positive, and one for its net.
     *
     * @throws IOException if {@code to} fails
     */
    public static void actors(Appendable to, List<ActorResult> actors) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "actor",
                "name",
                "kind",
                "mean_eur_per_yr",
                "low95_eur_per_yr",
                "high95_eur_per_yr",
                "baseline_eur_per_yr",
                "difference_eur_per_yr",
                "difference_low95_eur_per_yr",
                "difference_high95_eur_per_yr");
        for (ActorResult actor : actors) {
            for (Compared line : actor.lines()) {
                rows.text(actor.actor()).text(actor.name()).text(line.measure().id());
                values(rows, line);
            }
        }
    }

    /**
     * {@code payments.csv}: a row for each replication, payer, payee and kind, in that order, over the whole window.
     *
     * @param replications from the first on
     * @throws IOException if {@code to} fails
     */
    static void payments(Appendable to, List<Accounts> replications) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("replication", "payer", "payee", "kind", "amount_eur");
        for (int k = 0; k < replications.size(); k++) {
            List<String> parties = replications.get(k).chart().parties();
            for (Payment payment : replications.get(k).payments()) {
                rows.whole(k + 1L)
                        .text(parties.get(payment.payer()))
                        .text(parties.get(payment.payee()))
                        .text(payment.kind().word())
                        .millionths(payment.micros())
                        .end();
            }
        }
    }

    /**
     * {@code stocks.csv}: a row for each replication, actor, material and place, in that order.
     *
     * @param replications from the first on
     * @throws IOException if {@code to} fails
     */
    static void stocks(Appendable to, List<Accounts> replications) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("replication", "actor", "material", "place", "opening_t", "closing_t");
        for (int k = 0; k < replications.size(); k++) {
            Accounts accounts = replications.get(k);
            for (Stock stock : accounts.stocks()) {
                rows.whole(k + 1L)
                        .text(accounts.chart().parties().get(stock.party()))
                        .text(accounts.chart().materials().get(stock.material()))
                        .text(stock.place().word())
                        .millionths(stock.openingGrams())
                        .millionths(stock.closingGrams())
                        .end();
            }
        }
    }

    /**
     * {@code substances.csv}: for each replication, what became of each substance, then what each route carried of it. Tonnes, but
     * gigajoules of the heating value.
     *
     * @param replications from the first on
     * @throws IOException if {@code to} fails
     */
    static void substances(Appendable to, List<Accounts> replications) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("replication", "substance", "way", "from", "to", "material", "operation", "amount", "unit");
        for (int k = 0; k < replications.size(); k++) {
            Accounts accounts = replications.get(k);
            for (Accounts.Content content : accounts.contents()) {
                rows.whole(k + 1L)
                        .text(content.substance())
                        .text(content.kind().word())
                        .text("")
                        .text("")
                        .text("")
                        .text("")
                        .value(content.grams() * MILLIONTH)
                        .text(unit(content.substance()))
                        .end();
            }
            for (Accounts.Carried carried : accounts.carried()) {
                Flow.Route route = carried.route();
                Operation operation = route.operation();
                rows.whole(k + 1L)
                        .text(carried.substance())
                        .text("carried")
                        .text(accounts.chart().parties().get(route.from()))
                        .text(accounts.chart().parties().get(route.to()))
                        .text(accounts.chart().materials().get(route.material()))
                        .text(operation == null ? "" : operation.code())
                        .value(carried.grams() * MILLIONTH)
                        .text(unit(carried.substance()))
                        .end();
            }
        }
    }

    private static String unit(String substance) {
        return substance.equals(Substances.HEATING_VALUE) ? "GJ" : "t";
    }

    private static void values(CsvRows rows, Compared compared) throws IOException {
        Estimate variant = compared.variant();
        Estimate difference = compared.difference();
        rows.value(variant.mean())
                .value(variant.low95())
                .value(variant.high95())
                .value(compared.baseline().mean())
                .value(difference.mean())
                .value(difference.low95())
                .value(difference.high95())
                .end();
    }
}
