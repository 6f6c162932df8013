package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.circlab.report.FirstScreen;
import org.circlab.report.Harbour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(two[5]).isEqualTo("50 %");
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
}
