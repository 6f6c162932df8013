package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.circlab.model.Actor;
import org.circlab.model.Event;
import org.circlab.model.Field;
import org.circlab.model.Interval;
import org.circlab.model.Lab;
import org.circlab.model.Line;
import org.circlab.model.Part;
import org.circlab.model.Spread;

/** Events for a {@link RandomLabs lab}, which close anything but the sink and set and scale whatever changes in time. */
final class RandomEvents {

    private final Random random;
    private final Lab lab;

    private RandomEvents(Lab lab, long seed) {
        this.random = new Random(seed * 104_729 + 3);
        this.lab = lab;
    }

    static TinyLab in(TinyLab lab, long seed) {
        RandomEvents drawn = new RandomEvents(lab.lab(), seed);
        int count = 1 + drawn.random.nextInt(5);
        for (int i = 0; i < count; i++) {
            drawn.add(lab, "e" + i);
        }
        drawn.flood(new Random(seed * 86028121 + 9), lab);
        return lab;
    }

    /** One in three brings waste beside what some stream brings. */
    private void flood(Random chance, TinyLab to) {
        List<Part> streams =
                parts().stream().filter(part -> part.kind() == Part.Kind.STREAM).toList();
        if (streams.isEmpty() || chance.nextInt(3) > 0) {
            return;
        }
        Event.Change flood = new Event.Add(
                streams.get(chance.nextInt(streams.size())),
                1 + chance.nextInt(90_000_000),
                chance.nextBoolean() ? new Spread.None() : new Spread.Lognormal(0.6));
        Interval lasts = chance.nextInt(3) == 0 ? null : Changes.days(0.3 + chance.nextInt(12), new Spread.None());
        Event.Begin begin = lasts != null && chance.nextBoolean()
                ? new Event.Every(Changes.days(1 + chance.nextInt(60), new Spread.Exponential()))
                : new Event.At(lab.horizon().warmUpStart().plusDays(chance.nextInt(120) - 10));
        to.event("flood", begin, lasts, flood);
    }

    private void add(TinyLab to, String id) {
        List<Event.Change> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changes.add(random.nextBoolean() ? new Event.Close(closable()) : change(field()));
        }
        Interval lasts = Changes.days(0.5 + random.nextInt(40), spread());
        if (random.nextBoolean()) {
            Event.Every every = new Event.Every(Changes.days(1 + random.nextInt(60), spread()));
            to.event(id, every, lasts, changes.toArray(Event.Change[]::new));
            return;
        }
        int day = random.nextInt(150) - 30;
        Event.At at = new Event.At(lab.horizon().warmUpStart().plusDays(day));
        to.event(id, at, random.nextInt(3) == 0 ? null : lasts, changes.toArray(Event.Change[]::new));
    }

    private Spread spread() {
        return random.nextBoolean() ? new Spread.Exponential() : new Spread.None();
    }

    private Event.Change change(Field field) {
        if (random.nextBoolean()) {
            return new Event.Scale(field, random.nextInt(5) / 2.0);
        }
        double most = field.kind() == Field.Kind.STREAM_MEAN || field.kind() == Field.Kind.NEED_MEAN ? 3000 : 30;
        return new Event.SetTo(field, 0.1 + random.nextDouble() * most);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private Part closable() {
        List<Part> parts = parts();
        lab.contracts().forEach(contract -> parts.add(new Part(Part.Kind.CONTRACT, "", contract.id())));
        lab.actors().stream()
                .filter(actor -> !actor.id().equals("sink"))
                .forEach(actor -> parts.add(new Part(Part.Kind.ACTOR, "", actor.id())));
        return pick(parts);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Actor actor : lab.actors()) {
            if (!actor.id().equals("sink")) {
                String id = actor.id();
                actor.generates().forEach(each -> parts.add(new Part(Part.Kind.STREAM, id, each.material())));
                actor.lines().forEach(each -> parts.add(new Part(Part.Kind.LINE, id, each.id())));
                actor.needs().forEach(each -> parts.add(new Part(Part.Kind.NEED, id, each.id())));
                actor.sites().forEach(each -> parts.add(new Part(Part.Kind.SITE, id, each.id())));
            }
        }
        return parts;
    }

    private Field field() {
        List<Field> fields = new ArrayList<>();
        for (Part part : parts()) {
            for (Field.Kind kind : Field.Kind.values()) {
                if (kind.of() == part.kind()) {
                    fields.add(new Field(kind, part, material(kind, part)));
                }
            }
        }
        lab.contracts()
                .forEach(contract ->
                        fields.add(Field.of(Field.Kind.CONTRACT_FEE, new Part(Part.Kind.CONTRACT, "", contract.id()))));
        fields.add(Field.of(Field.Kind.LANDFILL_TAX, Part.LAB));
        fields.add(Field.of(Field.Kind.CARBON_PRICE, Part.LAB));
        fields.add(Field.of(Field.Kind.MODE_COST, new Part(Part.Kind.MODE, "", "truck")));
        return pick(fields);
    }

    private String material(Field.Kind kind, Part part) {
        return switch (kind) {
            case LINE_FEE ->
                actor(part).lines().stream()
                        .filter(line -> line.id().equals(part.id()))
                        .map(Line::recipe)
                        .map(recipe -> recipe.takes().get(0))
                        .findFirst()
                        .orElseThrow();
            case NEED_FEE ->
                actor(part).needs().stream()
                        .filter(need -> need.id().equals(part.id()))
                        .map(need -> need.accepts().get(0).material())
                        .findFirst()
                        .orElseThrow();
            default -> "";
        };
    }

    private Actor actor(Part part) {
        return lab.actors().stream()
                .filter(actor -> actor.id().equals(part.owner()))
                .findFirst()
                .orElseThrow();
    }
}
