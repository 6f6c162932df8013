package org.circlab.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.kernel.Kernel;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.SubstanceBook;
import org.circlab.ledger.SubstanceKind;
import org.circlab.model.Substances;

/**
 * What is in the material: content rides on lots, mixes by mass where material is gathered, piled or blended, decays with age,
 * and is measured against the limits of receivers. Where no composition is known nothing is done here at all.
 *
 * <p>A receiver that blends draws from the mix of all that is committed to it, on the way included, as if it had planned its
 * blend: so what it uses never exceeds its limits by what was mixed. It goes on decaying there.
 */
final class Contents {

    /** Stands for what is at no inlet. */
    static final int OUTSIDE = -1;

    private static final double NEGLIGIBLE = 1e-12;

    private final SubstanceLayer layer;
    private final CompiledLab lab;
    private final Lots lots;
    private final Kernel kernel;
    private final SubstanceBook book;
    private final int properties;
    private final double[] gathered;
    private final Mixes mixes;
    private final double[] used;

    Contents(CompiledLab lab, Lots lots, Kernel kernel) {
        this.layer = lab.substances();
        this.lab = lab;
        this.lots = lots;
        this.kernel = kernel;
        this.properties = layer.properties();
        this.book =
                new SubstanceBook(properties == 0 ? List.of() : names(lab.lab().substances()));
        this.gathered = new double[lab.outlets() * properties];
        this.mixes = new Mixes(lab, kernel, (property, amount) -> book(SubstanceKind.DECAYED, property, amount));
        this.used = new double[properties];
    }

    /** Names of the properties that are booked; times through a line are no amount. */
    private static List<String> names(Substances substances) {
        return Stream.concat(Stream.of(Substances.MOISTURE, Substances.HEATING_VALUE), substances.names().stream())
                .toList();
    }

    /** Whether compositions are kept. */
    boolean areKept() {
        return properties > 0;
    }

    /** Whether any receiver asks anything of compositions. */
    boolean areLimited() {
        return layer.isLimited();
    }

    /** Whether any receiver blends. */
    boolean areBlended() {
        return layer.isBlended();
    }

    /** A new lot contains this in each gram. */
    void begin(int lot, double[] each) {
        System.arraycopy(each, 0, lots.content, lot * properties, properties);
        lots.aged[lot] = kernel.now();
    }

    /** Material arises at an outlet. */
    void generated(int outlet, long grams) {
        book(SubstanceKind.GENERATED, layer.arising(outlet), 0, (double) grams);
    }

    /** What a gram contains that arises at an outlet. */
    double[] arising(int outlet) {
        return layer.arising(outlet);
    }

    private void book(SubstanceKind kind, double[] content, int from, double grams) {
        for (int property = 0; property < properties; property++) {
            book(kind, property, content[from + property] * grams);
        }
    }

    /** Books an amount of a property that is an amount. */
    void book(SubstanceKind kind, int property, double amount) {
        if (property != SubstanceLayer.LOOPS) {
            book.add(kind, place(property), amount);
        }
    }

    private static int place(int property) {
        return property < SubstanceLayer.LOOPS ? property : property - 1;
    }

    /** Mass joins what has gathered at an outlet, {@code before} grams. */
    void gather(int outlet, long before, long grams, double[] each) {
        for (int property = 0; property < properties; property++) {
            int at = outlet * properties + property;
            gathered[at] = mean(gathered[at], (double) before, each[property], (double) grams);
        }
    }

    private static double mean(double one, double itsGrams, double other, double itsOtherGrams) {
        double sum = itsGrams + itsOtherGrams;
        return sum == 0 ? other : (one * itsGrams + other * itsOtherGrams) / sum;
    }

    /** A new lot is a load of what has gathered. */
    void beginGathered(int lot) {
        int outlet = lots.outlet[lot];
        System.arraycopy(gathered, outlet * properties, lots.content, lot * properties, properties);
        lots.aged[lot] = kernel.now();
    }

    /** A lot is poured into another of the same outlet, whose grams are yet to be raised. */
    void pour(int lot, int into) {
        age(lot);
        age(into);
        for (int property = 0; property < properties; property++) {
            int at = into * properties + property;
            lots.content[at] = mean(
                    lots.content[at], (double) lots.grams[into], lots.content[lot * properties + property], (double)
                            lots.grams[lot]);
        }
    }

