package org.circlab.experiment.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.circlab.experiment.study.Answer;
import org.circlab.experiment.study.Shipment;
import org.circlab.experiment.study.StudyException;
import org.circlab.experiment.study.Task;
import org.circlab.experiment.study.Workplace;
import org.circlab.score.Sense;

/** Variants of a scenario in a race: what each changes of one indicator against its business as usual, so that less is better. */
public final class VariantField implements Race.Field {

    private final Shipment shipment;
    private final List<String> variants;
    private final Sense sense;
    private final Workplace workplace;
    private final IntConsumer progress;
    private int done;

    /**
     * A field.
     *
     * @param shipment with the one indicator that they are ranked by
     * @param variants ids of the candidates
     * @param sense of the indicator; not {@link Sense#NEITHER}
     * @param progress hears how many runs have ended, rising by 1 from 1
     */
    public VariantField(
            Shipment shipment, List<String> variants, Sense sense, Workplace workplace, IntConsumer progress) {
        if (sense == Sense.NEITHER || shipment.indicators().size() != 1) {
            throw new IllegalArgumentException("variants are ranked by " + shipment.indicators()
                    + "; it must be one indicator that is better on one side");
        }
        this.shipment = shipment;
        this.variants = List.copyOf(variants);
        this.sense = sense;
        this.workplace = workplace;
        this.progress = progress;
    }

    /**
     * The same number as a race sees it, or the other way round: less is better.
     *
     * @param value in the indicator's unit
     */
    public static double ranked(Sense sense, double value) {
        return sense == Sense.HIGHER_IS_BETTER ? -value : value;
    }

    /**
     * Runs them.
     *
     * @throws StudyException if a variant cannot be run, or its indicator does not apply
     */
    @Override
    public List<double[]> values(List<Integer> candidates, int first, int last) {
        List<double[]> values = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        for (int candidate : candidates) {
            values.add(new double[last - first + 1]);
            for (int k = first; k <= last; k++) {
                tasks.add(new Task(1, List.of(), variants.get(candidate), k));
            }
        }
        workplace.run(shipment, tasks.iterator(), (task, answer) -> {
            int place = candidates.indexOf(variants.indexOf(task.variant()));
            values.get(place)[task.replication() - first] = ranked(sense, change(task, answer));
            progress.accept(++done);
        });
        return values;
    }

    private double change(Task task, Answer answer) {
        String where = "variant '" + task.variant() + "', replication " + task.replication() + ": ";
        if (answer instanceof Answer.Refused refused) {
            throw new StudyException(where + String.join("; ", refused.findings()));
        }
        Answer.Values values = (Answer.Values) answer;
        double change = values.variant().get(0) - values.baseline().get(0);
        if (!Double.isFinite(change)) {
            throw new StudyException(where + "'" + shipment.indicators().get(0)
                    + "' does not apply, so variants cannot be ranked by it");
        }
        return change;
    }
}
