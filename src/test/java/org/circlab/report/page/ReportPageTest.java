package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.report.Followed;
import org.circlab.report.Harbour;
import org.circlab.report.ScoredRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** What the page promises, read by the JDK's XML parser and an independent reader of CSV. */
class ReportPageTest {

    private static final Followed FOLLOWED = Followed.harbour("symbiosis", 3);
    private static final ScoredRun RUN = FOLLOWED.run();
    private static final String PAGE = FOLLOWED.page();
    private static final Document DOCUMENT = read(PAGE);

    @Test
    void itAsksNobodyForAnything() {
        for (Element element : elements(DOCUMENT, "*")) {
            assertThat(element.hasAttribute("src")).as(element.getTagName()).isFalse();
            assertThat(element.hasAttribute("style")).as(element.getTagName()).isFalse();
            String link = element.getAttribute("href");
            assertThat(link).matches("|#[a-z0-9-]+|data:text/csv;charset=utf-8,[-A-Za-z0-9._~,/:;=%]+");
        }
        assertThat(elements(DOCUMENT, "link")).isEmpty();
        assertThat(part("style") + part("script"))
                .doesNotContain("url(", "@import", "fetch", "XMLHttp", "import(", "http:", "https:", "innerHTML");
    }

    @Test
    void itForbidsEveryRequestAndAllowsOnlyItsOwnStyleAndScript() throws Exception {
        String policy = elements(DOCUMENT, "meta").stream()
                .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .map(meta -> meta.getAttribute("content"))
                .findFirst()
                .orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'")
                .contains("style-src 'sha256-" + hash(part("style")) + "'")
                .contains("script-src 'sha256-" + hash(part("script")) + "'")
                .doesNotContain("unsafe");
    }

    @Test
    void flowsToSaveAddUpToTheAccountsToTheGram() throws IOException {
        List<Map<String, String>> flows = saved("flows.csv");
        assertThat(tonnes(flows, "variant_total_t"))
                .isEqualByComparingTo(tonnes(RUN.outcome().variant()));
        assertThat(tonnes(flows, "baseline_total_t"))
                .isEqualByComparingTo(tonnes(RUN.outcome().baseline()));
    }

    @Test
    void costsAndEmissionsOfFlowsAddUpToTheAccountsToo() throws IOException {
        List<Flow> flows = RUN.outcome().variant().stream()
                .flatMap(accounts -> accounts.flows().stream())
                .toList();
        double years = RUN.outcome().plan().lab().horizon().years() * 3;
        double euros =
                flows.stream().mapToLong(flow -> flow.cost(PaymentKind.HAULAGE)).sum() / 1e6 / years;
        double emitted = flows.stream().mapToLong(Flow::ghgMilligrams).sum() / 1e9 / years;
        assertThat(tonnes(saved("flows.csv"), "variant_haulage_eur_per_yr").doubleValue())
                .isCloseTo(euros, withinPercentage(1e-6));
        assertThat(tonnes(saved("flows.csv"), "variant_ghg_t_per_yr").doubleValue())
                .isCloseTo(emitted, withinPercentage(1e-6));
    }

    @Test
    void theIntervalOfEachFlowIsAroundItsDifference() throws IOException {
        assertThat(saved("flows.csv")).isNotEmpty().allSatisfy(row -> {
            double change = new BigDecimal(row.get("variant_t_per_yr"))
                    .subtract(new BigDecimal(row.get("baseline_t_per_yr")))
                    .doubleValue();
            double low = Double.parseDouble(row.get("difference_low95_t_per_yr"));
            double high = Double.parseDouble(row.get("difference_high95_t_per_yr"));
            assertThat((low + high) / 2).isCloseTo(change, within(1e-5 + 1e-8 * Math.abs(change)));
            assertThat(high).isGreaterThanOrEqualTo(low);
        });
    }

    @Test
    void bandsOfBothDiagramsAddUpToTheAccountsToTheGram() {
        assertThat(BigDecimal.valueOf(bands("f0"), 6))
                .isEqualByComparingTo(tonnes(RUN.outcome().variant()));
        assertThat(BigDecimal.valueOf(bands("f1"), 6))
                .isEqualByComparingTo(tonnes(RUN.outcome().baseline()));
    }

    @Test
    void indicatorsToSaveAreThoseOfTheScorecard() throws IOException {
        assertThat(saved("indicators.csv").stream().map(row -> row.get("indicator")))
                .containsExactlyElementsOf(RUN.outcome().scorecard().indicators().stream()
                        .map(compared -> compared.measure().id())
                        .toList());
    }

