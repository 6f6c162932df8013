package org.circlab.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.circlab.report.svg.Markup;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * The tables of a result as a workbook (ECMA-376, Office Open XML), a sheet each. Written row by row, so that its size does not
 * matter; texts are inline strings, which no program takes for formulas.
 */
public final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final int LETTERS = 26;
    /** Rows of a sheet that spreadsheets can read. */
    private static final int MOST_ROWS = 1_048_576;
    /** The first time that a zip file can tell, so that the same tables give the same bytes. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Workbook() {}

    /**
     * Writes the workbook of a result's folder. A table longer than a sheet can be is cut, and its last row says so.
     *
     * @throws IOException if the folder cannot be read or {@code to} fails
     */
    public static void write(Path folder, OutputStream to) throws IOException {
        List<Path> tables = Tables.in(folder);
        ZipOutputStream zip = new ZipOutputStream(to);
        part(zip, "[Content_Types].xml", contentTypes(tables.size()));
        part(zip, "_rels/.rels", relations("rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml"));
        StringBuilder sheets = new StringBuilder();
        String[] relations = new String[tables.size()];
        for (int i = 0; i < tables.size(); i++) {
            String id = "rId" + (i + 1);
            sheets.append("<sheet name=\"" + sheetName(folder, tables.get(i)) + "\" sheetId=\"" + (i + 1) + "\" r:id=\""
                    + id + "\"/>");
            relations[i] = id + "\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet" + (i + 1) + ".xml";
        }
        part(
                zip,
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        part(zip, "xl/_rels/workbook.xml.rels", relations(relations));
        for (int i = 0; i < tables.size(); i++) {
            sheet(zip, i + 1, tables.get(i));
        }
        zip.finish();
    }

    private static String sheetName(Path folder, Path table) {
        String name = Tables.name(table);
        return Markup.data(folder.equals(table.getParent()) ? name : name + " baseline");
    }

    private static String contentTypes(int sheets) {
        StringBuilder text = new StringBuilder(HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET_TYPE + "sheet.main+xml\"/>");
        for (int i = 1; i <= sheets; i++) {
            text.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + SHEET_TYPE
                    + "worksheet+xml\"/>");
        }
        return text.append("</Types>").toString();
    }

    private static String relations(String... relations) {
        StringBuilder text = new StringBuilder(HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (String relation : relations) {
            text.append("<Relationship Id=\"" + relation + "\"/>");
        }
        return text.append("</Relationships>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        begin(zip, name);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
    }

    private static void sheet(ZipOutputStream zip, int number, Path table) throws IOException {
        begin(zip, "xl/worksheets/sheet" + number + ".xml");
        Writer to = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        to.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvReadFeature.WRAP_AS_ARRAY)
                .readValues(table.toFile())) {
            String[] header = rows.hasNext() ? rows.next() : new String[0];
            row(to, 1, header, new boolean[header.length]);
            boolean[] numbers = new boolean[header.length];
            for (int i = 0; i < header.length; i++) {
                numbers[i] = Tables.isNumber(Tables.name(table), header[i]);
            }
            int written = 1;
            while (rows.hasNext() && written < MOST_ROWS - 1) {
                row(to, ++written, rows.next(), numbers);
            }
            if (rows.hasNext()) {
                row(to, MOST_ROWS, new String[] {"cut here: the rest is in " + table.getFileName()}, new boolean[1]);
            }
        }
        to.write("</sheetData></worksheet>");
        to.flush();
        zip.closeEntry();
    }

    private static void row(Writer to, int number, String[] cells, boolean[] numbers) throws IOException {
        to.write("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String at = "<c r=\"" + column(i) + number + "\"";
            if (cells[i].isEmpty()) {
                continue;
            }
            if (i < numbers.length && numbers[i] && NUMBER.matcher(cells[i]).matches()) {
                to.write(at + "><v>" + cells[i] + "</v></c>");
            } else {
                to.write(at + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text(cells[i]) + "</t></is></c>");
            }
        }
        to.write("</row>");
    }

    /** The letters of a column from 0: A to Z, then AA and so on. */
    private static String column(int index) {
        String last = Character.toString('A' + index % LETTERS);
        return index < LETTERS ? last : column(index / LETTERS - 1) + last;
    }

    /** A text without the apostrophe that CSV needs against formulas, and with what the format would take for an escape. */
    private static String text(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@\t\r".indexOf(cell.charAt(1)) >= 0;
        String plain = guarded ? cell.substring(1) : cell;
        return Markup.data(plain.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"));
    }
}
