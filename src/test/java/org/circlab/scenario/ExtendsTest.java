package org.circlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.model.Timed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios that are merge patches over others. */
class ExtendsTest {

    private static final String BARE = Tiny.TEXT.substring(0, Tiny.TEXT.indexOf("variants:"));

    @TempDir
    Path outside;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("labs"));
        Files.createDirectory(folder.resolve("sub"));
    }

    private Effective effective(String text) {
        return Tiny.read(folder, "lab.yaml", text).effective(null, List.of());
    }

    private List<Finding> findings(String text) {
        return Tiny.findings(folder, "lab.yaml", text);
    }

    @Test
    void aFileThatOnlyExtendsIsTheSameLab() {
        Tiny.write(folder, "base.yaml", Tiny.TEXT);
        Effective effective = effective("extends: base.yaml\n");
        Effective base = ScenarioFile.read(folder.resolve("base.yaml")).effective(null, List.of());
        assertThat(effective).isEqualTo(base);
        assertThat(effective.text()).doesNotContain("extends");
    }

    @Test
    void whatItSaysIsMergedOverTheBase() {
        Tiny.write(folder, "base.yaml", Tiny.TEXT);
        Effective effective = effective("""
                extends: base.yaml
                name: Another lab
                policy: { landfill-tax: 60 EUR/t }
                actors: { press: { needs: null }, late: { at: [46.3, 15], needs: { a: { mean: 1 t/yr } } } }
                """);
        assertThat(effective.lab().name()).isEqualTo("Another lab");
        assertThat(effective.lab().policy().landfillTaxEurosPerTonne()).isEqualTo(Timed.constant(60));
        assertThat(effective.lab().actors().stream()
                        .map(actor -> actor.id() + actor.needs().size()))
                .containsExactly("dump0", "late1", "plant0", "press0");
        assertThat(Tiny.read(folder, "reread.yaml", effective.text())
                        .effective(null, List.of())
                        .lab())
                .isEqualTo(effective.lab());
    }

    @Test
    void extendingEqualsAVariantOfTheBase() {
        String patch = "{ actors: { plant: { generates: { ash: { mean: 99 kt/yr, season: null } } } } }";
        Tiny.write(folder, "base.yaml", Tiny.TEXT);
        String variant = Tiny.with("{ name: Second }", patch);
        assertThat(effective(patch.replaceFirst("\\{", "{ extends: base.yaml,")).text())
                .isEqualTo(Tiny.read(folder, "variant.yaml", variant)
                        .effective("second", List.of())
                        .text());
    }

    @Test
    void variantsOfTheBaseAreKeptAndPatched() {
        Tiny.write(folder, "base.yaml", Tiny.TEXT);
        ScenarioFile file = Tiny.read(folder, "lab.yaml", """
                extends: base.yaml
                variants: { first: null, second: { policy: { landfill-tax: 1 EUR/t } }, third: { about: New }, }
                """);
        assertThat(file.variants()).containsExactly("second", "third");
        Effective second = file.effective(null, List.of());
        assertThat(second.variantName()).isEqualTo("Second");
        assertThat(second.lab().policy().landfillTaxEurosPerTonne()).isEqualTo(Timed.constant(1));
        assertThat(file.effective("third", List.of()).lab().policy().landfillTaxEurosPerTonne())
                .isEqualTo(Timed.constant(11));
    }

    @Test
    void whatAVariantDeletesStaysDeletedOverABase() {
        Tiny.write(folder, "base.yaml", Tiny.with("second: {", "second: { contracts: { fill: null },"));
        ScenarioFile file = Tiny.read(folder, "lab.yaml", """
                extends: base.yaml
                variants:
                  second: { actors: { press: { needs: null } } }
                  third: { contracts: null }
                """);
        assertThat(file.effective("second", List.of()).text()).doesNotContain("\n  fill:", "needs:");
        assertThat(file.effective("third", List.of()).text())
                .doesNotContain("\n  fill:")
                .contains("needs:");
        assertThat(findings("extends: base.yaml\nvariants: { frst: null }\n"))
                .singleElement()
                .asString()
                .contains("lab.yaml:2:13: warning DELETES_NOTHING", "Maybe 'first'?");
    }

    @Test
    void tablesAreLookedForBesideTheFileThatNamesThem() {
        Tiny.write(folder.resolve("sub"), "km.csv", "from,to,km\nplant,press,7\n");
        Tiny.write(folder, "km.csv", "from,to,km\nplant,press,8\n");
        Tiny.write(folder.resolve("sub"), "base.yaml", BARE + "distances: km.csv\n");
        assertThat(effective("extends: sub/base.yaml\n").lab().distances().between("plant", "press"))
                .hasValue(7);
        assertThat(effective("extends: sub/base.yaml\ndistances: km.csv\n")
                        .lab()
                        .distances()
                        .between("plant", "press"))
                .hasValue(8);
        ScenarioFile file = Tiny.read(folder, "lab.yaml", "extends: sub/base.yaml\n");
        assertThat(file.effective(null, List.of("distances=km.csv"))
                        .lab()
                        .distances()
                        .between("plant", "press"))
                .hasValue(8);
    }

    @Test
    void aChainMayCrossFoldersWithinThatOfTheScenario() {
        Tiny.write(folder, "base.json", JsonTwin.write(tree(BARE)));
        Tiny.write(folder.resolve("sub"), "middle.yaml", "extends: ../base.json\nname: Middle\n");
        assertThat(effective("extends: sub/middle.yaml\n").lab().name()).isEqualTo("Middle");
        assertThat(findings("extends: sub/../sub/./middle.yaml\nid: other\n")).isEmpty();
        assertThat(Tiny.findings(folder.resolve("sub"), "lab.yaml", "extends: middle.yaml\n"))
                .singleElement()
                .asString()
                .contains("middle.yaml:1:10: error BAD_PATH: '../base.json' leads out of the scenario's folder");
    }

    private static Tree tree(String text) {
        return TreeParser.parse(new SourceText("x", text, true), false, new Findings())
                .orElseThrow();
    }

    @Test
    void mistakesInTheBaseAreFoundInItsFile() {
        Path base = Tiny.write(folder, "base.yaml", Tiny.with("process: pressing", "process: presing"));
        assertThat(findings("extends: base.yaml\npolicy: { polcy: 1 }\n").stream()
                        .map(Finding::toString))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith(base + ":34:24: error ")
                                .contains("UNKNOWN_PROCESS"),
                        second -> assertThat(second).contains("lab.yaml:2:11: error UNKNOWN_KEY"));
        Tiny.write(folder, "base.yaml", BARE + "name: twice\n");
        assertThat(findings("extends: base.yaml\n")).singleElement().asString().contains("base.yaml:", "DUPLICATE_KEY");
        Tiny.write(folder, "base.yaml", "a: [\n");
        assertThat(findings("extends: base.yaml\n")).singleElement().asString().contains("base.yaml:2:1: error SYNTAX");
        Tiny.write(folder, "base.yaml", "- a\n");
        assertThat(findings("extends: base.yaml\n"))
                .singleElement()
                .asString()
                .contains("base.yaml:1:1: error WRONG_K");
    }

    /** Messages name it. */
    @Test
    void theFolderItselfHasAName() {
        Spot spot = new Spot(new Mark("lab.yaml", 1, 10), "extends");
        assertThat(new ScenarioFolder(Path.of("lab.yaml"), Shelf.ofDisk()).file("sub/..", spot, "", new Findings()))
                .hasValue(Path.of("."));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("extends: none.yaml", "1:10: error UNREADABLE_FILE", "none.yaml' does not exist."),
                arguments("extends: sub", "1:10: error UNREADABLE_FILE", "is a folder."),
                arguments("extends: ../secret.yaml", "1:10: error BAD_PATH", "leads out of the scenario's folder."),
                arguments("extends: /etc/hostname", "1:10: error BAD_PATH", "leads out of the scenario's folder."),
                arguments("extends: link.yaml", "1:10: error BAD_PATH", "leads out of the scenario's folder."),
                arguments("extends: sub/../../secret.yaml", "1:10: error BAD_PATH", "leads out of"),
                arguments("extends: ''", "1:10: error BAD_PATH", "''"),
                arguments(
                        "id: x\nextends: [a, b]", "2:10: error WRONG_KIND", "The name of a scenario file is expected"),
                arguments("extends:", "1:9: error WRONG_KIND", "not nothing."),
                arguments("extends: lab.yaml", "1:10: error BAD_EXTENDS", "lab.yaml' extends itself."),
                arguments("extends: sub/../lab.yaml", "1:10: error BAD_EXTENDS", "extends itself."),
                arguments("extends: again.yaml", "again.yaml:1:10: error BAD_EXTENDS", "by way of the files"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void mistakesAreFoundAtTheLine(String text, String place, String saying) throws IOException {
        Tiny.write(outside, "secret.yaml", Tiny.TEXT);
        Files.createSymbolicLink(folder.resolve("link.yaml"), outside.resolve("secret.yaml"));
        Files.createSymbolicLink(folder.resolve("round.yaml"), Path.of("lab.yaml"));
        Tiny.write(folder, "again.yaml", "extends: round.yaml\n");
        assertThat(findings(text + "\n")).singleElement().satisfies(finding -> {
            assertThat(finding.toString()).contains(place, saying);
            assertThat(finding.advice()).isNotEmpty();
        });
    }

    @Test
    void tenMayStandOneOverTheOther() {
        Tiny.write(folder, "0.yaml", BARE);
        for (int i = 1; i <= Inheritance.LONGEST; i++) {
            Tiny.write(folder, i + ".yaml", "extends: " + (i - 1) + ".yaml\nname: Lab " + i + "\n");
        }
        assertThat(findings("extends: 8.yaml\n")).isEmpty();
        assertThat(findings("extends: 10.yaml\n"))
                .singleElement()
                .asString()
                .contains("1.yaml:1:10: error BAD_EXTENDS: More than 10 scenarios stand one over the other.");
        assertThat(effective("extends: 8.yaml\n").lab().name()).isEqualTo("Lab 8");
    }

    @Test
    void aVariantCannotExtend() {
        Tiny.write(folder, "base.yaml", BARE);
        assertThat(findings("extends: base.yaml\nvariants: { a: { extends: base.yaml } }\n"))
                .singleElement()
                .asString()
                .contains("lab.yaml:2:18: error UNKNOWN_KEY");
    }

    @Test
    void aLabInPiecesReadsBackAsOne() {
        ScenarioFile file = ScenarioFile.read(Path.of("src/test/resources/scenario/pieces.yaml"));
        assertThat(file.variants()).containsExactly("symbiosis", "usual", "board-plant", "planned", "fewer-farms");
        for (String variant : file.variants()) {
            Effective effective = file.effective(variant, List.of());
            assertThat(effective.text())
                    .doesNotContain("extends", "tables", "variants")
                    .contains("kmetija-2");
            Effective again = Tiny.read(folder, "whole.yaml", effective.text()).effective(null, List.of());
            assertThat(again.lab()).isEqualTo(effective.lab());
            assertThat(again.hash()).isEqualTo(effective.hash());
        }
        Effective fewer = file.effective("fewer-farms", List.of());
        assertThat(fewer.lab().actors().stream()
                        .map(actor -> actor.id() + " " + actor.stores().size()))
                .contains("kmetija-1 1", "kmetija-2 1")
                .noneMatch(actor -> actor.startsWith("kmetija-3"));
    }
}