    /** What is in a queue of lots becomes one mix. */
    void level(LotQueues queues, int queue) {
        if (properties == 0 || queues.first(queue) == queues.last(queue)) {
            return;
        }
        double[] sum = new double[properties];
        for (int lot = queues.first(queue); lot != Lots.NONE; lot = queues.after(lot)) {
            age(lot);
            add(sum, lots.content, lot * properties, (double) lots.grams[lot]);
        }
        for (int lot = queues.first(queue); lot != Lots.NONE; lot = queues.after(lot)) {
            for (int property = 0; property < properties; property++) {
                lots.content[lot * properties + property] = sum[property] / queues.mass(queue);
            }
        }
    }

    /** Counts the decay of a lot until now. */
    private void age(int lot) {
        long now = kernel.now();
        long millis = now - lots.aged[lot];
        lots.aged[lot] = now;
        double[] decay = layer.decay(lab.outletMaterial(lots.outlet[lot]));
        if (millis == 0 || decay.length == 0) {
            return;
        }
        for (int property = 0; property < properties; property++) {
            if (decay[property] > 0) {
                int at = lot * properties + property;
                double left = lots.content[at] * StrictMath.exp(-decay[property] * millis);
                book(SubstanceKind.DECAYED, property, (lots.content[at] - left) * lots.grams[lot]);
                lots.content[at] = left;
            }
        }
    }

    /** Grams of a lot are about to set out for an inlet: one that blends counts with them from now on. */
    void commit(int lot, int inlet, long grams) {
        if (properties == 0 || !layer.blends(inlet)) {
            return;
        }
        age(lot);
        mixes.add(inlet, lab.outletMaterial(lots.outlet[lot]), lots.content, lot * properties, grams);
    }

    /** A lot arrives by a flow of the ledger, at an inlet or {@link #OUTSIDE}. */
    void carried(int lot, int inlet, int flow) {
        if (properties == 0) {
            return;
        }
        boolean isMixed = inlet != OUTSIDE && layer.blends(inlet);
        if (!isMixed) {
            age(lot);
        }
        for (int property = 0; property < properties; property++) {
            if (property != SubstanceLayer.LOOPS) {
                double left = isMixed ? left(lot, property) : 1;
                double amount = lots.content[lot * properties + property] * left * lots.grams[lot];
                book.carried(flow, place(property), amount);
            }
        }
    }

    /** The part of a property of a lot that has not decayed since its age was counted; what has is booked with the mix it is in. */
    private double left(int lot, int property) {
        double[] decay = layer.decay(lab.outletMaterial(lots.outlet[lot]));
        return decay.length == 0 ? 1 : StrictMath.exp(-decay[property] * (kernel.now() - lots.aged[lot]));
    }

    /** The content of grams that an inlet uses of a lot, as amounts, which are no longer there afterwards. */
    double[] use(int lot, int inlet, long grams) {
        if (properties == 0) {
            return used;
        }
        if (!layer.blends(inlet)) {
            age(lot);
            for (int property = 0; property < properties; property++) {
                used[property] = lots.content[lot * properties + property] * grams;
            }
            return used;
        }
        mixes.take(inlet, grams, used);
        return used;
    }

    /** A need uses grams of a lot. */
    void consume(int lot, int inlet, long grams) {
        double[] amounts = use(lot, inlet, grams);
        for (int property = 0; property < properties; property++) {
            book(SubstanceKind.CONSUMED, property, amounts[property]);
        }
    }

    /**
     * The ratio at which an inlet uses a lot in place of virgin material.
     *
     * @param fresh of material that has never been through a line
     * @param keptByLoop the part of it that is left after each time
     */
    double ratio(double fresh, double keptByLoop, int lot, int inlet) {
        if (properties == 0 || keptByLoop == 1) {
            return fresh;
        }
        boolean blends = layer.blends(inlet);
        double loops = blends
                ? mixes.mean(inlet)[SubstanceLayer.LOOPS]
                : lots.content[lot * properties + SubstanceLayer.LOOPS];
        return fresh * StrictMath.pow(keptByLoop, loops);
    }

    /** A lot is at its end: sold or disposed of. */
    void end(int lot, SubstanceKind kind) {
        if (properties > 0) {
            age(lot);
            book(kind, lots.content, lot * properties, (double) lots.grams[lot]);
        }
    }

