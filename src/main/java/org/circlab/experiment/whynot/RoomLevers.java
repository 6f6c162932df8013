package org.circlab.experiment.whynot;

import java.util.ArrayList;
import java.util.List;
import org.circlab.experiment.search.Scale;
import org.circlab.model.Arising;
import org.circlab.model.Contract;
import org.circlab.model.Exchange;
import org.circlab.model.Horizon;
import org.circlab.model.Line;
import org.circlab.model.Need;
import org.circlab.model.Store;

/** What can be changed about room, time and amounts. */
final class RoomLevers {

    private static final double GRAMS_PER_TONNE = 1e6;
    private static final double KILOTONNES_FROM = 1e4;
    private static final double PLENTY = 10;
    private static final double FIRST_STEPS = 16;
    private static final List<String> SOME_ROUNDS = List.of("1", "2", "4");
    private static final double LONGEST_DAYS = 3 * Horizon.DAYS_PER_YEAR;

    private final Pair pair;
    private final List<Lever> levers = new ArrayList<>();

    private RoomLevers(Pair pair) {
        this.pair = pair;
    }

    /** Room at the receiver, and time and room at the donor. */
    static List<Lever> of(Pair pair) {
        RoomLevers rooms = new RoomLevers(pair);
        rooms.receiver();
        rooms.donor();
        rooms.lookAhead();
        return rooms.levers;
    }

    /** Fewer rounds, for which less room is kept; where none is looked ahead, some, for which more is kept in store. */
    private void lookAhead() {
        Exchange exchange = pair.lab().exchange();
        int now = exchange.lookAhead();
        List<String> others = new ArrayList<>();
        for (int rounds = now - 1; rounds >= 0; rounds = rounds == 0 ? -1 : Math.min(rounds - 1, rounds / 2)) {
            others.add(Integer.toString(rounds));
        }
        boolean canWait = pair.donor().stores().stream()
                .anyMatch(store -> store.material().equals(pair.material().id()));
        if (now == 0 && canWait && exchange.rule() == Exchange.Rule.OPTIMAL && !exchange.onArrival()) {
            others.addAll(SOME_ROUNDS);
        }
        if (!others.isEmpty()) {
            levers.add(Lever.ofWords(
                    Dimension.LOOK_AHEAD, "exchange.look-ahead", Integer.toString(now), others.toArray(String[]::new)));
        }
    }

    /**
     * The volume of a contract.
     *
     * @param more tonnes a year that could be added
     * @param all tonnes a year that there are
     */
    static Lever volume(Contract contract, double more, double all) {
        double now = contract.volumeGramsPerYear() / GRAMS_PER_TONNE;
        return yearly(Dimension.CONTRACT, "contracts." + contract.id() + ".volume", now, more, all);
    }

    /** Less of a contract that leads to disposal, so that others may have it. */
    static Lever lessVolume(Contract contract) {
        double now = contract.volumeGramsPerYear() / GRAMS_PER_TONNE;
        return Lever.ofNumbers(
                Dimension.CONTRACT,
                "contracts." + contract.id() + ".volume",
                new Scale(now, 0, now / FIRST_STEPS, true, "t/yr"));
    }

    /** More of what the donor gives. */
    static List<Lever> supply(Pair pair) {
        RoomLevers rooms = new RoomLevers(pair);
        Arising arising = pair.outlet().arising();
        Line line = pair.outlet().line();
        String donor = "actors." + pair.donor().id();
        if (arising != null && arising.recorded().isEmpty()) {
            double mean = PriceLevers.least(arising.meanTonnesPerYear());
            rooms.yearly(Dimension.SUPPLY, donor + ".generates." + arising.material() + ".mean", mean);
        } else if (line != null) {
            rooms.daily(Dimension.SUPPLY, donor + ".runs." + line.id() + ".capacity", line);
        }
        return rooms.levers;
    }

