package org.circlab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A network of the peer model, written as a CircLab scenario: generators with two trucks each, recyclers with one line and a
 * finite store, landfills, whole lots matched on arrival by the cheapest rule.
 */
public final class SymbioNetwork {

    private final JsonNode network;

    private SymbioNetwork(JsonNode network) {
        this.network = network;
    }

    /** Reads the parameters of a network. */
    public static SymbioNetwork read(Path json) {
        return new SymbioNetwork(JsonMapper.shared().readTree(json.toFile()));
    }

    /** Converts a network: {@code SymbioNetwork NETWORK.json FOLDER [DAYS]} writes the scenario into the folder. */
    public static void main(String[] args) {
        SymbioNetwork read = read(Path.of(args[0]));
        long days = args.length > 2 ? Long.parseLong(args[2]) : read.horizonDays();
        System.out.println(read.write(Path.of(args[1]), days));
    }

    /** Days that the model simulates. */
    public long horizonDays() {
        return network.get("horizon_d").asLong();
    }

    JsonNode parameters() {
        return network;
    }

    /** Writes the scenario with its table of distances and reads it back as a lab that simulates {@code days}. */
    public Lab lab(Path folder, long days) {
        return ScenarioFile.read(write(folder, days)).effective(null, List.of()).lab();
    }

    /** The same lab with recorded batches instead of drawn ones: a CSV of generator, milliseconds and grams. */
    public static Lab replaying(Lab lab, Path arrivals) {
        Map<String, List<Arising.Batch>> recorded = new HashMap<>();
        for (List<String> row : rows(arrivals)) {
            recorded.computeIfAbsent(generator(Integer.parseInt(row.get(0))), id -> new ArrayList<>())
                    .add(new Arising.Batch(Long.parseLong(row.get(1)), Long.parseLong(row.get(2))));
        }
        List<Actor> actors = lab.actors().stream()
                .map(actor -> withRecord(actor, recorded.getOrDefault(actor.id(), List.of())))
                .toList();
        return new Lab(
                lab.id(),
                lab.name(),
                lab.region(),
                lab.horizon(),
                lab.materials(),
                actors,
                lab.contracts(),
                lab.haulage(),
                lab.distances(),
                lab.policy(),
                lab.exchange(),
                lab.substances(),
                lab.events(),
                lab.sources(),
                lab.indicators());
    }

    private static Actor withRecord(Actor actor, List<Arising.Batch> recorded) {
        List<Arising> generates = actor.generates().stream()
                .map(arising -> new Arising(
                        arising.material(),
                        arising.meanTonnesPerYear(),
                        arising.every(),
                        arising.continuous(),
                        arising.spread(),
                        arising.season(),
                        arising.hours(),
                        arising.shipsGrams(),
                        arising.whole(),
                        arising.disposal(),
                        arising.by(),
                        recorded,
                        arising.source()))
                .toList();
        return new Actor(
                actor.id(),
                actor.name(),
                actor.nace(),
                actor.place(),
                actor.permits(),
                actor.prefers(),
                generates,
                actor.stores(),
                actor.lines(),
                actor.needs(),
                actor.sites());
    }

