package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.report.ComparisonTable;
import org.circlab.report.Followed;
import org.circlab.report.Harbour;
import org.circlab.report.ScoredRun;
import org.circlab.score.Comparison;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What the page that compares promises: of variants of one lab, and of several labs. */
class ComparisonPageTest {

    private static final List<String> VARIANTS = List.of("symbiosis", "no-press", "asleep");

    @TempDir
    static Path folder;

    private static List<Followed> followed;
    private static List<ScoredRun> variants;
    private static List<ComparedRun> compared;
    private static OpenedPage page;
    private static OpenedPage labs;

    @BeforeAll
    static void write() throws IOException {
        followed = VARIANTS.stream().map(id -> Followed.harbour(id, 3)).toList();
        variants = followed.stream().map(Followed::run).toList();
        compared = named(followed);
        page = OpenedPage.of(ComparisonPage.of(compared));
        Path twice = Files.writeString(
                folder.resolve("twice.yaml"),
                Files.readString(Harbour.FILE)
                        .replace("id: harbour", "id: twice")
                        .replace("name: Λιμάνι της Θεσσαλονίκης, a small lab", "name: The same again")
                        .replace("inhabitants: 300 000", "inhabitants: 100 000"));
        labs = OpenedPage.of(ComparisonPage.of(named(List.of(followed.get(0), Followed.of(twice, null, 3, 1)))));
    }

    private static List<ComparedRun> named(List<Followed> runs) {
        return runs.stream()
                .map(each -> ComparedRun.of(
                        each.run().outcome().plan().lab().id() + " "
                                + each.run().scenario().variant(),
                        each.run(),
                        each.watched(),
                        List.of()))
                .toList();
    }

    @Test
    void itAsksNobodyForAnything() throws Exception {
        for (OpenedPage each : List.of(page, labs)) {
            for (Element element : each.elements("*")) {
                assertThat(element.hasAttribute("src") || element.hasAttribute("style"))
                        .as(element.getTagName())
                        .isFalse();
                assertThat(element.getAttribute("href"))
                        .matches("|#[a-z0-9-]+|data:text/csv;charset=utf-8,[-A-Za-z0-9._~,/:;=%]+");
            }
            assertThat(each.part("style") + each.part("script"))
                    .doesNotContain("url(", "@import", "fetch", "XMLHttp", "import(", "http:", "https:", "innerHTML");
            String policy = each.elements("meta").stream()
                    .map(meta -> meta.getAttribute("content"))
                    .filter(content -> content.startsWith("default-src"))
                    .findFirst()
                    .orElseThrow();
            assertThat(policy)
                    .startsWith("default-src 'none'")
                    .contains("style-src 'sha256-" + hash(each.part("style")) + "'")
                    .contains("script-src 'sha256-" + hash(each.part("script")) + "'")
                    .doesNotContain("unsafe");
        }
    }

