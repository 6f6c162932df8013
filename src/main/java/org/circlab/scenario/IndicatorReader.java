package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.circlab.model.Formula;
import org.circlab.model.FormulaException;
import org.circlab.model.IndicatorIds;
import org.circlab.model.OwnIndicator;
import org.circlab.model.OwnIndicator.Better;

/** Indicators that a scenario defines over others. */
final class IndicatorReader {

    private static final String EXAMPLE = "{ formula: landfill / arising * 100, unit: \"%\" }";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Set<String> FUNCTIONS = Set.of("min", "max");

    private final Fields lab;
    private final Map<String, Placed> indicators = new TreeMap<>();
    private final Set<String> ids = new TreeSet<>(IndicatorIds.ALL);

    /** An indicator and where its formula stands. */
    private record Placed(OwnIndicator indicator, Spot spot) {
        Set<String> names() {
            return indicator.formula().names();
        }
    }

    IndicatorReader(Fields lab) {
        this.lab = lab;
    }

    /** The sound ones, each after those that it names, otherwise in the order of their ids. */
    List<OwnIndicator> read() {
        lab.each("indicators", "indicators: { landfilled: " + EXAMPLE + " }", (id, member) -> {
            Fields fields = member.fields(EXAMPLE);
            if (isFree(id, member.spot())) {
                ids.add(id);
            }
            read(id, fields);
            fields.done();
        });
        indicators.values().forEach(this::namesAreKnown);
        Set<String> done = new LinkedHashSet<>();
        indicators.keySet().forEach(id -> place(id, new LinkedHashSet<>(), done));
        return done.stream()
                .flatMap(id -> Optional.ofNullable(indicators.get(id)).stream())
                .map(Placed::indicator)
                .toList();
    }

    private boolean isFree(String id, Spot spot) {
        boolean proper = ID.matcher(id).matches() && !FUNCTIONS.contains(id);
        if (proper && !ids.contains(id) && !IndicatorIds.OF_SCORE.contains(id)) {
            return true;
        }
        lab.report(
                FindingCode.BAD_ID,
                spot,
                proper
                        ? "'" + id + "' is an indicator of the program already."
                        : "'" + id + "' cannot stand in a formula.",
                "Name it by words of small letters and digits, joined by hyphens, such as 'landfilled-share'.");
        return false;
    }

    private void read(String id, Fields fields) {
        fields.require("formula", "landfill / arising * 100");
        Optional<String> text = fields.text("formula");
        String unit = fields.requiredText("unit", "\"%\"");
        String name = fields.text("name").filter(each -> !each.isBlank()).orElse(id);
        Better better = fields.choice(
                        "better",
                        List.of(Better.HIGHER, Better.LOWER),
                        each -> each.name().toLowerCase(Locale.ROOT))
                .orElse(Better.NEITHER);
        if (fields.has("unit")
                && unit.isBlank()
                && fields.scope().findings().sound(fields.spot("unit").path())) {
            fields.report(
                    FindingCode.BAD_WORD,
                    fields.valueSpot("unit"),
                    "The unit is empty.",
                    "Write 1 for a plain number.");
        }
        text.flatMap(written -> formula(written, fields)).ifPresent(formula -> {
            OwnIndicator indicator =
                    new OwnIndicator(id, name, unit.isBlank() ? "1" : unit, better, text.orElseThrow(), formula);
            indicators.put(id, new Placed(indicator, fields.valueSpot("formula")));
        });
    }

    private static Optional<Formula> formula(String text, Fields fields) {
        try {
            return Optional.of(Formula.parse(text));
        } catch (FormulaException e) {
            fields.report(
                    FindingCode.BAD_FORMULA,
                    fields.valueSpot("formula"),
                    "The formula '" + text + "' goes wrong at character " + e.column() + ": " + e.reason() + ".",
                    "Write ids of indicators, numbers, + - * /, parentheses, min and max, such as 'landfill / arising * 100'.");
            return Optional.empty();
        }
    }

    private void namesAreKnown(Placed placed) {
        for (String name : placed.names()) {
            if (!ids.contains(name)) {
                lab.report(
                        FindingCode.UNKNOWN_INDICATOR,
                        placed.spot(),
                        "There is no indicator '" + name + "'.",
                        advice(name));
            }
        }
    }

    private String advice(String name) {
        boolean difference =
                name.contains("-") && Arrays.stream(name.split("-", -1)).allMatch(this::isFigure);
        if (difference) {
            return "A minus needs spaces around it: '" + name.replace("-", " - ") + "'.";
        }
        String maybe = Suggestion.maybe(name, ids);
        return maybe.isEmpty() ? "Its ids are in the first column of indicators.csv." : maybe;
    }

    private boolean isFigure(String word) {
        return ids.contains(word) || word.matches("[0-9]+");
    }

    /** Puts an indicator behind those that it names. */
    private void place(String id, Set<String> above, Set<String> done) {
        Placed placed = indicators.get(id);
        if (placed == null || done.contains(id)) {
            return;
        }
        if (!above.add(id)) {
            List<String> circle = new ArrayList<>(above);
            circle.add(id);
            lab.report(
                    FindingCode.BAD_FORMULA,
                    placed.spot(),
                    "The formula leads back to itself: "
                            + String.join(" -> ", circle.subList(circle.indexOf(id), circle.size())) + ".",
                    "Let one of them name none of the others.");
            return;
        }
        placed.names().forEach(name -> place(name, above, done));
        above.remove(id);
        done.add(id);
    }
}
