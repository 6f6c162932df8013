package org.circlab.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.circlab.catalogue.DegradableCodes;
import org.circlab.catalogue.ListedCode;
import org.circlab.catalogue.WasteList;
import org.circlab.model.Degradable;
import org.circlab.model.Horizon;
import org.circlab.model.Material;
import org.circlab.model.Material.Status;
import org.circlab.model.Region;
import org.circlab.model.Season;
import org.circlab.quantity.Span;

/** What frames the actors: region, horizon, materials and seasons. */
final class FrameReader {

    private static final double TOLERANCE = 1e-9;

    private static final long FEWEST_INHABITANTS = 100;
    private static final Horizon PLACEHOLDER =
            new Horizon(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2025, 1, 1));

    private FrameReader() {}

    static Region region(Fields lab) {
        return lab.map("region", "{ country: SI, inhabitants: 45 000 }")
                .map(fields -> {
                    String country = BorderReader.country(fields, "country");
                    long inhabitants = (long) fields.number("inhabitants", Measure.COUNT, 0);
                    if (fields.has("inhabitants") && inhabitants > 0 && inhabitants < FEWEST_INHABITANTS) {
                        lab.report(
                                FindingCode.UNLIKELY_MAGNITUDE,
                                fields.spot("inhabitants"),
                                "A region has " + inhabitants + " inhabitants, which is hardly possible.",
                                "Maybe they are given in thousands?");
                    }
                    fields.done();
                    return new Region(country, inhabitants);
                })
                .orElse(new Region("", 0));
    }

    static Horizon horizon(Fields lab) {
        String example = "{ start: 2025-01-01, length: 5 yr, warm-up: 1 yr }";
        lab.require("horizon", example);
        return lab.map("horizon", example)
                .flatMap(fields -> {
                    Optional<LocalDate> start = fields.require("start", "2025-01-01")
                            .flatMap(tree -> lab.scope().figures().date(tree, fields.spot("start")));
                    fields.require("length", "5 yr");
                    Optional<Span> length = fields.span("length", FindingCode.HORIZON_TOO_LONG);
                    Optional<Span> warmUp = fields.span("warm-up", FindingCode.HORIZON_TOO_LONG);
                    fields.done();
                    boolean sound = lab.scope().findings().sound("horizon");
                    return sound && start.isPresent() && length.isPresent()
                            ? horizon(fields, start.get(), length.get(), warmUp)
                            : Optional.<Horizon>empty();
                })
                .orElse(PLACEHOLDER);
    }

    private static Optional<Horizon> horizon(Fields fields, LocalDate start, Span length, Optional<Span> warmUp) {
        Findings findings = fields.scope().findings();
        try {
            LocalDateTime begin = start.atStartOfDay();
            LocalDateTime end = length.addTo(begin);
            LocalDateTime warm = warmUp.map(span -> span.subtractFrom(begin)).orElse(begin);
            boolean whole = end.toLocalTime().equals(LocalTime.MIDNIGHT)
                    && warm.toLocalTime().equals(LocalTime.MIDNIGHT);
            if (!whole) {
                findings.add(
                        FindingCode.BAD_HORIZON,
                        fields.spot(),
                        "The horizon is not a whole number of days.",
                        "Write lengths in d, wk, mo or yr.");
                return Optional.empty();
            }
            return Optional.of(new Horizon(start, end.toLocalDate(), warm.toLocalDate()));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            findings.add(
                    FindingCode.BAD_HORIZON,
                    fields.spot(),
                    "The horizon has no day in it.",
                    "Write a length above 0, such as 'length: 5 yr'.");
            return Optional.empty();
        }
    }

    static List<Material> materials(Fields lab, SubstanceReader substances) {
        List<Material> materials = new ArrayList<>();
        String example = "{ name: Coal fly ash, code: \"10 01 02\" }";
        lab.each("materials", "materials: { fly-ash: " + example + " }", (id, member) -> {
            Fields fields = member.fields(example);
            materials.add(material(id, fields));
            substances.material(id, fields);
            fields.done();
        });
        materials.sort(Comparator.comparing(Material::id));
        return materials;
    }

    private static Material material(String id, Fields fields) {
        fields.text("like");
        Material usual = new Material(id, fields.text("name").orElse(id), WasteCode.code(fields, "code"));
        boolean starred = fields.text("code").filter(WasteCode::isStarred).isPresent()
                || WasteList.find(usual.lowCode()).filter(ListedCode::hazardous).isPresent();
        return new Material(
                id,
                usual.name(),
                usual.lowCode(),
                fields.flag("hazardous", starred),
                fields.choice("status", List.of(Status.values()), Status::word).orElse(usual.status()),
                degradable(id, fields, usual.lowCode()));
    }

    /** What of a material makes methane in a landfill: as it says, or as its code tells. */
    private static List<Degradable> degradable(String id, Fields fields, String code) {
        if (!fields.has("degradable")) {
            return DegradableCodes.kind(code)
                    .map(kind -> List.of(new Degradable(kind, 1)))
                    .orElse(List.of());
        }
        Optional<Fields> written = fields.map("degradable", "{ food: 30 %, paper: 15 % }");
        List<Degradable> parts = new ArrayList<>();
        written.ifPresent(each -> {
            for (Degradable.Kind kind : Degradable.Kind.values()) {
                if (each.has(kind.word())) {
                    parts.add(new Degradable(kind, each.number(kind.word(), Measure.SHARE, 1)));
                }
            }
            each.done();
        });
        double sum = parts.stream().mapToDouble(Degradable::share).sum();
        if (sum <= 1 + TOLERANCE
                || !fields.scope().findings().sound(fields.spot("degradable").path())) {
            return sum <= 1 + TOLERANCE ? parts : List.of();
        }
        fields.report(
                FindingCode.BAD_SHARES,
                fields.spot("degradable"),
                "The degradable parts of '" + id + "' add up to " + RecipeReader.inPercent(sum)
                        + "; they must not exceed 100 %, since they are shares of its wet mass.",
                "Maybe one is not in %?");
        return List.of();
    }

    /** The sound seasons by id. */
    static Map<String, Season> seasons(Fields lab) {
        Map<String, Season> seasons = new TreeMap<>();
        String example = "{ weights: [1.3, 1.2, 1.1, 1, 0.9, 0.7, 0.7, 0.7, 0.9, 1, 1.2, 1.3] }";
        lab.each("seasons", "seasons: { heating: " + example + " }", (id, member) -> {
            Fields fields = member.fields(example);
            fields.require("weights", example);
            List<Double> weights = fields.items("weights", example).stream()
                    .map(item -> lab.scope().figures().number(item, fields.spot("weights"), Measure.WEIGHT))
                    .toList();
            fields.done();
            if (lab.scope().findings().sound(member.spot().path())) {
                season(id, weights, fields).ifPresent(season -> seasons.put(id, season));
            }
        });
        return seasons;
    }

    private static Optional<Season> season(String id, List<Double> weights, Fields fields) {
        try {
            return Optional.of(Season.ofWeights(id, weights));
        } catch (IllegalArgumentException e) {
            fields.report(
                    FindingCode.BAD_SEASON,
                    fields.spot("weights"),
                    Refusal.message(e),
                    "Write one number a month, from January to December; there are " + weights.size() + ".");
            return Optional.empty();
        }
    }
}
