package org.circlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.assertj.core.api.SoftAssertions;
import org.circlab.model.Lab;
import org.circlab.simulation.CompiledLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peer model in two other programs gives the same figures: exactly on replayed arrivals, statistically on drawn ones. */
class PeerModelTest {

    private static final Path DATA = Path.of("benchmarks/symbio");

    @Test
    void replayedArrivalsGiveTheFiguresOfThePeer(@TempDir Path folder) throws IOException {
        SymbioNetwork network = SymbioNetwork.read(DATA.resolve("net-50.json"));
        Lab lab = SymbioNetwork.replaying(network.lab(folder, 365), DATA.resolve("arrivals-50-1y.csv"));
        Map<String, Double> ours = SymbioFigures.of(network, CompiledLab.of(lab), 1, 0);
        Map<String, Double> peer = peer("peer-replay-50-1y.csv").get(0);
        SoftAssertions softly = new SoftAssertions();
        peer.forEach((key, value) -> softly.assertThat(ours.get(key))
                .as(key)
                .isNotNull()
                .isCloseTo(value, within(Math.max(1e-6 * Math.abs(value), 1e-9))));
        softly.assertAll();
    }

    /** Welch's test of each figure, held to 1 % over all of them by Holm's procedure. */
    @ParameterizedTest
    @CsvSource({"50, 30", "1000, 5"})
    void drawnArrivalsAgreeWithThePeer(int size, int replications, @TempDir Path folder) throws IOException {
        SymbioNetwork network = SymbioNetwork.read(DATA.resolve("net-" + size + ".json"));
        CompiledLab lab = CompiledLab.of(network.lab(folder, network.horizonDays()));
        List<Map<String, Double>> peer = peer("peer-" + size + ".csv");
        List<Map<String, Double>> ours = new ArrayList<>();
        for (int replication = 0; replication < replications; replication++) {
            ours.add(SymbioFigures.of(network, lab, 1, replication));
        }
        Map<String, Double> pValues = new LinkedHashMap<>();
        for (String key : peer.get(0).keySet()) {
            double[] a = values(ours, key);
            double[] b = values(peer, key);
            if (spread(a) + spread(b) > 0) {
                pValues.put(key, TestUtils.tTest(a, b));
            } else {
                assertThat(a[0]).as(key).isEqualTo(b[0]);
            }
        }
        List<Map.Entry<String, Double>> ranked = pValues.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .toList();
        for (int i = 0; i < ranked.size(); i++) {
            assertThat(ranked.get(i).getValue())
                    .as("p-value of %s, rank %d of %d", ranked.get(i).getKey(), i + 1, ranked.size())
                    .isGreaterThan(0.01 / (ranked.size() - i));
        }
    }

    private static double[] values(List<Map<String, Double>> rows, String key) {
        return rows.stream().mapToDouble(row -> row.get(key)).toArray();
    }

    private static double spread(double[] values) {
        double spread = 0;
        for (double value : values) {
            spread = Math.max(spread, Math.abs(value - values[0]));
        }
        return spread;
    }

    private static List<Map<String, Double>> peer(String file) throws IOException {
        List<String> keys =
                List.of(Files.readAllLines(DATA.resolve(file)).get(0).split(","));
        List<Map<String, Double>> rows = new ArrayList<>();
        for (List<String> cells : SymbioNetwork.rows(DATA.resolve(file))) {
            Map<String, Double> row = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                row.put(keys.get(i), Double.parseDouble(cells.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }
}
