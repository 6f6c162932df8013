package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.report.Followed;
import org.circlab.report.Harbour;
import org.circlab.report.Remedy;
import org.circlab.score.TargetClock;
import org.circlab.score.TargetYear;
import org.circlab.simulation.Unmatched;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Targets of the law and what stopped offers, of several candidates side by side. */
class ComparedSectionsTest {

    private static final List<String> VARIANTS = List.of("symbiosis", "no-press", "asleep");
    /** Labs that can tell a target: missed in one, met in some replications of the other as usual. */
    private static final List<String> LABS = List.of("region-gr", "region-hr");

    private static final int LAST_YEAR = 2028;
    private static final double BAR = 70;

    private static List<Followed> followed;
    private static List<ComparedRun> runs;
    private static OpenedPage page;
    private static List<ComparedRun> labs;
    private static OpenedPage labsPage;

    @BeforeAll
    static void write() {
        followed = VARIANTS.stream().map(id -> Followed.harbour(id, 3)).toList();
        runs = new ArrayList<>();
        followed.forEach(each -> runs.add(ComparedRun.of(name(runs.size()), each.run(), each.watched(), List.of())));
        page = OpenedPage.of(ComparisonPage.of(runs));
        labs = LABS.stream()
                .map(lab -> {
                    Followed each = Followed.of(Path.of("scenarios", lab + ".yaml"), null, 3, 2);
                    return ComparedRun.of(lab, each.run(), each.watched(), List.of());
                })
                .toList();
        labsPage = OpenedPage.of(ComparisonPage.of(labs));
    }

    private static String name(int index) {
        return "harbour " + VARIANTS.get(index);
    }

    private static List<Map<String, String>> saved(String file, int index) {
        return of(page, file, name(index));
    }

    private static List<Map<String, String>> of(OpenedPage page, String file, String candidate) {
        return page.saved(file).stream()
                .filter(row -> candidate.equals(row.get("candidate")))
                .toList();
    }

    private static List<Map<String, String>> ended(String side, int index) {
        return saved("unmatched.csv", index).stream()
                .filter(row -> side.equals(row.get("side")))
                .toList();
    }

