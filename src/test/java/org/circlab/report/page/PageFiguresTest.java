package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.report.Followed;
import org.circlab.report.Harbour;
import org.circlab.report.ScoreText;
import org.circlab.score.Score;
import org.circlab.simulation.Unmatched;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Every figure of the page against its table, and every table against the accounts: the same to the gram. */
class PageFiguresTest {

    private record Page(Followed followed, OpenedPage document) {
        static Page of(Followed followed) {
            return new Page(followed, OpenedPage.of(followed.page()));
        }

        List<Accounts> variant() {
            return followed.run().outcome().variant();
        }
    }

    private static List<Page> pages;

    @BeforeAll
    static void run() {
        pages = Stream.of(
                        Followed.harbour("symbiosis", 3),
                        Followed.of(Harbour.FILE, "no-press", 2, 1),
                        Followed.of(Path.of("scenarios/lesson-glut.yaml"), "silo", 2, 1),
                        Followed.of(Path.of("scenarios/lesson-loop.yaml"), null, 2, 1))
                .map(Page::of)
                .toList();
    }

    private static long flowed(List<Accounts> side) {
        return side.stream()
                .flatMap(accounts -> accounts.flows().stream())
                .mapToLong(Flow::grams)
                .sum();
    }

    @Test
    void monthsToSaveAddUpToTheAccounts() {
        for (Page page : pages) {
            List<Map<String, String>> rows = page.document().saved("months-bands.csv").stream()
                    .filter(row -> "variant".equals(row.get("side")))
                    .toList();
            assertThat(OpenedPage.grams(rows, "arising_total_t"))
                    .isEqualTo(page.variant().stream()
                            .flatMap(accounts -> accounts.arisings().stream())
                            .mapToLong(Accounts.Arisen::grams)
                            .sum());
            assertThat(OpenedPage.grams(rows, "exchanged_total_t"))
                    .isEqualTo(page.variant().stream()
                            .flatMap(accounts -> accounts.flows().stream())
                            .filter(flow -> flow.route().isSynergy())
                            .mapToLong(Flow::grams)
                            .sum());
            assertThat(new BigDecimal(rows.get(rows.size() - 1).get("emitted_so_far_total_kg"))
                            .movePointRight(6)
                            .longValueExact())
                    .isEqualTo(page.variant().stream()
                            .flatMap(accounts -> accounts.emissions().stream())
                            .mapToLong(Accounts.Emission::milligrams)
                            .sum());
        }
    }

    @Test
    void aMeanIsWithinItsRangeAndIsTheSumOverTheReplications() {
        for (Page page : pages) {
            int replications = page.variant().size();
            for (Map<String, String> row : page.document().saved("months-bands.csv")) {
                for (String what : List.of("arising%s_t", "exchanged%s_t", "emitted_so_far%s_kg")) {
                    double mean = Double.parseDouble(row.get(what.formatted("")));
                    double total = Double.parseDouble(row.get(what.formatted("_total")));
                    assertThat(mean * replications).isCloseTo(total, within(1e-6 + 1e-8 * Math.abs(total)));
                    double slack = 1e-6 + 1e-8 * Math.abs(mean);
                    assertThat(mean)
                            .isBetween(
                                    Double.parseDouble(row.get(what.formatted("_p2_5"))) - slack,
                                    Double.parseDouble(row.get(what.formatted("_p97_5"))) + slack);
                }
            }
        }
    }

    @Test
    void flowsByYearAddUpToTheAccountsOfBothSides() {
        for (Page page : pages) {
            List<Map<String, String>> rows = page.document().saved("flows-by-year.csv");
            assertThat(OpenedPage.grams(rows, "variant_total_t")).isEqualTo(flowed(page.variant()));
            assertThat(OpenedPage.grams(rows, "baseline_total_t"))
                    .isEqualTo(flowed(page.followed().run().outcome().baseline()));
        }
    }

    @Test
    void theBandsOfEachYearsDiagramAddUpToItsTable() {
        for (Page page : pages) {
            Map<String, Long> drawn = new HashMap<>();
            for (Element figure : page.document().elements("figure")) {
                String period = figure.getAttribute("data-period");
                if (!period.isEmpty() && !figure.getAttribute("class").contains("f2")) {
                    String side = figure.getAttribute("class").contains("f0") ? "variant" : "baseline";
                    drawn.merge(period + side, OpenedPage.grams(figure), Long::sum);
                }
            }
            Map<String, Long> listed = new HashMap<>();
            for (Map<String, String> row : page.document().saved("flows-by-year.csv")) {
                for (String side : List.of("variant", "baseline")) {
                    listed.merge(
                            row.get("period") + side, OpenedPage.grams(List.of(row), side + "_total_t"), Long::sum);
                }
            }
            assertThat(drawn).isNotEmpty().isEqualTo(listed);
        }
    }

