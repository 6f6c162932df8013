package org.circlab.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.circlab.kernel.EventType;
import org.circlab.kernel.Kernel;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Flow;
import org.circlab.ledger.FlowSink;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Horizon;
import org.circlab.network.Distances;
import org.circlab.network.Inlet;
import org.circlab.simulation.CompiledLab;
import org.circlab.simulation.LabView;
import org.circlab.simulation.Observer;
import org.circlab.simulation.Replication;
import tools.jackson.databind.JsonNode;

/** The figures of the peer model, by its own names, read from a run by an observer and from the accounts. */
public final class SymbioFigures {

    private static final double DAY_MILLIS = Horizon.DAY_MILLIS;

    private final JsonNode parameters;
    private final CompiledLab lab;
    private final Accounts accounts;
    private final Watch watch;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /** Samples what is committed at recyclers once a day, and keeps the run in sight to its end. */
    private static final class Watch {
        private final Kernel kernel;
        private final LabView view;
        private final EventType monitor;
        private double stockDays;

        Watch(Kernel kernel, LabView view) {
            this.kernel = kernel;
            this.view = view;
            this.monitor = kernel.define("monitor", Observer.PRIORITY, (subject, payload) -> sample());
            monitor.at(Horizon.DAY_MILLIS, 0, 0);
        }

        private void sample() {
            stockDays += committedTonnes();
            monitor.after(Horizon.DAY_MILLIS, 0, 0);
        }

        double committedTonnes() {
            long grams = 0;
            for (int i = 0; i < view.lab().network().inlets().size(); i++) {
                Inlet inlet = view.lab().network().inlets().get(i);
                grams += inlet.line() != null ? view.committedGrams(i) : 0;
            }
            return grams * 1e-6;
        }

        double executed(String type) {
            return kernel.types().stream()
                    .filter(defined -> defined.name().equals(type))
                    .mapToLong(EventType::executed)
                    .sum();
        }
    }

    private SymbioFigures(SymbioNetwork network, CompiledLab lab, Accounts accounts, Watch watch) {
        this.parameters = network.parameters();
        this.lab = lab;
        this.accounts = accounts;
        this.watch = watch;
    }

    /** Runs one replication and tells the model's figures, in tonnes, euros, kilometres and days. */
    public static Map<String, Double> of(SymbioNetwork network, CompiledLab lab, long seed, int replication) {
        Watch[] watch = new Watch[1];
        Observer observer = (kernel, ledger, view) -> watch[0] = new Watch(kernel, view);
        Accounts accounts = Replication.run(lab, seed, replication, FlowSink.NONE, observer);
        return new SymbioFigures(network, lab, accounts, watch[0]).read();
    }

    private Map<String, Double> read() {
        double days = lab.lab().horizon().lengthMillis() / DAY_MILLIS;
        readEvents(days);
        readMass();
        readMoney();
        double generated = figure("generated");
        figures.put("recovery_rate", figure("product") / generated);
        figures.put("diversion_rate", figure("to_recycler") / generated);
        double kilograms = figure("tkm") * parameters.get("co2_kg_per_tkm").asDouble()
                + figure("landfilled") * parameters.get("co2_kg_per_t_landfill").asDouble()
                + figure("product") * parameters.get("co2_kg_per_t_product").asDouble();
        figures.put("co2_t", kilograms / 1000);
        return figures;
    }

    private double figure(String key) {
        return Objects.requireNonNull(figures.get(key), key);
    }

    private void readEvents(double days) {
        double batches = watch.executed("batch-arises");
        double arrivals = watch.executed("consignment-arrives");
        figures.put("batches", batches);
        figures.put("transits", arrivals);
        figures.put(
                "domain_events",
                batches
                        + arrivals
                        + watch.executed("truck-is-back")
                        + watch.executed("service-ends")
                        + watch.executed("monitor"));
        double waits = watch.view.fleetTrips();
        double waited = watch.view.truckWaitMillis() / DAY_MILLIS;
        figures.put("truck_waits", waits);
        figures.put("truck_wait", waited);
        figures.put("mean_truck_wait_d", waited / waits);
        figures.put("stock_days", watch.stockDays);
        figures.put("mean_stock_t", watch.stockDays / (days - 1));
    }