    /**
     * The most grams of a lot that an inlet may take without breaking a limit: none or all, but where it blends as much as its
     * mix bears; {@link Long#MAX_VALUE} for all.
     */
    long most(int lot, int inlet) {
        SubstanceLayer.Bound[] bounds = layer.bounds(inlet);
        if (bounds.length == 0) {
            return Long.MAX_VALUE;
        }
        age(lot);
        long most = Long.MAX_VALUE;
        for (SubstanceLayer.Bound bound : bounds) {
            double excess = bound.excess(lots.content, lot * properties);
            if (excess > NEGLIGIBLE) {
                most = Math.min(most, layer.blends(inlet) ? borne(inlet, bound, excess) : 0);
            }
        }
        return most;
    }

    /** Whether an inlet asks anything. */
    boolean asks(int inlet) {
        return layer.bounds(inlet).length > 0;
    }

    /** Whether an inlet takes what arises at an outlet as it is; one that blends may, and of what lines make nothing is known. */
    boolean bears(int outlet, int inlet) {
        return layer.blends(inlet)
                || lab.network().outlets().get(outlet).arising() == null
                || Arrays.stream(layer.bounds(inlet))
                        .allMatch(bound -> bound.excess(layer.arising(outlet), 0) <= NEGLIGIBLE);
    }

    /** By what part of a limit a lot is beyond those of an inlet, where it is furthest; all that is there for a limit of 0. */
    double excess(int lot, int inlet) {
        double furthest = 0;
        for (SubstanceLayer.Bound bound : layer.bounds(inlet)) {
            double excess = bound.excess(lots.content, lot * properties);
            furthest = Math.max(furthest, bound.value() == 0 ? excess : excess / bound.value());
        }
        return furthest;
    }

    /** Grams of so much excess each that the mix of an inlet bears. */
    private long borne(int inlet, SubstanceLayer.Bound bound, double excess) {
        return (long) Math.floor(slack(inlet, bound) / excess);
    }

    /** How many limits the mix of an inlet has to keep; 0 where it does not blend. */
    int limitsOfMix(int inlet) {
        return properties > 0 && layer.blends(inlet) ? layer.bounds(inlet).length : 0;
    }

    /** How far a gram of a lot is beyond a limit of an inlet. */
    double excess(int lot, int inlet, int limit) {
        age(lot);
        double excess = layer.bounds(inlet)[limit].excess(lots.content, lot * properties);
        return excess > NEGLIGIBLE ? excess : Math.min(0, excess);
    }

    /** Grams times excess that the mix of an inlet bears beyond what is committed to it. */
    double slack(int inlet, int limit) {
        return slack(inlet, layer.bounds(inlet)[limit]);
    }

    private double slack(int inlet, SubstanceLayer.Bound bound) {
        return mixes.grams(inlet) == 0 ? 0 : Math.max(0, -bound.excess(mixes.mean(inlet), 0)) * mixes.grams(inlet);
    }

    /** Adds what has gathered at an outlet, so many grams. */
    void addGathered(int outlet, long grams, double[] held) {
        add(held, gathered, outlet * properties, (double) grams);
    }

    /** The window opens; {@code elsewhere} has the amounts of what is in no lot. */
    void openWindow(double[] elsewhere) {
        book.openWindow(held(elsewhere));
    }

    /** The accounts with those of substances, at the end of the window. */
    Accounts close(Accounts accounts, double[] elsewhere, Ledger ledger) {
        return properties == 0 ? accounts : accounts.with(book.close(held(elsewhere)), book.carried(ledger));
    }

    /** Amounts of all that is in the lab, lot by lot. */
    private double[] held(double[] elsewhere) {
        double[] held = new double[properties];
        for (int lot = 0; lot < lots.used(); lot++) {
            Way way = lots.way[lot];
            if (!lots.isEnded(lot) && (way == null || !layer.blends(way.inlet))) {
                age(lot);
                add(held, lots.content, lot * properties, (double) lots.grams[lot]);
            }
        }
        for (int inlet = 0; inlet < lab.inlets(); inlet++) {
            mixes.addTo(inlet, held);
        }
        add(held, elsewhere, 0, 1);
        double[] booked = new double[Math.max(0, properties - 1)];
        for (int property = 0; property < properties; property++) {
            if (property != SubstanceLayer.LOOPS) {
                booked[place(property)] = held[property];
            }
        }
        return booked;
    }

    private void add(double[] held, double[] content, int from, double grams) {
        for (int property = 0; property < properties; property++) {
            held[property] += content[from + property] * grams;
        }
    }
}
