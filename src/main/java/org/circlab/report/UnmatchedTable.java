package org.circlab.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.circlab.model.Exchange;
import org.circlab.model.Interventions;
import org.circlab.model.Need;
import org.circlab.network.Barrier;
import org.circlab.network.ExchangeNetwork;
import org.circlab.network.Gate;
import org.circlab.network.Inlet;
import org.circlab.network.Outlet;
import org.circlab.simulation.Unmatched;
import org.jspecify.annotations.Nullable;

/**
 * {@code unmatched.csv}: what nobody took, and what needs bought as virgin material, by reason; means over replications. First
 * what is offered, then what is needed, each by actor, material, reason from the first gate to the last, and nearest match.
 */
public final class UnmatchedTable {

    private static final String NO_OFFER = "no-offer";
    private static final double GRAMS_PER_TONNE = 1e6;

    private final ExchangeNetwork network;
    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    /**
     * A row, with ids of actors and materials and masses over the window.
     *
     * @param needed whether it is about a need and not about an offer
     * @param gate what was closed; null for a need to which nobody offered
     * @param tonnes that nobody took, or that were bought as virgin material
     * @param waitingTonnes that still wait at the end
     * @param match who came nearest, empty where nobody did
     * @param change what is missing, in words
     */
    public record Row(
            boolean needed,
            String actor,
            String material,
            @Nullable Gate gate,
            double tonnes,
            double waitingTonnes,
            String match,
            String change) {}

    /**
     * What a row is about; outlets of one actor that give the same material are not told apart.
     *
     * @param gate what was closed; null for a need to which nobody offered
     * @param match the inlet that an offer could have gone to, or the actor that a need could have drawn from, or {@link
     *     Unmatched#NONE}
     */
    private record Key(
            boolean needed,
            String actor,
            String material,
            @Nullable Gate gate,
            int match) {

        int order() {
            return gate == null ? Gate.values().length : gate.ordinal();
        }
    }

    /** Grams over all replications, and one of the ways on which they met a gate. */
    private static final class Sum {
        private final int outlet;
        private final int inlet;
        private double grams;
        private double waitingGrams;
        private double marginGrams;

        Sum(int outlet, int inlet) {
            this.outlet = outlet;
            this.inlet = inlet;
        }
    }

    private UnmatchedTable(ExchangeNetwork network) {
        this.network = network;
    }

    /**
     * The rows, means over replications.
     *
     * @param network of the lab that ran
     * @param replications what became of the offers of each
     */
    public static List<Row> rows(ExchangeNetwork network, List<Unmatched> replications) {
        UnmatchedTable table = new UnmatchedTable(network);
        replications.forEach(table::add);
        return table.rows(Math.max(1, replications.size()));
    }

