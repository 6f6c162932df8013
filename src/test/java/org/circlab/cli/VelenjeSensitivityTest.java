package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a quarter of a year of Velenje uncertain, against sums by hand over the rows of every run. */
class VelenjeSensitivityTest {

    private static final List<String> FACTORS =
            List.of("policy.landfill-tax", "policy.carbon-price", "haulage.truck.cost");
    private static final double[] RANGES = {120, 80, 0.12};

    @TempDir
    Path folder;

    private Path sensitivity(String... more) {
        Stream<String> given = Stream.of(
                "sensitivity",
                "scenarios/velenje.yaml",
                "--set=horizon.length=3 mo",
                "--set=horizon.warm-up=0 d",
                "--vary=policy.landfill-tax=0..120 EUR/t",
                "--vary=policy.carbon-price=40..120 EUR/tCO2e",
                "--vary=haulage.truck.cost=0.08..0.20 EUR/tkm",
                "--replications=1",
                "--indicator=net-cost",
                "--name=s",
                "--out=" + folder);
        Session session = Session.of(Stream.concat(given, Stream.of(more)).toArray(String[]::new));
        assertThat(session.code()).as(session.err()).isZero();
        return folder.resolve("velenje/studies/s");
    }

    /** Factors and the difference to business as usual of each point. */
    private static List<double[]> points(Path study) throws IOException {
        List<double[]> points = new ArrayList<>();
        for (String line : Files.readAllLines(study.resolve("runs.csv")).subList(1, lines(study))) {
            String[] cells = line.split(",", -1);
            points.add(new double[] {
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[7]) - Double.parseDouble(cells[8])
            });
        }
        return points;
    }

    private static int lines(Path study) throws IOException {
        return Files.readAllLines(study.resolve("runs.csv")).size();
    }

    /** Columns by name of each factor's row. */
    private static Map<String, Map<String, Double>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = lines.get(0).split(",", -1);
        Map<String, Map<String, Double>> table = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, Double> row = new HashMap<>();
            for (int i = 5; i < cells.length; i++) {
                row.put(names[i], Double.parseDouble(cells[i]));
            }
            table.put(cells[4], row);
        }
        return table;
    }

    private static double cell(Map<String, Map<String, Double>> table, String factor, String column) {
        return table.getOrDefault(factor, Map.of()).getOrDefault(column, Double.NaN);
    }

    /** An elementary effect is what one factor's step changes, stretched to its whole range. */
    @Test
    void effectsAreThoseOfItsRuns() throws IOException {
        Path study = sensitivity("--method=morris", "--samples=4");
        List<double[]> points = points(study);
        assertThat(points).hasSize(16);
        double[] sums = new double[3];
        double[] sizes = new double[3];
        for (int i = 0; i < points.size(); i++) {
            for (int f = 0; i % 4 > 0 && f < 3; f++) {
                double step = points.get(i)[f] - points.get(i - 1)[f];
                double effect = step == 0 ? 0 : (points.get(i)[3] - points.get(i - 1)[3]) / step * RANGES[f];
                sums[f] += effect / 4;
                sizes[f] += Math.abs(effect) / 4;
            }
        }
        Map<String, Map<String, Double>> table = table(study.resolve("morris.csv"));
        for (int f = 0; f < 3; f++) {
            double precision = 1e-6 * (1 + sizes[f]);
            assertThat(cell(table, FACTORS.get(f), "mu")).isCloseTo(sums[f], within(precision));
            assertThat(cell(table, FACTORS.get(f), "mu_star")).isCloseTo(sizes[f], within(precision));
            assertThat(cell(table, FACTORS.get(f), "effects")).isEqualTo(4);
        }
        assertThat(sums[0])
                .as("a tax on what the exchange keeps out of landfills makes it worth more")
                .isNegative();
    }

    /**
     * Total: the mean square of A - AB over that of A - B; first order: 1 less that of B - AB (Jansen 1999). The rows of a sample are
     * A, B and AB of each factor. The price of carbon tells next to nothing.
     */
    @Test
    void sharesAreThoseOfItsRuns() throws IOException {
        Path study = sensitivity("--method=sobol", "--samples=8");
        List<double[]> points = points(study);
        assertThat(points).hasSize(8 * 5);
        Map<String, Map<String, Double>> table = table(study.resolve("sobol.csv"));
        for (int f = 0; f < 3; f++) {
            double all = 0;
            double fromA = 0;
            double fromB = 0;
            for (int n = 0; n < points.size(); n += 5) {
                double mixed = points.get(n + 2 + f)[3];
                all += square(points.get(n)[3] - points.get(n + 1)[3]);
                fromA += square(points.get(n)[3] - mixed);
                fromB += square(points.get(n + 1)[3] - mixed);
            }
            assertThat(cell(table, FACTORS.get(f), "total")).isCloseTo(fromA / all, within(1e-6));
            assertThat(cell(table, FACTORS.get(f), "first")).isCloseTo(1 - fromB / all, within(1e-6));
        }
        assertThat(cell(table, "policy.carbon-price", "total")).isLessThan(0.05);
        assertThat(cell(table, "haulage.truck.cost", "total")).isGreaterThan(0.2);
        assertThat(cell(table, "policy.landfill-tax", "total")).isGreaterThan(0.1);
    }

    private static double square(double value) {
        return value * value;
    }
}