    private static String hash(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyLabelAndLinkLeadsSomewhereAndEveryIdIsThereOnce() {
        for (OpenedPage each : List.of(page, labs)) {
            List<String> ids = each.elements("*").stream()
                    .map(element -> element.getAttribute("id"))
                    .filter(id -> !id.isEmpty())
                    .toList();
            assertThat(ids).doesNotHaveDuplicates();
            Stream.concat(
                            each.elements("label").stream()
                                    .map(label -> label.getAttribute("for"))
                                    .filter(target -> !target.isEmpty()),
                            each.elements("a").stream()
                                    .map(link -> link.getAttribute("href"))
                                    .filter(link -> link.startsWith("#"))
                                    .map(link -> link.substring(1)))
                    .forEach(target -> assertThat(ids).contains(target));
            assertThat(each.elements("table"))
                    .allMatch(table -> !OpenedPage.within(table, "caption")
                            .get(0)
                            .getTextContent()
                            .isBlank());
            assertThat(each.elements("svg"))
                    .filteredOn(svg -> !svg.getAttribute("aria-hidden").equals("true"))
                    .isNotEmpty()
                    .allMatch(svg -> svg.getAttribute("role").equals("img")
                            && !svg.getAttribute("aria-label").isBlank());
        }
    }

    @Test
    void bandsAndTablesOfEachCandidateAddUpToItsAccountsToTheGram() {
        List<Map<String, String>> flows = page.saved("flows.csv");
        for (int i = 0; i < VARIANTS.size(); i++) {
            String name = "harbour " + VARIANTS.get(i);
            List<Map<String, String>> own = flows.stream()
                    .filter(row -> name.equals(row.get("candidate")))
                    .toList();
            long variant = grams(variants.get(i).outcome().variant());
            long usual = grams(variants.get(i).outcome().baseline());
            assertThat(sum(own, "variant_total_t")).isEqualByComparingTo(BigDecimal.valueOf(variant, 6));
            assertThat(sum(own, "baseline_total_t")).isEqualByComparingTo(BigDecimal.valueOf(usual, 6));
            assertThat(OpenedPage.grams(page.of("figure", "c" + i, "k0").get(0)))
                    .isEqualTo(variant);
            assertThat(OpenedPage.grams(page.of("figure", "c" + i, "k1").get(0)))
                    .isEqualTo(usual);
        }
    }

    private static long grams(List<Accounts> replications) {
        return replications.stream()
                .flatMap(accounts -> accounts.flows().stream())
                .mapToLong(Flow::grams)
                .sum();
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void everyPartyStandsAtTheSamePlaceInAllDiagramsOfALab() {
        List<List<String>> cards = page.of("figure", "fig").stream()
                .filter(figure -> figure.hasAttribute("data-period"))
                .map(figure -> page.cards(figure).stream()
                        .map(card -> card.getAttribute("class")
                                + ' '
                                + card.getAttribute("x")
                                + ' '
                                + card.getAttribute("y")
                                + ' '
                                + card.getAttribute("height"))
                        .toList())
                .toList();
        assertThat(cards).hasSizeGreaterThan(6);
        assertThat(cards.get(0)).hasSizeGreaterThan(4).allMatch(card -> card.startsWith("card "));
        assertThat(cards).allMatch(cards.get(0)::equals);
    }

    @Test
    void businessAsUsualThatAllShareIsDrawnOnce() {
        assertThat(page.of("figure", "k1", "c0"))
                .isEqualTo(page.of("figure", "k1", "c2"))
                .isNotEmpty();
        assertThat(labs.of("figure", "k1", "c0")).isNotEqualTo(labs.of("figure", "k1", "c1"));
    }

    /** Each candidate has its own map, also those of several labs, and arcs of all are as wide as what they carry. */
    @Test
    void everyCandidateHasItsFlowsOnAMapOfOneScale() {
        for (OpenedPage each : List.of(page, labs)) {
            int candidates = each.equals(page) ? VARIANTS.size() : 2;
            List<Double> widths = new ArrayList<>();
            for (int i = 0; i < candidates; i++) {
                for (int kind = 0; kind < 3; kind++) {
                    List<Element> maps = each.of("figure", "c" + i, "k" + kind).stream()
                            .flatMap(figure -> OpenedPage.within(figure, "svg").stream())
                            .filter(svg -> svg.getAttribute("class").endsWith(" map"))
                            .toList();
                    assertThat(maps).hasSize(1);
                    for (Element arc : OpenedPage.within(maps.get(0), "path")) {
                        if (arc.hasAttribute("data-grams")) {
                            double grams = Math.abs(Double.parseDouble(arc.getAttribute("data-grams")));
                            double width = Double.parseDouble(arc.getAttribute("stroke-width"));
                            if (width > 3) {
                                widths.add(grams / width);
                            }
                        }
                    }
                }
            }
            assertThat(widths).hasSizeGreaterThan(candidates);
            assertThat(widths).allSatisfy(width -> assertThat(width).isCloseTo(widths.get(0), withPercentage(0.4)));
        }
    }

    @Test
    void whatIsChosenIsShownAndNothingElse() {
        assertThat(page.part("style"))
                .contains("#who2:checked~#kind1:checked~.figures .c2.k1,")
                .contains("#whoall:checked~#kind1:checked~.figures .k1{display:block}")
                .doesNotContain("#who3");
    }

    @Test
    void dotsStandWhereTheirValuesSayOnTheScaleOfTheirFigure() {
        Comparison comparison =
                Comparison.of(compared.stream().map(ComparedRun::candidate).toList());
        Comparison.Row row = comparison.rows().stream()
                .filter(each -> each.measure().id().equals("disposed"))
                .findFirst()
                .orElseThrow();
        Element plot = page.of("figure", "plot", "p0").get(0);
        double zero = Double.parseDouble(
                OpenedPage.within(plot, "path").get(0).getAttribute("d").replaceFirst("M([0-9.]+) .*", "$1"));
        List<Element> dots = OpenedPage.within(plot, "circle");
        double least = row.entries().get(0).change().mean();
        double pixels = (Double.parseDouble(dots.get(0).getAttribute("cx")) - zero) / least;
        assertThat(pixels).as("more is to the right").isPositive();
        for (int i = 0; i < dots.size(); i++) {
            assertThat(Double.parseDouble(dots.get(i).getAttribute("cx")))
                    .isCloseTo(zero + pixels * row.entries().get(i).change().mean(), within(0.02));
        }
    }

    @Test
    void wordsSayWhoIsBestAndWhatMayBeNoise() {
        assertThat(page.of("ul", "lead").get(0).getTextContent())
                .containsPattern("Disposed of: .* is best, in 3 of 3 runs\\.");
        OpenedPage alone = OpenedPage.of(ComparisonPage.of(
                named(VARIANTS.stream().map(id -> Followed.harbour(id, 1)).toList())));
        assertThat(alone.of("ul", "lead").get(0).getTextContent())
                .contains("in the only run, which tells nothing of chance");
        assertThat(alone.document().getDocumentElement().getTextContent()).contains("shows nothing of chance");
    }

    @Test
    void labsAreComparedForEachTonneFirstAndLikeOnesDifferByNoise() {
        Element checked = labs.elements("input").stream()
                .filter(input -> input.getAttribute("name").equals("per")
                        && input.getAttribute("checked").equals("checked"))
                .findFirst()
                .orElseThrow();
        assertThat(checked.getAttribute("id")).isEqualTo("per2");
        assertThat(labs.of("ul", "lead").get(0).getTextContent())
                .contains(
                        "in 50 % of all combinations of a run of each lab.",
                        " No clear difference from it, maybe noise: The same again for tests.");
        assertThat(labs.of("g", "lab")).hasSize(2);
        assertThat(labs.elements("h1").get(0).getTextContent()).isEqualTo("2 labs compared");
    }

    @Test
    void theTableToSaveIsThatOfTheCommandLine() throws IOException {
        StringBuilder csv = new StringBuilder();
        ComparisonTable.csv(
                csv, Comparison.of(compared.stream().map(ComparedRun::candidate).toList()));
        assertThat(page.savedText("comparison.csv")).isEqualTo(csv.toString());
        assertThat(page.saved("comparison.csv")).hasSizeGreaterThan(30).allMatch(row -> row.containsKey("verdict"));
    }

    @Test
    void itSaysWhatRan() {
        String text = page.document().getDocumentElement().getTextContent();
        assertThat(text).contains("1.2.3", "3, seed 1", "Λιμάνι της Θεσσαλονίκης");
        variants.forEach(run -> assertThat(text).contains(run.scenario().hash()));
    }

    @Test
    void hostileNamesAreShownAndNeverRun() throws IOException {
        String hostile =
                "=</title></style><script>alert(1)</script>\\\" onload='x', \\u202Eevil & \\u05E9\\u05DC\\u05D5\\u05DD";
        String shown = "=</title></style><script>alert(1)</script>\" onload='x', evil & \u05E9\u05DC\u05D5\u05DD";
        List<Followed> runs = new ArrayList<>();
        for (String id : List.of("one", "two")) {
            Path file = Files.writeString(
                    folder.resolve(id + ".yaml"),
                    Files.readString(Harbour.FILE)
                            .replace("id: harbour", "id: " + id)
                            .replace("Λιμάνι της Θεσσαλονίκης, a small lab for tests", '"' + hostile + ' ' + id + '"')
                            .replace("Χυτήριο Θεσσαλονίκης", '"' + hostile + '"')
                            .replace("{ name: Furnace slag,", "{ name: \"" + hostile + "\","));
            runs.add(Followed.of(file, null, 1, 1));
        }
        OpenedPage opened = OpenedPage.of(ComparisonPage.of(named(runs)));
        assertThat(opened.elements("script")).hasSize(1);
        assertThat(opened.elements("*")).noneMatch(element -> element.hasAttribute("onload"));
        assertThat(opened.elements("td").stream().map(Element::getTextContent)).contains(shown);
        assertThat(opened.elements("th").stream().map(Element::getTextContent)).contains(shown + " two");
    }

    @Test
    void itShowsTheScenarioAndTheSourcesOfEach() {
        for (OpenedPage each : List.of(page, labs)) {
            List<String> texts =
                    each.elements("pre").stream().map(Element::getTextContent).toList();
            assertThat(texts).hasSize(each.equals(page) ? VARIANTS.size() : 2);
            assertThat(texts.get(0)).isEqualTo(variants.get(0).scenario().text().stripTrailing());
            assertThat(each.text("sure")).contains("Weighbridge of the foundry 2024", "measured");
        }
    }

    /** The same filters as on the page of a run: all candidates are drawn by year, and the years add up to the window. */
    @Test
    void yearsCanBeChosenAndAddUpToTheWindowToTheGram() {
        for (OpenedPage each : List.of(page, labs)) {
            List<String> years = OpenedPage.within(each.byId("period"), "option").stream()
                    .map(option -> option.getAttribute("value"))
                    .toList();
            assertThat(years).containsExactly("", "2025", "2026");
            int candidates = each.equals(page) ? VARIANTS.size() : 2;
            for (int i = 0; i < candidates; i++) {
                for (int kind = 0; kind < 2; kind++) {
                    Map<String, Long> byYear = new TreeMap<>();
                    for (Element figure : each.of("figure", "c" + i, "k" + kind)) {
                        if (figure.hasAttribute("data-period")) {
                            String year = figure.getAttribute("data-period");
                            assertThat(figure.hasAttribute("hidden")).isEqualTo(!year.isEmpty());
                            byYear.put(year, OpenedPage.grams(figure));
                        }
                    }
                    assertThat(byYear.keySet()).containsExactlyElementsOf(years);
                    assertThat(byYear.getOrDefault("2025", 0L) + byYear.getOrDefault("2026", 0L))
                            .isEqualTo(byYear.get(""));
                }
            }
            List<Map<String, String>> rows = each.saved("flows-by-year.csv");
            for (String side : List.of("variant_total_t", "baseline_total_t")) {
                assertThat(OpenedPage.grams(rows, side)).isEqualTo(OpenedPage.grams(each.saved("flows.csv"), side));
            }
        }
    }

    @Test
    void monthsOfAllCandidatesStandAtOneScaleAndAddUpToTheAccounts() {
        List<Element> charts = page.of("svg", "chart");
        assertThat(charts).hasSize(2 * VARIANTS.size());
        for (int kind = 0; kind < 2; kind++) {
            List<List<String>> scales = charts.subList(kind * VARIANTS.size(), (kind + 1) * VARIANTS.size()).stream()
                    .map(chart -> OpenedPage.within(chart, "text").stream()
                            .filter(text -> text.getAttribute("class").equals("tick"))
                            .map(Element::getTextContent)
                            .toList())
                    .distinct()
                    .toList();
            assertThat(scales).hasSize(1);
        }
        for (int i = 0; i < VARIANTS.size(); i++) {
            String name = "harbour " + VARIANTS.get(i);
            List<Map<String, String>> own = page.saved("months.csv").stream()
                    .filter(row -> name.equals(row.get("candidate")) && "variant".equals(row.get("side")))
                    .toList();
            assertThat(own).hasSize(24);
            assertThat(OpenedPage.grams(own, "exchanged_total_t"))
                    .isEqualTo(variants.get(i).outcome().variant().stream()
                            .flatMap(accounts -> accounts.flows().stream())
                            .filter(flow -> flow.route().isSynergy())
                            .mapToLong(Flow::grams)
                            .sum());
        }
    }

    /** So that one choice filters the diagrams of all labs. */
    @Test
    void aMaterialHasOneNumberInAllLabs() {
        for (OpenedPage each : List.of(page, labs)) {
            List<Element> options = OpenedPage.within(each.byId("material"), "option");
            Map<String, String> names = new TreeMap<>();
            options.forEach(option -> names.put(option.getAttribute("value"), option.getTextContent()));
            assertThat(names).doesNotContainValue("");
            for (Element row : each.elements("tr")) {
                if (row.hasAttribute("data-m")) {
                    assertThat(OpenedPage.within(row, "td").get(2).getTextContent())
                            .isEqualTo(names.get(row.getAttribute("data-m")));
                }
            }
            for (Element path : each.elements("path")) {
                boolean isBand = path.getAttribute("class").startsWith("r ");
                if (isBand) {
                    assertThat(path.getTextContent()).contains(", " + names.get(path.getAttribute("data-m")) + ": ");
                }
            }
        }
    }

    @Test
    void theSameRunsGiveTheSameBytes() {
        assertThat(ComparisonPage.of(named(followed))).isEqualTo(page.text());
    }
}