    /**
     * Writes the table.
     *
     * @param network of the lab that ran
     * @param replications what became of the offers of each
     * @throws IOException if {@code to} fails
     */
    public static void write(Appendable to, ExchangeNetwork network, List<Unmatched> replications) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("side", "actor", "material", "reason", "mass_t", "waiting_t", "nearest_match", "change_needed");
        for (Row row : rows(network, replications)) {
            rows.text(row.needed() ? "need" : "offer")
                    .text(row.actor())
                    .text(row.material())
                    .text(row.gate() == null ? NO_OFFER : row.gate().word())
                    .value(row.tonnes())
                    .value(row.waitingTonnes())
                    .text(row.match())
                    .text(row.change())
                    .end();
        }
    }

    private void add(Unmatched run) {
        for (Unmatched.Rest rest : run.rests()) {
            Outlet outlet = network.outlets().get(rest.outlet());
            Key key = new Key(false, actor(outlet.actor()), material(outlet), rest.gate(), rest.inlet());
            Sum sum = sums.computeIfAbsent(key, any -> new Sum(rest.outlet(), rest.inlet()));
            sum.grams += rest.leftGrams();
            sum.waitingGrams += rest.waitingGrams();
            sum.marginGrams += rest.margin() * (rest.leftGrams() + rest.waitingGrams());
        }
        for (Unmatched.Lack lack : run.lacks()) {
            Inlet inlet = network.inlets().get(lack.inlet());
            Need need = inlet.need();
            String name = need == null ? "" : need.id();
            int donor = lack.outlet() == Unmatched.NONE
                    ? Unmatched.NONE
                    : network.outlets().get(lack.outlet()).actor();
            Key key = new Key(true, actor(inlet.actor()), name, lack.gate(), donor);
            sums.computeIfAbsent(key, any -> new Sum(lack.outlet(), lack.inlet())).grams += lack.grams();
        }
    }

    private List<Row> rows(int replications) {
        List<Map.Entry<Key, Sum>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(Map.Entry.comparingByKey(Comparator.comparing(Key::needed)
                .thenComparing(Key::actor)
                .thenComparing(Key::material)
                .thenComparing(Key::order)
                .thenComparing(Key::match)));
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Key, Sum> entry : sorted) {
            Key key = entry.getKey();
            Sum sum = entry.getValue();
            rows.add(new Row(
                    key.needed(),
                    key.actor(),
                    key.material(),
                    key.gate(),
                    sum.grams / replications / GRAMS_PER_TONNE,
                    sum.waitingGrams / replications / GRAMS_PER_TONNE,
                    match(key),
                    change(key, sum)));
        }
        return List.copyOf(rows);
    }

    private String match(Key key) {
        if (key.match() == Unmatched.NONE) {
            return "";
        }
        if (key.needed()) {
            return actor(key.match());
        }
        Inlet inlet = network.inlets().get(key.match());
        String part = inlet.line() != null
                ? inlet.line().id()
                : inlet.need() != null
                        ? inlet.need().id()
                        : inlet.site() != null ? inlet.site().id() : "";
        return actor(inlet.actor()) + "." + part;
    }

    /** What is missing, in words. */
    private String change(Key key, Sum sum) {
        Gate gate = key.gate();
        if (gate == null) {
            return key.match() == Unmatched.NONE ? "somebody who has what it accepts" : "more of what it accepts";
        }
        double margin = sum.marginGrams / (sum.grams + sum.waitingGrams);
        boolean measured = !key.needed();
        return switch (gate) {
            case CONTRACT -> "less of it under the contract";
            case MATERIAL -> "somebody who takes it";
            case PERMIT, HAZARDOUS, STATUS, DISTANCE -> barrier(sum);
            case COMPOSITION ->
                measured ? "to be nearer to a limit by " + Decimals.of(100 * margin) + " % of it" : "what is purer";
            case BORDER -> barrier(sum).isEmpty() ? "the notification to be over" : barrier(sum);
            case BAN -> bans(sum);
            case PRICE -> measured ? Decimals.of(margin) + priced() : "a lower price";
            case TRUST -> measured ? "trust worth " + Decimals.of(margin) + " EUR/t more" : "more trust";
            case EXPIRY -> "to keep " + Decimals.of(margin) + " h longer";
            case CAPACITY -> measured ? "more room" : "room for what is on offer";
            case OUTBID -> "room beside what others brought";
        };
    }

    /** The bans that forbid a way. */
    private String bans(Sum sum) {
        String names = "";
        if (sum.outlet != Unmatched.NONE && sum.inlet != Unmatched.NONE) {
            Inlet inlet = network.inlets().get(sum.inlet);
            String material = material(network.outlets().get(sum.outlet));
            names = network.lab().policy().interventions().bans().stream()
                    .filter(ban -> ban.scope().covers(inlet.operation(), material, actor(inlet.actor())))
                    .map(Interventions.Ban::id)
                    .collect(Collectors.joining(", "));
        }
        return names.isEmpty() ? "a ban to end" : "the ban '" + names + "' to end";
    }

    /** What the margin of a price is a margin of. */
    private String priced() {
        Exchange exchange = network.lab().exchange();
        if (exchange.rule() != Exchange.Rule.OPTIMAL) {
            return " EUR/t less to pay";
        }
        return exchange.objective().equals(Exchange.Objective.NET_COST)
                ? " EUR/t less net cost of the lab"
                : " a tonne less in the objective";
    }

    private String barrier(Sum sum) {
        Outlet outlet = network.outlets().get(sum.outlet);
        return network.barrier(outlet, network.inlets().get(sum.inlet))
                .map(Barrier::words)
                .orElse("");
    }

    private String actor(int index) {
        return network.lab().actors().get(index).id();
    }

    private String material(Outlet outlet) {
        return network.lab().materials().get(outlet.material()).id();
    }
}
