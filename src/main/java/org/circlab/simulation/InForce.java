package org.circlab.simulation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.circlab.model.Field;
import org.circlab.model.Timed;

/** What is in force at this instant of a run: values that step at dates or that events change, and what events have closed. */
final class InForce {

    /** The values by which outlets choose among receivers, or which they pay, and quotas. */
    private static final Set<Field.Kind> PRICES = EnumSet.of(
            Field.Kind.VIRGIN_PRICE,
            Field.Kind.NEED_FEE,
            Field.Kind.LINE_FEE,
            Field.Kind.SITE_FEE,
            Field.Kind.CONTRACT_FEE,
            Field.Kind.MARKET_PRICE,
            Field.Kind.MODE_COST,
            Field.Kind.LANDFILL_TAX,
            Field.Kind.CARBON_PRICE,
            Field.Kind.SUBSIDY,
            Field.Kind.QUOTA);

    private final Map<Field, Value> values = new HashMap<>();
    private Map<Field, Effect> effects = Map.of();
    private Map<Field, Effect> priceEffects = Map.of();
    private Closures closures;
    private LocalDate today;

    InForce(CompiledLab lab) {
        this.today = lab.lab().horizon().warmUpStart();
        this.closures = new Closures(lab);
    }

    /** The value of a field, to be kept and asked as the run goes. */
    Value value(Field field, Timed dated) {
        return values.computeIfAbsent(field, any -> new Value(dated, effects.getOrDefault(field, Effect.NONE), today));
    }

    /** A day begins on which values step. */
    void step(LocalDate day) {
        today = day;
        refresh();
    }

    /** Takes over what the active events do. */
    void become(Map<Field, Effect> changed, Closures closed) {
        effects = Map.copyOf(changed);
        Map<Field, Effect> ofPrices = new HashMap<>(changed);
        ofPrices.keySet().removeIf(field -> !PRICES.contains(field.kind()));
        priceEffects = Map.copyOf(ofPrices);
        closures = closed;
        refresh();
    }

    private void refresh() {
        values.forEach((field, value) -> value.become(effects.getOrDefault(field, Effect.NONE), today));
    }

    /** The last day on which values stepped. */
    LocalDate today() {
        return today;
    }

    /** What the active events make of each price that they change. */
    Map<Field, Effect> priceEffects() {
        return priceEffects;
    }

    Closures closures() {
        return closures;
    }

    boolean isStreamClosed(int outlet) {
        return closures.streams[outlet] != null;
    }

    boolean isInletClosed(int inlet) {
        return closures.inlets[inlet] != null;
    }

    boolean isContractClosed(int contract) {
        return closures.contracts[contract] != null;
    }
}
