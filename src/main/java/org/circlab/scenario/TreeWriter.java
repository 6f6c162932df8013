package org.circlab.scenario;

import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A tree as YAML that reads back as the same tree: maps in blocks, lists in brackets, quotes only where the text needs them.
 * The same tree gives the same bytes.
 */
final class TreeWriter {

    private static final String INDENT = "  ";

    /** Text that means itself without quotes wherever it stands: no mark of YAML in it, no blank at its ends. */
    private static final Pattern PLAIN = Pattern.compile("(?:[\\p{L}\\p{N}]|-(?=[\\p{L}\\p{N}]))"
            + "(?:[\\p{L}\\p{M}\\p{N}_/%.+*()=°·;-]| (?=[\\p{L}\\p{M}\\p{N}_/%.+*()=°·;-]))*");

    /** A block of lines that needs no escapes: it begins with a letter and ends without blank lines. */
    private static final Pattern BLOCK = Pattern.compile("[\\p{L}\\p{N}(][^\\p{Cntrl}]*(?:\\n+[^\\p{Cntrl}]+)+\\n?");

    private static final Set<String> NULLS = Set.of("null", "~");

    private TreeWriter() {}

    /** The text of a map, ended by a line break. */
    static String write(Tree.Keyed tree) {
        if (tree.entries().isEmpty()) {
            return "{}\n";
        }
        StringBuilder out = new StringBuilder();
        block(tree, "", out);
        return out.toString();
    }

    private static void block(Tree.Keyed tree, String indent, StringBuilder out) {
        tree.entries().forEach((key, entry) -> {
            out.append(indent).append(scalar(key)).append(':');
            Tree value = entry.value();
            if (value instanceof Tree.Keyed keyed && !keyed.entries().isEmpty()) {
                out.append('\n');
                block(keyed, indent + INDENT, out);
            } else if (value instanceof Tree.Text text
                    && BLOCK.matcher(text.value()).matches()) {
                lines(text.value(), indent + INDENT, out);
            } else {
                out.append(' ').append(flow(value)).append('\n');
            }
        });
    }

    private static void lines(String text, String indent, StringBuilder out) {
        out.append(text.endsWith("\n") ? " |\n" : " |-\n");
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            out.append(line.isEmpty() ? "" : indent + line).append('\n');
        }
    }

    /** A value on one line. */
    private static String flow(Tree tree) {
        if (tree instanceof Tree.Listed listed) {
            return listed.items().stream().map(TreeWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (tree instanceof Tree.Keyed keyed) {
            return keyed.entries().entrySet().stream()
                    .map(entry -> scalar(entry.getKey()) + ": "
                            + flow(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return tree instanceof Tree.Text text ? scalar(text.value()) : "null";
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !NULLS.contains(text.toLowerCase(Locale.ROOT));
        if (plain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> quoted.append(escaped(character)));
        return quoted.append('"').toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default ->
                Character.isISOControl(character) || character == 0x2028 || character == 0x2029
                        ? String.format("\\u%04x", character)
                        : Character.toString(character);
        };
    }
}