    @Test
    void theBandsOfADifferenceAreWhatTheTwoSidesDifferBy() {
        for (Page page : pages) {
            Map<String, Long> differ = new HashMap<>();
            for (Map<String, String> row : page.document().saved("flows-by-year.csv")) {
                long change = OpenedPage.grams(List.of(row), "variant_total_t")
                        - OpenedPage.grams(List.of(row), "baseline_total_t");
                differ.merge(row.get("period"), Math.abs(change), Long::sum);
            }
            for (Map<String, String> row : page.document().saved("flows.csv")) {
                long change = OpenedPage.grams(List.of(row), "variant_total_t")
                        - OpenedPage.grams(List.of(row), "baseline_total_t");
                differ.merge("", Math.abs(change), Long::sum);
            }
            Map<String, Long> drawn = new HashMap<>();
            for (Element figure : page.document().elements("figure")) {
                boolean difference = figure.getAttribute("class").equals("fig f2");
                if (difference && figure.hasAttribute("data-period")) {
                    drawn.merge(figure.getAttribute("data-period"), OpenedPage.grams(figure), Long::sum);
                }
            }
            assertThat(drawn).isEqualTo(differ);
        }
    }

    @Test
    void theBandsOfADifferenceTellWhatChangesInCostAndEmissions() {
        Element difference = pages.get(0).document().elements("figure").stream()
                .filter(each -> each.getAttribute("class").equals("fig f2"))
                .findFirst()
                .orElseThrow();
        assertThat(OpenedPage.within(difference, "path").stream()
                        .filter(path -> path.hasAttribute("data-grams"))
                        .map(Element::getTextContent))
                .isNotEmpty()
                .allMatch(words -> words.matches("(?s).*: [+-][0-9 .]+ t/yr, from .* to .* t/yr.*tCO2e/yr; figures .*"))
                .anyMatch(words -> words.matches("(?s).*haulage [+-][0-9 .]+ EUR/yr.*"));
    }

    /** So that two years can be compared by eye. */
    @Test
    void nodesStandAtTheSamePlacesInEveryViewAndYear() {
        for (Page page : pages) {
            Set<List<String>> places = new HashSet<>();
            for (Element figure : page.document().elements("figure")) {
                if (figure.hasAttribute("data-period")) {
                    List<String> cards = page.document().cards(figure).stream()
                            .map(card -> card.getAttribute("x") + " " + card.getAttribute("y"))
                            .toList();
                    assertThat(cards).isNotEmpty();
                    places.add(cards);
                }
            }
            assertThat(places).hasSize(1);
        }
    }

    @Test
    void theFunnelOfOffersIsAllThatWasOfferedAndItsLossesAreThoseOfTheTable() {
        for (Page page : pages) {
            double years =
                    page.followed().run().outcome().plan().lab().horizon().years();
            int replications = page.variant().size();
            List<Unmatched> all = page.followed().watched().unmatched();
            double offered = all.stream()
                            .flatMap(each -> each.streams().stream())
                            .mapToLong(stream -> stream.offeredGrams() + stream.openingGrams())
                            .sum()
                    / 1e6
                    / years
                    / replications;
            Element figure =
                    OpenedPage.within(page.document().byId("why"), "figure").get(0);
            List<String> words = OpenedPage.within(figure, "text").stream()
                    .map(Element::getTextContent)
                    .toList();
            assertThat(words.get(0)).startsWith("Offered");
            assertThat(number(words.get(1))).isCloseTo(offered, within(offered * 1e-3));
            double lost = 0;
            for (int i = 2; i < words.size(); i += 2) {
                boolean stopped = !words.get(i).matches("still waiting.*|taken by contracts|exchanged");
                lost += stopped ? number(words.get(i + 1)) : 0;
            }
            double listed = page.document().saved("unmatched.csv").stream()
                    .filter(row -> "offer".equals(row.get("side")))
                    .mapToDouble(row -> Double.parseDouble(row.get("mass_t")))
                    .sum();
            assertThat(lost).isCloseTo(listed / years, within(0.01 + listed / years * 1e-2));
        }
    }