    /** The rows of a CSV file without quotes, the header left out. */
    static List<List<String>> rows(Path csv) {
        try {
            return Files.readAllLines(csv).stream()
                    .skip(1)
                    .map(line -> List.of(line.split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code symbio-N.yaml} and its distances into a folder; names the scenario file. */
    public Path write(Path folder, long days) {
        String id = "symbio-" + network.get("n").asInt();
        Path scenario = folder.resolve(id + ".yaml");
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(scenario)) {
                out.write(yaml(id, days));
            }
            try (Writer out = Files.newBufferedWriter(folder.resolve(id + "-distances.csv"))) {
                writeDistances(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scenario;
    }

    private String yaml(String id, long days) {
        StringBuilder text = new StringBuilder(1 << 16);
        text.append("circlab: 1\nid: ")
                .append(id)
                .append("\nname: Peer model, ")
                .append(id);
        text.append("\nhorizon: { start: 2025-01-01, length: ").append(days).append(" d }\n");
        text.append("distances: ").append(id).append("-distances.csv\n");
        text.append("exchange: { rule: cheapest, on: arrival }\n");
        appendMaterials(text);
        appendHaulage(text);
        appendProcesses(text);
        text.append("actors:\n");
        network.get("generators").forEach(g -> appendGenerator(text, g));
        network.get("recyclers").forEach(r -> appendRecycler(text, r));
        network.get("landfills").forEach(l -> appendLandfill(text, l));
        return text.toString();
    }

    private void appendMaterials(StringBuilder text) {
        text.append("materials:\n  residue: {}\n");
        for (JsonNode stream : network.get("streams")) {
            text.append("  ").append(stream.asString()).append(": {}\n");
            text.append("  product-").append(stream.asString()).append(": {}\n");
        }
    }

    private void appendHaulage(StringBuilder text) {
        text.append("haulage:\n  truck: { payload: 25 t, cost: ")
                .append(plain("transport_cost_per_tkm", network))
                .append(" EUR/tkm, speed: ")
                .append(plain("truck_km_per_d", network))
                .append(" km/d, detour: 1 }\n  fleets:\n");
        for (JsonNode g : network.get("generators")) {
            String id = generator(g.get("id").asInt());
            text.append("    fleet-").append(id).append(": { owner: ").append(id);
            text.append(", trucks: ").append(g.get("trucks").asInt()).append(", payload: none }\n");
        }
    }

    private void appendProcesses(StringBuilder text) {
        text.append("processes:\n");
        for (JsonNode r : network.get("recyclers")) {
            String stream = stream(r);
            BigDecimal yield = r.get("yield_frac").decimalValue();
            text.append("  recycling-").append(recycler(r.get("id").asInt()));
            text.append(": { operation: R5, takes: [").append(stream).append("], yields: { product-");
            text.append(stream)
                    .append(": { share: ")
                    .append(yield.toPlainString())
                    .append(", market: { price: ");
            text.append(network.get("product_price")
                    .get(r.get("stream").asInt())
                    .decimalValue()
                    .toPlainString());
            text.append(" EUR/t } }, residue: { share: ")
                    .append(BigDecimal.ONE.subtract(yield).toPlainString());
            text.append(", ships: ").append(plain("residue_load_t", network));
            text.append(" t, by: haulier, disposal: nearest } } }\n");
        }
    }

    private void appendGenerator(StringBuilder text, JsonNode g) {
        text.append("  ")
                .append(generator(g.get("id").asInt()))
                .append(": { generates: { ")
                .append(stream(g));
        text.append(": { batch: ").append(plain("mean_batch_t", g)).append(" t, every: { mean: ");
        text.append(plain("mean_interarrival_d", g)).append(" d, spread: exponential }");
        text.append(", spread: { uniform: { low: 0.5, high: 1.5 } }, whole: yes } } }\n");
    }

    private void appendRecycler(StringBuilder text, JsonNode r) {
        String id = recycler(r.get("id").asInt());
        text.append("  ")
                .append(id)
                .append(": { runs: { line: { process: recycling-")
                .append(id);
        text.append(", capacity: ").append(plain("capacity_t_per_d", r)).append(" t/d, store: ");
        text.append(plain("storage_t", r))
                .append(" t, gate-fee: ")
                .append(plain("gate_fee", r))
                .append(" EUR/t } } }\n");
    }

    private void appendLandfill(StringBuilder text, JsonNode l) {
        text.append("  ").append(landfill(l.get("id").asInt())).append(": { disposes: { cell: { accepts: [residue");
        network.get("streams").forEach(stream -> text.append(", ").append(stream.asString()));
        text.append("], operation: D1, taxed: no, fee: ")
                .append(plain("fee", l))
                .append(" EUR/t } } }\n");
    }

    private void writeDistances(Writer out) throws IOException {
        out.write("from,to,km\n");
        for (JsonNode g : network.get("generators")) {
            String from = generator(g.get("id").asInt());
            for (JsonNode r : network.get("recyclers")) {
                if (r.get("stream").asInt() == g.get("stream").asInt()) {
                    writeDistance(out, from, g, recycler(r.get("id").asInt()), r);
                }
            }
            for (JsonNode l : network.get("landfills")) {
                writeDistance(out, from, g, landfill(l.get("id").asInt()), l);
            }
        }
        for (JsonNode r : network.get("recyclers")) {
            for (JsonNode l : network.get("landfills")) {
                writeDistance(
                        out,
                        recycler(r.get("id").asInt()),
                        r,
                        landfill(l.get("id").asInt()),
                        l);
            }
        }
    }

    private static void writeDistance(Writer out, String from, JsonNode a, String to, JsonNode b) throws IOException {
        out.write(from + "," + to + "," + new BigDecimal(kilometres(a, b)).toPlainString() + "\n");
    }

    /** Straight-line distance on the model's plane. */
    static double kilometres(JsonNode a, JsonNode b) {
        double x = a.get("x").asDouble() - b.get("x").asDouble();
        double y = a.get("y").asDouble() - b.get("y").asDouble();
        return StrictMath.hypot(x, y);
    }

    private String stream(JsonNode point) {
        return network.get("streams").get(point.get("stream").asInt()).asString();
    }

    private static String plain(String key, JsonNode of) {
        return of.get(key).decimalValue().stripTrailingZeros().toPlainString();
    }

    static String generator(int id) {
        return "g%04d".formatted(id);
    }

    static String recycler(int id) {
        return "r%04d".formatted(id);
    }

    static String landfill(int id) {
        return "z%04d".formatted(id);
    }
}
