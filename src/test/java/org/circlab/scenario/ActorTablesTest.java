package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Lab;
import org.circlab.model.Timed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Actors that stand in tables beside the scenario. */
class ActorTablesTest {

    private static final String FARMS = """
            id,name,latitude,longitude,generates.ash.mean [t/yr],generates.ash.every
            f1,"Farm, first",46.38,15.05,1 200,
            f2,,46.39,15.06,7,1 wk
            """;
    private static final String TABLES = "tables: { farms: { actors: farms.csv, all: { nace: \"01.41\", "
            + "generates: { ash: { every: 2 d, disposal: dump } } } } }\npolicy: {";
    private static final String TEXT = Tiny.with("policy: {", TABLES);

    @TempDir
    Path folder;

    /** What the actors of a table would use is not called unused while the table cannot be read. */
    @Test
    void aTableThatCannotBeReadMakesNothingUnused() {
        Tiny.write(folder, "farms.csv", "name,id\nx,y\n");
        String text = Tiny.with("actors:\n", "tables: { farms: { actors: farms.csv } }\nactors:\n")
                .replace("  board: {}", "  board: {}\n  mud: {}")
                .replace("  heating:", "  even: { weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] }\n  heating:");
        assertThat(Tiny.findings(folder, "tiny.yaml", text))
                .extracting(Finding::code)
                .containsExactly("BAD_TABLE");
    }

    private Effective effective(String csv, String text, String... sets) {
        Tiny.write(folder, "farms.csv", csv);
        return Tiny.read(folder, "lab.yaml", text).effective(null, List.of(sets));
    }

    private List<Finding> findings(String csv, String text) {
        Tiny.write(folder, "farms.csv", csv);
        return Tiny.findings(folder, "lab.yaml", text);
    }

    private static Actor actor(Lab lab, String id) {
        return lab.actors().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double meanOf(Effective effective, String id) {
        Timed mean = actor(effective.lab(), id).generates().get(0).meanTonnesPerYear();
        return mean.steps().get(0).value();
    }

    @Test
    void eachRowIsAnActorOverWhatAllHave() {
        Effective effective = effective(FARMS, TEXT);
        Actor first = actor(effective.lab(), "f1");
        assertThat(first.name()).isEqualTo("Farm, first");
        assertThat(first.nace()).isEqualTo("01.41");
        assertThat(first.place()).isNotNull().hasToString("Place[latitude=46.38, longitude=15.05]");
        assertThat(meanOf(effective, "f1")).isEqualTo(1200);
        Arising ash = first.generates().get(0);
        assertThat(ash.every().meanMillis()).isEqualTo(2 * 86_400_000.0);
        Actor second = actor(effective.lab(), "f2");
        assertThat(second.name()).isEqualTo("f2");
        assertThat(second.generates().get(0).every().meanMillis()).isEqualTo(7 * 86_400_000.0);
    }

    @Test
    void theEffectiveScenarioHasThemWrittenOut() {
        Effective effective = effective(FARMS, TEXT);
        assertThat(effective.text())
                .doesNotContain("tables")
                .contains(
                        "    generates:\n      ash:\n        every: 2 d\n        disposal: dump\n        mean: 1 200 t/yr\n")
                .contains("    at: [46.39, 15.06]\n");
        Effective again = Tiny.read(folder, "reread.yaml", effective.text()).effective(null, List.of());
        assertThat(again.lab()).isEqualTo(effective.lab());
        assertThat(again.hash()).isEqualTo(effective.hash());
    }

    @Test
    void actorsOfTheFilePatchThemAndVariantsPatchBoth() {
        String text = TEXT.replace("actors:\n  plant:", "actors:\n  f1: { name: Patched }\n  f2: null\n  plant:")
                .replace("first: {}", "first: { actors: { f1: { generates: { ash: { mean: 5 t/yr } } } } }")
                .replace(
                        "{ name: Second }",
                        "{ tables: { farms: { all: { nace: \"01.50\" } } }, actors: { f1: null } }");
        Effective first = effective(FARMS, text);
        assertThat(actor(first.lab(), "f1").name()).isEqualTo("Patched");
        assertThat(meanOf(first, "f1")).isEqualTo(5);
        assertThat(first.text()).doesNotContain("f2:");
        Tiny.write(folder, "lab.yaml", text.replace("f2: null", "f3: null"));
        Effective second = ScenarioFile.read(folder.resolve("lab.yaml")).effective("second", List.of());
        assertThat(second.text()).doesNotContain("f1:");
        assertThat(actor(second.lab(), "f2").nace()).isEqualTo("01.50");
        assertThat(second.warnings()).singleElement().asString().contains("DELETES_NOTHING", "actors.f3");
    }

    @Test
    void overridesReachTheTableAndItsActors() {
        Effective effective = effective(
                FARMS, TEXT, "actors.f2.generates.ash.mean=9 t/yr", "tables.farms.all.generates.ash.every=4 d");
        assertThat(meanOf(effective, "f2")).isEqualTo(9);
        assertThat(actor(effective.lab(), "f1").generates().get(0).every().meanMillis())
                .isEqualTo(4 * 86_400_000.0);
        Tiny.write(folder, "others.csv", "id,generates.ash.mean\nf9,3 kt/yr\n");
        String placed = TEXT.replace("nace:", "at: [46.4, 15], nace:");
        assertThat(meanOf(effective(FARMS, placed, "tables.farms.actors=others.csv"), "f9"))
                .isEqualTo(3000);
    }

    @Test
    void cellsMayHoldListsAndMaps() {
        String csv =
                "id,at,permits.operations,generates.ash.spread\nf1,\"[46.4, 15]\",\"[R5, D1]\",{ lognormal: { cv: 10 % } }\n";
        Effective effective = effective(csv, TEXT.replace("every: 2 d,", "every: 2 d, mean: 3 t/yr,"));
        assertThat(actor(effective.lab(), "f1").permits().operations()).hasSize(2);
        assertThat(actor(effective.lab(), "f1").generates().get(0).spread().toString())
                .contains("Lognormal");
        assertThat(findings("id,at\nf1,\"[46.4\"\n", TEXT.replace("every: 2 d,", "every: 2 d, mean: 3 t/yr,")))
                .first()
                .asString()
                .contains("farms.csv:2:4: error SYNTAX: A list in brackets is not closed");
    }

    @Test
    void aBaseMayBringItsTable() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Tiny.write(folder.resolve("sub"), "farms.csv", FARMS);
        Tiny.write(folder.resolve("sub"), "base.yaml", TEXT);
        Effective effective = Tiny.read(
                        folder, "lab.yaml", "extends: sub/base.yaml\ntables: { farms: { all: { name: F } } }\n")
                .effective(null, List.of());
        assertThat(actor(effective.lab(), "f2").name()).isEqualTo("F");
    }

