package org.circlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that the program writes, in a real browser, with a mouse and a keyboard. */
class PagesInABrowserTest {

    private static final List<String> SCENARIOS =
            List.of("velenje", "weee", "thessaloniki", "lesson-loop", "region-it");

    @TempDir
    static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void writeAndStart() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium");
        browser = Chromium.start(program.orElseThrow(), folder.resolve("profile"));
        for (String scenario : SCENARIOS) {
            done("run", "scenarios/" + scenario + ".yaml", "--replications=2", "--out=" + folder.resolve("results"));
        }
        done("compare", "scenarios/velenje.yaml", "--replications=2", "--report=" + folder.resolve("velenje.html"));
        List<String> regions =
                new ArrayList<>(List.of("compare", "--replications=2", "--report=" + folder.resolve("regions.html")));
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            files.filter(file -> file.getFileName().toString().startsWith("region-"))
                    .sorted()
                    .forEach(file -> regions.add(file.toString()));
        }
        done(regions.toArray(String[]::new));
    }

    private static void done(String... args) {
        Session session = Session.of(args);
        assertThat(session.code()).as(session.err()).isZero();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    static List<String> pages() {
        List<String> pages = new ArrayList<>(SCENARIOS);
        pages.add("velenje.html");
        pages.add("regions.html");
        return pages;
    }

    private static Path file(String page) {
        if (page.endsWith(".html")) {
            return folder.resolve(page);
        }
        try (Stream<Path> variants = Files.list(folder.resolve("results").resolve(page))) {
            return variants.findFirst().orElseThrow().resolve("report.html");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Tab open(String page, int width) {
        return Tab.open(browser, file(page), width);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensFromTheDiskWithoutARequestOrAMessage(String page) throws IOException {
        assertThat(Files.size(file(page))).isLessThan(2_000_000);
        try (Tab tab = open(page, Tab.DESK)) {
            assertThat(tab.is("document.querySelector('h1').textContent")).isTrue();
            tab.value("document.querySelectorAll('details').forEach(part => part.open = true)");
            tab.value("document.querySelectorAll('input.view').forEach(input => input.click())");
            assertThat(tab.said()).containsExactly(tab.address());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsAPhoneWithoutScrollingSideways(String page) {
        try (Tab tab = open(page, Tab.PHONE)) {
            tab.value("document.querySelectorAll('details').forEach(part => part.open = true)");
            assertThat(tab.value("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(Tab.PHONE);
        }
    }

    /** Contrast by WCAG 2.2 (1.4.3), of text against the nearest background; what is told to be idle may be paler. */
    @ParameterizedTest
    @MethodSource("pages")
    void allTextCanBeReadInTheLightAndInTheDark(String page) {
        try (Tab tab = open(page, Tab.DESK)) {
            for (String scheme : List.of("light", "dark")) {
                tab.look("screen", scheme);
                assertThat(tab.value(CONTRAST).toString()).as(scheme).isEqualTo("[]");
            }
        }
    }

    private static final String CONTRAST = """
            (() => {
              const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
              const light = colour => { const [r, g, b] = parts(colour).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const clear = colour => colour === 'none' || colour === 'transparent' || parts(colour)[3] === 0;
              const ground = element => { for (let e = element; e; e = e.parentElement) {
                const colour = getComputedStyle(e).backgroundColor; if (!clear(colour)) return colour; } return 'rgb(255,255,255)'; };
              const found = [];
              document.querySelectorAll('body *').forEach(e => {
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
                if (!own || !e.getClientRects().length || e.closest('.idle, script, title, desc')) return;
                const style = getComputedStyle(e);
                const ink = e.namespaceURI.endsWith('svg') ? style.fill : style.color;
                const [a, b] = [light(ink), light(ground(e))].sort((x, y) => y - x);
                if ((a + 0.05) / (b + 0.05) < 4.5) found.push(e.tagName + ' ' + e.textContent.slice(0, 30) + ' ' + ink + ' on ' + ground(e));
              });
              return found.slice(0, 5);
            })()""";

    @ParameterizedTest
    @MethodSource("pages")
    void saysWhatItIsToWhoListens(String page) {
        try (Tab tab = open(page, Tab.DESK)) {
            assertThat(tab.is("document.documentElement.lang === 'en' && document.title"))
                    .isTrue();
            assertThat(tab.value("document.querySelectorAll('h1').length").asInt())
                    .isEqualTo(1);
            assertThat(tab.value("document.querySelectorAll('main').length").asInt())
                    .isEqualTo(1);
            assertThat(tab.value("[...document.querySelectorAll('input, select')].filter(e => !e.labels.length).length")
                            .asInt())
                    .isZero();
            assertThat(tab.is("[...document.querySelectorAll('h2, h3, h4')].every((e, i, all) => i === 0"
                            + " || e.tagName <= 'H' + (Number(all[i - 1].tagName[1]) + 1))"))
                    .isTrue();
            assertThat(
                            tab.is(
                                    "[...document.querySelectorAll('.wide')].every(e => e.tabIndex === 0 && e.getAttribute('aria-label'))"))
                    .as("what scrolls can be reached by the keyboard")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onPaperThereAreFiguresAndNoControls(String page) {
        try (Tab tab = open(page, Tab.DESK)) {
            tab.look("print", "dark");
            assertThat(
                            tab.is(
                                    "[...document.querySelectorAll('.fig:not([hidden])')].every(e => e.getClientRects().length)"))
                    .isTrue();
            assertThat(
                            tab.is(
                                    "[...document.querySelectorAll('nav, .save, .filters, input.view + label')].some(e => e.getClientRects().length)"))
                    .isFalse();
            assertThat(tab.value("getComputedStyle(document.body).backgroundColor")
                            .asString())
                    .isEqualTo("rgb(255, 255, 255)");
        }
    }

    @Test
    void aReportSwitchesBetweenItsViews() {
        try (Tab tab = open("velenje", Tab.DESK)) {
            assertThat(tab.shows(".f0") && !tab.shows(".f1") && !tab.shows(".f2"))
                    .isTrue();
            tab.click("label[for=view2]");
            assertThat(tab.shows(".f2") && !tab.shows(".f0")).as("what differs").isTrue();
            assertThat(tab.is("document.querySelector('.f2 .more') && document.querySelector('.f2 .less')"))
                    .isTrue();
            tab.press("ArrowLeft", 37);
            assertThat(tab.shows(".f1") && !tab.shows(".f2"))
                    .as("by the keyboard")
                    .isTrue();
        }
    }

    @Test
    void pointingAtABandTellsWhatItIs() {
        try (Tab tab = open("velenje", Tab.DESK)) {
            tab.pointAt(".f0 path.r");
            String title = tab.value("document.querySelector('.f0 path.r title').textContent")
                    .asString();
            assertThat(title).contains("\u2192", "t/yr", "haulage");
            assertThat(tab.value("document.getElementById('picked').textContent")
                            .asString())
                    .isEqualTo(title);
        }
    }

    @Test
    void theFilterDimsAllOtherMaterials() {
        try (Tab tab = open("velenje", Tab.DESK)) {
            assertThat(tab.shows("#material")).isTrue();
            tab.value("(() => { const s = document.getElementById('material'); s.selectedIndex = 1;"
                    + " s.dispatchEvent(new Event('change', {bubbles: true})); })()");
            assertThat(tab.is("[...document.querySelectorAll('[data-m]')].every(e => e.classList.contains('dim')"
                            + " === (e.dataset.m !== document.getElementById('material').value))"))
                    .isTrue();
            assertThat(tab.is("document.querySelector('path.r:not(.dim)')")).isTrue();
        }
    }

    @Test
    void aYearCanBeChosenAndBandsCanBeReadByTheKeyboard() {
        try (Tab tab = open("velenje", Tab.DESK)) {
            tab.value("(() => { const s = document.getElementById('period'); s.selectedIndex = 2;"
                    + " s.dispatchEvent(new Event('change', {bubbles: true})); })()");
            String year = tab.value("document.getElementById('period').value").asString();
            assertThat(year).startsWith("20");
            assertThat(tab.shows(".f0[data-period=\"" + year + "\"]") && !tab.shows(".f0[data-period=\"\"]"))
                    .isTrue();
            tab.value("document.querySelector('.f0[data-period=\"" + year + "\"] .wide').focus()");
            tab.press("ArrowDown", 40);
            assertThat(tab.value("document.getElementById('picked').textContent")
                            .asString())
                    .contains("t/yr in " + year);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTableBehindAFigureOpensAndSavesWhatItHolds(String page) throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved-" + page));
        browser.ask("", "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", saved.toString()));
        try (Tab tab = open(page, Tab.DESK)) {
            tab.click("#flows details summary");
            assertThat(tab.is("document.querySelector('#flows details').open")).isTrue();
            assertThat(tab.shows("#flows details table")).isTrue();
            tab.click("#flows details a[download]");
            Path file = saved.resolve(tab.value("document.querySelector('#flows details a[download]').download")
                    .asString());
            String encoded = tab.value("document.querySelector('#flows details a[download]').href")
                    .asString()
                    .replaceFirst("[^,]*,", "");
            String expected = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            for (int i = 0;
                    i < 250
                            && !(Files.exists(file)
                                    && Files.size(file) == expected.getBytes(StandardCharsets.UTF_8).length);
                    i++) {
                Chromium.pause();
            }
            assertThat(file).hasContent(expected);
            assertThat(expected.lines().count()).isGreaterThan(2);
        }
    }

    @Test
    void aComparisonSwitchesItsScaleOfDivision() {
        try (Tab tab = open("regions.html", Tab.DESK)) {
            assertThat(tab.is("document.getElementById('per2').checked"))
                    .as("per tonne first")
                    .isTrue();
            assertThat(tab.shows(".p2") && !tab.shows(".p0")).isTrue();
            tab.click("label[for=per1]");
            assertThat(tab.shows(".p1") && !tab.shows(".p2")).isTrue();
            tab.press("ArrowLeft", 37);
            assertThat(tab.shows(".p0") && !tab.shows(".p1"))
                    .as("by the keyboard")
                    .isTrue();
        }
    }

    @Test
    void aComparisonShowsTheCandidateAndTheKindOfFlowsThatAreChosen() {
        try (Tab tab = open("velenje.html", Tab.DESK)) {
            String shown = "[...document.querySelectorAll('.fig')].filter(e => e.getClientRects().length)"
                    + ".map(e => e.className).join()";
            assertThat(tab.value(shown).asString()).isEqualTo("fig k0 c0,fig k0 c0");
            tab.click("label[for=who2]");
            assertThat(tab.value(shown).asString()).isEqualTo("fig k0 c2,fig k0 c2");
            tab.click("label[for=kind2]");
            assertThat(tab.value(shown).asString()).isEqualTo("fig k2 c2,fig k2 c2");
            assertThat(tab.brightness(".fig.k2.c2 use"))
                    .as("a card that another diagram has drawn")
                    .isGreaterThan(0.8);
            tab.click("label[for=whoall]");
            assertThat(tab.value(shown).asString()).startsWith("fig k2 c0,fig k2 c1,fig k2 c2,fig k2 c3,");
            tab.pointAt(".k2 path.r");
            assertThat(tab.value("document.getElementById('picked').textContent")
                            .asString())
                    .contains(" t/yr, from ");
        }
    }
}
