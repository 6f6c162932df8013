package org.circlab.scenario;

import java.util.List;
import java.util.function.UnaryOperator;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Figure;

/** What an entry leaves blank that a recipe needs and the scenario does not give either. */
final class EntryBlanks {

    private final Entry entry;
    private final Spot spot;
    private final Findings findings;

    /** The blanks of a process that stands at {@code spot}. */
    EntryBlanks(Entry entry, Spot spot, Findings findings) {
        this.entry = entry;
        this.spot = spot;
        this.findings = findings;
    }

    /** Tells the blanks that {@code own} does not fill. */
    void check(Tree.Keyed own, UnaryOperator<String> called, boolean ghgIsKnown) {
        boolean balances = entry.about("balance").equals("yes");
        if (!balances && own.at("yields").isEmpty()) {
            findings.add(
                    FindingCode.CATALOGUE_BLANK,
                    spot,
                    "'" + entry.id() + "' of the catalogue is no recipe: " + entry.note() + ".",
                    "Give its 'yields' and 'loss', or name a process whose mass balance closes.");
        }
        for (Figure figure : entry.figures()) {
            boolean isShare = figure.part().equals("yield") || figure.part().equals("loss");
            if (balances && isShare && figure.value().isEmpty()) {
                share(figure, own, called);
            }
        }
        if (own.at("cost").isEmpty()
                && costs().stream().allMatch(cost -> cost.value().isEmpty())) {
            findings.add(
                    FindingCode.NO_RUNNING_COST,
                    spot,
                    RecipeReader.noCost(entry.id()) + hint(costs()),
                    "Give 'cost', such as 'cost: 6 EUR/t', or 0 EUR/t if it has none.");
        }
        if (own.at("ghg").isEmpty() && !ghgIsKnown) {
            findings.add(
                    FindingCode.CATALOGUE_LEFT_OUT,
                    spot,
                    "The catalogue does not know the emissions of '" + entry.id() + "', so results leave them out."
                            + hint(entry.figures("emission")),
                    "Give 'ghg', such as 'ghg: 12 kgCO2e/t'.");
        }
    }

    private List<Figure> costs() {
        return entry.figures("cost");
    }

    private void share(Figure figure, Tree.Keyed own, UnaryOperator<String> called) {
        String map = figure.part().equals("loss") ? "loss" : "yields";
        String key = map.equals("loss") ? figure.what() : called.apply(figure.what());
        if (own.keyedAt(map).filter(given -> given.entries().containsKey(key)).isEmpty()) {
            findings.add(
                    FindingCode.CATALOGUE_BLANK,
                    new Spot(spot.mark(), spot.path() + "." + map),
                    "The catalogue has no single share of '" + figure.what() + "' for '" + entry.id() + "'"
                            + (figure.shown().equals("—") ? "" : ": " + figure.shown())
                            + (figure.note().isEmpty() ? "." : " (" + figure.note() + ")."),
                    "Give it, such as '" + map + ": { " + key + ": 10 % }', so that all make 100 %.");
        }
    }

    /** What the catalogue notes of the first of some blanks, as a sentence after another. */
    private static String hint(List<Figure> blanks) {
        return blanks.stream()
                .filter(figure -> figure.value().isEmpty() && !figure.note().isEmpty())
                .map(figure -> " It notes of " + figure.what() + ": " + figure.note() + ".")
                .findFirst()
                .orElse("");
    }
}
