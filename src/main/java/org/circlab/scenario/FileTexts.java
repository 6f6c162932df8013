package org.circlab.scenario;

/** What findings about files mean, and about how they hang together: text, structure, tables and paths. */
final class FileTexts {

    static final String UNREADABLE_FILE =
            "The file cannot be opened as text: it does not exist, is a folder, may not be read, or holds "
                    + "binary data. Check the path from the folder you are in, and save the file as plain text in "
                    + "UTF-8.";

    static final String FILE_TOO_LARGE =
            "A scenario or table has more than 10 MB, a line of YAML more than 100 000 characters, or a table more "
                    + "than a million cells. A scenario describes a lab in some hundred lines; maybe a table of "
                    + "measurements was named by mistake.";

    static final String NOT_UTF8 =
            "The bytes of the file are not UTF-8 from the named place on. Older programs write letters such "
                    + "as š in a code page of their own; save the file again in UTF-8, with or without a byte order "
                    + "mark.";

    static final String BAD_CHARACTER =
            "A text has a control character, half of a surrogate pair or another code point that is no "
                    + "character. It was probably pasted in; delete it and type the text again.";

    static final String SYNTAX =
            "The text is no YAML, or no JSON in a file whose name ends in .json. Reading stops at the first "
                    + "such place, so look at this line and the one above: an indent that differs, a tab, a bracket or "
                    + "quote that is not closed, a colon within a text without quotes.";

    static final String TOO_DEEP =
            "Maps and lists are nested deeper than 100 levels. A scenario needs about ten, so a bracket was "
                    + "probably opened and never closed, or the path of a --set is no path.";

    static final String EMPTY_FILE =
            "There is nothing in the file but white space or comments. A scenario starts with 'circlab: 1'.";

    static final String DUPLICATE_KEY =
            "A map has the same key twice, or an actor stands twice in tables. One of them would be lost without a "
                    + "word; keep the one that is meant, or merge what they hold.";

    static final String YAML_REFERENCE =
            "Anchors (&name), references (*name) and merge keys (<<) of YAML are not read: what a line means "
                    + "should not depend on another line. Write the value out, or use variants, which change a lab in "
                    + "one place.";

    static final String YAML_TAG =
            "A tag of YAML (!name) says what kind of value follows. In a scenario the place of a value says "
                    + "so; leave the tag out.";

    static final String SEVERAL_DOCUMENTS =
            "A file is one scenario; after its end another document begins, in YAML with '---'. Use variants "
                    + "for labs that differ in some values, or a file for each lab.";

    static final String WRONG_KIND =
            "A map, a list or a text stands where another of the three is expected. The finding shows how "
                    + "the value is written.";

    static final String UNKNOWN_KEY =
            "A key means nothing where it stands. It is either a slip of the pen, for which the nearest key "
                    + "is named, or it stands in the wrong map, often because of its indent. Free text for readers "
                    + "goes into 'note:'.";

    static final String MISSING_KEY =
            "A key is missing without which the map around it means nothing. There is no default, because "
                    + "any would be a guess about the region.";

    static final String CONFLICTING_KEYS =
            "Two keys say the same thing in different ways, such as the mean of a stream and the mass of its "
                    + "batches. Keep one of them.";

    static final String BAD_SETTING =
            "A --set is written path=value, where the path is the keys from the top of the lab joined by "
                    + "dots: policy.carbon-price=\"70 EUR/tCO2e\". Maps and lists are written in braces and brackets; "
                    + "null deletes.";

    static final String NO_SUCH_PATH =
            "A --set goes into an actor, material or the like that the variant does not have. It can change "
                    + "or add a value, but not make up what is around it.";

    static final String DELETES_NOTHING =
            "A null in a variant or --set deletes a key that is not there. Either the key is mistyped, or "
                    + "the line can go.";

    static final String BAD_PATH =
            "A file beside the scenario must stay in the scenario's folder, so that both travel together and "
                    + "nothing else is read: no absolute path, no '..', no link out of it.";

    static final String BAD_EXTENDS =
            "A scenario extends itself, be it by way of others, or more than ten stand one over the other. What is "
                    + "common to several labs stands in one file that extends none; each lab extends it and patches what "
                    + "differs.";

    static final String BAD_TABLE =
            "A CSV file is no table: it has no header, a column without a name or with the name of another, a line "
                    + "with more or fewer cells than the header, or quotes that are not closed. Cells are separated by "
                    + "commas and decimals take a point; a cell with a comma in it stands in quotes. A table of actors "
                    + "begins with the column id; its other columns are paths such as generates.manure.mean, or latitude "
                    + "and longitude.";

    static final String BAD_DISTANCES =
            "A table of distances is a CSV file with the header from,to,km or from,to,km,mode and one pair of actors a "
                    + "line, separated by commas; kilometres are plain numbers of at least 0 with a decimal point. A row "
                    + "without a mode is a distance by road.";

    static final String DUPLICATE_DISTANCE =
            "A table gives the distance between two actors twice in the same direction for the same mode. A pair given in one "
                    + "direction holds in both; give the other direction only where it differs.";

    private FileTexts() {}
}