    private void readMass() {
        double generated =
                accounts.arisings().stream().mapToLong(Accounts.Arisen::grams).sum() * 1e-6;
        double delivered = tonnes(Channel.EXCHANGE, false);
        double inService = accounts.stocks().stream()
                        .filter(stock -> stock.place() == StockPlace.INLET || stock.place() == StockPlace.PROCESS)
                        .mapToLong(Accounts.Stock::closingGrams)
                        .sum()
                * 1e-6;
        double processed = delivered - inService;
        double committed = watch.committedTonnes();
        double product = tonnes(Channel.MARKET, false);
        double direct = tonnes(Channel.DISPOSAL, false);
        double residue = tonnes(Channel.DISPOSAL, true);
        double residueOnRoad = residueStock(StockPlace.ROAD);
        figures.put("generated", generated);
        figures.put("to_recycler", processed + committed);
        figures.put("to_landfill_direct", generated - processed - committed);
        figures.put("delivered", delivered);
        figures.put("landfilled_direct", direct);
        figures.put("processed", processed);
        figures.put("product", product);
        figures.put("residue_made", processed - product);
        figures.put("residue_shipped", residue + residueOnRoad);
        figures.put("residue_landfilled", residue);
        figures.put("landfilled", direct + residue);
        figures.put("waiting_or_on_road_to_landfill", generated - processed - committed - direct);
        figures.put("committed_recyclers", committed);
        figures.put("residue_piles", residueStock(StockPlace.WAITING));
        figures.put("residue_on_road", residueOnRoad);
        double tonneKilometres = 0;
        double truckKilometres = 0;
        Distances distances = new Distances(lab.lab());
        for (Flow flow : accounts.flows()) {
            tonneKilometres += flow.tonneKilometres();
            if (flow.trips() > 0) {
                double kilometres = distances.kilometres(
                        lab.lab().haulage().truck(),
                        flow.route().from(),
                        flow.route().to());
                truckKilometres += 2 * kilometres * flow.trips();
            }
        }
        figures.put("tkm", tonneKilometres);
        figures.put("truck_km", truckKilometres);
    }

    private void readMoney() {
        double transport = euros(PaymentKind.HAULAGE, Channel.EXCHANGE, Channel.DISPOSAL);
        double gateFees = euros(PaymentKind.GATE_FEE, Channel.EXCHANGE);
        double landfillFees = euros(PaymentKind.GATE_FEE, Channel.DISPOSAL);
        figures.put("transport_cost", transport);
        figures.put("gate_fees", gateFees);
        figures.put("landfill_fees", landfillFees);
        figures.put("product_value", euros(PaymentKind.SALES, Channel.MARKET));
        figures.put("net_cost", transport + gateFees + landfillFees);
    }

    private double tonnes(Channel channel, boolean residue) {
        return accounts.flows().stream()
                        .filter(flow -> flow.route().channel() == channel)
                        .filter(flow -> isResidue(flow.route().material()) == residue)
                        .mapToLong(Flow::grams)
                        .sum()
                * 1e-6;
    }

    private double residueStock(StockPlace place) {
        return accounts.stocks().stream()
                        .filter(stock -> stock.place() == place && isResidue(stock.material()))
                        .mapToLong(Accounts.Stock::closingGrams)
                        .sum()
                * 1e-6;
    }

    private boolean isResidue(int material) {
        return accounts.chart().materials().get(material).equals("residue");
    }

    private double euros(PaymentKind kind, Channel... channels) {
        long micros = 0;
        for (Flow flow : accounts.flows()) {
            for (Channel channel : channels) {
                micros += flow.route().channel() == channel ? flow.cost(kind) : 0;
            }
        }
        return micros * 1e-6;
    }
}
