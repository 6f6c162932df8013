package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.circlab.model.Copies;
import org.circlab.model.Lab;
import org.circlab.score.Comparison.Candidate;
import org.circlab.score.Comparison.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {

    private static final Lab LAB = LabFixture.lab(4);
    private static final Lab OTHER = Copies.withId(LabFixture.lab(5), "other");

    private static Measure measure(String id) {
        return Indicators.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A candidate whose business as usual arises 100 and costs 1000 a year, and disposes of 50. */
    private static Candidate candidate(String name, Lab lab, double... disposed) {
        return new Candidate(
                name,
                lab,
                new Scorecard(
                        List.of(),
                        List.of(),
                        disposed.length,
                        List.of(
                                values("arising", 100, disposed.length),
                                values("net-cost", 1000, disposed.length),
                                new Values(
                                        measure("disposed"),
                                        DoubleStream.of(disposed).boxed().toList(),
                                        DoubleStream.generate(() -> 50)
                                                .limit(disposed.length)
                                                .boxed()
                                                .toList()))));
    }

    private static Values values(String id, double value, int size) {
        List<Double> same =
                DoubleStream.generate(() -> value).limit(size).boxed().toList();
        return new Values(measure(id), same, same);
    }

    private static List<Entry> disposed(Candidate... candidates) {
        return Comparison.of(Arrays.asList(candidates)).rows().stream()
                .filter(row -> row.measure().id().equals("disposed"))
                .findFirst()
                .orElseThrow()
                .entries();
    }

    /** 10, 12, 11, 13, 9 against 9, 11.2, 10.1, 11.9, 8.2: 0.92 +- 0.1619 by pairs. */
    @Test
    void variantsOfALabDifferByPairedDifferences() {
        List<Entry> entries =
                disposed(candidate("a", LAB, 10, 12, 11, 13, 9), candidate("b", LAB, 9, 11.2, 10.1, 11.9, 8.2));
        assertThat(entries.get(0).change().mean()).isCloseTo(11 - 50, within(1e-12));
        assertThat(entries.get(0).change().halfWidth()).isCloseTo(1.9632, within(5e-5));
        assertThat(entries.get(0).behind().mean()).isCloseTo(0.92, within(1e-12));
        assertThat(entries.get(0).behind().halfWidth()).isCloseTo(0.1619, within(5e-5));
        assertThat(entries.get(1).behind().halfWidth()).isZero();
        assertThat(entries).extracting(Entry::best).containsExactly(0.0, 1.0);
    }

    @Test
    void labsAreComparedForEachTonneAndAsIndependentDraws() {
        List<Entry> entries =
                disposed(candidate("a", LAB, 10, 12, 11, 13, 9), candidate("b", OTHER, 9, 11.2, 10.1, 11.9, 8.2));
        Entry first = entries.get(0);
        assertThat(first.perTonne().mean()).isCloseTo(-0.39, within(1e-12));
        assertThat(first.perThousandEuros().mean()).isCloseTo(-39, within(1e-12));
        assertThat(first.behind().mean()).isCloseTo(0.0092, within(1e-12));
        assertThat(first.behind().halfWidth()).as("unpaired").isCloseTo(0.022634, within(5e-7));
        assertThat(first.behind().low95()).isNegative();
        assertThat(entries)
                .extracting(Entry::best)
                .as("of 25 pairs of runs")
                .satisfiesExactly(
                        best -> assertThat(best).isCloseTo(0.34, within(1e-12)),
                        best -> assertThat(best).isCloseTo(0.66, within(1e-12)));
    }

    /** Which run of another lab comes first is chance, so it must not matter; of variants of one lab run k belongs to run k. */
    @Test
    void theOrderOfRunsMattersOnlyWhereTheyShareRandomNumbers() {
        Candidate one = candidate("a", LAB, 10, 12, 11, 13, 9);
        List<Entry> sorted = disposed(one, candidate("b", OTHER, 9, 11.2, 10.1, 11.9, 8.2));
        List<Entry> mixed = disposed(one, candidate("b", OTHER, 11.9, 9, 8.2, 11.2, 10.1));
        for (int c = 0; c < 2; c++) {
            assertThat(mixed.get(c).best()).isCloseTo(sorted.get(c).best(), within(1e-12));
            assertThat(mixed.get(c).behind().low95())
                    .isCloseTo(sorted.get(c).behind().low95(), within(1e-12));
        }
        assertThat(disposed(one, candidate("b", LAB, 11.9, 9, 8.2, 11.2, 10.1)))
                .extracting(Entry::best)
                .containsExactly(0.4, 0.6);
    }

    /** That another lab is in the comparison takes nothing from the random numbers that two variants share. */
    @Test
    void variantsOfALabStayPairedBesideAnotherLab() {
        List<Entry> entries = disposed(
                candidate("a", LAB, 10, 12, 11, 13, 9),
                candidate("b", LAB, 9, 11.2, 10.1, 11.9, 8.2),
                candidate("c", OTHER, 10, 12, 11, 13, 9));
        assertThat(entries.get(0).behind().mean()).isCloseTo(0.0092, within(1e-12));
        assertThat(entries.get(0).behind().halfWidth()).as("paired").isCloseTo(0.001619, within(5e-7));
        assertThat(entries.get(1).behind()).isEqualTo(new Estimate(0, 0, 0, 5));
        assertThat(entries.get(2).behind().halfWidth()).as("unpaired").isCloseTo(0.022634, within(5e-7));
        assertThat(entries)
                .extracting(Entry::best)
                .as("a is behind b in each run; b and c meet in 25 pairs of runs")
                .satisfiesExactly(
                        best -> assertThat(best).isZero(),
                        best -> assertThat(best).isCloseTo(0.66, within(1e-12)),
                        best -> assertThat(best).isCloseTo(0.34, within(1e-12)));
    }

    @Test
    void jobsAreAnAmountSoALabOfTwiceTheSizeIsNoBetter() {
        Lab twice = Copies.withInhabitants(OTHER, 4000);
        List<Entry> entries = Comparison.of(List.of(
                        employer("one", Copies.withInhabitants(LAB, 2000), 100, 7, 9),
                        employer("two", twice, 200, 14, 18)))
                .rows()
                .get(0)
                .entries();
        for (Entry entry : entries) {
            assertThat(entry.best()).as(entry.name()).isEqualTo(0.5);
            assertThat(entry.behind().mean()).isZero();
            assertThat(entry.perThousandInhabitants().mean()).isEqualTo(4);
            assertThat(entry.perTonne().mean()).isCloseTo(0.08, within(1e-12));
        }
        assertThat(entries.get(1).change().mean()).isEqualTo(16);
    }

    /** A candidate with so many jobs that it did not have as usual. */
    private static Candidate employer(String name, Lab lab, double arising, double... jobs) {
        List<Double> created = DoubleStream.of(jobs).boxed().toList();
        List<Double> none = created.stream().map(each -> 0.0).toList();
        List<Values> values =
                List.of(values("arising", arising, jobs.length), new Values(measure("jobs"), created, none));
        return new Candidate(name, lab, new Scorecard(List.of(), List.of(), jobs.length, values));
    }

    /** What is compared and no amount is a share, or an average, whatever the size of the lab. */
    @Test
    void whatIsNoAmountIsAShareOrAnAverage() {
        assertThat(Indicators.all())
                .filteredOn(each -> each.sense() != Sense.NEITHER && !each.isExtensive())
                .extracting(Measure::unit)
                .isSubsetOf("%", "1", "km");
    }

    @Test
    void inhabitantsCountWhereTheyAreKnown() {
        List<Entry> entries =
                disposed(candidate("a", Copies.withInhabitants(LAB, 2000), 10, 12), candidate("b", OTHER, 10, 12));
        assertThat(entries.get(0).perThousandInhabitants().mean()).isCloseTo(-19.5, within(1e-12));
        assertThat(entries.get(1).perThousandInhabitants().mean()).isNaN();
    }

    @Test
    void tiesAreShared() {
        assertThat(disposed(
                        candidate("a", LAB, 1, 5, 3, 9),
                        candidate("b", LAB, 2, 4, 3, 9),
                        candidate("c", LAB, 7, 7, 7, 8)))
                .extracting(Entry::best)
                .containsExactly(0.25 + 0.125, 0.25 + 0.125, 0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void chancesOfBeingBestAddUpAndTheLeaderIsBehindNobody(long seed) {
        List<Candidate> candidates = LongStream.range(0, 3)
                .mapToObj(c -> new Candidate("c" + c, LAB, card(1000 * seed + 100 * c)))
                .toList();
        Comparison comparison = Comparison.of(candidates);
        assertThat(comparison.paired()).isTrue();
        assertThat(comparison.rows()).hasSizeGreaterThan(20).allSatisfy(row -> {
            assertThat(row.measure().sense()).isNotEqualTo(Sense.NEITHER);
            assertThat(row.entries().stream().mapToDouble(Entry::best).sum()).isCloseTo(1, within(1e-9));
            int sign = row.measure().sense() == Sense.HIGHER_IS_BETTER ? -1 : 1;
            assertThat(row.entries())
                    .allSatisfy(
                            entry -> assertThat(sign * entry.behind().mean()).isGreaterThanOrEqualTo(-1e-6));
            assertThat(row.entries())
                    .anySatisfy(entry -> assertThat(entry.behind().mean()).isZero());
        });
    }

    private static Scorecard card(long seed) {
        return Scorecard.of(
                LAB,
                List.of(new RandomBooks(LAB, seed).accounts(), new RandomBooks(LAB, seed + 1).accounts()),
                List.of(new RandomBooks(LAB, seed + 2).accounts(), new RandomBooks(LAB, seed + 3).accounts()));
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatThrownBy(() -> Comparison.of(List.of(candidate("a", LAB, 1)))).hasMessageContaining("two to compare");
        assertThatThrownBy(() -> Comparison.of(List.of(candidate("a", LAB, 1), candidate("b", LAB, 1, 2))))
                .hasMessageContaining("as many");
    }
}
