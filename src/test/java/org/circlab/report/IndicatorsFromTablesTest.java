package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.circlab.scenario.Effective;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every indicator that {@code flows.csv}, {@code payments.csv} and {@code stocks.csv} determine, reckoned again from these tables
 * alone and compared with {@code replications.csv}, replication by replication, on both sides.
 */
class IndicatorsFromTablesTest {

    private static final Set<String> WORLD = Set.of("virgin", "export", "disposal", "air", "water", "state", "outside");
    private static final List<String> RECYCLING = List.of("R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11");
    private static final List<String> LANDFILL = List.of("D1", "D5", "D12");
    private static final List<String> INCINERATION = List.of("D10", "D11");

    @TempDir
    static Path folder;

    /** Rows of a table as maps, of one replication. */
    private record Table(List<Map<String, String>> rows) {

        static Table read(Path file, int replication) throws IOException {
            List<String> lines = Files.readAllLines(file);
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells[i]);
                }
                if (at(row, "replication").equals(String.valueOf(replication))) {
                    rows.add(row);
                }
            }
            return new Table(rows);
        }

        double sum(String column, Predicate<Map<String, String>> counts) {
            return rows.stream()
                    .filter(counts)
                    .mapToDouble(row -> Double.parseDouble(at(row, column)))
                    .sum();
        }
    }

    /** The tables of one replication of one side. */
    private record Side(Table flows, Table payments, Table stocks) {

        static Side read(Path folder, int replication) throws IOException {
            return new Side(
                    Table.read(folder.resolve("flows.csv"), replication),
                    Table.read(folder.resolve("payments.csv"), replication),
                    Table.read(folder.resolve("stocks.csv"), replication));
        }

        double tonnes(Predicate<Map<String, String>> counts) {
            return flows.sum("mass_t", counts);
        }

        double disposed() {
            return tonnes(row ->
                    isRouted(row) && isDisposal(row) && !at(row, "origin").startsWith("D"));
        }

        double bought() {
            return tonnes(row -> at(row, "from").equals("virgin"));
        }

        double recycled() {
            return tonnes(row -> isRouted(row)
                    && RECYCLING.contains(at(row, "operation"))
                    && !RECYCLING.contains(at(row, "origin")));
        }

        double cost(Predicate<Map<String, String>> counts) {
            return payments.sum("amount_eur", row -> counts.test(row) && !WORLD.contains(at(row, "payer")))
                    - payments.sum("amount_eur", row -> counts.test(row) && !WORLD.contains(at(row, "payee")));
        }
    }

    /** What stands in a cell; every table has all its columns. */
    private static String at(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static boolean isRouted(Map<String, String> row) {
        return Set.of("contract", "exchange", "disposal").contains(at(row, "channel"));
    }

    private static boolean isDisposal(Map<String, String> row) {
        return at(row, "operation").startsWith("D") || at(row, "operation").isEmpty();
    }

    /** No line of the labs below works under a D operation or backfills, so that such flows end at sites. */
    private static boolean isFinal(Map<String, String> row) {
        return isRouted(row)
                && (isDisposal(row)
                        || at(row, "operation").equals("backfill")
                        || at(row, "channel").equals("disposal"));
    }

    private static boolean isSynergy(Map<String, String> row) {
        return isRouted(row) && !isFinal(row) && !at(row, "from").equals(at(row, "to"));
    }

    @ParameterizedTest
    @CsvSource({
        "src/test/resources/report/harbour.yaml, symbiosis",
        "src/test/resources/report/harbour.yaml, no-press",
        "scenarios/velenje.yaml, symbiosis",
        "scenarios/forli.yaml, exchange",
        "scenarios/weee.yaml, exchange"
    })
    void whatTheTablesSayIsWhatIsReported(Path file, String variant) throws IOException {
        Path results = folder.resolve(file.getFileName() + variant);
        Files.createDirectories(results);
        Effective scenario = ScenarioFile.read(file).effective(variant, List.of());
        double years = scenario.lab().horizon().years();
        int replications = 2;
        Harbour.write(results, scenario, Harbour.plan(scenario, replications, 2), false);
        for (int k = 1; k <= replications; k++) {
            Map<String, Map<String, String>> reported =
                    Table.read(results.resolve("replications.csv"), k).rows().stream()
                            .collect(Collectors.toMap(row -> at(row, "indicator"), row -> row));
            Side with = Side.read(results, k);
            Side without = Side.read(results.resolve("baseline"), k);
            compare(reckon(with, without, years), reported, "value");
            compare(reckon(without, without, years), reported, "baseline");
            compareEmissions(with, years, reported, "value");
            compareEmissions(without, years, reported, "baseline");
        }
    }

    /** Haulage and disposal share the column of a flow. */
    private static void compareEmissions(
            Side side, double years, Map<String, Map<String, String>> reported, String column) {
        double carried = side.flows()
                        .sum(
                                "ghg_kg",
                                row -> !at(row, "from").equals("virgin")
                                        && !at(row, "to").equals("export"))
                / 1000
                / years;
        double told = Stream.of("ghg-haulage", "ghg-disposal")
                .mapToDouble(id -> Double.parseDouble(at(reported.getOrDefault(id, Map.of()), column)))
                .sum();
        assertThat(told).as("haulage and disposal").isCloseTo(carried, within(1e-8 * (1 + Math.abs(carried))));
    }

    private static void compare(
            Map<String, Double> reckoned, Map<String, Map<String, String>> reported, String column) {
        assertThat(reckoned).hasSizeGreaterThan(60);
        reckoned.forEach((id, value) -> {
            if (!reported.containsKey(id)) {
                assertThat(value).as(id).isZero();
                return;
            }
            String text = at(reported.getOrDefault(id, Map.of()), column);
            if (text.isEmpty()) {
                boolean nobodyWorksSo = id.startsWith("received-") && value == 0;
                assertThat(Double.isFinite(value) && !nobodyWorksSo)
                        .as(id + " is " + value)
                        .isFalse();
            } else {
                assertThat(Double.parseDouble(text)).as(id).isCloseTo(value, within(1e-8 * (1 + Math.abs(value))));
            }
        });
    }

    private static Map<String, Double> reckon(Side side, Side usual, double years) {
        Map<String, Double> values = new TreeMap<>();
        ToDoubleFunction<Predicate<Map<String, String>>> rate = counts -> side.tonnes(counts) / years;
        values.put("drawn-from-air", rate.applyAsDouble(row -> at(row, "from").equals("air")));
        values.put("drawn-from-water", rate.applyAsDouble(row -> at(row, "from").equals("water")));
        values.put("lost-to-air", rate.applyAsDouble(row -> at(row, "to").equals("air")));
        values.put("lost-to-water", rate.applyAsDouble(row -> at(row, "to").equals("water")));
        values.put("exported-product", rate.applyAsDouble(row -> at(row, "to").equals("export")));
        values.put("final-treatment", rate.applyAsDouble(IndicatorsFromTablesTest::isFinal));
        values.put("virgin-bought", side.bought() / years);
        values.put("disposed", side.disposed() / years);
        treatments(values, rate);
        exchange(values, side, rate);
        haulage(values, side, years);
        money(values, side, years);
        values.put(
                "stock-change",
                (side.stocks().sum("closing_t", row -> true) - side.stocks().sum("opening_t", row -> true)) / years);
        values.put("diversion-from-usual", 100 * (1 - side.disposed() / usual.disposed()));
        values.put("virgin-displacement", 100 * (1 - side.bought() / usual.bought()));
        values.put("circular-material-use", 100 * side.recycled() / (side.recycled() + side.bought()));
        values.put(
                "ghg-virgin-material",
                side.flows().sum("ghg_kg", row -> at(row, "from").equals("virgin")) / 1000 / years);
        values.put(
                "ghg-avoided", side.flows().sum("ghg_kg", row -> at(row, "to").equals("export")) / 1000 / years);
        network(values, side);
        return values;
    }

    private static void treatments(Map<String, Double> values, ToDoubleFunction<Predicate<Map<String, String>>> rate) {
        values.put("recycling", rate.applyAsDouble(row -> isRouted(row) && RECYCLING.contains(at(row, "operation"))));
        values.put(
                "preparation",
                rate.applyAsDouble(row -> isRouted(row) && List.of("R12", "R13").contains(at(row, "operation"))));
        values.put(
                "energy-recovery",
                rate.applyAsDouble(row -> isRouted(row) && at(row, "operation").equals("R1")));
        values.put(
                "backfilling",
                rate.applyAsDouble(row -> isRouted(row) && at(row, "operation").equals("backfill")));
        values.put("landfill", rate.applyAsDouble(row -> isRouted(row) && LANDFILL.contains(at(row, "operation"))));
        values.put(
                "incineration",
                rate.applyAsDouble(row -> isRouted(row) && INCINERATION.contains(at(row, "operation"))));
        values.put(
                "other-disposal",
                rate.applyAsDouble(row -> isRouted(row)
                        && isDisposal(row)
                        && !LANDFILL.contains(at(row, "operation"))
                        && !INCINERATION.contains(at(row, "operation"))));
        for (String code : List.of("R1", "R2", "R3", "R4", "R5", "R12", "R13", "backfill", "D1", "D10")) {
            values.put(
                    "received-" + code.toLowerCase(Locale.ROOT),
                    rate.applyAsDouble(
                            row -> isRouted(row) && at(row, "operation").equals(code)));
        }
        values.put(
                "to-routes-outside",
                rate.applyAsDouble(row -> isRouted(row) && at(row, "to").equals("disposal")));
        values.put(
                "to-sites-in-lab",
                rate.applyAsDouble(row -> isFinal(row) && !at(row, "to").equals("disposal")));
        values.put(
                "used-at-origin",
                rate.applyAsDouble(
                        row -> isRouted(row) && !isFinal(row) && at(row, "from").equals(at(row, "to"))));
    }

    private static void exchange(
            Map<String, Double> values, Side side, ToDoubleFunction<Predicate<Map<String, String>>> rate) {
        for (String grade : List.of("measured", "reported", "derived", "assumed")) {
            double graded = side.tonnes(row -> isRouted(row) && at(row, "grade").equals(grade));
            values.put("routed-" + grade, 100 * graded / side.tonnes(IndicatorsFromTablesTest::isRouted));
        }
        values.put("exchanged", rate.applyAsDouble(IndicatorsFromTablesTest::isSynergy));
        values.put(
                "exchanged-by-contract",
                rate.applyAsDouble(row -> isSynergy(row) && at(row, "channel").equals("contract")));
        values.put(
                "exchanged-by-match",
                rate.applyAsDouble(row -> isSynergy(row) && at(row, "channel").equals("exchange")));
        double exchanged = side.tonnes(IndicatorsFromTablesTest::isSynergy);
        values.put("internal-share-of-input", 100 * exchanged / (exchanged + side.bought()));
    }

    private static void haulage(Map<String, Double> values, Side side, double years) {
        double work = side.flows().sum("tkm", row -> true);
        values.put("haulage-work", work / years);
        values.put("haulage-trips", side.flows().sum("trips", row -> true) / years);
        // A route that is driven at all is driven in each of its months, in these labs.
        values.put("mean-haul", work / side.tonnes(row -> !at(row, "trips").equals("0")));
    }

    private static void money(Map<String, Double> values, Side side, double years) {
        for (String kind : List.of(
                "haulage",
                "gate-fee",
                "landfill-tax",
                "virgin-material",
                "sales",
                "treatment",
                "carbon-price",
                "capital",
                "quota-penalty",
                "subsidy",
                "contract-penalty")) {
            values.put("cost-" + kind, side.cost(row -> at(row, "kind").equals(kind)) / years);
        }
        values.put("net-cost", side.cost(row -> !at(row, "kind").equals("subsidy")) / years);
        values.put(
                "transfers-to-state",
                side.payments().sum("amount_eur", row -> at(row, "payee").equals("state")) / years);
        double between = side.payments().rows().stream()
                .filter(row -> !WORLD.contains(at(row, "payer"))
                        && !WORLD.contains(at(row, "payee"))
                        && !at(row, "payer").equals(at(row, "payee")))
                .mapToDouble(row -> Math.abs(Double.parseDouble(at(row, "amount_eur"))))
                .sum();
        values.put("paid-between-actors", between / years);
    }

    /** By Gelfand's formula: the 2^40th root of the norm of the 2^40th power of the adjacency matrix. */
    private static double largestEigenvalue(Set<List<String>> links) {
        List<String> nodes = links.stream().flatMap(List::stream).distinct().toList();
        if (nodes.isEmpty()) {
            return 0;
        }
        RealMatrix power = new Array2DRowRealMatrix(nodes.size(), nodes.size());
        links.forEach(link -> power.setEntry(nodes.indexOf(link.get(0)), nodes.indexOf(link.get(1)), 1));
        double logarithm = 0;
        RealMatrix rest = power;
        for (int doubled = 0; doubled < 40; doubled++) {
            double norm = rest.getNorm();
            if (norm == 0) {
                return 0;
            }
            logarithm += StrictMath.log(norm) / Math.pow(2, doubled);
            rest = rest.scalarMultiply(1 / norm);
            rest = rest.multiply(rest);
        }
        return StrictMath.exp(logarithm);
    }

    private static void network(Map<String, Double> values, Side side) {
        Set<List<String>> links = new HashSet<>();
        Map<String, Double> byActor = new HashMap<>();
        for (Map<String, String> row : side.flows().rows()) {
            if (isSynergy(row)) {
                links.add(List.of(at(row, "from"), at(row, "to")));
                double mass = Double.parseDouble(at(row, "mass_t"));
                byActor.merge(at(row, "from"), mass, Double::sum);
                byActor.merge(at(row, "to"), mass, Double::sum);
            }
        }
        double count = links.size();
        double actors = byActor.size();
        double givers = links.stream().map(link -> link.get(0)).distinct().count();
        double takers = links.stream().map(link -> link.get(1)).distinct().count();
        double pairs = links.stream().map(HashSet::new).distinct().count();
        Map<String, Long> sources =
                links.stream().collect(Collectors.groupingBy(link -> link.get(1), Collectors.counting()));
        values.put("cyclicity", largestEigenvalue(links));
        values.put("network-actors", actors);
        values.put("network-links", count);
        values.put("linkage-density", count / actors);
        values.put("connectance", count / (actors * actors));
        values.put("connectance-directed", count / (actors * (actors - 1)));
        values.put("eco-connectance", 2 * pairs / (actors * (actors - 1)));
        values.put("prey-predator-ratio", givers / takers);
        values.put("generalisation", count / takers);
        values.put("vulnerability", count / givers);
        values.put(
                "specialised-receivers",
                100 * sources.values().stream().filter(each -> each == 1).count() / takers);
        double largest = Stream.concat(Stream.of(0.0), byActor.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
        values.put("largest-removal-loss", 100 * largest / side.tonnes(IndicatorsFromTablesTest::isSynergy));
    }
}
