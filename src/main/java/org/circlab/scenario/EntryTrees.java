package org.circlab.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Figure;
import org.circlab.catalogue.ListedCode;
import org.circlab.catalogue.WasteList;
import org.circlab.model.Source;

/** Entries of the catalogue as a scenario would write them, each figure with its source, all at the place of their name. */
final class EntryTrees {

    private final Mark mark;

    /** A writer for what is named at {@code mark}. */
    EntryTrees(Mark mark) {
        this.mark = mark;
    }

    Tree.Text text(String value) {
        return new Tree.Text(mark, value);
    }

    private Tree.Keyed keyed(Map<String, Tree> values) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key, new Tree.Entry(mark, value)));
        return new Tree.Keyed(mark, entries);
    }

    /** A source as scenarios write it. */
    Tree.Keyed source(Source source) {
        Map<String, Tree> values = new LinkedHashMap<>();
        values.put("ref", text(source.ref()));
        values.put("grade", text(source.grade().word()));
        return keyed(values);
    }

    /** A value with its source. */
    Tree.Keyed sourced(String value, Source source) {
        Map<String, Tree> values = new LinkedHashMap<>();
        values.put("value", text(value));
        values.put("source", source(source));
        return keyed(values);
    }

    private Optional<Tree> sourced(Figure figure, Entry entry) {
        return figure.value().map(value -> sourced(value, figure.evidence().source(entry.reference())));
    }

    /** A material of some code and name, with the composition of an entry where there is one. */
    Tree.Keyed material(String name, Optional<ListedCode> code, Optional<Entry> entry) {
        Map<String, Tree> values = new LinkedHashMap<>();
        values.put("name", text(name));
        code.ifPresent(each -> values.put("code", text(each.starred())));
        Map<String, Tree> composition = new LinkedHashMap<>();
        entry.ifPresent(each -> each.figures().stream()
                .filter(EntryTrees::isContent)
                .forEach(figure -> sourced(figure, each).ifPresent(tree -> composition.put(figure.what(), tree))));
        if (!composition.isEmpty()) {
            values.put("composition", keyed(composition));
        }
        return keyed(values);
    }

    /** Whether a figure is of the composition: a substance, water or energy. */
    static boolean isContent(Figure figure) {
        return figure.part().equals("substance")
                || figure.what().equals("moisture")
                || figure.what().equals("heating-value");
    }

    /** The material of an entry under its first code. */
    Tree.Keyed material(Entry entry) {
        Optional<ListedCode> code = entry.listed("codes").stream().findFirst().flatMap(WasteList::find);
        return material(entry.name(), code, Optional.of(entry));
    }

    /** The process of an entry, whose materials the lab calls otherwise. */
    Tree.Keyed process(Entry entry, UnaryOperator<String> called, Optional<Figure> ghg, List<String> takes) {
        Map<String, Tree> values = new LinkedHashMap<>();
        values.put("name", text(entry.name()));
        values.put("operation", text(entry.about("operation")));
        List<Tree> items = new ArrayList<>();
        takes.forEach(id -> items.add(text(id)));
        values.put("takes", new Tree.Listed(mark, items));
        Map<String, Tree> yields = new LinkedHashMap<>();
        for (Figure figure : entry.figures("yield")) {
            sourced(figure, entry)
                    .ifPresent(share -> yields.put(called.apply(figure.what()), keyed(Map.of("share", share))));
        }
        values.put("yields", keyed(yields));
        Map<String, Tree> loss = new LinkedHashMap<>();
        entry.figures("loss")
                .forEach(figure -> sourced(figure, entry).ifPresent(share -> loss.put(figure.what(), share)));
        if (!loss.isEmpty()) {
            values.put("loss", keyed(loss));
        }
        entry.figures("cost").stream()
                .findFirst()
                .flatMap(cost -> sourced(cost, entry))
                .ifPresent(cost -> values.put("cost", cost));
        ghg.flatMap(figure -> sourced(figure, entry)).ifPresent(value -> values.put("ghg", value));
        return keyed(values);
    }
}
