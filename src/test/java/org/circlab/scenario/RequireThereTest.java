package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command line asks about must be there. */
class RequireThereTest {

    private static final Effective HARBOUR =
            ScenarioFile.read(Path.of("src/test/resources/report/harbour.yaml")).effective(null, List.of());

    @Test
    void actorsMaterialsAndNeedsAreThere() {
        HARBOUR.requireThere(null, null);
        HARBOUR.requireThere("mill", "husks");
        HARBOUR.requireThere("roads", "gravel");
    }

    @Test
    void allThatIsNotThereIsTold() {
        assertThatThrownBy(() -> HARBOUR.requireThere("mil", "husk"))
                .isInstanceOfSatisfying(
                        ScenarioException.class,
                        thrown -> assertThat(thrown.findings().stream().map(Finding::toString))
                                .containsExactlyInAnyOrder(
                                        "--actor: error UNKNOWN_ACTOR: There is no actor 'mil'. Maybe 'mill'?",
                                        "--material: error UNKNOWN_MATERIAL: There is no material or need 'husk'. Maybe 'husks'?"));
    }
}
