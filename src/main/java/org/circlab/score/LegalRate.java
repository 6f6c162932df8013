package org.circlab.score;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.circlab.ledger.Flow;
import org.circlab.ledger.Year;
import org.circlab.model.Operation.Treatment;

/**
 * Which waste a rate of the law is about and which treatment counts. Only what comes as it arose counts, not what has been in a
 * line.
 *
 * @param stream whether a material belongs to it
 * @param counts whether what is received for a treatment counts
 */
record LegalRate(BiPredicate<Codes, Integer> stream, Predicate<Treatment> counts) {

    /** The waste that arises. */
    Amount arising() {
        return Amount.mass("arising of the stream", (window, tally) -> {
            Codes codes = Codes.of(window);
            window.accounts().arisings().stream()
                    .filter(arisen -> stream.test(codes, arisen.material()))
                    .forEach(arisen -> Amount.addArisen(tally, arisen, (double) arisen.grams()));
        });
    }

    /** What of it is received for treatment that counts. */
    Amount received() {
        return of("received of it", counts);
    }

    /** What of it is sorted or stored first. */
    Amount sorted() {
        return of("sorted of it", LegalRate::isSorting);
    }

    private Amount of(String name, Predicate<Treatment> treatment) {
        return Amount.mass(name, (window, tally) -> {
            Codes codes = Codes.of(window);
            for (Flow flow : window.accounts().flows()) {
                boolean first = Window.isRouted(flow) && flow.route().origin() == null;
                if (first
                        && treatment.test(Window.treatment(flow))
                        && stream.test(codes, flow.route().material())) {
                    Amount.addFlow(tally, flow, (double) flow.grams());
                }
            }
        });
    }

    /** What arises of it in a year, in grams. */
    long arisenGrams(Codes codes, Year year) {
        return year.arisings().stream()
                .filter(arisen -> stream.test(codes, arisen.material()))
                .mapToLong(Year.Arisen::grams)
                .sum();
    }

    /** What of it is received in a year for treatment that counts, in grams. */
    long receivedGrams(Codes codes, Year year) {
        return moved(codes, year, counts);
    }

    /** Whether some of it is sorted or stored first in any of the years, so that what comes out no longer tells its stream. */
    boolean isSorted(Codes codes, List<Year> years) {
        return years.stream().anyMatch(year -> moved(codes, year, LegalRate::isSorting) > 0);
    }

    private long moved(Codes codes, Year year, Predicate<Treatment> treatment) {
        return year.moves().stream()
                .filter(move -> Window.isRouted(move.channel()) && move.origin() == null)
                .filter(move -> treatment.test(Window.treatment(move.operation())))
                .filter(move -> stream.test(codes, move.material()))
                .mapToLong(Year.Move::grams)
                .sum();
    }

    private static boolean isSorting(Treatment treatment) {
        return treatment == Treatment.PREPARATION;
    }
}
