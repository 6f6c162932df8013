package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;
import org.circlab.score.Indicators;
import org.circlab.score.Reading;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No run is better than its bound, not by the last digit, and neither is business as usual, in any lab by any rule. */
class BoundLawsTest {

    static LongStream handfuls() {
        return LabLawsTest.handfuls();
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void noRunBeatsItsBoundAndNeitherDoesBusinessAsUsual(long first) {
        LabLawsTest.each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            Accounts run = Run.of(lab, seed, 0).accounts();
            Accounts usual = Run.of(lab.businessAsUsual(), seed, 0).accounts();
            Bound bound = new Bound(lab);
            Map<Dimension, Bound.Best> bests = bound.best(run, usual);
            for (Dimension dimension : Dimension.values()) {
                double best = Objects.requireNonNull(bests.get(dimension)).amount();
                for (Accounts accounts : new Accounts[] {run, usual}) {
                    double scored = scored(lab, dimension, accounts) + bound.stock(dimension, accounts);
                    assertThat(scored).as(dimension.word()).isGreaterThanOrEqualTo(best);
                }
            }
        });
    }

    private static double scored(Lab lab, Dimension dimension, Accounts accounts) {
        String id = switch (dimension) {
            case CIRCULARITY -> "virgin-bought";
            case CLIMATE -> "ghg-net";
            case ECONOMY -> "net-cost";
        };
        return Indicators.of(lab, accounts).stream()
                        .filter(reading -> reading.measure().id().equals(id))
                        .mapToDouble(Reading::value)
                        .findFirst()
                        .orElseThrow()
                * lab.horizon().years();
    }
}