    @Test
    void whatFlowsCostByKindAddsUpToThePayments() {
        for (Page page : pages) {
            double years =
                    page.followed().run().outcome().plan().lab().horizon().years()
                            * page.variant().size();
            for (PaymentKind kind : LinkFigures.COSTS) {
                double paid = page.variant().stream()
                                .flatMap(accounts -> accounts.payments().stream())
                                .filter(payment -> payment.kind() == kind)
                                .mapToLong(Accounts.Payment::micros)
                                .sum()
                        / 1e6
                        / years;
                String column = "variant_" + kind.word().replace('-', '_') + "_eur_per_yr";
                double listed = page.document().saved("flows.csv").stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(column)))
                        .sum();
                assertThat(listed).as(kind.word()).isCloseTo(paid, within(1e-6 + 1e-8 * Math.abs(paid)));
            }
        }
    }

    private static double number(String words) {
        return Double.parseDouble(words.replaceFirst(" t/yr.*", "").replace(" ", ""));
    }

    @Test
    void fieldsToFilterByHoldEachMaterialOnce() {
        for (Page page : pages) {
            List<String> materials = OpenedPage.within(page.document().byId("material"), "option").stream()
                    .map(option -> option.getAttribute("value"))
                    .filter(value -> !value.isEmpty())
                    .toList();
            List<String> members = OpenedPage.within(page.document().byId("domain"), "option").stream()
                    .map(option -> option.getAttribute("value"))
                    .filter(value -> !value.isEmpty())
                    .flatMap(value -> Stream.of(value.split(" ", -1)))
                    .toList();
            assertThat(members).containsExactlyInAnyOrderElementsOf(materials).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPictureHasANameAWordedDescriptionAndATableInItsSection() {
        for (Page page : pages) {
            for (Element section : page.document().elements("section")) {
                List<Element> pictures = OpenedPage.within(section, "svg").stream()
                        .filter(svg -> svg.getAttribute("role").equals("img"))
                        .toList();
                assertThat(pictures)
                        .allMatch(svg -> !svg.getAttribute("aria-label").isBlank())
                        .allMatch(svg -> !OpenedPage.within(svg, "title")
                                .get(0)
                                .getTextContent()
                                .isBlank())
                        .allMatch(svg -> !OpenedPage.within(svg, "desc").isEmpty());
                assertThat(pictures.isEmpty()
                                || !OpenedPage.within(section, "table").isEmpty())
                        .isTrue();
            }
        }
    }

    @Test
    void aBandTellsItsTonnesCostEmissionsAndTheGradeOfItsSource() {
        Element whole = pages.get(0).document().elements("figure").stream()
                .filter(each -> each.getAttribute("class").equals("fig f0"))
                .findFirst()
                .orElseThrow();
        assertThat(OpenedPage.within(whole, "path").stream()
                        .filter(path -> path.hasAttribute("data-grams"))
                        .map(Element::getTextContent))
                .anyMatch(words -> words.matches(
                        "(?s).* \u2192 .*: [0-9 .]+ t/yr \\(\u00b1 .*\\); haulage [0-9 .-]+ EUR/yr; gate fee [0-9 .-]+ EUR/yr; "
                                + "[0-9 .-]+ tCO2e/yr; figures (measured|reported|derived|assumed)"))
                .allMatch(words -> words.contains("t/yr") && words.contains("tCO2e/yr; figures "));
    }

    @Test
    void whereNothingIsStoredOrExchangedASentenceSaysSo() {
        OpenedPage asleep = OpenedPage.of(Followed.harbour("asleep", 1).page());
        assertThat(asleep.text("time")).contains("No actor of this lab has a store.");
        assertThat(asleep.text("why")).contains("No exchange is held in this variant");
    }

    @Test
    void theScoreStandsFirstInTheWordsOfTheCommandLine() {
        for (Page page : pages) {
            Score score = Objects.requireNonNull(
                    page.followed().run().outcome().scorecard().score());
            assertThat(page.document().of("p", "score").get(0).getTextContent())
                    .isEqualTo(ScoreText.line(score, "business as usual"))
                    .startsWith("Score ");
        }
    }

    @Test
    void withoutAnAnswerThePageSaysHowToGetOne() {
        assertThat(pages.get(0).document().text("why")).contains("circlab explain scenario.yaml --seed 1");
    }
}
