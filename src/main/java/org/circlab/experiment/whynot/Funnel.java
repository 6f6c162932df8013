package org.circlab.experiment.whynot;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * From all that was offered to all that was exchanged, and from all that was needed to all that was met.
 *
 * @param rows one for each outlet that offered or held something, and for each need, in their order
 */
public record Funnel(List<Row> rows) {

    /**
     * One outlet or need.
     *
     * @param subject which
     * @param sold whether what nobody in the lab takes is sold outside it, as opposed to disposed of
     * @param passage how far it came
     * @param unmatchedGrams what was stopped, and by how much what is stored and was offered in vain has grown meanwhile
     */
    public record Row(Subject subject, boolean sold, Passage passage, long unmatchedGrams) {}

    public Funnel {
        rows = List.copyOf(rows);
    }

    /** All of one side together. */
    public Passage total(Subject.Side side) {
        return rows.stream()
                .filter(row -> row.subject().side() == side)
                .map(Row::passage)
                .reduce(Passage.NONE, Passage::plus);
    }

    /** The sums of one side by actor, in the order of ids. */
    public SortedMap<String, Passage> byActor(Subject.Side side) {
        return by(side, Subject::actor);
    }

    /** The sums of one side by material, or by need, in the order of ids. */
    public SortedMap<String, Passage> byMaterial(Subject.Side side) {
        return by(side, Subject::material);
    }

    /** Grams of offers that were not taken and sold outside the lab, by actor, material or whatever else is asked of its subject. */
    public SortedMap<String, Long> soldGrams(Function<Subject, String> key) {
        SortedMap<String, Long> sums = new TreeMap<>();
        for (Row row : rows) {
            if (row.sold()) {
                sums.merge(key.apply(row.subject()), row.passage().stoppedGrams(), Long::sum);
            }
        }
        return sums;
    }

    private SortedMap<String, Passage> by(Subject.Side side, Function<Subject, String> key) {
        SortedMap<String, Passage> sums = new TreeMap<>();
        for (Row row : rows) {
            if (row.subject().side() == side) {
                sums.merge(key.apply(row.subject()), row.passage(), Passage::plus);
            }
        }
        return sums;
    }
}
