package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Horizon;
import org.circlab.model.Material;
import org.circlab.model.Operation;
import org.circlab.model.Permits;
import org.circlab.model.Place;
import org.circlab.model.Preference;
import org.circlab.model.Store;
import org.circlab.quantity.Span;
import org.jspecify.annotations.Nullable;

/** The actors of the lab with all they have. */
final class ActorReader {

    private static final String EXAMPLE = "{ name: TEŠ Šoštanj, at: [46.380, 15.049], generates: { … } }";
    private static final String PLACE = "at: [46.380, 15.049]";

    private final StreamReader streams;
    private final LineReader lines;
    private final SiteReader sites;
    private final SubstanceReader substances;

    ActorReader(Declared declared, Horizon horizon, SubstanceReader substances) {
        this.substances = substances;
        this.streams = new StreamReader(declared, horizon, substances);
        this.lines = new LineReader(declared, substances);
        this.sites = new SiteReader(declared.materials(), substances);
    }

    /** All actors in the order of their ids. */
    List<Actor> read(Fields lab) {
        List<Actor> actors = new ArrayList<>();
        lab.require("actors", "{ tes: " + EXAMPLE + " }");
        lab.each("actors", "actors: { tes: " + EXAMPLE + " }", (id, member) -> {
            Fields fields = member.fields(EXAMPLE);
            actors.add(actor(id, fields));
            fields.done();
        });
        actors.sort(Comparator.comparing(Actor::id));
        return actors;
    }

    private Actor actor(String id, Fields fields) {
        Map<String, List<String>> byStream = new TreeMap<>();
        List<Arising> generates = streams.arisings(fields, byStream::put);
        return new Actor(
                        id,
                        fields.text("name").orElse(id),
                        fields.text("nace").orElse(""),
                        place(fields),
                        fields.map("permits", "{ codes: [\"10 01 02\"], operations: [R5] }")
                                .map(ActorReader::permits)
                                .orElse(Permits.ANY),
                        new Preference(StreamReader.prefers(fields), byStream),
                        generates,
                        stores(fields),
                        lines.lines(fields),
                        streams.needs(fields),
                        sites.sites(fields))
                .in(BorderReader.country(fields, "country"))
                .asking(fields.has("hurdle") ? fields.number("hurdle", Measure.FEE, 0) : null);
    }

    private static @Nullable Place place(Fields fields) {
        List<Tree> items = fields.items("at", PLACE);
        Spot spot = fields.spot("at");
        Findings findings = fields.scope().findings();
        if (!fields.has("at") || !findings.sound(spot.path())) {
            return null;
        }
        if (items.size() != 2) {
            findings.add(
                    FindingCode.BAD_PLACE,
                    spot,
                    "A place has two numbers, not " + items.size() + ".",
                    "Write latitude and longitude in degrees: " + PLACE + ".");
            return null;
        }
        double latitude = fields.scope().figures().number(items.get(0), spot, Measure.COORDINATE);
        double longitude = fields.scope().figures().number(items.get(1), spot, Measure.COORDINATE);
        if (!findings.sound(spot.path())) {
            return null;
        }
        try {
            return new Place(latitude, longitude);
        } catch (IllegalArgumentException e) {
            boolean swapped = Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
            String advice = swapped ? "Maybe latitude and longitude are swapped?" : "";
            findings.add(FindingCode.BAD_PLACE, spot, Refusal.message(e), advice);
            return null;
        }
    }

    private static Permits permits(Fields fields) {
        Set<String> codes = new LinkedHashSet<>(WasteCode.codes(fields, "codes"));
        boolean starred = fields.items("codes", "[\"10 01 02\"]").stream()
                .anyMatch(item -> item instanceof Tree.Text text && WasteCode.isStarred(text.value()));
        Set<Operation> operations = new LinkedHashSet<>();
        for (Tree.Text text : fields.texts("operations", "operations: [R5, R1]")) {
            Optional<Operation> operation = Operation.ofCode(text.value());
            operation.ifPresent(operations::add);
            if (operation.isEmpty()) {
                fields.report(
                        FindingCode.BAD_WORD,
                        new Spot(text.mark(), fields.spot("operations").path()),
                        "'" + text.value() + "' is no recovery or disposal operation.",
                        "They are R1 to R13, D1 to D15 and backfill.");
            }
        }
        boolean hazardous = fields.flag("hazardous", starred);
        Set<Material.Status> statuses = statuses(fields);
        fields.done();
        return new Permits(codes, operations, hazardous, statuses);
    }

    private static Set<Material.Status> statuses(Fields fields) {
        Set<Material.Status> statuses = new LinkedHashSet<>();
        List<String> words =
                Stream.of(Material.Status.values()).map(Material.Status::word).toList();
        for (Tree.Text text : fields.texts("status", "status: [by-product, product]")) {
            int at = words.indexOf(text.value());
            if (at >= 0) {
                statuses.add(Material.Status.values()[at]);
            } else {
                fields.report(
                        FindingCode.BAD_WORD,
                        new Spot(text.mark(), fields.spot("status").path()),
                        "'" + text.value() + "' is no legal status.",
                        "It is one of " + String.join(", ", words) + ".");
            }
        }
        return statuses;
    }

    private static long keepsMillis(Fields store) {
        long keeps = store.span("keeps").map(Span::millis).orElse(Long.MAX_VALUE);
        if (keeps > 0) {
            return keeps;
        }
        store.report(
                FindingCode.OUT_OF_RANGE,
                store.spot("keeps"),
                store.spot("keeps").name() + " is 0; it must be above 0.",
                "Leave 'keeps' out where nothing spoils, or the store where nothing is kept.");
        return Long.MAX_VALUE;
    }

    private List<Store> stores(Fields fields) {
        List<Store> stores = new ArrayList<>();
        fields.each("stores", "stores: { fly-ash: { capacity: 12 kt, keeps: 90 d } }", (id, member) -> {
            boolean known = fields.scope().isDeclared(Kind.MATERIAL, id, member.spot());
            Fields store = member.fields("{ capacity: 12 kt, keeps: 90 d }");
            store.require("capacity", "12 kt");
            long capacity = store.grams("capacity", Range.POSITIVE, 1);
            long keeps = keepsMillis(store);
            boolean blocks = store.choice("overflow", List.of("dispose", "block"), word -> word)
                    .filter("block"::equals)
                    .isPresent();
            substances.store(store);
            store.done();
            if (known) {
                stores.add(new Store(id, capacity, keeps, blocks));
            }
        });
        stores.sort(Comparator.comparing(Store::material));
        return stores;
    }
}