    @Test
    void everyLinkAndLabelLeadsSomewhereAndEveryIdIsThereOnce() {
        List<String> ids = elements(DOCUMENT, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        for (Element element : elements(DOCUMENT, "*")) {
            String target = element.getAttribute("for")
                    + element.getAttribute("aria-labelledby")
                    + element.getAttribute("href").replaceFirst("^(#|data:.*)", "");
            assertThat(target.isEmpty() || ids.contains(target)).as(target).isTrue();
        }
    }

    @Test
    void everyTableHasACaptionAndEveryDiagramAName() {
        assertThat(elements(DOCUMENT, "table"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(table -> !table.getElementsByTagName("caption")
                        .item(0)
                        .getTextContent()
                        .isBlank());
        assertThat(elements(DOCUMENT, "svg"))
                .filteredOn(svg -> !svg.getAttribute("aria-hidden").equals("true"))
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(svg -> svg.getAttribute("role").equals("img")
                        && !svg.getAttribute("aria-label").isBlank());
    }

    @Test
    void itSaysWhatItRestsOn() {
        String text = DOCUMENT.getDocumentElement().getTextContent();
        assertThat(text)
                .contains(RUN.scenario().hash(), "1.2.3", "3 times", "Weighbridge of the foundry 2024")
                .contains("circlab: 1", "Λιμάνι της Θεσσαλονίκης");
    }

    @Test
    void hostileNamesAreShownAndNeverRun(@TempDir Path folder) throws IOException {
        String hostile =
                "</title></style><script>alert(1)</script>\\\" onload='x' \\u202Eevil & \\u05E9\\u05DC\\u05D5\\u05DD";
        String shown = "</title></style><script>alert(1)</script>\" onload='x' evil & \u05E9\u05DC\u05D5\u05DD";
        String text = Files.readString(Harbour.FILE)
                .replace("Χυτήριο Θεσσαλονίκης", '"' + hostile + '"')
                .replace("{ name: Furnace slag,", "{ name: \"" + hostile + "\",")
                .replace("Weighbridge of the foundry 2024", '"' + hostile + '"');
        Path file = Files.writeString(folder.resolve("hostile.yaml"), text);
        Document document = read(Followed.of(file, null, 1, 1).page());
        assertThat(elements(document, "script")).hasSize(1);
        assertThat(elements(document, "td").stream().map(Element::getTextContent))
                .contains(shown);
        assertThat(elements(document, "*")).noneMatch(element -> element.hasAttribute("onload"));
    }

    @Test
    void oneReplicationAndALabInWhichNothingDiffersHaveAPageToo() {
        Document alone = read(Followed.harbour("asleep", 1).page());
        assertThat(alone.getDocumentElement().getTextContent()).contains("shows nothing of chance");
    }

    @Test
    void aLabInWhichNothingMovesHasAPageThatSaysSo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("still.yaml"), """
                circlab: 1
                id: still
                name: Still
                region: { country: SI }
                horizon: { start: 2025-01-01, length: 1 yr }
                materials: { rubble: { code: "17 01 07" } }
                actors:
                  yard: { name: Yard, at: [46.1, 14.5] }
                  tip:
                    name: Tip
                    at: [46.2, 14.6]
                    disposes: { cell: { accepts: [rubble], operation: D1, fee: 50 EUR/t } }
                haulage: { truck: { payload: 25 t, cost: 0.12 EUR/tkm, speed: 60 km/h, detour: 1.3 } }
                """);
        String page =
                read(Followed.of(file, null, 2, 1).page()).getDocumentElement().getTextContent();
        assertThat(page)
                .contains("No material moves.", "No flow differs.", "No waste arises. Nothing moves.")
                .contains("Nobody pays or earns anything.", "There is no map", "No exchange is held")
                .doesNotContain("NaN", "measured -");
    }

    @Test
    void thatOfVelenjeIsSmall() {
        String page = Followed.of(Path.of("scenarios/velenje.yaml"), null, 1, 1).page();
        assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        assertThat(read(page).getDocumentElement().getTextContent()).contains("TEŠ Šoštanj");
    }

    /** The page as XML, without what stands in its style and its script. */
    private static Document read(String page) {
        String markup = page.replaceAll("(?s)<(style|script)>.*?</\\1>", "<$1></$1>");
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(markup.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String part(String name) {
        Matcher part = Pattern.compile("(?s)<" + name + ">(.*?)</" + name + ">").matcher(PAGE);
        assertThat(part.find()).isTrue();
        return part.group(1);
    }

    private static String hash(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Map<String, String>> saved(String name) throws IOException {
        Element link = elements(DOCUMENT, "a").stream()
                .filter(a -> a.getAttribute("download").equals(name))
                .findFirst()
                .orElseThrow();
        String encoded = link.getAttribute("href").replaceFirst("[^,]*,", "");
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(URLDecoder.decode(encoded, StandardCharsets.UTF_8))) {
            return rows.readAll();
        }
    }

    private static BigDecimal tonnes(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(row.get(column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal tonnes(List<Accounts> replications) {
        return BigDecimal.valueOf(
                replications.stream()
                        .flatMap(accounts -> accounts.flows().stream())
                        .mapToLong(Flow::grams)
                        .sum(),
                6);
    }

    /** Grams of the bands in the first figure of a view. */
    private static long bands(String view) {
        Element figure = elements(DOCUMENT, "figure").stream()
                .filter(each -> each.getAttribute("class").equals("fig " + view))
                .findFirst()
                .orElseThrow();
        long sum = 0;
        NodeList paths = figure.getElementsByTagName("path");
        for (int i = 0; i < paths.getLength(); i++) {
            String grams = ((Element) paths.item(i)).getAttribute("data-grams");
            sum += grams.isEmpty() ? 0 : Long.parseLong(grams);
        }
        return sum;
    }
}
