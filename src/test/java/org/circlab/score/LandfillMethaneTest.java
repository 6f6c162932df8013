package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.circlab.model.Degradable;
import org.circlab.score.LandfillMethane.Year;
import org.junit.jupiter.api.Test;

/** First-order decay against worked tables of the equations of IPCC, and what holds of every deposit. */
class LandfillMethaneTest {

    private static final Path TABLES = Path.of("src/test/resources/landfill/first-order-decay.csv");
    private static final double GRAMS_PER_GIGAGRAM = 1e9;

    /** A case of the tables: the same mass a year over some years. */
    private record Case(LandfillMethane landfill, double gigagrams, int years) {}

    private static final Map<String, Case> CASES = Map.of(
            "single-deposit-1000Gg-food-wet",
            new Case(new LandfillMethane(0.15, 0.5, 0.185, 1, 0.5, 0), 1000, 1),
            "constant-10yr-bulk-dry-OX0.1",
            new Case(new LandfillMethane(0.17, 0.5, 0.05, 0.8, 0.5, 0.1), 500, 10),
            "ipcc-example-inputs-msw-food",
            new Case(new LandfillMethane(0.15, 0.5, 0.185, 0.705, 0.5, 0), 2300.322, 10));

    @Test
    void yearByYearAsInTheTables() throws IOException {
        Map<String, List<String[]>> tables = Files.readAllLines(TABLES).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.groupingBy(row -> row[0]));
        assertThat(tables.keySet()).isEqualTo(CASES.keySet());
        tables.forEach((name, rows) -> {
            Case given = Objects.requireNonNull(CASES.get(name));
            long grams = Math.round(given.gigagrams() * GRAMS_PER_GIGAGRAM);
            List<Year> years = given.landfill().over(Collections.nCopies(given.years(), grams), rows.size());
            for (int i = 0; i < rows.size(); i++) {
                Year year = years.get(i);
                requireEqual(year.decomposableGrams(), rows.get(i)[3]);
                requireEqual(year.decomposedGrams(), rows.get(i)[4]);
                requireEqual(year.generatedGrams(), rows.get(i)[5]);
                requireEqual(year.emittedGrams(), rows.get(i)[6]);
            }
        });
    }

    private static void requireEqual(double grams, String gigagrams) {
        double expected = Double.parseDouble(gigagrams);
        assertThat(grams / GRAMS_PER_GIGAGRAM).isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
    }

    /** 1000 Gg of food x 0.15 x 0.5 x 1 x 0.5 x 16/12 = 50 Gg. */
    @Test
    void aDepositHasItsPotential() {
        assertThat(new LandfillMethane(0.15, 0.5, 0.185, 1, 0.5, 0).potentialGrams(1000))
                .isCloseTo(50, within(1e-12));
        assertThat(LandfillMethane.managed(Degradable.Kind.FOOD, true).potentialGrams(1000))
                .isCloseTo(45, within(1e-12));
    }

    /** Whatever is deposited when: in the end just its potential has been emitted. */
    @Test
    void inTheEndThePotentialHasBeenEmitted() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            LandfillMethane landfill = new LandfillMethane(
                    random.nextDouble(),
                    random.nextDouble(),
                    0.03 + random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble());
            List<Long> deposits = random.longs(1 + random.nextInt(30), 0, 1_000_000_000_000L)
                    .boxed()
                    .toList();
            double potential = landfill.potentialGrams(
                    deposits.stream().mapToDouble(Long::doubleValue).sum());
            double emitted = landfill.over(deposits, 2000).stream()
                    .mapToDouble(Year::emittedGrams)
                    .sum();
            assertThat(emitted).isCloseTo(potential, within(1e-9 * potential));
        }
    }

    @Test
    void wetWasteDecaysFasterButEmitsAsMuch() {
        for (Degradable.Kind waste : Degradable.Kind.values()) {
            LandfillMethane wet = LandfillMethane.managed(waste, true);
            LandfillMethane dry = LandfillMethane.managed(waste, false);
            assertThat(wet.k()).isGreaterThan(dry.k());
            assertThat(wet.potentialGrams(1)).isEqualTo(dry.potentialGrams(1));
        }
    }

    @Test
    void parametersTakeNoNonsense() {
        for (double wrong : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatThrownBy(() -> new LandfillMethane(wrong, 1, 1, 1, 1, 1)).hasMessageStartingWith("DOC is");
            assertThatThrownBy(() -> new LandfillMethane(1, wrong, 1, 1, 1, 1)).hasMessageStartingWith("DOCf is");
            assertThatThrownBy(() -> new LandfillMethane(1, 1, 1, wrong, 1, 1)).hasMessageStartingWith("MCF is");
            assertThatThrownBy(() -> new LandfillMethane(1, 1, 1, 1, wrong, 1)).hasMessageStartingWith("F is");
            assertThatThrownBy(() -> new LandfillMethane(1, 1, 1, 1, 1, wrong)).hasMessageStartingWith("OX is");
        }
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new LandfillMethane(1, 1, wrong, 1, 1, 1)).hasMessageContaining("half-life");
        }
        assertThat(new LandfillMethane(0, 1, 1, 1, 1, 1).potentialGrams(9)).isZero();
    }
}
