package org.circlab.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The European List of Waste (Decision 2000/532/EC as amended by 2014/955/EU, and by (EU) 2025/934 from 9 November 2026 on).
 * Scenarios ask it for a few codes, so it looks for the line of each and leaves the rest unread.
 */
public final class WasteList {

    /** The day from which the list is that of Delegated Decision (EU) 2025/934. */
    public static final LocalDate CHANGE = LocalDate.of(2026, 11, 9);

    static final String FILE = "codes.csv";

    /** Sub-chapters of which that decision has codes that could not be had: one is new, one was written anew. */
    private static final Set<String> NOT_HAD = Set.of("16 06", "19 14");

    private static final int CODE_LENGTH = "17 01 01".length();

    private WasteList() {}

    /** The file, read once when the first code is asked for. */
    private static final class Holder {
        private static final String TEXT = Rows.text(FILE);
        private static final List<String> HEADER = Rows.cells(TEXT.substring(0, TEXT.indexOf('\n')));

        private Holder() {}
    }

    /** The code of six digits in pairs, such as {@code 17 01 01}, on whatever day; nothing where the list has none. */
    public static Optional<ListedCode> find(String code) {
        int before = code.length() == CODE_LENGTH ? Holder.TEXT.indexOf("\n" + code + ",") : -1;
        if (before < 0) {
            return Optional.empty();
        }
        String line = Holder.TEXT.substring(before + 1, Holder.TEXT.indexOf('\n', before + 1));
        return Optional.of(of(Rows.row(Holder.HEADER, Rows.cells(line))));
    }

    /**
     * The sub-chapter of a code, or of the beginning of one, if it has codes from {@link #CHANGE} on that could not be had; so a
     * code that is not found may be one of them.
     */
    public static Optional<String> notHad(String code) {
        return NOT_HAD.stream().filter(code::startsWith).findFirst();
    }

    /** All codes of any day, ascending. */
    public static List<String> codes() {
        return Holder.TEXT
                .lines()
                .skip(1)
                .map(line -> line.substring(0, CODE_LENGTH))
                .toList();
    }

    static ListedCode of(Map<String, String> row) {
        String kind = row.getOrDefault("entry", "");
        return new ListedCode(
                row.getOrDefault("id", ""),
                row.getOrDefault("name", ""),
                row.getOrDefault("hazardous", "").equals("yes"),
                kind.isEmpty() ? ListedCode.Kind.UNKNOWN : ListedCode.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                day(row.getOrDefault("from", "")),
                day(row.getOrDefault("until", "")),
                row.getOrDefault("mark", ""));
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
