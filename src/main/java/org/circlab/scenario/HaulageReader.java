package org.circlab.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlab.model.Haulage;
import org.circlab.model.Haulage.Fleet;
import org.circlab.model.Haulage.Handling;
import org.circlab.model.Haulage.Mode;
import org.circlab.model.Timed;
import org.circlab.model.WorkCalendar;
import org.circlab.quantity.Span;
import org.jspecify.annotations.Nullable;

/** How material is carried: the truck, other modes of transport, and fleets. */
final class HaulageReader {

    private static final String TRUCK = "{ payload: 25 t, cost: 0.12 EUR/tkm, speed: 60 km/h, detour: 1.3 }";
    private static final String RAIL =
            "{ payload: 1000 t, cost: 0.03 EUR/tkm, speed: 30 km/h, detour: 1.6, loading: 6 h, handling: 4 EUR/t }";
    private static final String FLEET = "{ owner: tes, trucks: 2 }";
    private static final double DETOUR = 1.3;
    private static final Mode PLACEHOLDER = new Mode(Haulage.TRUCK, 1, Timed.constant(0), 1, 1, 0, Handling.NONE, null);

    private final Map<String, WorkCalendar> calendars;

    HaulageReader(Map<String, WorkCalendar> calendars) {
        this.calendars = calendars;
    }

    Haulage read(Fields lab) {
        String example = "{ truck: " + TRUCK + " }";
        lab.require("haulage", example);
        return lab.map("haulage", example)
                .map(fields -> {
                    fields.require("truck", TRUCK);
                    Mode truck = fields.map("truck", TRUCK)
                            .map(each -> mode(Haulage.TRUCK, each))
                            .orElse(PLACEHOLDER);
                    List<Mode> modes = modes(fields);
                    Haulage haulage = new Haulage(truck, modes, fleets(fields, truck, modes));
                    fields.done();
                    return haulage;
                })
                .orElse(new Haulage(PLACEHOLDER, List.of(), List.of()));
    }

    private List<Mode> modes(Fields haulage) {
        List<Mode> modes = new ArrayList<>();
        haulage.each(
                "modes", "modes: { rail: " + RAIL + " }", (id, member) -> modes.add(mode(id, member.fields(RAIL))));
        modes.sort(Comparator.comparing(Mode::id));
        return modes;
    }

    private Mode mode(String id, Fields fields) {
        fields.require("payload", "25 t");
        Mode mode = new Mode(
                id,
                fields.grams("payload", Range.POSITIVE, 1),
                fields.requiredTimed("cost", Measure.HAULAGE_COST),
                fields.requiredNumber("speed", Measure.SPEED),
                fields.number("detour", Measure.DETOUR, DETOUR),
                fields.number("ghg", Measure.HAULAGE_GHG, 0),
                new Handling(
                        millis(fields, "loading"),
                        millis(fields, "unloading"),
                        fields.number("handling", Measure.COST, 0)),
                hours(fields));
        fields.done();
        return mode;
    }

    private static long millis(Fields fields, String key) {
        return fields.span(key).map(Span::millis).orElse(0L);
    }

    private @Nullable WorkCalendar hours(Fields fields) {
        return fields.id("hours", Kind.CALENDAR).map(calendars::get).orElse(null);
    }

    private List<Fleet> fleets(Fields haulage, Mode truck, List<Mode> modes) {
        List<Fleet> fleets = new ArrayList<>();
        haulage.each("fleets", "fleets: { own: " + FLEET + " }", (id, member) -> {
            Fields fields = member.fields(FLEET);
            fields.require("owner", "tes");
            String owner = fields.id("owner", Kind.ACTOR).orElse("");
            double trucks = fields.requiredNumber("trucks", Measure.NUMBER);
            if (trucks != Math.rint(trucks) || trucks > Integer.MAX_VALUE) {
                haulage.report(
                        FindingCode.OUT_OF_RANGE,
                        fields.spot("trucks"),
                        fields.spot("trucks").name() + " is no whole number.",
                        "Write how many trucks there are, such as 2.");
            }
            Mode mode = modeOf(fields, truck, modes);
            if (isFree(id, member, haulage.scope())) {
                fleets.add(new Fleet(id, owner, (int) trucks, payload(fields, mode), mode.id(), hours(fields)));
            }
            fields.done();
        });
        fleets.sort(Comparator.comparing(Fleet::id));
        return fleets;
    }

    private static Mode modeOf(Fields fleet, Mode truck, List<Mode> modes) {
        Optional<String> named = fleet.text("mode").filter(id -> !id.equals(Haulage.TRUCK));
        Optional<String> declared = named.isEmpty() ? named : fleet.id("mode", Kind.MODE);
        return modes.stream()
                .filter(mode -> declared.filter(mode.id()::equals).isPresent())
                .findFirst()
                .orElse(truck);
    }

    /** Whether no mode has the name of a fleet, since streams name either at 'by'; a finding if one has. */
    private static boolean isFree(String id, Fields.Member member, Scope scope) {
        boolean free = !scope.declared(Kind.MODE).contains(id);
        if (!free) {
            scope.report(
                    FindingCode.BAD_ID,
                    member.spot(),
                    "'" + id + "' is a mode of transport already and cannot name a fleet too.",
                    "Take another word.");
        }
        return free;
    }

    private static long payload(Fields fleet, Mode mode) {
        Optional<Tree> found = fleet.find("payload");
        boolean none = found.isPresent()
                && found.get() instanceof Tree.Text text
                && text.value().equals("none");
        return none ? Long.MAX_VALUE : fleet.grams("payload", Range.POSITIVE, mode.payloadGrams());
    }
}