    @Test
    void distancesKnowTheActorsOfEveryTable() {
        Tiny.write(folder, "others.csv", "id,at,generates.ash.mean\nf9,\"[46.4, 15]\",3 kt/yr\n");
        Tiny.write(folder, "km.csv", "from,to,km\nf1,press,7\nf9,press,7\nf8,press,7\n");
        String text = TEXT.replace("policy:", "distances: km.csv\npolicy:")
                .replace("{ name: Second }", "{ tables: { farms: { actors: others.csv } } }");
        assertThat(findings(FARMS, text))
                .singleElement()
                .asString()
                .contains("km.csv:4:1: error UNKNOWN_ACTOR", "'f8'");
    }

    static Stream<Arguments> mistakes() {
        String head = "id,latitude,longitude,generates.ash.mean\n";
        return Stream.of(
                arguments("name,id\na,b\n", "farms.csv:1:1: error BAD_TABLE", "it must be 'id'"),
                arguments(head, "farms.csv:1:1: error BAD_TABLE", "no rows"),
                arguments("id,a.b [t\nf,1\n", "farms.csv:1:4: error UNKNOWN_KEY", "'a'"),
                arguments("id,generates..mean\nf,1\n", "farms.csv:1:4: error BAD_TABLE", "is no path"),
                arguments("id,a" + ".a".repeat(40_000) + "\nf,1\n", "farms.csv:1:4: error BAD_TABLE", "is no path"),
                arguments("id,name,name\nf,1,2\n", "farms.csv:1:9: error BAD_TABLE", "already at"),
                arguments("id,name,name [t]\nf,1,2\n", "farms.csv:1:9: error BAD_TABLE", "say the same thing"),
                arguments("id,permits,permits.codes\nf,1,2\n", "farms.csv:1:12: error BAD_TABLE", "say the same"),
                arguments("id,latitude\nf,1\n", "farms.csv:1:1: error BAD_TABLE", "both 'latitude' and 'longitude'"),
                arguments("id,latitude,longitude,at\nf,1,2,3\n", "farms.csv:1:23: error BAD_TABLE", "say the same"),
                arguments(head + "f1,46,15\n", "farms.csv:2:1: error BAD_TABLE", "3 cells; the header has 4"),
                arguments(head + "f1,46,15,1 t/yr\nf1,46,15,1 t/yr\n", "farms.csv:3:1: error DUPLICATE_KEY", ":2:1."),
                arguments(head + ",46,15,1 t/yr\n", "farms.csv:2:1: error BAD_TABLE", "has no id"),
                arguments(head + "f.1,46,15,1 t/yr\n", "farms.csv:2:1: error BAD_ID", "no id"),
                arguments(head + "f1,,15,1 t/yr\n", "farms.csv:2:4: error BAD_PLACE", "Only one of"),
                arguments(head + "f1,146,15,1 t/yr\n", "farms.csv:2:4: error BAD_PLACE", "swapped"),
                arguments(head + "f1,46,15,1\n", "farms.csv:2:10: error BAD_QUANTITY", "mass per time"),
                arguments(head + "f1,46,15,1 t/yr\nf2,46,15,\n", "farms.csv:3:10: error MISSING_KEY", "'mean' is"),
                arguments(head + "f1,46,15,-1 t/yr\n", "farms.csv:2:10: error OUT_OF_RANGE", "at least 0"),
                arguments(head + "f1,46,15,\"1\n", "farms.csv:2:10: error BAD_TABLE", "not closed"));
    }

