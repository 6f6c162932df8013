package org.circlab.scenario;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Why a text is no YAML or JSON, in words for people who do not write parsers.
 *
 * @param mark where the reading stopped
 * @param message what is wrong
 * @param advice what to do
 */
record SyntaxFault(Mark mark, String message, String advice) {

    /** Parts of messages whose first place, where something opens, says more than the last, where its end is missed. */
    private static final Pattern OPENING =
            Pattern.compile("found unexpected end of stream|while parsing a flow|could not find expected ':'");

    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    /** Part of the parser's message, and what to say instead. */
    private record Translation(String part, String message, String advice) {}

    private static final List<Translation> YAML = List.of(
            new Translation(
                    "(TAB)", "A tab stands where a value or key would begin.", "Indent with spaces, never with tabs."),
            new Translation(
                    "mapping values are not allowed",
                    "A ':' stands where none is expected.",
                    "Give every key a line of its own, indent all keys of a map alike, and quote texts that have ': '."),
            new Translation("found unexpected end of stream", "A quoted text is not closed.", "Add the closing quote."),
            new Translation(
                    "unknown escape character",
                    "A '\\' in double quotes is followed by a letter that means nothing.",
                    "Use single quotes, or write '\\\\' for one backslash."),
            new Translation(
                    "escape sequence",
                    "A character written as a number is not one.",
                    "Use single quotes, or write '\\\\'."),
            new Translation(
                    "while parsing a flow mapping",
                    "A map in braces is not closed, or a ',' is missing.",
                    "Add '}' or ','."),
            new Translation(
                    "while parsing a flow sequence",
                    "A list in brackets is not closed, or a ',' is missing.",
                    "Add ']' or ','."),
            new Translation(
                    "expected the node content", "A value is missing here.", "Maybe a bracket or quote is not closed?"),
            new Translation(
                    "sequence entries are not allowed",
                    "A '-' stands where no list can begin.",
                    "Begin the list in the next line, or write it in brackets: [a, b]."),
            new Translation(
                    "could not find expected ':'", "A key has no ':' after it.", "Write 'key: value' with a space."),
            new Translation(
                    "Expected a property name",
                    "A key is no plain text.",
                    "Write 'key: value' with a text as the key."),
            new Translation(
                    "expected <block end>",
                    "This line does not fit the lines above.",
                    "Indent all keys of a map alike, and close every bracket once."),
            new Translation(
                    "cannot start any token",
                    "A value begins with a character that must be quoted.",
                    "Put the value in quotes."),
            new Translation("anchor", "A name after '&' is missing.", "Quote a text that begins with '&'."),
            new Translation("alias", "A name after '*' is missing.", "Quote a text that begins with '*'."));

    private static final List<Translation> JSON = List.of(
            new Translation("closing quote", "The file ends within a text.", "Add the closing '\"'."),
            new Translation("end-of-input", "The file ends too early.", "Close every '{' and '['."),
            new Translation(
                    "to start property name",
                    "A key in double quotes is expected here.",
                    "Write \"key\": value, and no ',' after the last one."),
            new Translation("colon", "A ':' is missing after a key.", "Write \"key\": value."),
            new Translation("comma", "A ',' is missing.", "Put ',' between the members of a map or list."),
            new Translation(
                    "character escape", "A '\\' is followed by what means nothing.", "Write '\\\\' for one backslash."),
            new Translation(
                    "unquoted character", "A text runs over the end of its line.", "Write '\\n' for a line's end."),
            new Translation(
                    "Unrecognized token", "A text without quotes stands here.", "Put the text in double quotes."),
            new Translation("close marker", "A bracket closes that was not opened.", "Close every '{' and '[' once."),
            new Translation("umeric value", "A number is written as JSON does not know it.", "Put it in quotes."));

    /** The fault behind a parser's exception. */
    static SyntaxFault of(JacksonException e, SourceText source, boolean json) {
        String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
        Mark mark = place(e.getLocation(), message, source);
        for (Translation each : json ? JSON : YAML) {
            if (message.contains(each.part())) {
                return new SyntaxFault(mark, each.message(), each.advice());
            }
        }
        String language = json ? "JSON" : "YAML";
        return new SyntaxFault(
                mark,
                "The text is not " + language + " here.",
                "Look at this line and the one above for brackets, quotes and indents.");
    }

    private static Mark place(TokenStreamLocation location, String message, SourceText source) {
        Matcher matcher = PLACE.matcher(message);
        int line = location == null ? 1 : location.getLineNr();
        int column = location == null ? 1 : location.getColumnNr();
        boolean first = OPENING.matcher(message).find();
        for (boolean found = matcher.find(); found; found = !first && matcher.find()) {
            line = Integer.parseInt(matcher.group(1));
            column = Integer.parseInt(matcher.group(2));
        }
        return source.mark(Math.max(1, line), Math.max(1, column));
    }

    Finding finding() {
        return Finding.of(FindingCode.SYNTAX, new Spot(mark, ""), message, advice);
    }
}
