package org.circlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables that a {@code --set path=value} names, whether the lab that it makes has errors or not. */
final class SetTables {

    private static final String ENDING = ".csv";

    private SetTables() {}

    /**
     * SHA-256 in hexadecimal digits of their texts in order, one that is not there told from an empty one; nothing where the value
     * names none.
     */
    static Optional<String> hash(String set, ScenarioFolder folder) {
        if (!set.toLowerCase(Locale.ROOT).contains(ENDING)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        Findings untold = new Findings();
        Setting.read(set, untold).ifPresent(setting -> collect(setting.value(), folder, untold, texts));
        return texts.isEmpty() ? Optional.empty() : Optional.of(Effective.sha256(String.join(Shelf.MISSING, texts)));
    }

    private static void collect(Tree tree, ScenarioFolder folder, Findings untold, List<String> texts) {
        if (tree instanceof Tree.Keyed keyed) {
            keyed.entries().values().forEach(entry -> collect(entry.value(), folder, untold, texts));
        } else if (tree instanceof Tree.Listed listed) {
            listed.items().forEach(item -> collect(item, folder, untold, texts));
        } else if (tree instanceof Tree.Text text
                && text.value().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            Spot spot = Spot.of(Setting.ORIGIN);
            texts.add(folder.file(text.value(), spot, ENDING, untold)
                    .flatMap(file -> folder.text(file, spot, untold))
                    .map(SourceText::text)
                    .orElse(Shelf.MISSING));
        }
    }
}
