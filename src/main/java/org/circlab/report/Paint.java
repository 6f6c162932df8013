package org.circlab.report;

/** How words stand out on a screen. */
public enum Paint {
    /** Not at all, for files and pipes. */
    PLAIN("", "", "", ""),
    /** By the colours of a terminal (ECMA-48). */
    TERMINAL("\u001b[1m", "\u001b[32m", "\u001b[31m", "\u001b[0m");

    private final String bold;
    private final String green;
    private final String red;
    private final String end;

    Paint(String bold, String green, String red, String end) {
        this.bold = bold;
        this.green = green;
        this.red = red;
        this.end = end;
    }

    /** A heading. */
    String heading(String text) {
        return bold + text + end;
    }

    /** A line that ends with the words of {@code verdict}, which are coloured if they are good or bad. */
    String verdict(String line, Verdict verdict) {
        String before = line.substring(0, line.length() - verdict.words().length());
        return switch (verdict) {
            case BETTER -> before + green + verdict.words() + end;
            case WORSE -> before + red + verdict.words() + end;
            case MORE, LESS, UNCLEAR, SAME, ONE_RUN, NOT_APPLICABLE -> line;
        };
    }
}