    /** The cells of the rows of a table of a section, without those that head columns and rows. */
    private static List<List<Element>> cells(OpenedPage page, String section, int table) {
        return OpenedPage.within(OpenedPage.within(page.byId(section), "table").get(table), "tr").stream()
                .map(row -> OpenedPage.within(row, "td"))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** As the record of offers promises: opening stock and what was offered. */
    @Test
    void whatBecameOfOffersAddsUpToAllThatWasOfferedToTheGram() {
        for (int i = 0; i < VARIANTS.size(); i++) {
            assertThat(OpenedPage.grams(ended("offer", i), "total_t")).isEqualTo(offered(i));
        }
        assertThat(offered(0)).isPositive();
    }

    /** As the record of needs promises: what was met, and what was bought as virgin material instead. */
    @Test
    void whatBecameOfNeedsAddsUpToAllThatWasNeededToTheGram() {
        for (int i = 0; i < VARIANTS.size(); i++) {
            assertThat(OpenedPage.grams(ended("need", i), "total_t")).isEqualTo(needed(i));
        }
        assertThat(needed(0)).isPositive();
    }

    private static long needed(int index) {
        return followed.get(index).watched().unmatched().stream()
                .mapToLong(each -> each.met().stream()
                                .mapToLong(Unmatched.Met::grams)
                                .sum()
                        + each.lacks().stream().mapToLong(Unmatched.Lack::grams).sum())
                .sum();
    }

    private static long offered(int index) {
        return followed.get(index).watched().unmatched().stream()
                .flatMap(each -> each.streams().stream())
                .mapToLong(stream -> stream.openingGrams() + stream.offeredGrams())
                .sum();
    }

    @Test
    void whatIsSavedAsExchangedIsWhatTheExchangeMatched() {
        for (int i = 0; i < VARIANTS.size(); i++) {
            long matched = followed.get(i).watched().unmatched().stream()
                    .flatMap(each -> each.streams().stream())
                    .mapToLong(Unmatched.Stream::exchangedGrams)
                    .sum();
            List<Map<String, String>> taken = saved("unmatched.csv", i).stream()
                    .filter(row -> "exchanged".equals(row.get("end")))
                    .toList();
            assertThat(OpenedPage.grams(taken, "total_t")).isEqualTo(matched);
        }
    }

    /** The bars of a candidate are the parts of one whole, which is as long for all of them, of offers and of needs. */
    @Test
    void barsOfEachCandidateFillOneLength() {
        for (String side : List.of("offer", "need")) {
            List<List<Element>> rows = cells(page, "why", side.equals("offer") ? 0 : 1);
            assertThat(rows).hasSizeGreaterThan(2).allMatch(row -> row.size() == VARIANTS.size());
            for (int i = 0; i < VARIANTS.size(); i++) {
                double length = 0;
                int bars = 0;
                for (List<Element> row : rows) {
                    for (Element bar : OpenedPage.within(row.get(i), "rect")) {
                        length += Double.parseDouble(bar.getAttribute("width"));
                        bars++;
                    }
                }
                assertThat(bars).isEqualTo(ended(side, i).size());
                assertThat(length).isCloseTo(bars == 0 ? 0 : BAR, within(0.005 * rows.size()));
            }
        }
    }

    /**
     * Of each candidate the largest streams of which a change does, with every such change, then the largest of which none does;
     * who was not asked is named.
     */
    @Test
    void whatExplainHasFoundIsShownForTheLargestOfEach() {
        List<Remedy> remedies = List.of(
                new Remedy(false, "mill", "husks", 10, "gate fee", "", ""),
                new Remedy(false, "mill", "husks", 10, "capacity", "actors.a.b=2 t/d", "1 t/d"),
                new Remedy(false, "mill", "husks", 10, "distance", "exchange.reach=9 km", "5 km"),
                new Remedy(true, "roads", "gravel", 30, "gate fee", "", ""),
                new Remedy(true, "small", "gravel", 29, "", "", ""),
                new Remedy(false, "small", "dust", 1, "capacity", "x=1", "0"),
                new Remedy(false, "small", "chips", 2, "capacity", "z=1", "0"),
                new Remedy(false, "other", "dust", 20, "capacity", "y=1", "0"));
        Followed first = followed.get(0);
        OpenedPage asked = OpenedPage.of(ComparisonPage.of(
                List.of(ComparedRun.of("asked", first.run(), first.watched(), remedies), runs.get(1))));
        assertThat(cells(asked, "why", 2).stream()
                        .map(row -> row.stream().map(Element::getTextContent).toList())
                        .toList())
                .containsExactly(
                        List.of("other", "dust", "capacity", "--set y=\"1\"", "0", "20"),
                        List.of("Mlin Šoštanj", "Rice husks", "capacity", "--set actors.a.b=\"2 t/d\"", "1 t/d", "10"),
                        List.of(
                                "Mlin Šoštanj",
                                "Rice husks",
                                "distance",
                                "--set exchange.reach=\"9 km\"",
                                "5 km",
                                "10"),
                        List.of("small", "chips", "capacity", "--set z=\"1\"", "0", "2"),
                        List.of("=Roads, \"North\" & Co", "needs gravel", "no single change does", "", "", "30"));
        assertThat(asked.text("why")).contains("Not asked yet: ").doesNotContain("--set x=");
        assertThat(page.text("why"))
                .contains("circlab explain scenario.yaml --variant ID --seed 1")
                .doesNotContain("Not asked");
    }

    /** An answer is about one effective scenario, so what was set must be set again for it. */
    @Test
    void howToAskNamesWhatWasSet() {
        Followed set = Followed.of(Harbour.FILE, "symbiosis", 1, 1, "haulage.truck.cost=0.2 EUR/tkm");
        ComparedRun one = ComparedRun.of("one", set.run(), set.watched(), List.of());
        ComparedRun two = ComparedRun.of("two", set.run(), set.watched(), List.of());
        assertThat(OpenedPage.of(ComparisonPage.of(List.of(one, two))).text("why"))
                .contains("with the same --set");
        assertThat(OpenedPage.of(set.page()).text("why")).contains("--variant symbiosis and the same --set,");
        assertThat(page.text("why")).doesNotContain("the same --set");
        assertThat(OpenedPage.of(followed.get(0).page()).text("why")).doesNotContain("the same --set");
    }

    /** On paper and in a small window a diagram may take so much of the width, and all shrink by one factor. */
    @Test
    void diagramsOfLabsThatShrinkStayAtOneScale() {
        List<Double> widest = new ArrayList<>();
        for (int i = 0; i < LABS.size(); i++) {
            Matcher rule = Pattern.compile("\\.c" + i + " \\.wide \\.sankey:not\\(\\.map\\)\\{max-width:([0-9.]+)%}")
                    .matcher(labsPage.part("style"));
            assertThat(rule.find()).isTrue();
            String candidate = "c" + i;
            Element figure = labsPage.elements("figure").stream()
                    .filter(each ->
                            List.of(each.getAttribute("class").split(" ", -1)).contains(candidate))
                    .findFirst()
                    .orElseThrow();
            double width =
                    Double.parseDouble(OpenedPage.within(figure, "svg").get(0).getAttribute("width"));
            widest.add(100 * width / Double.parseDouble(rule.group(1)));
        }
        assertThat(widest).allSatisfy(each -> assertThat(each).isCloseTo(widest.get(0), withPercentage(0.05)));
        assertThat(page.part("style")).doesNotContain(".sankey:not(.map){max-width");
    }

    @Test
    void aTargetIsSavedForEveryYearAndSideAsTheClockTellsIt() {
        for (ComparedRun run : labs) {
            List<String> expected = new ArrayList<>();
            told(expected, "variant", run.targets());
            told(expected, "baseline", run.usualTargets());
            assertThat(of(labsPage, "targets.csv", run.candidate().name()).stream()
                            .map(row -> row.get("side")
                                    + ' '
                                    + row.get("target")
                                    + ' '
                                    + row.get("year")
                                    + ' '
                                    + row.get("met")
                                    + '/'
                                    + row.get("replications"))
                            .toList())
                    .isNotEmpty()
                    .isEqualTo(expected);
        }
    }

    private static void told(List<String> lines, String side, List<TargetClock> clocks) {
        for (TargetClock clock : clocks) {
            clock.years()
                    .forEach(year -> lines.add(side
                            + ' '
                            + clock.target().id()
                            + ' '
                            + year.year()
                            + ' '
                            + year.met().successes()
                            + '/'
                            + year.met().trials()));
        }
    }

    @Test
    void aLightForEachCandidateStandsForItsLastWholeYear() {
        List<String> heads = OpenedPage.within(labsPage.byId("targets"), "th").stream()
                .filter(head -> head.getAttribute("scope").equals("col"))
                .skip(1)
                .map(Element::getTextContent)
                .toList();
        assertThat(heads).hasSize(LABS.size()).allMatch(head -> head.endsWith(", " + LAST_YEAR));
        List<TargetClock> clocks = labs.get(0).targets().stream()
                .filter(clock -> clock.year(LAST_YEAR)
                        .filter(year -> year.standing() != TargetYear.Standing.SUPERSEDED)
                        .isPresent())
                .toList();
        List<List<Element>> rows = cells(labsPage, "targets", 0);
        assertThat(rows).isNotEmpty().hasSameSizeAs(clocks);
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < LABS.size(); i++) {
                TargetYear year = year(labs.get(i), clocks.get(row).target().id());
                Element light = OpenedPage.within(rows.get(row).get(i), "span").get(0);
                int met = year.met().successes();
                assertThat(light.getTextContent())
                        .endsWith(met + " of " + year.met().trials());
                assertThat(light.getAttribute("class"))
                        .isEqualTo("pill " + (met == year.met().trials() ? "good" : met == 0 ? "bad" : "plain"));
            }
        }
    }

    private static TargetYear year(ComparedRun run, String target) {
        return run.targets().stream()
                .filter(clock -> clock.target().id().equals(target))
                .flatMap(clock -> clock.year(LAST_YEAR).stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofLabsThatCanTellNoTargetItSaysSo() {
        assertThat(page.text("targets")).contains("None of them can tell");
        assertThat(OpenedPage.within(page.byId("targets"), "table")).isEmpty();
    }
}
