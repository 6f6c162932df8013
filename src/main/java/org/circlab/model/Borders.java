package org.circlab.model;

import java.util.Map;
import java.util.Set;

/**
 * What waste may cross, from country to country. A rule holds for a pair of countries, or of the European Union and all others
 * ({@code EU}, {@code non-EU}); the one that names more countries prevails, and of two that name one each that of the country
 * it leaves. Within a country, where a country is not known, and where no rule says anything, nothing is closed; by-products,
 * what has ceased to be waste and products cross freely. The rules stand for the prohibitions and the prior notification of
 * Regulation (EU) 2024/1157 on shipments of waste.
 *
 * @param rules by pair, such as {@code SI-BA}, {@code SI-non-EU} or {@code EU-non-EU}
 */
public record Borders(Map<String, Rule> rules) {

    /** Everything crosses. */
    public static final Borders OPEN = new Borders(Map.of());

    /** The Union of the Treaty on European Union, since 2020 without the United Kingdom, by ISO 3166-1. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /**
     * What holds for waste at a border.
     *
     * @param isClosed whether none may cross
     * @param noticeMillis how long after the run begins the first may leave, at least 0: the time that a notification takes
     */
    public record Rule(boolean isClosed, long noticeMillis) {

        /** Waste crosses as anything does. */
        public static final Rule FREE = new Rule(false, 0);

        /** No waste may cross. */
        public static final Rule BAN = new Rule(true, 0);

        public Rule {
            Bounds.atLeast(0, "notice of a border", noticeMillis);
        }
    }

    public Borders {
        rules = Map.copyOf(rules);
    }

    /** The union or the rest of the world, as rules name them. */
    public static String bloc(String country) {
        return UNION.contains(country) ? "EU" : "non-EU";
    }

    /**
     * What holds for waste between two countries.
     *
     * @param from ISO 3166-1 code; empty where it is not known
     * @param to likewise
     */
    public Rule between(String from, String to) {
        if (rules.isEmpty() || from.equals(to) || from.isEmpty() || to.isEmpty()) {
            return Rule.FREE;
        }
        Rule blocs = rules.getOrDefault(bloc(from) + "-" + bloc(to), Rule.FREE);
        Rule entering = rules.getOrDefault(bloc(from) + "-" + to, blocs);
        Rule leaving = rules.getOrDefault(from + "-" + bloc(to), entering);
        return rules.getOrDefault(from + "-" + to, leaving);
    }
}
