package org.circlab.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlab.score.Explanation;
import org.circlab.score.Measure;
import org.circlab.score.Part;
import org.circlab.score.Sense;
import org.circlab.score.Term;

/** An explained indicator as text: formula and source, then its terms with the accounts that add up to them. */
public final class ExplanationText {

    private static final int MOST_PARTS = 12;
    private static final int DIGITS = 7;
    private static final Columns ROW = new Columns(52, -14, -14, -14);

    private final Explanation explanation;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation) {
        this.explanation = explanation;
    }

    /** The lines, at most {@link FirstScreen#WIDTH} wide but for long names. */
    public static List<String> lines(Explanation explanation) {
        ExplanationText text = new ExplanationText(explanation);
        text.lines.addAll(definition(explanation.measure()));
        text.lines.add("");
        text.values();
        return List.copyOf(text.lines);
    }

    /** Title, formula and source of an indicator. */
    static List<String> definition(Measure measure) {
        List<String> lines = new ArrayList<>();
        lines.add(measure.title() + " (" + measure.id() + "), " + unit(measure.unit()) + sense(measure.sense()));
        lines.addAll(Columns.wrap("Formula: " + measure.formula(), FirstScreen.WIDTH));
        if (!measure.source().isEmpty()) {
            lines.addAll(Columns.wrap("Source: " + measure.source(), FirstScreen.WIDTH));
        }
        return lines;
    }

    private static String unit(String unit) {
        return unit.startsWith("of ") ? unit : "in " + unit;
    }

    private static String sense(Sense sense) {
        return switch (sense) {
            case HIGHER_IS_BETTER -> "; more is better";
            case LOWER_IS_BETTER -> "; less is better";
            case NEITHER -> "";
        };
    }

    private void values() {
        lines.add(ROW.line("REPLICATION 1", "as usual", "variant", "difference"));
        double variant = explanation.variant().value();
        double baseline = explanation.baseline().value();
        row(explanation.measure().id() + ", " + explanation.measure().unit(), baseline, variant);
        add("  = " + explanation.rule());
        List<Term> terms = explanation.variant().terms();
        for (int i = 0; i < terms.size(); i++) {
            term(i + 1, terms.get(i), explanation.baseline().terms());
        }
    }

    private void term(int number, Term term, List<Term> usual) {
        Term other = usual.stream()
                .filter(each -> each.name().equals(term.name()))
                .findFirst()
                .orElse(new Term(term.name(), term.unit(), 0, List.of()));
        lines.add("");
        row(number + ". " + term.name() + ", " + term.unit(), other.value(), term.value());
        List<Row> rows = rows(term.parts(), other.parts());
        for (Row row : rows.subList(0, Math.min(MOST_PARTS, rows.size()))) {
            row("     " + row.label(), row.usual(), row.variant());
        }
        if (rows.size() > MOST_PARTS) {
            List<Row> rest = rows.subList(MOST_PARTS, rows.size());
            row(
                    "     and " + rest.size() + " smaller",
                    rest.stream().mapToDouble(Row::usual).sum(),
                    rest.stream().mapToDouble(Row::variant).sum());
        }
    }

    /** A part of a term on both sides. */
    private record Row(String label, double usual, double variant) {}

    private static List<Row> rows(List<Part> variant, List<Part> usual) {
        Map<String, Double> ofUsual = new HashMap<>();
        usual.forEach(part -> ofUsual.merge(label(part), part.value(), Double::sum));
        List<Row> rows = new ArrayList<>();
        for (Part part : variant) {
            Double before = ofUsual.remove(label(part));
            rows.add(new Row(label(part), before == null ? 0 : before, part.value()));
        }
        usual.stream()
                .map(ExplanationText::label)
                .filter(ofUsual::containsKey)
                .forEach(label -> rows.add(new Row(label, ofUsual.getOrDefault(label, 0.0), 0)));
        rows.sort(Comparator.comparingDouble((Row row) -> -Math.max(Math.abs(row.usual()), Math.abs(row.variant()))));
        return rows;
    }

    private static String label(Part part) {
        String kind = part.kind() == null ? "" : part.kind().word() + " ";
        String parties = part.from().equals(part.to()) ? part.from() : part.from() + " → " + part.to();
        return kind + parties + ": " + part.subject();
    }

    private void row(String label, double usual, double variant) {
        int decimals = decimals(Math.max(finite(usual), finite(variant)));
        lines.add(ROW.line(label, text(usual, decimals), text(variant, decimals), text(variant - usual, decimals)));
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? Math.abs(value) : 0;
    }

    /** So many places that parts add up to their total to seven digits. */
    private static int decimals(double size) {
        int whole = size < 1 ? 1 : (int) Math.floor(Math.log10(size)) + 1;
        return Math.max(0, Math.min(6, DIGITS - whole));
    }

    private static String text(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "does not apply";
        }
        return Rounded.grouped(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private void add(String text) {
        lines.addAll(Columns.wrap(text, FirstScreen.WIDTH));
    }
}
