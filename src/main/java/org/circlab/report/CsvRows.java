package org.circlab.report;

import java.io.IOException;

/**
 * Writes the rows of a CSV table (RFC 4180, but with {@code \n} line ends), cell by cell.
 *
 * <p>Text that begins with {@code = + - @}, a tab or a return gets an apostrophe in front, so that no spreadsheet runs it as a
 * formula.
 */
public final class CsvRows {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Appendable to;
    private boolean rowBegun;

    /** Writes to {@code to}, which the caller closes. */
    public CsvRows(Appendable to) {
        this.to = to;
    }

    /**
     * Writes a whole row of column names.
     *
     * @throws IOException if {@code to} fails
     */
    public void header(String... columns) throws IOException {
        for (String column : columns) {
            text(column);
        }
        end();
    }

    /**
     * Adds a cell of text, quoted where it must be.
     *
     * @throws IOException if the target fails
     */
    public CsvRows text(String cell) throws IOException {
        String safe = startsLikeFormula(cell) ? "'" + cell : cell;
        return needsQuotes(safe) ? raw('"' + safe.replace("\"", "\"\"") + '"') : raw(safe);
    }

    /**
     * Adds a cell with a whole number.
     *
     * @throws IOException if the target fails
     */
    public CsvRows whole(long number) throws IOException {
        return raw(Long.toString(number));
    }

    /**
     * Adds a cell with a computed value, empty where it is not a finite number.
     *
     * @throws IOException if the target fails
     */
    public CsvRows value(double number) throws IOException {
        return raw(Decimals.of(number));
    }

    /**
     * Adds a cell with an exact decimal of a whole number of millionths: grams as tonnes, micro-euros as euros.
     *
     * @throws IOException if the target fails
     */
    public CsvRows millionths(long number) throws IOException {
        return raw(Decimals.ofMillionths(number));
    }

    /**
     * Ends the row.
     *
     * @throws IOException if the target fails
     */
    public void end() throws IOException {
        to.append('\n');
        rowBegun = false;
    }

    private CsvRows raw(String cell) throws IOException {
        if (rowBegun) {
            to.append(',');
        }
        to.append(cell);
        rowBegun = true;
        return this;
    }

    private static boolean startsLikeFormula(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    }

    private static boolean needsQuotes(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || cell.startsWith(" ")
                || cell.endsWith(" ");
    }
}
