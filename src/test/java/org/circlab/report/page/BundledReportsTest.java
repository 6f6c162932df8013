package org.circlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Flow;
import org.circlab.report.Followed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The page of every bundled scenario: small, and the same to the gram in the accounts, the pictures and the tables. */
class BundledReportsTest {

    private static final int MOST_BYTES = 2_000_000;

    static Stream<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void picturesTablesAndAccountsAgree(Path file) {
        Followed followed = Followed.of(file, null, 1, 1);
        String text = followed.page();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
        OpenedPage page = OpenedPage.of(text);
        List<Accounts> variant = followed.run().outcome().variant();
        long flowed = variant.stream()
                .flatMap(accounts -> accounts.flows().stream())
                .mapToLong(Flow::grams)
                .sum();
        assertThat(OpenedPage.grams(page.saved("flows.csv"), "variant_total_t")).isEqualTo(flowed);
        assertThat(drawn(page)).isEqualTo(flowed);
        assertThat(OpenedPage.grams(page.saved("flows-by-year.csv"), "variant_total_t"))
                .isEqualTo(flowed);
        List<Map<String, String>> months = page.saved("months-bands.csv").stream()
                .filter(row -> "variant".equals(row.get("side")))
                .toList();
        assertThat(OpenedPage.grams(months, "arising_total_t"))
                .isEqualTo(variant.stream()
                        .flatMap(accounts -> accounts.arisings().stream())
                        .mapToLong(Accounts.Arisen::grams)
                        .sum());
    }

    private static long drawn(OpenedPage page) {
        Element whole = page.elements("figure").stream()
                .filter(figure -> figure.getAttribute("class").equals("fig f0"))
                .findFirst()
                .orElseThrow();
        return OpenedPage.grams(whole);
    }
}
