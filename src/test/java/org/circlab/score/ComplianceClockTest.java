package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Channel;
import org.circlab.model.Copies;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Region;
import org.circlab.score.TargetClock.Binding;
import org.circlab.score.TargetYear.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplianceClockTest {

    private static final Lab LAB = LabFixture.lab(4);
    private static final long TONNE = 1_000_000;

    /** Rubble of each year and how much of it is recycled and backfilled. */
    private static Accounts rubble(long... recycled) {
        Bookkeeper books = new Bookkeeper(LAB);
        for (long tonnes : recycled) {
            books.arise("a1", "rubble", Grade.MEASURED, 100 * TONNE);
            books.move("a1", "a0", "rubble", Operation.R5, Channel.EXCHANGE, tonnes / 2 * TONNE);
            books.moveToSite("a1", "a3", "rubble", Operation.BACKFILL, Channel.DISPOSAL, tonnes / 2 * TONNE);
            books.moveToSite("a1", "a3", "rubble", Operation.D1, Channel.DISPOSAL, (100 - tonnes) * TONNE);
            books.endYear();
        }
        return books.close();
    }

    private static TargetClock clock(Lab lab, String target, Accounts... replications) {
        return ComplianceClock.of(new Replications(lab, List.of(replications))).stream()
                .filter(clock -> clock.target().id().equals(target))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachYearCountsTheReplicationsThatReachTheTarget() {
        TargetClock clock = clock(
                LAB,
                "construction-2020",
                rubble(60, 70, 90),
                rubble(68, 72, 50),
                rubble(10, 80, 100),
                rubble(66, 74, 98));
        assertThat(clock.binding()).isEqualTo(Binding.BINDS);
        assertThat(clock.codes()).containsExactly("17 01 07");
        assertThat(clock.years()).extracting(TargetYear::year).containsExactly(2025, 2026, 2027);
        assertThat(clock.years()).allMatch(year -> year.standing() == Standing.IN_FORCE && year.share() == 1);
        assertThat(clock.years())
                .extracting(TargetYear::met)
                .containsExactly(new Proportion(0, 4), new Proportion(4, 4), new Proportion(3, 4));
        assertThat(clock.years().get(0).rate()).isEqualTo(Estimate.of(60, 68, 10, 66));
        assertThat(clock.years().get(2).rate().mean()).isEqualTo(84.5);
        assertThat(clock.year(2028)).as("nothing arises").isEmpty();
    }

    @Test
    void outsideTheUnionATargetIsThereToCompareWith() {
        assertThat(clock(in("RS"), "construction-2020", rubble(70)).binding()).isEqualTo(Binding.REFERENCE);
        assertThat(clock(in(""), "construction-2020", rubble(70)).binding()).isEqualTo(Binding.UNKNOWN);
        List<String> german = ComplianceClock.of(new Replications(in("DE"), List.of(rubble(70)))).stream()
                .map(clock -> clock.target().id())
                .toList();
        assertThat(german).contains("germany-glass");
        assertThat(ComplianceClock.of(new Replications(LAB, List.of(rubble(70)))))
                .noneMatch(clock -> clock.target().id().equals("germany-glass"));
    }

    private static Lab in(String country) {
        return Copies.withRegion(LAB, new Region(country, 0));
    }

    @Test
    void aLabSaysWhyItCannotTellARate() {
        List<TargetClock> clocks = ComplianceClock.of(new Replications(LAB, List.of(rubble(70))));
        assertThat(clocks)
                .allSatisfy(clock ->
                        assertThat(clock.isTold()).isEqualTo(clock.reason().isEmpty()));
        assertThat(clocks).noneMatch(clock -> clock.reason().equals("no rate of it is reckoned"));
        assertThat(clock(LAB, "municipal-recycling-2025", rubble(70)).reason()).contains("none of this waste");
        assertThat(clock(LAB, "packaging-aluminium-2025", rubble(70)).reason()).contains("steel from aluminium");
        assertThat(clocks)
                .as("recalled rows are not loaded")
                .noneMatch(clock -> clock.target().id().equals("landfill-biodegradable-2016"));
    }

    @Test
    void whatIsSortedInAnyReplicationHasNoRate() {
        Bookkeeper books = new Bookkeeper(LAB);
        books.arise("a1", "rubble", Grade.MEASURED, 200 * TONNE);
        books.move("a1", "a0", "rubble", Operation.R12, Channel.EXCHANGE, TONNE);
        TargetClock clock = clock(LAB, "construction-2020", rubble(70), books.close());
        assertThat(clock.isTold()).isFalse();
        assertThat(clock.reason()).contains("R12");
        assertThat(clock.codes()).containsExactly("17 01 07");
    }

    @Test
    void targetsOfAKindStandInTheOrderOfTheirYears() {
        Lab lab = LabFixture.lab("long", 4, LocalDate.of(2036, 7, 1));
        Lab paper = Copies.withMaterials(
                lab,
                lab.materials().stream()
                        .map(each -> each.id().equals("ash") ? new Material("ash", "Paper", "20 01 01") : each)
                        .toList());
        Bookkeeper books = new Bookkeeper(LAB);
        for (int year = 2025; year <= 2036; year++) {
            books.arise("a1", "ash", Grade.MEASURED, 100 * TONNE);
            books.move("a1", "a0", "ash", Operation.R5, Channel.EXCHANGE, 62 * TONNE);
            books.moveToSite("a1", "a3", "ash", Operation.D1, Channel.DISPOSAL, 10 * TONNE);
            books.endYear();
        }
        Accounts accounts = books.close();
        assertThat(standings(clock(paper, "municipal-recycling-2020", accounts), 2025, 2030))
                .containsOnly("superseded");
        assertThat(standings(clock(paper, "municipal-recycling-2030", accounts), 2025, 2029))
                .containsOnly("next");
        assertThat(standings(clock(paper, "municipal-recycling-2030", accounts), 2030, 2034))
                .containsOnly("in force");
        assertThat(standings(clock(paper, "municipal-recycling-2035", accounts), 2025, 2029))
                .containsOnly("later");
        TargetClock recycling = clock(paper, "municipal-recycling-2030", accounts);
        assertThat(recycling.year(2030).orElseThrow().met()).isEqualTo(new Proportion(1, 1));
        assertThat(clock(paper, "municipal-recycling-2035", accounts)
                        .year(2035)
                        .orElseThrow()
                        .met())
                .isEqualTo(new Proportion(0, 1));
        TargetClock landfilled = clock(paper, "landfill-municipal-2035", accounts);
        assertThat(landfilled.year(2035).orElseThrow().met()).as("at most 10 %").isEqualTo(new Proportion(1, 1));
        assertThat(landfilled.year(2036).orElseThrow().share()).isCloseTo(182.0 / 366, within(1e-12));
    }

    private static List<String> standings(TargetClock clock, int first, int last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(
                        year -> clock.year((int) year).orElseThrow().standing().words())
                .toList();
    }

    /** Over a single calendar year the clock and the indicator of the same law read the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void inASingleYearTheRateIsTheIndicator(long seed) {
        Lab lab = LabFixture.lab("year", 4, LocalDate.of(2026, 1, 1));
        Accounts accounts = new RandomBooks(lab, seed).accounts();
        double indicator = Indicators.of(lab, accounts).stream()
                .filter(reading -> reading.measure().id().equals("demolition-recovery"))
                .findFirst()
                .orElseThrow()
                .value();
        TargetClock clock = clock(lab, "construction-2020", accounts);
        if (Double.isNaN(indicator)) {
            assertThat(clock.isTold()).isFalse();
        } else {
            assertThat(clock.year(2025).orElseThrow().rate().mean()).isCloseTo(indicator, within(1e-9));
        }
    }
}
