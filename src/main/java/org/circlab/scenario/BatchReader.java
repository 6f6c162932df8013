package org.circlab.scenario;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.circlab.model.Arising;
import org.circlab.model.Horizon;

/** Recorded batches, each a text with its time and mass, such as {@code 2025-01-03T08:30 12.5 t}. */
final class BatchReader {

    private static final String EXAMPLE = "batches: deliveries.csv, or batches: [\"2025-01-03T08:30 12.5 t\"]";
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-");
    private static final int MOST_BATCHES = 2_000_000;
    private static final int MOST_MISTAKES = 100;

    private final Horizon horizon;

    BatchReader(Horizon horizon) {
        this.horizon = horizon;
    }

    /** A batch by the calendar. */
    private record Dated(LocalDateTime time, long grams) {}

    /**
     * The batches of a stream in the order of their times, those of one time as they are listed. With {@code repeat: yes} the
     * calendar years from that of the first to that of the last are repeated as a whole over all of the run, its warm-up included;
     * a batch of 29 February then falls on the 28th in other years.
     */
    List<Arising.Batch> batches(Fields stream) {
        List<Dated> dated = new ArrayList<>();
        int mistakes = 0;
        List<Tree> items = stream.items("batches", EXAMPLE);
        for (Tree item : items) {
            Optional<Dated> batch = dated(item, stream);
            batch.ifPresent(dated::add);
            mistakes += batch.isEmpty() ? 1 : 0;
            if (mistakes > MOST_MISTAKES) {
                break;
            }
        }
        if (items.isEmpty() && isSound(stream)) {
            stream.report(
                    FindingCode.BAD_BATCHES, stream.spot("batches"), "No batch is listed.", "Write " + EXAMPLE + ".");
        }
        boolean repeats = stream.flag("repeat", false);
        if (dated.isEmpty() || !isSound(stream) || !stream.scope().findings().sound("horizon")) {
            return List.of();
        }
        dated.sort(Comparator.comparing(Dated::time));
        List<Arising.Batch> batches = (repeats ? repeated(dated, stream) : dated)
                .stream()
                        .map(each -> new Arising.Batch(millis(each.time()), each.grams()))
                        .toList();
        if (!repeats) {
            warnOfOthers(batches, stream);
        }
        return batches;
    }

    private static boolean isSound(Fields stream) {
        return stream.scope().findings().sound(stream.spot("batches").path());
    }

    private Optional<Dated> dated(Tree item, Fields stream) {
        Spot spot = new Spot(item.mark(), stream.spot("batches").path());
        String text = item instanceof Tree.Text written ? written.value().strip() : "";
        String[] parts = text.split("\\s+", 2);
        Optional<LocalDateTime> time = parts.length == 2 ? time(parts[0]) : Optional.empty();
        if (time.isEmpty()) {
            stream.report(
                    FindingCode.BAD_BATCHES,
                    spot,
                    (text.isEmpty() ? "This" : "'" + text + "'") + " is no batch: its time cannot be read.",
                    "Write date, or date and time, and mass like '2025-01-03 12.5 t' or '2025-01-03T08:30 630 kg'.");
            return Optional.empty();
        }
        Tree mass = new Tree.Text(item.mark(), parts[1]);
        return stream.scope().figures().weighed(mass, spot, Range.POSITIVE).map(grams -> new Dated(time.get(), grams));
    }

    private static Optional<LocalDateTime> time(String text) {
        if (!FOUR_DIGIT_YEAR.matcher(text).lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay()
                            : LocalDateTime.parse(text).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private long millis(LocalDateTime time) {
        return horizon.millisAt(time.toLocalDate()) + time.toLocalTime().toNanoOfDay() / 1_000_000;
    }

    private List<Dated> repeated(List<Dated> dated, Fields stream) {
        int first = dated.get(0).time().getYear();
        int years = dated.get(dated.size() - 1).time().getYear() - first + 1;
        int from = Math.floorDiv(horizon.warmUpStart().getYear() - first, years);
        int to = Math.floorDiv(horizon.end().getYear() - first, years);
        if ((double) dated.size() * (to - from + 1) > MOST_BATCHES) {
            stream.report(
                    FindingCode.OUT_OF_RANGE,
                    stream.spot("repeat"),
                    "Repeated over the run, the record has more than " + MOST_BATCHES + " batches.",
                    "Join small batches, or shorten the horizon.");
            return List.of();
        }
        List<Dated> all = new ArrayList<>();
        for (int cycle = from; cycle <= to; cycle++) {
            for (Dated each : dated) {
                LocalDateTime time = each.time().plusYears((long) cycle * years);
                LocalDate date = time.toLocalDate();
                if (!date.isBefore(horizon.warmUpStart()) && date.isBefore(horizon.end())) {
                    all.add(new Dated(time, each.grams()));
                }
            }
        }
        all.sort(Comparator.comparing(Dated::time));
        return all;
    }

    private void warnOfOthers(List<Arising.Batch> batches, Fields stream) {
        long begin = horizon.millisAt(horizon.warmUpStart());
        long outside = batches.stream()
                .filter(batch -> batch.timeMillis() < begin || batch.timeMillis() >= horizon.lengthMillis())
                .count();
        if (outside > 0) {
            stream.report(
                    FindingCode.BATCHES_OUTSIDE,
                    stream.spot("batches"),
                    outside + " of " + batches.size() + " batches lie outside of the run, which goes from "
                            + horizon.warmUpStart() + " to " + horizon.end().minusDays(1) + ", and are left out.",
                    "Maybe 'repeat: yes', which repeats the years of the record over the run, or another horizon?");
        }
    }
}
