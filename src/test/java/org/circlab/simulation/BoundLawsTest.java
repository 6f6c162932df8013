package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.FactKind;
import org.circlab.model.Lab;
import org.circlab.score.Indicators;
import org.circlab.score.Reading;
import org.circlab.score.bound.Bound;
import org.circlab.score.bound.Dimension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No run is better than its bound, and neither is business as usual, in any lab by any rule. */
class BoundLawsTest {

    static LongStream handfuls() {
        return LabLawsTest.handfuls();
    }

    @ParameterizedTest
    @MethodSource("handfuls")
    void noRunBeatsItsBoundAndNeitherDoesBusinessAsUsual(long first) {
        LabLawsTest.each(first, seed -> {
            Lab lab = RandomLabs.of(seed).lab();
            Run exchanging = Run.of(lab, seed, 0);
            Accounts run = exchanging.accounts();
            Accounts usual = Run.of(lab.businessAsUsual(), seed, 0).accounts();
            Bound bound = new Bound(lab);
            OptionalDouble[] least = bound.least(run, usual);
            for (Dimension dimension : Dimension.values()) {
                double best = least[dimension.ordinal()].orElseThrow();
                for (Accounts accounts : new Accounts[] {run, usual}) {
                    double scored = scored(lab, dimension, accounts) + bound.stock(dimension, accounts);
                    double tolerance = 1e-9 * turnover(dimension, accounts) + rounding(dimension, exchanging);
                    assertThat(scored).as(dimension.word()).isGreaterThanOrEqualTo(best - tolerance);
                }
            }
        });
    }

    /** Each service may round half a gram of what is added and of each output, worth some hundred euros a tonne at the most. */
    private static double rounding(Dimension dimension, Run run) {
        long services = run.facts().stream()
                .filter(fact -> fact.kind() == FactKind.PROCESSED)
                .count();
        return (services + 100) * 0.5e-6 * (dimension == Dimension.ECONOMY ? 300 : 1);
    }

    private static double turnover(Dimension dimension, Accounts accounts) {
        return switch (dimension) {
            case CIRCULARITY ->
                accounts.consumptions().stream()
                                .mapToDouble(each -> each.virginGrams() + each.displacedGrams())
                                .sum()
                        * 1e-6;
            case CLIMATE ->
                accounts.emissions().stream()
                                .mapToDouble(each -> Math.abs(each.milligrams()))
                                .sum()
                        * 1e-9;
            case ECONOMY ->
                accounts.payments().stream()
                                .mapToDouble(each -> Math.abs(each.micros()))
                                .sum()
                        * 1e-6;
        };
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
