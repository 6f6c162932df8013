package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.report.Followed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The page for who uses a keyboard, a screen reader, paper, or no scripts. */
class AccessibleTest {

    private static OpenedPage page;
    private static String text;

    @BeforeAll
    static void run() {
        text = Followed.of(Path.of("scenarios/lesson-glut.yaml"), "silo", 2, 1).page();
        page = OpenedPage.of(text);
    }

    private static List<Element> ofClass(String tag, String name) {
        return page.elements(tag).stream()
                .filter(each ->
                        List.of(each.getAttribute("class").split(" ", -1)).contains(name))
                .toList();
    }

    private static boolean isInside(Element element, String tag) {
        for (Node each = element; each != null; each = each.getParentNode()) {
            if (each.getNodeName().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void itSaysItsLanguageAndLetsOneJumpOverTheHead() {
        assertThat(page.elements("html").get(0).getAttribute("lang")).isEqualTo("en");
        assertThat(page.elements("a").get(0).getAttribute("class")).isEqualTo("skip");
        assertThat(page.elements("main")).hasSize(1);
    }

    @Test
    void headingsGoDownOneStepAtATime() {
        int before = 0;
        for (Element element : page.elements("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
        assertThat(before).isPositive();
    }

    @Test
    void theContentsNameEverySectionInItsOrder() {
        List<String> sections = page.elements("section").stream()
                .map(section -> section.getAttribute("id"))
                .toList();
        List<String> listed = OpenedPage.within(page.elements("nav").get(0), "a").stream()
                .map(link -> link.getAttribute("href").substring(1))
                .filter(sections::contains)
                .toList();
        assertThat(listed).isEqualTo(sections);
    }

    @Test
    void everyControlHasALabel() {
        Set<String> labelled = new HashSet<>();
        page.elements("label").forEach(label -> labelled.add(label.getAttribute("for")));
        List<Element> controls = new ArrayList<>(page.elements("select"));
        controls.addAll(page.elements("input"));
        assertThat(controls)
                .hasSize(6)
                .allMatch(control -> labelled.contains(control.getAttribute("id")) || isInside(control, "label"));
    }

    @Test
    void whatScrollsCanBeReachedByKeysAndHasAName() {
        assertThat(ofClass("div", "wide"))
                .hasSizeGreaterThan(8)
                .allMatch(region -> region.getAttribute("tabindex").equals("0")
                        && region.getAttribute("role").equals("region")
                        && !region.getAttribute("aria-label").isBlank());
    }

    /** Numbers above 0 would tear the order of the keyboard from that of the page. */
    @Test
    void theOrderOfTheKeyboardIsThatOfThePage() {
        assertThat(page.elements("*").stream()
                        .map(element -> element.getAttribute("tabindex"))
                        .filter(index -> !index.isEmpty()))
                .isNotEmpty()
                .allMatch("0"::equals);
    }

    @Test
    void everyHeadOfATableSaysWhatItHeads() {
        assertThat(page.elements("th"))
                .isNotEmpty()
                .allMatch(head -> head.getAttribute("scope").matches("col|row|colgroup"));
    }

    @Test
    void everyTableOfAFigureCanBeSavedUnderANameOfItsOwn() {
        List<String> names = page.elements("a").stream()
                .map(link -> link.getAttribute("download"))
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "indicators.csv",
                        "actors.csv",
                        "flows.csv",
                        "flows-by-year.csv",
                        "months-bands.csv",
                        "stores.csv",
                        "unmatched.csv");
        assertThat(names).allMatch(name -> !page.saved(name).isEmpty());
    }

    @Test
    void whatChangesWhilePointingIsReadOut() {
        assertThat(page.byId("picked").getAttribute("aria-live")).isEqualTo("polite");
    }

    @Test
    void withoutScriptsAllIsShownAndNothingOffersWhatOnlyScriptsCanDo() {
        assertThat(ofClass("div", "filters")).hasSize(1).allMatch(filters -> filters.hasAttribute("hidden"));
        assertThat(page.elements("figure").stream().filter(figure -> figure.hasAttribute("hidden")))
                .isNotEmpty()
                .allMatch(figure -> !figure.getAttribute("data-period").isEmpty());
        assertThat(page.elements("button")).isEmpty();
    }

    @Test
    void onPaperControlsAreLeftOutAndFiguresAreNotTorn() {
        Matcher print = Pattern.compile("@media print\\{body.*").matcher(text);
        assertThat(print.find()).isTrue();
        assertThat(print.group())
                .contains("nav,.skip,.save,input.view", ".filters,#picked", "break-inside:avoid", "break-after:avoid");
    }

    @Test
    void scriptsTakeEveryPartFromThePageThatHasIt() {
        Matcher asked = Pattern.compile("getElementById\\('([a-z]+)'\\)").matcher(text);
        int found = 0;
        while (asked.find()) {
            assertThat(page.byId(asked.group(1))).isNotNull();
            found++;
        }
        assertThat(found).isEqualTo(4);
    }
}
