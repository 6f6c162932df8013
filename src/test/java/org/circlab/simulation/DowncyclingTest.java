package org.circlab.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.circlab.simulation.Parts.line;
import static org.circlab.simulation.Parts.need;
import static org.circlab.simulation.Parts.stream;

import org.circlab.model.Disposal;
import org.circlab.model.Exchange;
import org.circlab.model.Recipe;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looped material is worth: the part of its ratio that is left, whoever asks. */
class DowncyclingTest {

    private static final Disposal FREE = new Disposal.Outside(0, 0, 0, 0);

    private static Recipe.Output freely(String material) {
        return new Recipe.Output(material, 1, 0, "", FREE, null);
    }

    /** Scrap that a yard sorts to grit; a kiln saves virgin clay at 20 EUR/t with a tonne of it, and is 15 EUR/t away. */
    private static TinyLab grit(Exchange.Rule rule, double kept) {
        return TinyLab.of()
                .donor("plant", stream("scrap").at(1, 20))
                .line("yard", line("sorting", "scrap").store(100).out(freely("grit")))
                .need("kiln", need("clay").virgin(20, 0).accepts("grit", 1, 0).store(100))
                .km("yard", "kiln", 15)
                .km("mill", "kiln", 15)
                .truck(1, 0)
                .exchange(rule, 1)
                .substances(new SubstancesTest.Layer()
                        .stream("plant", "scrap", 0, 0, 0)
                                .keptByLoop("kiln", "clay", "grit", kept)
                                .build());
    }

    /** After one line 20 x 0.8 = 16 is more than 15, 20 x 0.7 = 14 is not. */
    @ParameterizedTest
    @CsvSource({"0.8, 20", "0.7, 0"})
    void theOptimumCountsWhatIsLeftOfARatio(double kept, double tonnes) {
        assertThat(Run.of(grit(Exchange.Rule.OPTIMAL, kept)).tonnes("yard", "kiln", "grit"))
                .isEqualTo(tonnes);
    }

    /** After two lines 20 x 0.9 x 0.9 = 16.2 is more than 15, 20 x 0.8 x 0.8 = 12.8 is not. */
    @ParameterizedTest
    @CsvSource({"0.9, 20", "0.8, 0"})
    void eachLineOnTheWayWearsIt(double kept, double tonnes) {
        TinyLab lab = TinyLab.of()
                .donor("plant", stream("waste").at(1, 20))
                .line("yard", line("sorting", "waste").store(100).out(freely("scrap")))
                .line("mill", line("milling", "scrap").store(100).out(freely("grit")))
                .need("kiln", need("clay").virgin(20, 0).accepts("grit", 1, 0).store(100))
                .km("mill", "kiln", 15)
                .truck(1, 0)
                .exchange(Exchange.Rule.OPTIMAL, 1)
                .substances(new SubstancesTest.Layer()
                        .stream("plant", "waste", 0, 0, 0)
                                .keptByLoop("kiln", "clay", "grit", kept)
                                .build());
        assertThat(Run.of(lab).tonnes("mill", "kiln", "grit")).isEqualTo(tonnes);
    }

    /** The kiln gets nothing and saves 20 x kept; it asks for more than 15. */
    @ParameterizedTest
    @CsvSource({"NEAREST, 0.8, 20", "NEAREST, 0.7, 0", "OPTIMAL, 0.8, 20", "OPTIMAL, 0.7, 0"})
    void aHurdleCountsWhatIsLeftOfARatio(Exchange.Rule rule, double kept, double tonnes) {
        TinyLab lab = grit(rule, kept).truck(0, 0).hurdle("kiln", 15);
        assertThat(Run.of(lab).tonnes("yard", "kiln", "grit")).isEqualTo(tonnes);
    }

    /** What has been through no line is worth all of its ratio, wherever grit of lines goes. */
    @ParameterizedTest
    @CsvSource({"0.8, 20", "0.7, 20", "0.1, 20"})
    void freshMaterialIsNotWorn(double kept, double tonnes) {
        TinyLab lab = grit(Exchange.Rule.OPTIMAL, kept)
                .donor("pit", stream("grit").at(1, 20).disposal(FREE))
                .km("pit", "kiln", 15);
        assertThat(Run.of(lab).tonnes("pit", "kiln", "grit")).isEqualTo(tonnes);
    }

    /** Grit that comes back to the yard from the mill has been through more lines, yet some of it only through one. */
    @ParameterizedTest
    @CsvSource({"0.8, 20", "0.7, 0"})
    void whereWaysDifferTheShortestCounts(double kept, double tonnes) {
        TinyLab lab = grit(Exchange.Rule.OPTIMAL, kept)
                .line("mill", line("milling", "grit").costs(30, 0).store(100).out(freely("scrap")));
        assertThat(Run.of(lab).tonnes("yard", "kiln", "grit")).isEqualTo(tonnes);
    }
}
