package org.circlab.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.circlab.model.Borders;
import org.circlab.model.Borders.Rule;
import org.circlab.quantity.Span;

/** Countries, and what waste may cross between them. */
final class BorderReader {

    /** How a country is written. */
    static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private static final String EXAMPLE = "{ EU-non-EU: ban, SI-BA: { notice: 60 d } }";
    private static final Pattern PAIR = Pattern.compile("(non-EU|[A-Z]{2})-(non-EU|[A-Z]{2})");
    private static final Set<String> BLOCS = Set.of("EU", "non-EU");
    /** Kosovo is in no edition of the standard and named by this code everywhere. */
    private static final String KOSOVO = "XK";

    private BorderReader() {}

    /** The country at a key; empty where there is none or it cannot be. */
    static String country(Fields fields, String key) {
        Optional<String> country = fields.text(key);
        if (country.isEmpty()) {
            return "";
        }
        if (!COUNTRY.matcher(country.get()).matches()) {
            fields.report(
                    FindingCode.BAD_WORD,
                    fields.spot(key),
                    "'" + country.get() + "' is no country code.",
                    "Write two capital letters (ISO 3166-1), such as SI or GR.");
            return "";
        }
        return isCountry(country.get(), fields, fields.valueSpot(key)) ? country.get() : "";
    }

    private static boolean isCountry(String code, Fields fields, Spot spot) {
        Set<String> known = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        known.add(KOSOVO);
        if (known.contains(code)) {
            return true;
        }
        fields.report(
                FindingCode.UNKNOWN_COUNTRY,
                spot,
                "No country has the code '" + code + "'.",
                code.equals("UK")
                        ? "Maybe 'GB'?"
                        : code.equals("EL") ? "Maybe 'GR'?" : "Codes are those of ISO 3166-1.");
        return false;
    }

    /** The rules of the policy. */
    static Borders borders(Fields policy) {
        Map<String, Rule> rules = new TreeMap<>();
        policy.each("borders", "borders: " + EXAMPLE, (pair, member) -> {
            Optional<Rule> rule = rule(policy, member);
            if (isPair(pair, policy, member.spot()) && rule.isPresent()) {
                rules.put(pair, rule.get());
            }
        });
        rules.keySet().forEach(pair -> agrees(pair, rules, policy));
        return new Borders(rules);
    }

    private static boolean isPair(String pair, Fields policy, Spot spot) {
        Matcher matcher = PAIR.matcher(pair);
        if (!matcher.matches() || matcher.group(1).equals(matcher.group(2))) {
            policy.report(
                    FindingCode.BAD_WORD,
                    spot,
                    "'" + pair + "' is no pair of countries.",
                    "Write from where to where, such as SI-BA, SI-non-EU or EU-non-EU.");
            return false;
        }
        return isEnd(matcher.group(1), policy, spot) && isEnd(matcher.group(2), policy, spot);
    }

    private static boolean isEnd(String end, Fields policy, Spot spot) {
        return BLOCS.contains(end) || isCountry(end, policy, spot);
    }

    private static Optional<Rule> rule(Fields policy, Fields.Member member) {
        if (member.tree() instanceof Tree.Text text) {
            if (text.value().equals("ban")) {
                return Optional.of(Rule.BAN);
            }
            if (text.value().equals("free")) {
                return Optional.of(Rule.FREE);
            }
            policy.report(
                    FindingCode.BAD_WORD,
                    new Spot(text.mark(), member.spot().path()),
                    "'" + text.value() + "' means nothing at a border.",
                    "Write ban, free, or { notice: 60 d }.");
            return Optional.empty();
        }
        Fields fields = member.fields("{ notice: 60 d }");
        fields.require("notice", "60 d");
        Optional<Span> notice = fields.span("notice");
        fields.done();
        return notice.map(span -> new Rule(false, span.millis()));
    }

    /** Reports a rule for where waste comes from that contradicts one for where it goes. */
    private static void agrees(String pair, Map<String, Rule> rules, Fields policy) {
        Matcher leaving = PAIR.matcher(pair);
        if (!leaving.matches() || BLOCS.contains(leaving.group(1)) || !BLOCS.contains(leaving.group(2))) {
            return;
        }
        String from = leaving.group(1);
        Rule rule = rules.get(pair);
        for (String other : rules.keySet()) {
            Matcher entering = PAIR.matcher(other);
            boolean both = entering.matches()
                    && entering.group(1).equals(Borders.bloc(from))
                    && !BLOCS.contains(entering.group(2))
                    && Borders.bloc(entering.group(2)).equals(leaving.group(2))
                    && !from.equals(entering.group(2));
            if (both && !Objects.equals(rule, rules.get(other)) && !rules.containsKey(from + "-" + entering.group(2))) {
                policy.report(
                        FindingCode.BORDER_CONTRADICTION,
                        policy.spot("borders").at(other, policy.spot("borders").mark()),
                        "'" + pair + "' and '" + other + "' say different things of waste from " + from + " to "
                                + entering.group(2) + ".",
                        "Say what holds for '" + from + "-" + entering.group(2) + "'.");
            }
        }
    }
}
