package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.report.Followed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Month by month in words, charts and tables that say the same. */
class OverTimeTest {

    private static final Followed SILO = Followed.of(Path.of("scenarios/lesson-glut.yaml"), "silo", 2, 1);

    private static OpenedPage section(Followed followed) {
        return OpenedPage.of(
                "<section id=\"time\">" + new OverTime(followed.run(), followed.watched()).html() + "</section>");
    }

    private static List<Element> charts(OpenedPage document) {
        return OpenedPage.within(document.byId("time"), "svg");
    }

    @Test
    void eachStoreHasAChartWithItsCapacityAndEachMonthARow() {
        OpenedPage document = section(SILO);
        assertThat(charts(document)).hasSize(3);
        Element store = charts(document).get(2);
        assertThat(OpenedPage.within(store, "path").stream().map(path -> path.getAttribute("class")))
                .contains("line limit", "line usual", "line main");
        List<Map<String, String>> rows = document.saved("stores.csv");
        int months = SILO.watched().variant().months().size();
        assertThat(rows).hasSize(2 * months);
        assertThat(rows).allMatch(row -> "200".equals(row.get("capacity_t")));
        assertThat(rows.stream().mapToDouble(row -> Double.parseDouble(row.get("stored_t"))))
                .allMatch(stored -> stored >= 0 && stored <= 200)
                .anyMatch(stored -> stored > 100);
        assertThat(OpenedPage.within(document.byId("time"), "tr")).hasSize(2 * (months + 1));
    }

    /** Rooms are the same by their actor and material, whatever they hold and whoever else is in the lab. */
    @Test
    void aStoreOfAnotherSizeInWhatItIsComparedWithIsDrawnBesideIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("sizes.yaml"),
                Files.readString(Path.of("scenarios/lesson-glut.yaml"))
                                .replace("\nvariants:", "\nbaseline: silo\nvariants:")
                        + """
                          large:
                            actors:
                              cannery: { stores: { peels: { capacity: 300 t, keeps: 300 d, overflow: dispose } } }
                              also: { at: [40.61, 22.61], generates: { peels: { mean: 1 t/yr, every: 30 d, disposal: landfill } } }
                        """);
        Followed large = Followed.of(file, "large", 2, 1);
        OpenedPage document = section(large);
        Element store = charts(document).get(2);
        assertThat(OpenedPage.within(store, "text").stream().map(Element::getTextContent))
                .contains("capacity", "baseline", "fits baseline", "this variant");
        assertThat(document.saved("stores.csv").stream()
                        .map(row -> row.get("side") + " " + row.get("capacity_t"))
                        .distinct())
                .containsExactly("variant 300", "baseline 200");
    }

    @Test
    void theRangeOfATableIsSaidToBeOfTheReplicationsAndNotOfTheirMean() {
        OpenedPage document = section(SILO);
        assertThat(OpenedPage.within(document.byId("time"), "caption"))
                .hasSize(2)
                .allSatisfy(caption -> assertThat(caption.getTextContent())
                        .endsWith("mean, and from the 2.5 to the 97.5 percentile of the replications"));
        for (String file : List.of("months-bands.csv", "stores.csv")) {
            assertThat(document.saved(file).get(0).keySet())
                    .anyMatch(column -> column.contains("_p2_5_"))
                    .anyMatch(column -> column.contains("_p97_5_"))
                    .noneMatch(column -> column.contains("95_"));
        }
    }

    @Test
    void whatAMonthSaysWhereItIsPointedAtIsWhatItsTableSays() {
        OpenedPage document = section(SILO);
        List<Map<String, String>> rows = document.saved("months-bands.csv");
        Pattern told =
                Pattern.compile("(\\d{4}-\\d\\d): arising ([0-9 .]+) t a month.*; exchanged ([0-9 .]+) t a month.*");
        int seen = 0;
        for (Element strip : OpenedPage.within(charts(document).get(0), "rect")) {
            Matcher words = told.matcher(strip.getTextContent());
            assertThat(words.matches()).as(strip.getTextContent()).isTrue();
            Map<String, String> row = rows.stream()
                    .filter(each ->
                            "variant".equals(each.get("side")) && words.group(1).equals(each.get("month")))
                    .findFirst()
                    .orElseThrow();
            same(words.group(2), row.getOrDefault("arising_t", ""));
            same(words.group(3), row.getOrDefault("exchanged_t", ""));
            seen++;
        }
        assertThat(seen).isEqualTo(SILO.watched().variant().months().size());
    }

    /** To the three digits that are shown. */
    private static void same(String shown, String exact) {
        double value = Double.parseDouble(exact);
        assertThat(Double.parseDouble(shown.replace(" ", ""))).isCloseTo(value, within(1e-9 + value * 5e-3));
    }

    @Test
    void ofManyYearsEachIsOneLevelButTheTableKeepsItsMonths() {
        Followed years = Followed.of(Path.of("scenarios/lesson-loop.yaml"), null, 1, 1, "horizon.length=12 yr");
        OpenedPage document = section(years);
        assertThat(document.text("time")).contains("each year is drawn as its average month");
        Element line = OpenedPage.within(charts(document).get(0), "path").stream()
                .filter(path -> path.getAttribute("class").equals("line main"))
                .findFirst()
                .orElseThrow();
        String[] points = line.getAttribute("d").substring(1).split("L", -1);
        assertThat(points).hasSize(144);
        for (int i = 1; i < points.length; i++) {
            if (i % 12 != 0) {
                assertThat(points[i].split(" ", -1)[1]).isEqualTo(points[i - 1].split(" ", -1)[1]);
            }
        }
        assertThat(document.saved("months-bands.csv").stream()
                        .filter(row -> "variant".equals(row.get("side")))
                        .map(row -> row.get("arising_t"))
                        .distinct()
                        .count())
                .isGreaterThan(2);
        assertThat(OpenedPage.within(charts(document).get(0), "rect")).isEmpty();
    }

    @Test
    void ofOneReplicationThereIsNoShadeAndItSaysWhy() {
        OpenedPage document = section(Followed.harbour("symbiosis", 1));
        assertThat(document.text("time")).contains("nothing of chance", "No actor of this lab has a store.");
        assertThat(OpenedPage.within(document.byId("time"), "path"))
                .noneMatch(path -> path.getAttribute("class").startsWith("band"));
    }

    @Test
    void ofSeveralReplicationsTheShadeIsExplained() {
        OpenedPage document = section(Followed.harbour("symbiosis", 3));
        assertThat(document.text("time")).contains("means of 3 replications", "holds 95 % of them");
        assertThat(OpenedPage.within(document.byId("time"), "path"))
                .anyMatch(path -> path.getAttribute("class").equals("band main"));
    }

    @Test
    void whereNothingArisesASentenceStandsForTheChart() {
        Followed nothing = Followed.of(
                Path.of("scenarios/lesson-loop.yaml"), null, 1, 1, "horizon.length=1 d", "horizon.warm-up=0 d");
        String text = section(nothing).text("time");
        boolean arises = nothing.watched().variant().arisen().most() > 0;
        boolean exchanges = nothing.watched().variant().exchanged().most() > 0;
        assertThat(text.contains("No waste arises, and nothing is exchanged.")).isEqualTo(!arises && !exchanges);
    }
}
