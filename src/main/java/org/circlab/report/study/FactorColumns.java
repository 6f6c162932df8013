package org.circlab.report.study;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.experiment.study.StudyStore;
import org.circlab.report.CsvRows;

/**
 * A column for each factor: of numbers with the unit in its header where all values have the same unit, of text otherwise. The
 * headers and cells are those of a table of points, so that a study can be repeated from them.
 */
final class FactorColumns {

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)(?:\\s*([^\\d\\s].*))?");

    private final List<String> paths;
    private final List<Unit> units = new ArrayList<>();

    /** What is known of the unit of a column. */
    private static final class Unit {
        private String symbol = "";
        private boolean known;
        private boolean numeric = true;

        void meet(String value) {
            Matcher matcher = NUMBER.matcher(value);
            String own = matcher.matches() && matcher.group(2) != null ? matcher.group(2) : "";
            numeric &= matcher.matches() && (!known || own.equals(symbol));
            symbol = own;
            known = true;
        }
    }

    private FactorColumns(List<String> paths) {
        this.paths = paths;
        paths.forEach(path -> units.add(new Unit()));
    }

    /** The columns for all points of a store. */
    static FactorColumns of(StudyStore store) {
        FactorColumns columns = new FactorColumns(store.about().paths());
        store.points(values -> {
            for (int i = 0; i < values.size(); i++) {
                columns.units.get(i).meet(values.get(i));
            }
        });
        return columns;
    }

    /** The names of the columns, such as {@code policy.landfill-tax [EUR/t]}. */
    List<String> headers() {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            Unit unit = units.get(i);
            headers.add(
                    unit.numeric && !unit.symbol.isEmpty() ? paths.get(i) + " [" + unit.symbol + "]" : paths.get(i));
        }
        return headers;
    }

    /** Whether a column holds numbers. */
    boolean isNumeric(int column) {
        return units.get(column).numeric;
    }

    /** A value as its column shows it. */
    String cell(int column, String value) {
        Matcher matcher = NUMBER.matcher(value);
        return isNumeric(column) && matcher.matches() ? matcher.group(1) : value;
    }

    /** Adds the cells of a point. */
    void add(CsvRows rows, List<String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            String cell = cell(i, values.get(i));
            if (isNumeric(i)) {
                rows.value(new BigDecimal(cell).doubleValue());
            } else {
                rows.text(cell);
            }
        }
    }
}
