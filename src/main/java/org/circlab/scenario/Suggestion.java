package org.circlab.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The word that was probably meant. */
public final class Suggestion {

    private static final int LONGEST_LIST = 12;
    private static final int LONGEST_WORD = 100;

    private Suggestion() {}

    /** The candidate with the fewest edits, the first of equals, if it is near enough to be a slip of the pen. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            if (Math.abs(word.length() - candidate.length()) > tolerance(word, candidate)) {
                continue;
            }
            int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < least && edits <= tolerance(word, candidate)) {
                best = candidate;
                least = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Advice that names the nearest candidate, or all of them where none is near and they are few, or nothing. */
    public static String maybe(String word, Collection<String> candidates) {
        Optional<String> nearest = nearest(word, candidates);
        if (nearest.isPresent()) {
            return "Maybe '" + nearest.get() + "'?";
        }
        if (candidates.isEmpty() || candidates.size() > LONGEST_LIST) {
            return "";
        }
        return "There " + (candidates.size() == 1 ? "is " : "are ")
                + candidates.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }

    private static int tolerance(String word, String candidate) {
        return Math.max(1, Math.min(word.length(), candidate.length()) / 3);
    }

    /** Least number of insertions, deletions, replacements and swaps of neighbours that make one word of the other. */
    static int edits(String from, String to) {
        if (from.length() > LONGEST_WORD || to.length() > LONGEST_WORD) {
            return Integer.MAX_VALUE;
        }
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                least[i][j] = i == 0 ? j : j == 0 ? i : least(least, from, to, i, j);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int least(int[][] least, String from, String to, int i, int j) {
        int replaced = least[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
