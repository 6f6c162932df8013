package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.circlab.model.DistanceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of distances beside a scenario. */
class DistancesTest {

    @TempDir
    Path outside;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("lab"));
    }

    private static String naming(String file) {
        return Tiny.with("policy:", "distances: " + file + "\npolicy:");
    }

    private List<Finding> findings(String csv) {
        Tiny.write(folder, "km.csv", csv);
        return Tiny.findings(folder, "tiny.yaml", naming("km.csv"));
    }

    private DistanceTable table(String csv) {
        Tiny.write(folder, "km.csv", csv);
        return Tiny.read(folder, "tiny.yaml", naming("km.csv"))
                .effective(null, List.of())
                .lab()
                .distances();
    }

    @Test
    void aPairHoldsInBothDirections() {
        DistanceTable table =
                table("\uFEFFfrom,to,km\r\nplant,press,12.5\r\n\r\n \"dump\" ,plant,1 000\r\npress,plant,13\r\n");
        assertThat(table.between("plant", "press")).hasValue(12.5);
        assertThat(table.between("press", "plant")).hasValue(13);
        assertThat(table.between("plant", "dump")).hasValue(1000);
        assertThat(table.between("press", "dump")).isEmpty();
    }

    private static final String RAIL = "{ payload: 1 kt, cost: 0.03 EUR/tkm, speed: 30 km/h }";

    /** A scenario whose ash goes by rail. */
    private static String byRail(String distances) {
        return naming(distances)
                .replace("mean: 230", "by: rail\n        mean: 230")
                .replace("  fleets:", "  modes: { rail: " + RAIL + " }\n  fleets:");
    }

    @Test
    void aTableMayTellDistancesByMode() {
        Tiny.write(folder, "km.csv", "from,to,km,mode\nplant,press,120,\nplant,press,150,rail\npress,plant,160,rail\n");
        DistanceTable table = Tiny.read(folder, "tiny.yaml", byRail("km.csv"))
                .effective(null, List.of())
                .lab()
                .distances();
        assertThat(table.between("press", "plant")).hasValue(120);
        assertThat(table.between("truck", "plant", "press")).hasValue(120);
        assertThat(table.between("rail", "plant", "press")).hasValue(150);
        assertThat(table.between("rail", "press", "plant")).hasValue(160);
        assertThat(table.between("rail", "plant", "dump")).isEmpty();
        String inline = byRail(
                "{ plant: { press: { truck: 120 km, rail: 150 km, note: by Graz } }, press: { plant: { rail: 160 km } } }");
        assertThat(Tiny.read(folder, "tiny.yaml", inline)
                        .effective(null, List.of())
                        .lab()
                        .distances())
                .isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from,to,km,mode;plant,press,1,rail;plant,press,2,rail | 3:1  | DUPLICATE_DISTANCE | by rail stands here",
                "from,to,km,mode;plant,press,1,;plant,press,2,truck    | 3:1  | DUPLICATE_DISTANCE | by truck stands here",
                "from,to,km,mode;plant,press,1,rial                    | 2:15 | UNKNOWN_MODE       | Maybe 'rail'?",
                "from,to,km,mode;plant,press,1                         | 2:1  | BAD_TABLE          | the header has 4",
                "from,to,km,mode,x;plant,press,1,rail,y                | 1:1  | BAD_DISTANCES      | from,to,km,mode",
                "from,to,km;plant,press,1,rail                         | 2:1  | BAD_TABLE          | the header has 3",
            })
    void mistakesAreFoundInATableByMode(String csv, String place, String code, String saying) {
        Tiny.write(folder, "km.csv", csv.replace(";", "\n") + "\n");
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", byRail("km.csv"));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).toString()).contains("km.csv:" + place + ": ", " " + code + ": ", saying);
    }

    @Test
    void mistakesAreFoundInDistancesByModeInTheScenario() {
        assertThat(Tiny.findings(folder, "tiny.yaml", byRail("{ plant: { press: { rial: 1 km } } }"))
                        .toString())
                .contains("error UNKNOWN_MODE", "Maybe 'rail'?");
        assertThat(Tiny.findings(folder, "tiny.yaml", byRail("{ plant: { press: {} } }"))
                        .toString())
                .contains("error WRONG_KIND");
        assertThat(Tiny.findings(folder, "tiny.yaml", byRail("{ plant: { press: { rail: 1 } } }"))
                        .toString())
                .contains("error BAD_QUANTITY");
    }

    @Test
    void whereNoPlaceIsKnownTheDistanceMustBeGivenForTheModeOrTheRoad() {
        String placeless = byRail("km.csv").replace("    at: [46.38, 15.05]\n", "");
        String others = "plant,dump,4,\n";
        Tiny.write(folder, "km.csv", "from,to,km,mode\nplant,press,120,rail\n" + others);
        assertThat(Tiny.findings(folder, "tiny.yaml", placeless)).isEmpty();
        Tiny.write(folder, "km.csv", "from,to,km,mode\nplant,press,120,\n" + others);
        assertThat(Tiny.findings(folder, "tiny.yaml", placeless)).isEmpty();
        String byTruck = placeless.replace("by: rail", "by: truck").replace("trucks: 2 }", "trucks: 2, mode: rail }");
        Tiny.write(folder, "km.csv", "from,to,km,mode\nplant,press,120,rail\n" + others);
        assertThat(Tiny.findings(folder, "tiny.yaml", byTruck))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("'plant' has no place and no distance to 'press'.");
    }

    @Test
    void modesOfOtherVariantsAreLeftOut() {
        Tiny.write(folder, "km.csv", "from,to,km,mode\nplant,press,5,tram\nplant,press,7,\n");
        String tram = "haulage: { modes: { tram: " + RAIL + " }, fleets: { own: { mode: tram } } }";
        ScenarioFile file =
                Tiny.read(folder, "tiny.yaml", naming("km.csv").replace("{ name: Second }", "{ " + tram + " }"));
        assertThat(file.validate()).isEmpty();
        assertThat(file.effective("first", List.of()).text()).doesNotContain("tram");
        assertThat(file.effective("second", List.of()).lab().distances().between("tram", "press", "plant"))
                .hasValue(5);
    }

    @Test
    void anEmptyTableIsNone() {
        assertThat(table("from,to,km\n")).isEqualTo(DistanceTable.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from;to;km;plant;press;1              | 1:1 | BAD_TABLE          | with ',' between",
                "from,to,miles;plant,press,7           | 1:1 | BAD_DISTANCES      | Begin the file with",
                "                                      | 1:1 | BAD_TABLE          | Begin the file with",
                "from,to,km;plant,press                | 2:1 | BAD_TABLE          | 2 cells",
                "from,to,km;plant,press,1;plant,dump,2,5 | 3:1 | BAD_TABLE        | decimals with a",
                "from,to,km;plant,press,-3             | 2:13 | BAD_DISTANCES     | at least 0",
                "from,to,km;plant,press,NaN            | 2:13 | BAD_DISTANCES     | plain number",
                "from,to,km;plant,press,Infinity       | 2:13 | BAD_DISTANCES     | plain number",
                "from,to,km;plant,press,12 km          | 2:13 | BAD_DISTANCES     | where none belongs",
                "from,to,km;plant,pres,12              | 2:7 | UNKNOWN_ACTOR      | Maybe 'press'?",
                "from,to,km;plnt,press,12              | 2:1 | UNKNOWN_ACTOR      | Maybe 'plant'?",
                "from,to,km;plant,press,12;plant,press,12 | 3:1 | DUPLICATE_DISTANCE | already at",
                "from,to,km;plant,press,12000          | 2:1 | UNLIKELY_MAGNITUDE | metres",
                "from,to,km;plant,'press,12            | 2:7 | BAD_TABLE          | Close the quotes",
            },
            quoteCharacter = '`')
    void mistakesAreFoundInTheTable(String csv, String place, String code, String saying) {
        String text = csv == null
                ? ""
                : csv.replace(csv.startsWith("from;") ? "~" : ";", "\n").replace('\'', '"') + "\n";
        List<Finding> findings = findings(text);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).toString()).contains("km.csv:" + place + ": ", " " + code + ": ", saying);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../km.csv", "/etc/hostname", "sub/../../km.csv", "\"a\\\\b\""})
    void filesOutsideTheFolderAreRefused(String name) {
        Tiny.write(outside, "km.csv", "from,to,km\n");
        List<Finding> findings = Tiny.findings(folder, "tiny.yaml", naming(name));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).code()).isEqualTo("BAD_PATH");
        assertThat(findings.get(0).mark().line()).isEqualTo(46);
    }

    @Test
    void linksOutOfTheFolderAreRefused() throws IOException {
        Path secret = Tiny.write(outside, "secret.csv", "from,to,km\nplant,press,1\n");
        Files.createSymbolicLink(folder.resolve("km.csv"), secret);
        assertThat(Tiny.findings(folder, "tiny.yaml", naming("km.csv")).toString())
                .contains("tiny.yaml:46:12: error BAD_PATH", "leads out of the scenario's folder");
    }

    @Test
    void aMissingTableIsFoundWhereItIsNamed() {
        assertThat(Tiny.findings(folder, "tiny.yaml", naming("none.csv")).toString())
                .contains("tiny.yaml:46:12: error UNREADABLE_FILE", "does not exist");
        assertThat(Tiny.findings(folder, "tiny.yaml", naming("[a]")).toString()).contains("46:12: error WRONG_KIND");
    }

    @Test
    void distancesMayStandInTheScenario() {
        String inline = naming("{ plant: { press: 12 km, dump: 800 m } }");
        DistanceTable table = Tiny.read(folder, "tiny.yaml", inline)
                .effective(null, List.of())
                .lab()
                .distances();
        assertThat(table.between("press", "plant")).hasValue(12);
        assertThat(table.between("dump", "plant")).hasValue(0.8);
        assertThat(Tiny.findings(folder, "tiny.yaml", naming("{ plant: { prss: 12 km } }"))
                        .toString())
                .contains("46:23: error UNKNOWN_ACTOR");
        assertThat(Tiny.findings(folder, "tiny.yaml", naming("{ plant: 12 km }"))
                        .toString())
                .contains("46:21: error WRONG_KIND");
    }

    @Test
    void actorsOfOtherVariantsAreLeftOut() {
        Tiny.write(folder, "km.csv", "from,to,km\nplant,late,5\nplant,press,7\n");
        String text = naming("km.csv")
                .replace("{ name: Second }", "{ actors: { late: { needs: { a: { mean: 1 t/yr } } } } }");
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", text);
        assertThat(file.validate()).isEmpty();
        assertThat(file.effective("first", List.of()).text()).doesNotContain("late");
        assertThat(file.effective("second", List.of()).lab().distances().between("late", "plant"))
                .hasValue(5);
    }

    /** What a variant, an override or a base says of a pair goes before its line of the table, and the other lines stay. */
    @Test
    void whatIsSaidOfAPairGoesBesideTheTable() {
        Tiny.write(folder, "km.csv", "from,to,km,mode\nplant,press,120,\nplant,press,150,rail\nplant,dump,4,\n");
        String patched = byRail("km.csv").replace("{ name: Second }", "{ distances: { plant: { dump: 5 km } } }");
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", patched);
        assertThat(file.validate()).isEmpty();
        DistanceTable second = file.effective("second", List.of()).lab().distances();
        assertThat(second.between("plant", "dump")).hasValue(5);
        assertThat(second.between("plant", "press")).hasValue(120);
        assertThat(second.between("rail", "plant", "press")).hasValue(150);
        DistanceTable set = file.effective("first", List.of("distances.plant.press.rail=99 km"))
                .lab()
                .distances();
        assertThat(set.between("rail", "plant", "press")).hasValue(99);
        assertThat(set.between("plant", "press")).hasValue(120);
        assertThat(set.between("plant", "dump")).hasValue(4);
        DistanceTable road = file.effective("second", List.of("distances.press.plant=7 km"))
                .lab()
                .distances();
        assertThat(road.between("press", "plant")).hasValue(7);
        assertThat(road.between("plant", "press")).hasValue(7);
        assertThat(road.between("rail", "press", "plant")).hasValue(150);
        assertThat(road.between("plant", "dump")).hasValue(5);
        String more = "circlab: 1\nextends: tiny.yaml\nid: more\ndistances: { plant: { press: 1 km } }\n";
        DistanceTable extended = Tiny.read(folder, "more.yaml", more)
                .effective("first", List.of())
                .lab()
                .distances();
        assertThat(extended.between("plant", "press")).hasValue(1);
        assertThat(extended.between("plant", "dump")).hasValue(4);
    }

    /** Of a pair that the table tells for each direction, the other direction stays. */
    @ParameterizedTest
    @CsvSource({
        "'plant,press,100',                  50, 50",
        "'plant,press,100;press,plant,90',   100, 50",
        "'press,plant,90',                   50, 50"
    })
    void aPairGoesBeforeItsLineInWhicheverDirectionThatIs(String lines, double there, double back) {
        Tiny.write(folder, "km.csv", "from,to,km\n" + lines.replace(";", "\n") + "\n");
        Effective effective = Tiny.read(folder, "tiny.yaml", naming("{ table: km.csv, press: { plant: 50 km } }"))
                .effective(null, List.of());
        assertThat(effective.lab().distances().between("plant", "press")).hasValue(there);
        assertThat(effective.lab().distances().between("press", "plant")).hasValue(back);
        assertThat(Tiny.read(folder, "again.yaml", effective.text())
                        .effective(null, List.of())
                        .lab())
                .isEqualTo(effective.lab());
    }

    @Test
    void anotherTableTakesThePlaceOfATable() {
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,120\nplant,dump,4\n");
        Tiny.write(folder, "other.csv", "from,to,km\nplant,press,7\n");
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", naming("km.csv"));
        for (String set : List.of("distances=other.csv", "distances.table=other.csv")) {
            DistanceTable table = file.effective(null, List.of(set)).lab().distances();
            assertThat(table.between("plant", "press")).as(set).hasValue(7);
            assertThat(table.between("plant", "dump")).as(set).isEmpty();
        }
    }

    @Test
    void aTableMayStandAmongPairsAndReadsBackAsTheSame() {
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,120\nplant,dump,4\n");
        Effective effective = Tiny.read(folder, "tiny.yaml", naming("{ table: km.csv, plant: { press: 12 km } }"))
                .effective(null, List.of());
        assertThat(effective.lab().distances().between("plant", "press")).hasValue(12);
        assertThat(effective.lab().distances().between("plant", "dump")).hasValue(4);
        assertThat(effective.text()).doesNotContain("km.csv");
        assertThat(Tiny.read(folder, "again.yaml", effective.text())
                        .effective(null, List.of())
                        .lab()
                        .distances())
                .isEqualTo(effective.lab().distances());
    }

    @Test
    void mistakesInATableAreToldBesidePairsToo() {
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,-3\n");
        assertThat(Tiny.findings(folder, "tiny.yaml", naming("{ table: km.csv, plant: { dump: 12 } }")))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("BAD_DISTANCES", "BAD_QUANTITY");
        assertThat(Tiny.findings(folder, "tiny.yaml", naming("{ table: none.csv }"))
                        .toString())
                .contains("tiny.yaml:46:21: error UNREADABLE_FILE");
    }

    @Test
    void theHashKnowsTheTable() {
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,12\n");
        ScenarioFile file = Tiny.read(folder, "tiny.yaml", naming("km.csv"));
        String before = file.effective(null, List.of()).hash();
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,13\n");
        assertThat(file.effective(null, List.of()).hash()).as("it was read").isEqualTo(before);
        assertThat(Tiny.read(folder, "tiny.yaml", naming("km.csv"))
                        .effective(null, List.of())
                        .hash())
                .isNotEqualTo(before);
    }
}
