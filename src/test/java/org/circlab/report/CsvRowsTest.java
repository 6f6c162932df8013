package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

class CsvRowsTest {

    private static final String ALPHABET = "aŠθ🚚 ,;\"'\n\r\t=+-@0.|";

    @Test
    void everyTextComesBackFromAnotherReader() throws IOException {
        Random random = new Random(11);
        List<List<String>> written = new ArrayList<>();
        StringBuilder csv = new StringBuilder();
        CsvRows rows = new CsvRows(csv);
        for (int row = 0; row < 2_000; row++) {
            List<String> cells = new ArrayList<>(List.of("row" + row));
            rows.text("row" + row);
            for (int cell = 0; cell < 3; cell++) {
                String text = randomText(random);
                cells.add(text);
                rows.text(text);
            }
            rows.end();
            written.add(cells);
        }

        assertThat(read(csv.toString()))
                .isEqualTo(written.stream().map(CsvRowsTest::madeHarmless).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void formulasAreMadeHarmless(String formula) throws IOException {
        StringBuilder csv = new StringBuilder();
        new CsvRows(csv).text(formula).end();
        assertThat(read(csv.toString())).containsExactly(List.of("'" + formula));
    }

    @Test
    void numbersStayNumbers() throws IOException {
        StringBuilder csv = new StringBuilder();
        new CsvRows(csv)
                .whole(-3)
                .millionths(-1_500_000)
                .value(0.1 + 0.2)
                .value(Double.NaN)
                .text("")
                .end();
        assertThat(csv).hasToString("-3,-1.5,0.3,,\n");
    }

    private static List<String> madeHarmless(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell)
                .toList();
    }

    private static String randomText(Random random) {
        int[] letters = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static List<List<String>> read(String csv) {
        try (MappingIterator<List<String>> rows = CsvMapper.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .build()
                .readerForListOf(String.class)
                .with(CsvReadFeature.WRAP_AS_ARRAY)
                .readValues(csv)) {
            return rows.readAll();
        }
    }
}
