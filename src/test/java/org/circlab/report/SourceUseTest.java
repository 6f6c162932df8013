package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Accounts.Arisen;
import org.circlab.ledger.Chart;
import org.circlab.model.Grade;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

class SourceUseTest {

    private static final Lab LAB =
            ScenarioFile.read(Harbour.FILE).effective(null, List.of()).lab();
    private static final Chart CHART = Chart.of(List.of("foundry", "mill"), List.of("husks", "slag"));
    private static final Arisen SLAG = new Arisen(0, 1, Grade.MEASURED, 750, 0);
    private static final Arisen HUSKS = new Arisen(1, 0, Grade.DERIVED, 250, 0);

    @Test
    void theSourcesOfMostMassComeFirst() {
        List<SourceUse> uses = SourceUse.of(LAB, List.of(accounts(SLAG), accounts(HUSKS)));
        assertThat(uses.get(0).source().ref()).startsWith("Weighbridge");
        assertThat(uses.get(0).shareOfArising()).isEqualTo(0.75);
        assertThat(uses.get(1).source().ref()).startsWith("one tonne of husks");
        assertThat(uses.get(1).shareOfArising()).isEqualTo(0.25);
        assertThat(uses.stream().skip(2)).allMatch(use -> use.shareOfArising() == 0);
    }

    @Test
    void everySourceOfTheScenarioIsThereOnce() {
        List<SourceUse> uses = SourceUse.of(LAB, List.of(accounts(SLAG, HUSKS)));
        assertThat(uses).extracting(SourceUse::source).doesNotHaveDuplicates();
        assertThat(uses.stream().mapToInt(SourceUse::places).sum())
                .isEqualTo(LAB.sources().size());
    }

    @Test
    void withoutMassTheBestKnownComeFirst() {
        List<SourceUse> uses = SourceUse.of(LAB, List.of(accounts()));
        List<Grade> grades = new ArrayList<>(uses.stream()
                .filter(use -> use.places() == 1)
                .map(use -> use.source().grade())
                .toList());
        assertThat(grades).isNotEmpty().isSorted();
        assertThat(uses).allMatch(use -> Double.isNaN(use.shareOfArising()));
    }

    @Test
    void everyGradeIsCounted() {
        assertThat(SourceUse.byGrade(LAB).keySet()).containsExactlyElementsOf(Arrays.asList(Grade.values()));
        assertThat(SourceUse.byGrade(LAB).values()).containsExactly(1, 3, 1, 1);
    }

    private static Accounts accounts(Arisen... arisen) {
        return new Accounts(CHART, List.of(), List.of(), List.of(), List.of(), List.of(arisen), List.of());
    }
}