    @ParameterizedTest(name = "{1} {2}")
    @MethodSource("mistakes")
    void mistakesAreFoundInTheTable(String csv, String place, String saying) {
        List<Finding> errors = findings(csv, TEXT);
        assertThat(errors).as("%s", errors).first().asString().contains(place, saying);
    }

    @Test
    void unitsStandInTheHeaderOrInTheCells() {
        assertThat(findings("id,at,generates.ash.mean [t/yr]\nf1,\"[46, 15]\",3 kt/yr\n", TEXT))
                .first()
                .asString()
                .contains("farms.csv:2:15: error BAD_QUANTITY: '3 kt/yr' is no plain number", "the unit, t/yr");
        assertThat(findings("id,at,generates.ash.mean [tons]\nf1,\"[46, 15]\",3\n", TEXT))
                .singleElement()
                .asString()
                .contains("farms.csv:1:7: error BAD_QUANTITY: 'tons' is no unit.");
    }

    @Test
    void whatAllActorsShareIsToldOnce() {
        String csv = """
                id,at,generates.ash.meen,generates.asch.mean
                f1,"[46, 15]",3 t/yr,3 t/yr
                f2,"[46, 15]",3 t/yr,3 t/yr
                f3,"[46, 15]",3 t/yr,3 t/yr
                """;
        List<Finding> all = findings(csv, TEXT.replace("every: 2 d,", "mean: 1 t/yr, evry: 2 d,"));
        assertThat(all.stream().map(Finding::toString))
                .satisfiesExactly(
                        one -> assertThat(one)
                                .contains("farms.csv:1:7: error UNKNOWN_KEY: 'meen'", "for 2 more actors"),
                        two -> assertThat(two).contains("farms.csv:1:26: error UNKNOWN_MATERIAL", "Maybe 'ash'?"),
                        three ->
                                assertThat(three).contains("lab.yaml:46:", "UNKNOWN_KEY: 'evry'", "for 2 more actors"));
    }

    @Test
    void mistakesAboutTheTableAreFoundWhereItIsNamed() throws IOException {
        assertThat(findings(FARMS, TEXT.replace("actors: farms.csv", "actors: none.csv"))
                        .toString())
                .contains("lab.yaml:46:28: error UNREADABLE_FILE", "none.csv' does not exist");
        assertThat(findings(FARMS, TEXT.replace("actors: farms.csv", "actors: ../farms.csv"))
                        .toString())
                .contains("lab.yaml:46:28: error BAD_PATH");
        assertThat(findings(FARMS, TEXT.replace("actors: farms.csv, ", "")).toString())
                .contains("46:", "MISSING_KEY");
        assertThat(findings(FARMS, TEXT.replace("actors: farms.csv", "actors: farms.csv, al: {}"))
                        .toString())
                .contains("UNKNOWN_KEY: 'al'", "Maybe 'all'?");
        assertThat(findings(FARMS, TEXT.replace("{ farms: {", "{ farms: { actors: farms.csv }, more: {"))
                        .toString())
                .contains("DUPLICATE_KEY: The actor 'f1' stands here and already at");
        assertThat(findings(FARMS, Tiny.with("policy: {", "tables: farms.csv\npolicy: {"))
                        .toString())
                .contains("lab.yaml:46:9: error WRONG_KIND");
        Files.write(folder.resolve("latin.csv"), new byte[] {'i', 'd', '\n', (byte) 0x9A});
        assertThat(findings(FARMS, TEXT.replace("actors: farms.csv", "actors: latin.csv"))
                        .toString())
                .contains("latin.csv:2:1: error NOT_UTF8");
    }
}
