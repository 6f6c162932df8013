package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.circlab.report.FirstScreen;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {

    private static final String FILE = Harbour.FILE.toString();

    @TempDir
    Path folder;

    private static List<String> compare(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "compare";
        System.arraycopy(args, 0, all, 1, args.length);
        Session session = Session.of(all);
        assertThat(session.code()).as(session.err()).isZero();
        return session.out().lines().toList();
    }

    /** The lines of one indicator. */
    private static List<String> block(List<String> lines, String title) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith(title))
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    @Test
    void allVariantsOfOneFileStandSideBySide() {
        List<String> lines = compare(FILE, "--replications=3");
        assertThat(lines.get(0)).startsWith("Variants of one lab under the same random numbers");
        List<String> disposed = block(lines, "Disposed of, t/yr (less is better)");
        assertThat(disposed).hasSize(5);
        assertThat(disposed.get(2)).matches("  symbiosis +-17 .* best on average +100 %");
        assertThat(disposed.get(3)).matches("  no-press +-\\d.*\\+\\d.* worse +0 %");
        assertThat(disposed.get(4)).matches("  asleep +0 +\\+17 .* worse +0 %");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(FirstScreen.WIDTH));
    }

    @Test
    void labsAreComparedForEachInhabitantTonneAndEuro() throws IOException {
        Path other = folder.resolve("other.yaml");
        Files.writeString(
                other,
                Files.readString(Harbour.FILE)
                        .replace("id: harbour", "id: other")
                        .replace("inhabitants: 300 000", "inhabitants: 100 000"));
        List<String> lines = compare(FILE, other.toString(), "--variant=symbiosis", "--replications=2");
        assertThat(lines.get(0)).startsWith("Different labs");
        List<String> disposed = block(lines, "Disposed of");
        String[] one = disposed.get(2).strip().split(" {2,}", -1);
        String[] two = disposed.get(3).strip().split(" {2,}", -1);
        assertThat(one[0]).isEqualTo("harbour symbiosis");
        assertThat(two[0]).isEqualTo("other symbiosis");
        assertThat(two[1]).as("the same lab by another name").isEqualTo(one[1]);
        assertThat(Double.parseDouble(two[2])).isCloseTo(3 * Double.parseDouble(one[2]), within(0.5));
        assertThat(one).endsWith("50 %", "best");
        assertThat(two)
                .as("the same in each run, and yet nothing else links them")
                .endsWith("50 %", "noise");
    }

    @Test
    void csvHasEveryIndicatorThatHasABetterSide() {
        List<String> lines = compare(FILE, "--replications=2", "--format=csv");
        assertThat(lines.get(0))
                .startsWith("indicator,unit,sense,candidate,change,change_low95,change_high95,per_1000_inhabitants")
                .endsWith("best_share,verdict");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("mci,1,higher-is-better,symbiosis,"))
                .anyMatch(line -> line.startsWith("mci,1,higher-is-better,asleep,0,0,0,,,,"));
    }

    /** The same figures, cell by cell. */
    @Test
    void jsonSaysWhatCsvSays() {
        List<String> csv = compare(FILE, "--replications=2", "--format=csv");
        JsonNode document =
                JsonMapper.shared().readTree(String.join("\n", compare(FILE, "--replications=2", "--format=json")));
        assertThat(document.path("paired").asBoolean()).isTrue();
        List<String> rows = new ArrayList<>();
        for (JsonNode indicator : document.path("indicators")) {
            for (JsonNode candidate : indicator.path("candidates")) {
                List<String> cells = new ArrayList<>();
                List.of("indicator", "unit", "sense")
                        .forEach(key -> cells.add(indicator.path(key).asString()));
                cells.add(candidate.path("candidate").asString());
                for (String key :
                        List.of("change", "per_1000_inhabitants", "per_t_arising", "per_1000_eur", "behind_best")) {
                    List.of("mean", "low95", "high95")
                            .forEach(bound -> cells.add(cell(candidate.path(key).path(bound))));
                }
                cells.add(cell(candidate.path("best_share")));
                cells.add(candidate.path("verdict").asString());
                rows.add(String.join(",", cells));
            }
        }
        assertSame(rows, csv.subList(1, csv.size()));
    }

    private static String cell(JsonNode number) {
        return number.isNull() ? "" : number.asString();
    }

    @Test
    void theBestInAllOfTenRunsIsBestInExactlyAll() {
        assertThat(block(compare(FILE, "--replications=10"), "Disposed of").get(2))
                .endsWith(" 100 %");
    }

    @Test
    void threadsChangeNothing() {
        assertThat(compare(FILE, "--replications=2", "--threads=1"))
                .isEqualTo(compare(FILE, "--replications=2", "--threads=3"));
    }

    @Test
    void aPageIsWrittenOnRequest() throws IOException {
        Path page = folder.resolve("compared.html");
        List<String> plain = compare(FILE, "--replications=2");
        Session session = Session.of("compare", FILE, "--replications=2", "--report=" + page);
        assertThat(session.out().lines()).as("the table is as without it").containsExactlyElementsOf(plain);
        assertThat(session.err()).contains("The page is in " + page);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        compare(FILE, "--replications=2", "--threads=1", "--report=" + folder);
        assertThat(folder.resolve("comparison.html")).hasSameTextualContentAs(page);
    }

    /** What explain has found for the same scenario and seed is on the page; of another seed it is not. */
    @Test
    void thePageShowsWhatExplainHasFound() throws IOException {
        Path results = folder.resolve("results");
        Path page = folder.resolve("compared.html");
        assertThat(Session.of("explain", FILE, "--variant=symbiosis", "--top=1", "--out=" + results)
                        .code())
                .isEqualTo(CircLab.DONE);
        compare(FILE, "--replications=2", "--report=" + page, "--results=" + results);
        assertThat(Files.readString(page)).contains("--set actors.", "Not asked yet: ");
        compare(FILE, "--replications=2", "--report=" + page, "--results=" + results, "--seed=2");
        assertThat(Files.readString(page)).doesNotContain("--set actors.", "Not asked yet: ");
        Path answer = results.resolve("harbour").resolve("symbiosis.explain");
        Files.writeString(answer.resolve("run.json"), "{ \"scenario");
        Session damaged = Session.of("compare", FILE, "--replications=2", "--report=" + page, "--results=" + results);
        assertThat(damaged.code()).isEqualTo(CircLab.FAILED);
        assertThat(damaged.err())
                .contains("cannot read the answer in symbiosis.explain; delete " + answer + ", or run explain again");
    }

    @Test
    void aPageThatCannotBeWrittenIsAFailureInWords() {
        Session session = Session.of(
                "compare",
                FILE,
                "--replications=1",
                "--report=" + folder.resolve("none").resolve("page.html"));
        assertThat(session.code()).isEqualTo(CircLab.FAILED);
        assertThat(session.err()).contains("page.html cannot be written, and is as it was");
    }

    @Test
    void aVariantOfOtherYearsIsLeftOutUnlessItIsNamed() {
        String file = "scenarios/velenje.yaml";
        Session all = Session.of("compare", file, "--replications=1");
        assertThat(all.err()).contains("the variant 'hindcast' covers other years and is left out");
        assertThat(all.out()).startsWith("Variants of one lab").doesNotContain("hindcast");
        Session named = Session.of("compare", file, "--replications=1", "--variant=symbiosis", "--variant=hindcast");
        assertThat(named.out()).startsWith("Different labs").contains("  hindcast ");
    }

    @Test
    void oneVariantIsNothingToCompare() {
        Session session = Session.of("compare", FILE, "--variant=symbiosis");
        assertThat(session.code()).isEqualTo(CircLab.USAGE);
        assertThat(session.err()).contains("only one variant to compare");
        assertThat(Session.of("compare", FILE, "--replications=0").code()).isEqualTo(CircLab.USAGE);
        assertThat(Session.of("compare", FILE, "--variant=symbiosis", "--variant=none")
                        .code())
                .isEqualTo(CircLab.FAILED);
    }

    private Path result(String variant, int replications, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "run",
                FILE,
                "--variant=" + variant,
                "--replications=" + replications,
                "--out=" + folder.resolve("results")));
        args.addAll(List.of(more));
        Session session = Session.of(args.toArray(String[]::new));
        assertThat(session.code()).as(session.err()).isZero();
        return folder.resolve("results/harbour").resolve(variant);
    }

    private static String refused(Object... args) {
        String[] all = new String[args.length + 1];
        all[0] = "compare";
        for (int i = 0; i < args.length; i++) {
            all[i + 1] = args[i].toString();
        }
        Session session = Session.of(all);
        assertThat(session.code()).as(session.err()).isEqualTo(1);
        assertThat(session.out()).isEmpty();
        return session.err();
    }

    @Test
    void finishedResultsCompareAsTheScenarioThatMadeThem() throws IOException {
        String[] variants = {"--variant=symbiosis", "--variant=no-press", "--replications=3", "--format=csv"};
        List<String> simulated = compare(FILE, variants[0], variants[1], variants[2], variants[3]);
        Path symbiosis = result("symbiosis", 3);
        Path press = result("no-press", 3);
        assertSame(compare(symbiosis.toString(), press.toString(), "--format=csv"), simulated);
        Path document = folder.resolve("no-press.json");
        Files.writeString(
                document,
                Session.of("run", FILE, "--variant=no-press", "--replications=3", "--format=json", "--out=" + folder)
                        .out());
        assertSame(compare(symbiosis.toString(), document.toString(), "--format=csv"), simulated);
        assertThat(compare(folder.resolve("results/harbour").toString(), "--replications=3"))
                .as("all variants of the folder")
                .anyMatch(line -> line.startsWith("  no-press"))
                .anyMatch(line -> line.startsWith("  symbiosis"));
    }

    /** The same cells, but for the digits that tables round off. */
    private static void assertSame(List<String> lines, List<String> expected) {
        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            String[] wanted = expected.get(i).split(",", -1);
            assertThat(cells).hasSameSizeAs(wanted);
            for (int c = 0; c < cells.length; c++) {
                boolean isNumber =
                        !wanted[0].equals("indicator") && c > 3 && c < cells.length - 1 && !wanted[c].isEmpty();
                if (isNumber) {
                    double number = Double.parseDouble(wanted[c]);
                    assertThat(Double.parseDouble(cells[c]))
                            .as(lines.get(i))
                            .isCloseTo(number, within(1e-5 * (1 + Math.abs(number))));
                } else {
                    assertThat(cells[c]).isEqualTo(wanted[c]);
                }
            }
        }
    }

    @Test
    void scenariosBesideAResultRunAsItHasRun() {
        Path symbiosis = result("symbiosis", 2, "--seed=7");
        List<String> lines = compare(symbiosis.toString(), FILE, "--variant=no-press");
        assertThat(lines.get(0)).startsWith("Variants of one lab under the same random numbers");
        assertThat(compare(symbiosis.toString(), FILE, "--variant=no-press", "--seed=8")
                        .get(0))
                .as("other chance is not paired")
                .startsWith("Different labs");
    }

    @Test
    void whatCannotBeComparedIsRefusedWithAdvice() throws IOException {
        Path symbiosis = result("symbiosis", 2);
        Path press = result("no-press", 3);
        assertThat(refused(symbiosis, press)).contains("3 replications", "--replications 2");
        assertThat(refused(symbiosis, symbiosis.resolve("baseline"))).contains("business as usual", "above it");
        assertThat(refused(symbiosis, folder)).contains("holds no result");
        Path mark = symbiosis.resolve("run.json");
        String head = Files.readString(mark);
        Files.writeString(mark, head.replaceFirst("\"version\" : \"[^\"]*\"", "\"version\" : \"0.0.1\""));
        assertThat(refused(symbiosis, FILE, "--variant=no-press"))
                .contains("of version 0.0.1", "run the scenario again");
        Files.writeString(mark, head.replace("\"circlab\"", "\"another\""));
        assertThat(refused(symbiosis, press)).contains("not a result of this program");
        Files.writeString(mark, "{");
        assertThat(refused(symbiosis, press)).contains("not as it was written");
        Files.writeString(mark, head);
        Path values = symbiosis.resolve("replications.csv");
        String rows = Files.readString(values);
        Files.writeString(values, rows.substring(0, rows.lastIndexOf("\n2,") + 1));
        assertThat(refused(symbiosis, FILE, "--variant=no-press")).contains("each of 2 replications once");
        Files.writeString(values, rows.replace("1,arising,", "1,rising,"));
        assertThat(refused(symbiosis, FILE, "--variant=no-press")).contains("no indicator 'rising'");
        Files.delete(values);
        assertThat(refused(symbiosis, FILE, "--variant=no-press")).contains("no replications.csv");
    }

    @Test
    void optionsThatChangeScenariosAndThePageAreNotForResultsAlone() {
        String symbiosis = result("symbiosis", 1).toString();
        String press = result("no-press", 1).toString();
        assertThat(Session.of("compare", symbiosis, press, "--set=policy.landfill-tax=9 EUR/t")
                        .code())
                .isEqualTo(2);
        assertThat(Session.of("compare", symbiosis, press, "--report=" + folder).code())
                .isEqualTo(2);
        assertThat(Session.of("compare", symbiosis).code()).isEqualTo(2);
    }
}