    private void receiver() {
        Line line = pair.inlet().line();
        if (line != null) {
            daily(Dimension.CAPACITY, pair.inletPath() + ".capacity", line);
            double mostADay = line.parallel() * PriceLevers.most(line.capacityTonnesPerDay());
            store(line.storeGrams(), mostADay * Horizon.DAYS_PER_YEAR);
        } else {
            Need need = pair.need();
            double atOnce = pair.unmatchedTonnesPerYear() * Horizon.DAYS_PER_YEAR / PLENTY;
            levers.add(yearly(
                    Dimension.NEED,
                    pair.inletPath() + ".mean",
                    PriceLevers.least(need.meanTonnesPerYear()),
                    pair.unmatchedTonnesPerYear(),
                    Math.max(pair.offeredTonnesPerYear(), atOnce)));
            double used =
                    PriceLevers.most(need.meanTonnesPerYear()) / pair.accepted().ratio();
            store(need.storeGrams(), used);
        }
    }

    /**
     * Only where room is said; otherwise it follows capacity or need.
     *
     * @param tonnesAYear what is used in a year: to store more would only move the heap
     */
    private void store(long grams, double tonnesAYear) {
        if (grams > 0) {
            tonnes(Dimension.ROOM, pair.inletPath() + ".store", grams, tonnesAYear);
        }
    }

    private void donor() {
        for (Store store : pair.donor().stores()) {
            if (store.material().equals(pair.material().id())) {
                String path = "actors." + pair.donor().id() + ".stores." + store.material();
                tonnes(Dimension.DONOR_STORE, path + ".capacity", store.capacityGrams(), pair.offeredTonnesPerYear());
                if (store.keepsMillis() < Horizon.FOREVER_MILLIS) {
                    double days = store.keepsMillis() / (double) Horizon.DAY_MILLIS;
                    add(Dimension.KEEPING, path + ".keeps", new Scale(days, days + LONGEST_DAYS, days / 4, true, "d"));
                }
            }
        }
    }

    private void yearly(Dimension dimension, String path, double now) {
        levers.add(yearly(dimension, path, now, pair.unmatchedTonnesPerYear(), pair.offeredTonnesPerYear()));
    }

    private static Lever yearly(Dimension dimension, String path, double now, double more, double all) {
        double step = Math.max(more, now / FIRST_STEPS);
        double furthest = now + PLENTY * Math.max(all, now);
        boolean isLarge = now + step >= KILOTONNES_FROM;
        double factor = isLarge ? 1000 : 1;
        Scale scale = new Scale(now / factor, furthest / factor, step / factor, true, isLarge ? "kt/yr" : "t/yr");
        return Lever.ofNumbers(dimension, path, scale);
    }

    /** Up to where all could be taken in a day, since lots may be as large as that. */
    private void daily(Dimension dimension, String path, Line line) {
        double now = PriceLevers.least(line.capacityTonnesPerDay());
        double more = Math.max(pair.unmatchedTonnesPerYear(), 1) / Horizon.DAYS_PER_YEAR / line.parallel();
        double furthest = PLENTY * Math.max(pair.offeredTonnesPerYear() / Horizon.DAYS_PER_YEAR, now);
        furthest = now + Math.max(furthest, pair.unmatchedTonnesPerYear());
        add(dimension, path, new Scale(now, furthest, more, true, "t/d"));
    }

    private void tonnes(Dimension dimension, String path, long grams, double most) {
        double now = grams / GRAMS_PER_TONNE;
        if (now < most) {
            boolean isLarge = most >= KILOTONNES_FROM;
            double factor = isLarge ? 1000 : 1;
            double step = Math.max(now / 4, 1);
            add(dimension, path, new Scale(now / factor, most / factor, step / factor, true, isLarge ? "kt" : "t"));
        }
    }

    private void add(Dimension dimension, String path, Scale scale) {
        levers.add(Lever.ofNumbers(dimension, path, scale));
    }
}
