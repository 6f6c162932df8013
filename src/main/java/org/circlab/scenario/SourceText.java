package org.circlab.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a file, decoded strictly.
 *
 * @param origin the name of the file as it was given, or an option such as {@code --set}
 * @param text its characters without a byte order mark
 * @param hasLines whether places in it are told by line and column
 */
record SourceText(String origin, String text, boolean hasLines) {

    /** The most bytes that a file may have: more is no scenario but data in the wrong place. */
    static final int MOST_BYTES = 10_000_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The place of a line and column, both from 1. */
    Mark mark(int line, int column) {
        return hasLines ? new Mark(origin, line, column) : Mark.of(origin);
    }

    /** The text of {@code file}, or nothing and a finding at {@code reader} that says why there is none. */
    static Optional<SourceText> read(Path file, Spot reader, Findings findings) {
        try (InputStream in = Files.newInputStream(regular(file))) {
            boolean large = Files.size(file) > MOST_BYTES;
            byte[] bytes = large ? new byte[0] : in.readNBytes(MOST_BYTES + 1);
            if (large || bytes.length > MOST_BYTES) {
                findings.add(
                        FindingCode.FILE_TOO_LARGE,
                        reader,
                        "'" + file + "' has more than 10 MB.",
                        "Maybe it is another file than was meant? Put tables into files of their own, or divide them.");
                return Optional.empty();
            }
            return decode(file, bytes, reader, findings);
        } catch (IOException e) {
            return unreadable(file, e, reader, findings);
        }
    }

    /** What is said of a file that is not there. */
    static Optional<SourceText> missing(Path file, Spot reader, Findings findings) {
        return unreadable(file, new NoSuchFileException(file.toString()), reader, findings);
    }

    private static Optional<SourceText> unreadable(Path file, IOException e, Spot reader, Findings findings) {
        findings.add(FindingCode.UNREADABLE_FILE, reader, "'" + file + "' " + reasonOf(e) + ".", adviceFor(e));
        return Optional.empty();
    }

    private static Path regular(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("is no regular file");
        }
        if (Files.exists(file) && !Files.isReadable(file)) {
            throw new IOException("may not be read");
        }
        return file;
    }

    private static String reasonOf(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        String message = e.getMessage();
        return message != null && (message.startsWith("is ") || message.startsWith("may "))
                ? message
                : "cannot be read";
    }

    private static String adviceFor(IOException e) {
        return e instanceof NoSuchFileException
                ? "Check the path and the folder you are in."
                : "Name a text file you may read.";
    }

    /** The text of bytes that stand, or could stand, in {@code file}. */
    static Optional<SourceText> decode(Path file, byte[] bytes, Spot reader, Findings findings) {
        for (byte each : bytes) {
            if (each == 0) {
                findings.add(
                        FindingCode.UNREADABLE_FILE,
                        reader,
                        "'" + file + "' is no text in UTF-8: it has bytes of value 0.",
                        "Save it as plain text in UTF-8.");
                return Optional.empty();
            }
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
        String decoded = characters.flip().toString();
        boolean marked = !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK;
        SourceText source = new SourceText(file.toString(), marked ? decoded.substring(1) : decoded, true);
        if (result.isError()) {
            findings.add(
                    FindingCode.NOT_UTF8,
                    new Spot(source.markAt(source.text.length()), reader.path()),
                    "The text is not UTF-8 from here on.",
                    "Save the file in UTF-8; older programs write letters such as 'š' in a code page of their own.");
            return Optional.empty();
        }
        return Optional.of(source);
    }

    /** The place of the character at {@code index}. */
    Mark markAt(int index) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < index; i++) {
            char here = text.charAt(i);
            if (here == '\n' || (here == '\r' && !text.startsWith("\n", i + 1))) {
                line++;
                start = i + 1;
            }
        }
        return mark(line, text.codePointCount(start, index) + 1);
    }

    /** Whether a text may have the character: no control characters but tab and line ends, no halves of surrogate pairs. */
    static boolean isPrintable(int codePoint) {
        boolean layout = codePoint == '\t' || codePoint == '\n' || codePoint == '\r' || codePoint == 0x85;
        boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        boolean unassigned = (codePoint & 0xFFFE) == 0xFFFE || codePoint == BYTE_ORDER_MARK;
        return layout || !(Character.isISOControl(codePoint) || surrogate || unassigned);
    }

    /** The index of the first character that no text may have, or -1. */
    static int firstUnprintable(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!isPrintable(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
