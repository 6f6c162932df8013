package org.circlab.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.catalogue.WasteList;

/** Codes of the European List of Waste (Decision 2000/532/EC): six digits in pairs, a star for hazardous waste. */
final class WasteCode {

    private static final Pattern CODE = Pattern.compile("(\\d\\d) ?(\\d\\d) ?(\\d\\d) ?\\*?");

    private WasteCode() {}

    /** The code in pairs without its star, such as {@code 10 01 02}; nothing where the text is none. */
    static Optional<String> of(String text) {
        Matcher matcher = CODE.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(matcher.group(1) + " " + matcher.group(2) + " " + matcher.group(3))
                : Optional.empty();
    }

    /** Whether a code is written with the star of hazardous waste. */
    static boolean isStarred(String text) {
        return text.strip().endsWith("*");
    }

    /** The code at a key, empty for none. */
    static String code(Fields fields, String key) {
        return fields.text(key)
                .flatMap(text -> checked(text, fields.spot(key), fields))
                .orElse("");
    }

    /** The codes listed at a key. */
    static List<String> codes(Fields fields, String key) {
        return fields.texts(key, key + ": [\"10 01 02\"]").stream()
                .map(text -> checked(
                        text.value(), new Spot(text.mark(), fields.spot(key).path()), fields))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> checked(String text, Spot spot, Fields fields) {
        Optional<String> code = of(text);
        if (code.isEmpty()) {
            fields.report(
                    FindingCode.BAD_CODE,
                    spot,
                    "'" + text + "' is no code of the List of Waste.",
                    "A code has six digits in pairs, such as \"10 01 02\".");
        } else if (WasteList.find(code.get()).isEmpty()
                && WasteList.notHad(code.get()).isPresent()) {
            fields.report(
                    FindingCode.CODE_NOT_HAD,
                    spot,
                    "'" + code.get() + "' is of sub-chapter "
                            + WasteList.notHad(code.get()).get() + ", whose codes from " + WasteList.CHANGE
                            + " on the catalogue does not have.",
                    "Compare it with Delegated Decision (EU) 2025/934; write a star or 'hazardous: yes' where it has one.");
        } else if (WasteList.find(code.get()).isEmpty()) {
            fields.report(
                    FindingCode.UNLISTED_CODE,
                    spot,
                    "The List of Waste has no code '" + code.get() + "'.",
                    maybe(code.get()));
        }
        return code;
    }

    /** The code of the list that was probably meant, in a sentence. */
    static String maybe(String code) {
        return Suggestion.nearest(code, WasteList.codes())
                .flatMap(WasteList::find)
                .map(near -> "Maybe '" + near.code() + "' (" + near.name() + ")?")
                .orElse("'circlab catalogue codes' lists them.");
    }
}
