package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.circlab.simulation.Parts.site;
import static org.circlab.simulation.Parts.stream;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.circlab.ledger.FactKind;
import org.circlab.model.Horizon;
import org.circlab.model.InUse;
import org.circlab.model.InUse.Account;
import org.circlab.model.Lifetime;
import org.circlab.model.Spread;
import org.junit.jupiter.api.Test;

/** What arises in a run from products in use is what reaches the end of its life, year by year. */
class InUseArisingsTest {

    private static final Horizon YEARS =
            new Horizon(LocalDate.of(2024, 1, 1), LocalDate.of(2027, 1, 1), LocalDate.of(2023, 1, 1));

    private static InUse products(Random random) {
        List<Double> sales = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(30); i++) {
            sales.add(500 + 3000 * random.nextDouble());
        }
        Lifetime lifetime = new Lifetime.Weibull(1 + 3 * random.nextDouble(), 2 + 12 * random.nextDouble());
        return new InUse(1995 + random.nextInt(30), sales, 0.05, 3000 * random.nextInt(2), lifetime);
    }

    private static Map<Integer, Double> byYear(Run run) {
        Map<Integer, Double> tonnes = new TreeMap<>();
        for (Run.Fact fact : run.facts()) {
            if (fact.kind() == FactKind.GENERATED) {
                tonnes.merge(YEARS.dateAt(fact.millis()).getYear(), fact.amount() / 1e6, Double::sum);
            }
        }
        return tonnes;
    }

    private static TinyLab lab(Parts.StreamPart stream) {
        return TinyLab.of()
                .donor("town", stream)
                .site("tip", site("cell", "fridges"))
                .warmUp(365)
                .window("2024-01-01", 366 + 365 + 365);
    }

    /** Every day brings its grams, so each year what ends in it, to the gram for each batch. */
    @Test
    void eachYearBringsWhatEndsInIt() {
        for (int seed = 0; seed < 20; seed++) {
            InUse products = products(new Random(seed));
            for (Parts.StreamPart stream : List.of(
                    stream("fridges").mean(products.arising(YEARS)).every(1, new Spread.None()),
                    stream("fridges").mean(products.arising(YEARS)).flows(5))) {
                Map<Integer, Double> arisen = byYear(Run.of(lab(stream)));
                double late = stream.arising().continuous() ? 5 : 366e-6;
                for (Account year : products.through(2026)) {
                    if (year.year() >= 2023) {
                        assertThat(arisen.getOrDefault(year.year(), 0.0))
                                .as("seed %s year %s", seed, year.year())
                                .isCloseTo(year.endOfLifeTonnes(), within(late));
                    }
                }
            }
        }
    }

    /** Batches of any mass at any time: their mean over replications is what is expected. */
    @Test
    void onAverageRandomBatchesBringWhatEnds() {
        InUse products = products(new Random(3));
        Parts.StreamPart stream = stream("fridges")
                .mean(products.arising(YEARS))
                .every(2, new Spread.Exponential())
                .spread(new Spread.Lognormal(0.5));
        TinyLab lab = lab(stream);
        int runs = 300;
        double[] sums = new double[4];
        for (int run = 0; run < runs; run++) {
            Map<Integer, Double> arisen = byYear(Run.of(lab.lab(), 11, run));
            for (int i = 0; i < 4; i++) {
                sums[i] += arisen.getOrDefault(2023 + i, 0.0);
            }
        }
        List<Account> accounts = products.through(2026);
        for (int i = 0; i < 4; i++) {
            double expected = accounts.get(accounts.size() - 4 + i).endOfLifeTonnes();
            double deviation = expected * Math.sqrt(1.25 / 182.6 / runs);
            assertThat(sums[i] / runs).isCloseTo(expected, within(4 * deviation));
        }
    }
}
