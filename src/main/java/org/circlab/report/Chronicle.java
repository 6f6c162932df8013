package org.circlab.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.circlab.ledger.Chart;
import org.circlab.ledger.Flow;
import org.circlab.ledger.Holdings;
import org.circlab.ledger.MonthEnd;
import org.circlab.ledger.MonthSink;
import org.circlab.ledger.StockPlace;
import org.circlab.model.Actor;
import org.circlab.model.Horizon;
import org.circlab.model.Lab;
import org.circlab.model.Operation;
import org.circlab.model.Store;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a lab month by month in each replication, and what moved year by year over all of them. It takes a place for
 * each month, whatever happens in it; so memory does not grow with the number of events.
 *
 * <p>Replications may be taken by several threads at once, in any order: what they add up to is the same.
 */
public final class Chronicle {

    private static final int ARISEN = 0;
    private static final int EXCHANGED = 1;
    private static final int EMITTED = 2;
    private static final int MOVED = 3;
    private static final int STORES = 4;
    private static final int MOST_STORES = 8;

    /**
     * Room for a material at an actor.
     *
     * @param actor index in the chart
     * @param material index in the chart
     * @param capacityGrams the most it holds, at any time
     */
    public record Room(int actor, int material, long capacityGrams) {}

    /**
     * Between whom something moves.
     *
     * @param from index of the sending party
     * @param to index of the receiving party
     * @param material index of the material
     * @param operation what is done with it there; null where none applies
     */
    public record Way(
            int from, int to, int material, @Nullable Operation operation) {

        private static final Comparator<Way> ORDER = Comparator.comparingInt(Way::from)
                .thenComparingInt(Way::to)
                .thenComparingInt(Way::material)
                .thenComparingInt(way -> way.operation == null ? -1 : way.operation.ordinal());
    }

    /**
     * What moved on a way.
     *
     * @param gramsBySpan over all replications, for each of the spans of years
     */
    public record Moved(Way way, List<Long> gramsBySpan) {
        public Moved {
            gramsBySpan = List.copyOf(gramsBySpan);
        }
    }

    private final Chart chart;
    private final List<YearMonth> months;
    private final List<Integer> years;
    /** The span of each calendar year, by their numbers from 0. */
    private final int[] spanOfYear;

    private final List<List<Integer>> spans;
    private final List<Room> rooms;
    private final Horizon horizon;
    private final ConcurrentSkipListMap<Integer, long[][]> values = new ConcurrentSkipListMap<>();
    private final TreeMap<Way, long[]> moved = new TreeMap<>(Way.ORDER);

