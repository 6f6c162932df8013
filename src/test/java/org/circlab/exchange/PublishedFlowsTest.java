package org.circlab.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.exchange.OptimalFlow.requireOptimal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Scanner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases whose answers are published, to the unit. */
class PublishedFlowsTest {

    private static final Path FOLDER = Path.of("src/test/resources/flow");

    /**
     * The problems of Cliff Stein from the first DIMACS challenge, called after the milliseconds that RELAXT-III took; 40 and
     * 176280 have published optima, the others were solved alike by three other programs. The last is NETGEN's, with the optimum
     * that NetworkX asserts.
     */
    @ParameterizedTest
    @CsvSource({
        "gte_bad.20, 534457927080",
        "gte_bad.40, 52099553858",
        "gte_bad.160, 133728540528",
        "gte_bad.200, 145285991318",
        "gte_bad.1160, 384186964357",
        "gte_bad.1700, 234358256743",
        "gte_bad.15100, 237322609616",
        "gte_bad.35620, 147386527704",
        "gte_bad.176280, 510585093810",
        "gte_bad.298300, 247292230822",
        "netgen-2, 6749969302",
    })
    void dimacsAndNetgen(String name, BigInteger optimum) throws IOException {
        try (Reader text = new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name + ".min.gz"))),
                StandardCharsets.US_ASCII)) {
            Dimacs file = Dimacs.read(text);
            FlowSolution solution = new NetworkSimplex().solve(file.problem());
            requireOptimal(file.problem(), solution);
            assertThat(solution.cost(file.problem()).add(file.fixed())).isEqualTo(optimum);
            assertThat(new CapacityScaling().solve(file.problem()).cost(file.problem()))
                    .isEqualTo(solution.cost(file.problem()));
        }
    }

    static Stream<String> textbook() throws IOException {
        String cases = Files.readString(FOLDER.resolve("textbook.min"));
        return Pattern.compile("(?m)^(?=c \\S)").splitAsStream(cases);
    }

    /** Each begins with its name and what is expected, and may end with the flows of its only optimum. */
    @ParameterizedTest
    @MethodSource
    void textbook(String text) throws IOException {
        FlowProblem problem = Dimacs.read(new StringReader(text)).problem();
        String title = text.lines().findFirst().orElseThrow();
        String expected = title.substring(title.indexOf(": ") + 2);
        FlowSolution solution = new NetworkSimplex().solve(problem);
        if (!solution.isOptimal()) {
            assertThat(solution.status().name().toLowerCase(Locale.ROOT)).isEqualTo(expected);
            return;
        }
        requireOptimal(problem, solution);
        assertThat(solution.cost(problem)).isEqualTo(expected);
        text.lines().filter(line -> line.startsWith("f ")).forEach(line -> {
            long[] flows = new Scanner(line.substring(2))
                    .tokens()
                    .mapToLong(Long::parseLong)
                    .toArray();
            for (int arc = 0; arc < flows.length; arc++) {
                assertThat(solution.flow(arc)).as("arc %s", arc).isEqualTo(flows[arc]);
            }
        });
    }

    @Test
    void textbookHasNineCases() throws IOException {
        assertThat(textbook()).hasSize(9);
    }

    /** Donors to receivers, whatever is left over for nothing to one more node. */
    private static FlowProblem transportation(long[] supplies, long[] demands, long[][] costs) {
        int left = supplies.length + demands.length;
        FlowProblem problem = new FlowProblem(left + 1);
        long rest = Arrays.stream(demands).sum() - Arrays.stream(supplies).sum();
        problem.setSupply(left, rest);
        for (int j = 0; j < demands.length; j++) {
            problem.setSupply(supplies.length + j, -demands[j]);
        }
        for (int i = 0; i < supplies.length; i++) {
            problem.setSupply(i, supplies[i]);
            for (int j = 0; j < demands.length; j++) {
                problem.addArc(i, supplies.length + j, FlowProblem.UNLIMITED, costs[i][j]);
            }
            problem.addArc(i, left, FlowProblem.UNLIMITED, 0);
        }
        return problem;
    }

    private static FlowSolution requireCost(FlowProblem problem, long cost) {
        FlowSolution solution = new NetworkSimplex().solve(problem);
        requireOptimal(problem, solution);
        assertThat(solution.cost(problem)).isEqualTo(cost);
        return solution;
    }

    /** G. B. Dantzig, Linear Programming and Extensions, 1963, 3-3: 90 dollars for a thousand miles, 153 675 dollars in all. */
    @Test
    void dantzig() {
        long[] supplies = {350, 600};
        long[] demands = {325, 300, 275};
        long[][] dollars = {{225, 153, 162}, {225, 162, 126}};
        requireCost(transportation(supplies, demands, dollars), 153_675);
    }

    /** W. L. Winston, Operations Research: Applications and Algorithms, 7.1 (Powerco), with its only optimum. */
    @Test
    void winston() {
        long[] supplies = {35, 50, 40};
        long[] demands = {45, 20, 30, 30};
        long[][] costs = {{8, 6, 10, 9}, {9, 12, 13, 7}, {14, 9, 16, 5}};
        FlowSolution solution = requireCost(transportation(supplies, demands, costs), 1020);
        long[] expected = {0, 10, 25, 0, 0, 45, 0, 5, 0, 0, 0, 10, 0, 30, 0};
        for (int arc = 0; arc < expected.length; arc++) {
            assertThat(solution.flow(arc)).as("arc %s", arc).isEqualTo(expected[arc]);
        }
    }

    /** R. Fourer, D. M. Gay and B. W. Kernighan, AMPL, chapter 3 (steel). */
    @Test
    void ampl() {
        long[] supplies = {1400, 2600, 2900};
        long[] demands = {900, 1200, 600, 400, 1700, 1100, 1000};
        long[][] costs = {
            {39, 14, 11, 14, 16, 82, 8},
            {27, 9, 12, 9, 26, 95, 17},
            {24, 14, 17, 13, 28, 99, 20}
        };
        requireCost(transportation(supplies, demands, costs), 196_200);
    }
}
