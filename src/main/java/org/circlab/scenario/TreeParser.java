package org.circlab.scenario;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * YAML or JSON text to a tree with places. Every scalar stays as it is written. What YAML has beyond maps, lists and text
 * (references, tags, several documents) is a finding, since a scenario must mean the same to every reader.
 */
final class TreeParser {

    /** Levels of maps and lists that a scenario has at most. */
    static final int DEEPEST = 100;

    private static final int LONGEST_LINE = 100_000;
    private static final int MOST_MISTAKES = 1000;
    private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~");

    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(10 * DEEPEST)
            .maxStringLength(SourceText.MOST_BYTES)
            .maxNameLength(SourceText.MOST_BYTES)
            .maxNumberLength(SourceText.MOST_BYTES)
            .build();

    private static final TokenStreamFactory YAML = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(2 * SourceText.MOST_BYTES)
                    .setAllowDuplicateKeys(true)
                    .build())
            .streamReadConstraints(CONSTRAINTS)
            .build();

    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(CONSTRAINTS)
            .build();

    private final SourceText source;
    private final List<String> lines;
    private final JsonParser parser;
    private final Findings findings;
    private int mistakes;

    private TreeParser(SourceText source, JsonParser parser, Findings findings) {
        this.source = source;
        this.lines = source.text().lines().toList();
        this.parser = parser;
        this.findings = findings;
    }

    /** The tree of the text, or nothing and a finding where it is malformed or empty. */
    static Optional<Tree> parse(SourceText source, boolean json, Findings findings) {
        int unprintable = SourceText.firstUnprintable(source.text());
        if (unprintable >= 0) {
            findings.add(unprintable(source.text().codePointAt(unprintable), new Spot(source.markAt(unprintable), "")));
            return Optional.empty();
        }
        if (!json && tooLong(source, findings)) {
            return Optional.empty();
        }
        TokenStreamFactory factory = json ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), new StringReader(source.text()))) {
            return new TreeParser(source, parser, findings).document();
        } catch (JacksonException e) {
            findings.add(SyntaxFault.of(e, source, json).finding());
        } catch (Hopeless e) {
            findings.add(e.finding);
        }
        return Optional.empty();
    }

    /** Whether a line is so long that it is no YAML for people, and that reading it would take minutes. */
    private static boolean tooLong(SourceText source, Findings findings) {
        int number = 0;
        for (String line : (Iterable<String>) source.text().lines()::iterator) {
            number++;
            if (line.length() > LONGEST_LINE) {
                findings.add(
                        FindingCode.FILE_TOO_LARGE,
                        new Spot(source.mark(number, 1), ""),
                        "The line has more than " + LONGEST_LINE + " characters.",
                        "Break it into lines, or name the file .json if it is JSON.");
                return true;
            }
        }
        return false;
    }

    /** Whether YAML reads a word without quotes as no value. */
    static boolean isNull(String word) {
        return word.isEmpty() || NULLS.contains(word);
    }

    private Optional<Tree> document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            findings.add(
                    FindingCode.EMPTY_FILE,
                    new Spot(source.mark(1, 1), ""),
                    "There is nothing in it.",
                    "Start with 'circlab: 1'.");
            return Optional.empty();
        }
        Tree tree = value(new Spot(here(), ""), 1);
        if (parser.nextToken() != null) {
            findings.add(
                    FindingCode.SEVERAL_DOCUMENTS,
                    new Spot(here(), ""),
                    "A second document begins here; a file is one scenario.",
                    "Use variants of one scenario, or a file for each.");
        }
        return Optional.of(tree);
    }

    private Tree value(Spot spot, int depth) {
        if (depth > DEEPEST) {
            throw new Hopeless(Finding.of(
                    FindingCode.TOO_DEEP,
                    spot,
                    "Maps and lists are nested deeper than " + DEEPEST + " levels.",
                    "A scenario needs about ten; maybe a bracket is not closed?"));
        }
        refuseReferences(spot);
        return switch (parser.currentToken()) {
            case START_OBJECT -> keyed(spot, depth);
            case START_ARRAY -> listed(spot, depth);
            default -> scalar(spot);
        };
    }

    private Tree keyed(Spot spot, int depth) {
        Mark begin = here();
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Spot keySpot = spot.at(key, here());
            checkCharacters(key, keySpot);
            refuseReferences(keySpot);
            refuseMergeKey(key, keySpot);
            parser.nextToken();
            Tree.Entry earlier = entries.get(key);
            Tree value = value(keySpot, depth + 1);
            if (earlier == null) {
                entries.put(key, new Tree.Entry(keySpot.mark(), value));
            } else {
                add(
                        FindingCode.DUPLICATE_KEY,
                        keySpot,
                        "'" + key + "' stands here and already at " + earlier.mark() + ".",
                        "Keep one of the two.");
            }
        }
        return new Tree.Keyed(begin, entries);
    }

    private Tree listed(Spot spot, int depth) {
        Mark begin = here();
        List<Tree> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(new Spot(here(), spot.path()), depth + 1));
        }
        return new Tree.Listed(begin, items);
    }

    private Tree scalar(Spot spot) {
        Mark mark = here();
        String text = parser.getString();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return new Tree.Nothing(mark, true);
        }
        boolean plain = parser instanceof YAMLParser && "\"'|>".indexOf(initial()) < 0;
        if (plain && isNull(text)) {
            return new Tree.Nothing(mark, !text.isEmpty());
        }
        checkCharacters(text, new Spot(mark, spot.path()));
        return new Tree.Text(mark, text);
    }

    /** The character that the key or scalar begins with, a space where nothing is written. */
    private char initial() {
        TokenStreamLocation at = parser.currentTokenLocation();
        if (at.getLineNr() > lines.size()) {
            return ' ';
        }
        String line = lines.get(at.getLineNr() - 1);
        int column = at.getColumnNr() - 1;
        boolean beyond = column >= line.codePointCount(0, line.length());
        return beyond ? ' ' : line.charAt(line.offsetByCodePoints(0, column));
    }

    /** No key or scalar without quotes can begin with the characters of anchors and tags, so these tell them. */
    private void refuseReferences(Spot spot) {
        if (!(parser instanceof YAMLParser yaml)) {
            return;
        }
        Spot here = new Spot(here(), spot.path());
        boolean whole = yaml.currentToken() == JsonToken.START_OBJECT || yaml.currentToken() == JsonToken.START_ARRAY;
        if (yaml.isCurrentAlias()) {
            refuse(here, "a reference (*name)");
        }
        if (whole ? yaml.getObjectId() != null : initial() == '&') {
            refuse(here, "an anchor (&name)");
        }
        if (whole ? yaml.getTypeId() != null : initial() == '!') {
            add(
                    FindingCode.YAML_TAG,
                    here,
                    "There is a tag (!name) here; a value means what its place says.",
                    "Leave the tag out.");
        }
    }

    private void refuseMergeKey(String key, Spot spot) {
        if (key.equals("<<") && parser instanceof YAMLParser) {
            refuse(spot, "a merge key (<<)");
        }
    }

    private void refuse(Spot spot, String what) {
        add(
                FindingCode.YAML_REFERENCE,
                spot,
                "There is " + what + " here, which a scenario does not know.",
                "Write the value out; to change some values of a lab, use variants.");
    }

    private void checkCharacters(String text, Spot spot) {
        int unprintable = SourceText.firstUnprintable(text);
        if (unprintable >= 0) {
            findings.add(unprintable(text.codePointAt(unprintable), spot));
        }
    }

    /** The finding about a character that no text may have. */
    static Finding unprintable(int codePoint, Spot spot) {
        return Finding.of(
                FindingCode.BAD_CHARACTER,
                spot,
                String.format("The character U+%04X is no part of a text.", codePoint),
                "Delete it.");
    }

    private Mark here() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return source.mark(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private void add(FindingCode code, Spot spot, String message, String advice) {
        Finding finding = Finding.of(code, spot, message, advice);
        mistakes++;
        if (mistakes > MOST_MISTAKES) {
            throw new Hopeless(finding);
        }
        findings.add(finding);
    }

    /** Leaves the recursion where to read on makes no sense, be it before the stack or the memory does. */
    private static final class Hopeless extends RuntimeException {
        private final transient Finding finding;

        Hopeless(Finding finding) {
            super(finding.message(), null, false, false);
            this.finding = finding;
        }
    }
}
