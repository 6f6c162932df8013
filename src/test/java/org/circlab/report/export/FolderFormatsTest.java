package org.circlab.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.circlab.report.Harbour;
import org.circlab.report.ResultException;
import org.circlab.report.ScoredRun;
import org.circlab.report.graph.RunGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** What is made from the files of a result, against those files. */
class FolderFormatsTest {

    @TempDir
    static Path folder;

    private static ScoredRun run;

    @BeforeAll
    static void write() {
        run = Harbour.write(folder.resolve("result"), "symbiosis", 2, 1);
    }

    @Test
    void theGraphOfTheFilesIsThatOfTheRun() throws IOException {
        assertThat(ResultGraph.read(folder.resolve("result")))
                .isEqualTo(RunGraph.of(
                        run.outcome(),
                        run.scenario().variantName(),
                        run.scenario().baselineName()));
    }

    @Test
    void whatIsNoResultIsRefused() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> ResultGraph.read(empty))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("is not a result");
        assertThatThrownBy(() -> ResultGraph.read(folder.resolve("result/baseline")))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("is not a result");
    }

    @Test
    void aTableThatSomebodyChangedIsRefused() throws IOException {
        Path broken = folder.resolve("broken");
        Harbour.write(broken, "symbiosis", 1, 1);
        Path flows = broken.resolve("flows.csv");
        String text = Files.readString(flows);
        Files.writeString(flows, text.replaceFirst("mass_t", "mass_kg"));
        assertThatThrownBy(() -> ResultGraph.read(broken)).hasMessageContaining("no column 'mass_t'");
        Files.writeString(flows, text.replaceFirst("(?m)^(1,.*,20\\d\\d-\\d\\d),[0-9.]+,", "$1,many,"));
        assertThatThrownBy(() -> ResultGraph.read(broken))
                .isInstanceOf(ResultException.class)
                .hasMessageContaining("run the scenario again");
    }

    @Test
    void everyCellHasTheTypeThatThePackageStates() throws IOException {
        Path result = folder.resolve("result");
        JsonNode resources =
                JsonMapper.shared().readTree(DataPackage.of(result)).path("resources");
        assertThat(resources.size()).isEqualTo(Tables.in(result).size()).isGreaterThan(10);
        for (JsonNode resource : resources) {
            List<String[]> rows = csv(result.resolve(resource.path("path").asString()));
            JsonNode fields = resource.path("schema").path("fields");
            assertThat(fields.size()).isEqualTo(rows.get(0).length);
            for (int column = 0; column < fields.size(); column++) {
                assertThat(fields.get(column).path("name").asString()).isEqualTo(rows.get(0)[column]);
                String cell = pattern(fields.get(column).path("type").asString());
                int at = column;
                assertThat(rows.stream().skip(1).map(row -> row[at]))
                        .as("%s.%s", resource.path("path"), rows.get(0)[column])
                        .allMatch(text -> text.matches(cell));
            }
        }
    }

    private static String pattern(String type) {
        return switch (type) {
            case "integer" -> "(\\d+)?";
            case "number" -> "(-?\\d+(\\.\\d+)?)?";
            case "yearmonth" -> "\\d{4}-\\d{2}";
            default -> "(?s).*";
        };
    }

    @Test
    void theWorkbookHasEveryCellOfEveryTable() throws IOException {
        Path result = folder.resolve("result");
        Map<String, Document> parts = unzip(workbook(result));
        List<Path> tables = Tables.in(result);
        NodeList sheets = Objects.requireNonNull(parts.get("xl/workbook.xml")).getElementsByTagName("sheet");
        assertThat(sheets.getLength()).isEqualTo(tables.size());
        for (int i = 0; i < tables.size(); i++) {
            List<String[]> rows = csv(tables.get(i));
            Map<String, String> cells =
                    cells(Objects.requireNonNull(parts.get("xl/worksheets/sheet" + (i + 1) + ".xml")));
            Map<String, String> expected = new TreeMap<>();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).length; column++) {
                    String cell = rows.get(row)[column];
                    if (!cell.isEmpty()) {
                        expected.put((char) ('A' + column) + "" + (row + 1), cell.replaceFirst("^'(?==)", ""));
                    }
                }
            }
            assertThat(cells).isEqualTo(expected);
        }
    }

    @Test
    void nothingInTheWorkbookIsAFormula() throws IOException {
        Map<String, Document> parts = unzip(workbook(folder.resolve("result")));
        boolean found = false;
        for (Document part : parts.values()) {
            assertThat(part.getElementsByTagName("f").getLength()).isZero();
            for (Element cell : elements(part, "c")) {
                if (cell.getTextContent().startsWith("=")) {
                    found = true;
                    assertThat(cell.getAttribute("t")).isEqualTo("inlineStr");
                }
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void theSameTablesGiveTheSameWorkbook() throws IOException {
        assertThat(workbook(folder.resolve("result"))).isEqualTo(workbook(folder.resolve("result")));
    }

    private static byte[] workbook(Path result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Workbook.write(result, bytes);
        return bytes.toByteArray();
    }

    private static Map<String, Document> unzip(byte[] bytes) throws IOException {
        Map<String, Document> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(
                        entry.getName(),
                        DocumentBuilderFactory.newDefaultInstance()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
            return parts;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> cells(Document sheet) {
        Map<String, String> cells = new TreeMap<>();
        elements(sheet, "c").forEach(cell -> cells.put(cell.getAttribute("r"), cell.getTextContent()));
        return cells;
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String[]> csv(Path table) throws IOException {
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvReadFeature.WRAP_AS_ARRAY)
                .readValues(table.toFile())) {
            return rows.readAll();
        }
    }
}