    /**
     * Nothing yet.
     *
     * @param lab that will run
     * @param chart of its accounts
     */
    public Chronicle(Lab lab, Chart chart) {
        this.chart = chart;
        this.horizon = lab.horizon();
        YearMonth first = YearMonth.from(horizon.start());
        YearMonth last = YearMonth.from(horizon.end().minusDays(1));
        List<YearMonth> all = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            all.add(month);
        }
        this.months = List.copyOf(all);
        this.years =
                IntStream.rangeClosed(first.getYear(), last.getYear()).boxed().toList();
        List<List<Integer>> parts = Periods.spans(years);
        this.spans = parts.isEmpty() ? List.of(years) : parts;
        this.spanOfYear = new int[years.size()];
        for (int span = 0; span < spans.size(); span++) {
            for (int year : spans.get(span)) {
                spanOfYear[year - first.getYear()] = span;
            }
        }
        this.rooms = rooms(lab, chart);
    }

    /** The rooms of a lab; of very many, the largest. */
    private static List<Room> rooms(Lab lab, Chart chart) {
        List<Room> rooms = new ArrayList<>();
        for (Actor actor : lab.actors()) {
            for (Store store : actor.stores()) {
                int party = chart.parties().indexOf(actor.id());
                int material = chart.materials().indexOf(store.material());
                if (party >= 0 && material >= 0) {
                    rooms.add(new Room(party, material, store.capacityGrams()));
                }
            }
        }
        Comparator<Room> order = Comparator.comparingInt(Room::actor).thenComparingInt(Room::material);
        return rooms.stream()
                .sorted(Comparator.comparingLong((Room room) -> -room.capacityGrams())
                        .thenComparing(order))
                .limit(MOST_STORES)
                .sorted(order)
                .toList();
    }

    /** Takes the months of one replication, numbered from 1, from a single thread. */
    public MonthSink of(int replication) {
        long[][] mine = new long[STORES + rooms.size()][months.size()];
        values.put(replication, mine);
        long[] arisenBefore = new long[1];
        return end -> {
            int month = (int) YearMonth.from(horizon.start()).until(end.month(), ChronoUnit.MONTHS);
            mine[ARISEN][month] = end.arisenGrams() - arisenBefore[0];
            arisenBefore[0] = end.arisenGrams();
            mine[EXCHANGED][month] = end.flows().stream()
                    .filter(flow -> flow.route().isSynergy())
                    .mapToLong(Flow::grams)
                    .sum();
            mine[EMITTED][month] = end.emittedMilligrams();
            mine[MOVED][month] = end.flows().stream().mapToLong(Flow::grams).sum();
            for (int i = 0; i < rooms.size(); i++) {
                mine[STORES + i][month] = stored(end.held(), rooms.get(i));
            }
            move(end);
        };
    }

    private static long stored(Holdings held, Room room) {
        return held.at(room.actor(), room.material(), StockPlace.STORE)
                + held.at(room.actor(), room.material(), StockPlace.INLET);
    }

    private synchronized void move(MonthEnd end) {
        int span = spanOfYear[end.month().getYear() - years.get(0)];
        for (Flow flow : end.flows()) {
            Flow.Route route = flow.route();
            Way way = new Way(route.from(), route.to(), route.material(), route.operation());
            long[] sums = moved.computeIfAbsent(way, any -> new long[spans.size()]);
            sums[span] = Math.addExact(sums[span], flow.grams());
        }
    }

    /** Names behind the indices. */
    public Chart chart() {
        return chart;
    }

    /** The months of the window, the first and the last of which may be covered in part. */
    public List<YearMonth> months() {
        return months;
    }

    /** The calendar years of the window, in order. */
    public List<Integer> years() {
        return years;
    }

    /** How much of a calendar year is in the window, in years of 365.25 days. */
    public double lengthOf(int year) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate to = from.plusYears(1);
        long begin = Math.max(0, horizon.millisAt(from));
        long end = Math.min(horizon.lengthMillis(), horizon.millisAt(to));
        return (end - begin) / Horizon.YEAR_MILLIS;
    }

    /** What is stored where, by actor and material. */
    public List<Room> rooms() {
        return rooms;
    }

    /** The index of the room for the same material at the same actor as a room of another lab; it may be of another size. */
    public OptionalInt roomLike(Chronicle other, Room room) {
        return IntStream.range(0, rooms.size())
                .filter(i -> place(rooms.get(i)).equals(other.place(room)))
                .findFirst();
    }

    /** The ids of actor and material, which mean the same in every lab; indices do not. */
    private List<String> place(Room room) {
        return List.of(chart.parties().get(room.actor()), chart.materials().get(room.material()));
    }

    /** Grams that arise in each month. */
    public Course arisen() {
        return course(ARISEN);
    }

    /** Grams that one actor hands to the use of another in each month. */
    public Course exchanged() {
        return course(EXCHANGED);
    }

    /** Grams that anybody receives in each month, from the lab or from outside. */
    Course received() {
        return course(MOVED);
    }

    /** Milligrams of CO2e emitted by the end of each month since the window opened, what is avoided taken off. */
    public Course emitted() {
        return course(EMITTED);
    }

    /** Grams in a room at the end of each month, by its index in {@link #rooms}. */
    public Course stored(int room) {
        return course(STORES + room);
    }

    private Course course(int series) {
        return new Course(
                values.values().stream().map(replication -> replication[series]).toArray(long[][]::new));
    }

    /** What moved on each way, in a defined order; to be asked when all replications have ended. */
    public synchronized List<Moved> moved() {
        return moved.entrySet().stream()
                .map(entry -> new Moved(
                        entry.getKey(), Arrays.stream(entry.getValue()).boxed().toList()))
                .toList();
    }
}
