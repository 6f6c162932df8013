package org.circlab.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.circlab.catalogue.Catalogue;
import org.circlab.catalogue.Entry;
import org.circlab.catalogue.Figure;
import org.circlab.catalogue.Section;
import org.circlab.scenario.Factor.Between;
import org.circlab.scenario.Factor.Domain;
import org.circlab.scenario.Factor.Law;
import org.circlab.scenario.Factor.Uncertain;

/**
 * The range that the source of a value states: of the figure that a material or process takes from its {@code like}, of the
 * entry that the lab names at the path, or of an entry that the study names itself.
 */
final class CatalogueRange {

    private static final Pattern WRITTEN =
            Pattern.compile("catalogue(?:\\s*:\\s*(.+))?|triangular\\s*\\(\\s*catalogue(?:\\s*:\\s*([^()]+))?\\s*\\)");

    private final Tree.Keyed lab;
    private final Spot spot;
    private final Findings findings;

    /**
     * @param lab as it is written, before entries of the catalogue are put in
     * @param spot where the study names the range
     */
    CatalogueRange(Tree.Keyed lab, Spot spot, Findings findings) {
        this.lab = lab;
        this.spot = spot;
        this.findings = findings;
    }

    /** Whether a text asks for a range of the catalogue. */
    static boolean isMeant(String text) {
        return WRITTEN.matcher(text.strip()).matches();
    }

    /** Whether it names the entry itself, which may be one of another dimension. */
    static boolean isNamed(String text) {
        return text.contains(":");
    }

    /** The range, or where the text says so the triangle over it with its peak at the stated value; or nothing and a finding. */
    Optional<Domain> read(String path, String text) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean peaked = text.strip().startsWith("triangular");
        String named = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        Optional<Figure> figure = named == null ? figureAt(path) : named(named.strip());
        if (figure.isEmpty()) {
            if (findings.sound(spot.path())) {
                fault("The value at " + path + " does not come from the catalogue.");
            }
            return Optional.empty();
        }
        return domain(figure.get(), peaked);
    }

    private Optional<Domain> domain(Figure figure, boolean peaked) {
        boolean isRange = figure.hasRange() && number(figure.low()).compareTo(number(figure.high())) < 0;
        if (!isRange || figure.isForeignMoney() || (peaked && figure.typical().isEmpty())) {
            fault("The catalogue has " + figure.shown() + " there, which is no "
                    + (figure.isForeignMoney() ? "range in euros." : peaked ? "range around a value." : "range."));
            return Optional.empty();
        }
        BigDecimal low = number(figure.low());
        BigDecimal high = number(figure.high());
        return Optional.of(
                peaked
                        ? new Uncertain(Law.TRIANGULAR, List.of(low, number(figure.typical()), high), figure.unit())
                        : new Between(low, high, figure.unit()));
    }

    private void fault(String message) {
        findings.add(
                FindingCode.NO_RANGE,
                spot,
                message,
                "Write the range, or name an entry that has one as 'catalogue:factor:...'; 'circlab catalogue' lists them.");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.strip());
    }

    private Optional<Figure> named(String entry) {
        Optional<EntryName> name = EntryName.ofValue(entry);
        if (name.isEmpty()) {
            fault("'" + entry + "' names no single value of the catalogue.");
        }
        return name.flatMap(each -> each.entry(spot, findings)).flatMap(Entry::value);
    }

    private Optional<Figure> figureAt(String path) {
        List<String> steps = List.of(path.split("\\.", -1));
        Optional<Figure> direct = EntryRanges.at(lab, steps)
                .flatMap(text -> EntryName.ofValue(text.value()))
                .flatMap(name -> name.entry(spot, findings))
                .flatMap(Entry::value);
        if (direct.isPresent() || steps.size() < 3) {
            return direct;
        }
        Optional<Section> section = switch (steps.get(0)) {
            case "materials" -> Optional.of(Section.MATERIALS);
            case "processes" -> Optional.of(Section.PROCESSES);
            default -> Optional.empty();
        };
        return section.flatMap(each -> EntryRanges.at(lab, List.of(steps.get(0), steps.get(1), "like"))
                .flatMap(like -> EntryName.of(like.value(), each))
                .flatMap(this::entry)
                .flatMap(entry -> figure(entry, steps.subList(2, steps.size()))));
    }

    private Optional<Entry> entry(EntryName name) {
        if (name.section() != Section.CODES) {
            return name.entry(spot, findings);
        }
        List<Entry> entries = Catalogue.bundled().entries(Section.MATERIALS).stream()
                .filter(entry -> WasteCode.of(name.id())
                        .filter(code -> entry.listed("codes").contains(code))
                        .isPresent())
                .toList();
        return entries.size() == 1 ? Optional.of(entries.get(0)) : Optional.empty();
    }

    /** The figure of an entry that stands at some steps below a material or process. */
    private Optional<Figure> figure(Entry entry, List<String> steps) {
        String last = steps.get(steps.size() - 1).equals("share") && steps.size() > 1
                ? steps.get(steps.size() - 2)
                : steps.get(steps.size() - 1);
        Stream<Figure> candidates = switch (steps.get(0)) {
            case "composition" -> entry.figures().stream().filter(EntryTrees::isContent);
            case "yields", "loss", "cost" -> entry.figures(steps.get(0).replace("yields", "yield")).stream();
            default -> Stream.empty();
        };
        String what = steps.get(0).equals("yields") ? called(last) : last;
        return candidates
                .filter(figure -> steps.get(0).equals("cost") || figure.what().equals(what))
                .findFirst();
    }

    /** The entry that a material of the lab is like, which a process of the catalogue names; the material itself if it is like none. */
    private String called(String material) {
        return EntryRanges.at(lab, List.of("materials", material, "like"))
                .flatMap(like -> EntryName.of(like.value(), Section.MATERIALS))
                .map(EntryName::id)
                .orElse(material);
    }
}
