package org.circlab.simulation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.circlab.kernel.Kernel;
import org.circlab.model.Field;
import org.circlab.model.Horizon;
import org.circlab.model.Interventions.Quota;
import org.circlab.model.Part;
import org.jspecify.annotations.Nullable;

/**
 * What may still be sent to disposal in the calendar year, counted when it is sent off. Of a year that the run covers in part, a
 * quota allows that part of its tonnes; when it steps or an event changes it, that holds for the whole year from then on.
 */
final class Quotas {

    private final CompiledLab lab;
    private final Kernel kernel;
    private final List<Quota> quotas;
    private final Value[] tonnesPerYear;
    private final long[] usedGrams;
    private double partOfYear;
    private long untilMillis = Long.MIN_VALUE;
    private Runnable filled = () -> {};

    Quotas(CompiledLab lab, Kernel kernel, InForce inForce) {
        this.lab = lab;
        this.kernel = kernel;
        this.quotas = lab.lab().policy().interventions().quotas();
        this.usedGrams = new long[quotas.size()];
        this.tonnesPerYear = quotas.stream()
                .map(quota -> inForce.value(new Field(Field.Kind.QUOTA, Part.LAB, quota.id()), quota.tonnesPerYear()))
                .toArray(Value[]::new);
    }

    /** Has {@code heard} told whenever a quota has been used up. */
    void listen(Runnable heard) {
        filled = heard;
    }

    /** Whether nothing is capped. */
    boolean isEmpty() {
        return quotas.isEmpty();
    }

    /**
     * Grams that may go along an arc before the next of its quotas is used up, those aside that cannot take so much.
     *
     * @param least what has to go in one piece
     */
    long free(int arc, long least) {
        long free = Long.MAX_VALUE;
        for (int quota = 0; quota < usedGrams.length; quota++) {
            if (binds(quota, arc) && left(quota) >= least) {
                free = Math.min(free, left(quota));
            }
        }
        return free;
    }

    /** Euros a tonne that are paid for what goes along an arc beyond its quotas; infinite where one of them allows nothing. */
    double penaltyEurosPerTonne(int arc, long least) {
        double penalty = 0;
        for (int quota = 0; quota < usedGrams.length; quota++) {
            if (binds(quota, arc) && left(quota) < least) {
                Double own = quotas.get(quota).penaltyEurosPerTonne();
                penalty += own == null ? Double.POSITIVE_INFINITY : own;
            }
        }
        return penalty;
    }

    /** Counts what goes along an arc against the quotas that can take so much. */
    void take(int arc, long grams, long least) {
        boolean usedUp = false;
        for (int quota = 0; quota < usedGrams.length; quota++) {
            if (binds(quota, arc) && left(quota) >= least) {
                usedGrams[quota] += grams;
                usedUp |= left(quota) <= 0;
            }
        }
        if (usedUp) {
            filled.run();
        }
    }

    /** The id of a quota that is used up and allows nothing more along an arc, or null. */
    @Nullable
    String closing(int arc, long least) {
        for (int quota = 0; quota < usedGrams.length; quota++) {
            boolean isFull = binds(quota, arc) && left(quota) < least;
            if (isFull && quotas.get(quota).penaltyEurosPerTonne() == null) {
                return quotas.get(quota).id();
            }
        }
        return null;
    }

    private boolean binds(int quota, int arc) {
        return lab.reach().isCapped(quota, arc);
    }

    /** Grams that a quota still allows in this year; below 0 where it allowed more before. */
    private long left(int quota) {
        if (kernel.now() >= untilMillis) {
            turn();
        }
        return Math.round(tonnesPerYear[quota].now() * partOfYear * 1e6) - usedGrams[quota];
    }

    private void turn() {
        Horizon horizon = lab.lab().horizon();
        LocalDate today = horizon.dateAt(kernel.now());
        LocalDate next = LocalDate.of(today.getYear() + 1, 1, 1);
        LocalDate first =
                next.minusYears(1).isBefore(horizon.warmUpStart()) ? horizon.warmUpStart() : next.minusYears(1);
        LocalDate last = horizon.end().isBefore(next) ? horizon.end() : next;
        untilMillis = horizon.millisAt(next);
        partOfYear = (last.toEpochDay() - first.toEpochDay()) / (double) today.lengthOfYear();
        Arrays.fill(usedGrams, 0);
    }
}
