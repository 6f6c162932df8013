package org.circlab.score;

import java.util.List;
import org.circlab.ledger.Flow;
import org.circlab.model.Operation;
import org.circlab.model.Operation.Treatment;

/** What is done with the waste, by group of operation, and how much of it escapes disposal. */
final class Treatments {

    private static final String GROUP = "treatment";
    private static final String DIRECTIVE = "Directive 2008/98/EC, annexes I and II";
    private static final String EVERY_RECEIPT =
            " Every receipt by a line, a need or a disposal site counts, an actor's own"
                    + " included: material that passes through several operations is counted at each of them.";

    private static final Amount ARISING = Amount.arising("waste arising", arisen -> true);

    /** What is disposed of, each tonne once. */
    static final Amount OF_DISPOSAL =
            Amount.flows("disposed of", flow -> Window.isDisposal(flow) && !cameFromDisposal(flow));

    private static final Measure DISPOSED = new Measure(
            "disposed",
            "Disposed of",
            "t/yr",
            Sense.LOWER_IS_BETTER,
            GROUP,
            "received under a D operation (a disposal route outside the lab that names none included), but not what comes"
                    + " out of a line that works under a D operation, so that pre-treated waste and incineration ash are"
                    + " not counted twice. Stocks still waiting, losses to air and water of recovery lines"
                    + " and backfilling are not disposal.",
            DIRECTIVE);

    private static final Measure DIVERSION = new Measure(
            "diversion-rate",
            "Diversion from disposal",
            "%",
            Sense.HIGHER_IS_BETTER,
            GROUP,
            "1 - disposed / arising, both over the same window. Backfilling, energy recovery and stock build-up count as diverted;"
                    + " waste from an opening stock, or material that recipes add, can make it negative. Does not apply where"
                    + " nothing arises. Diversion against business as usual is the difference of this rate.",
            "variant of the program; disposal as in " + DIRECTIVE);

    static final List<Indicator> ALL = List.of(
            received(
                    Treatment.RECYCLING,
                    "Received for recycling",
                    Sense.HIGHER_IS_BETTER,
                    "R2 to R11; no legal recycling rate, which counts by stream and point of measurement."),
            received(
                    Treatment.PREPARATION,
                    "Received for sorting or storage before recovery",
                    Sense.NEITHER,
                    "R12 and R13, which precede another operation."),
            received(Treatment.ENERGY_RECOVERY, "Received for energy recovery", Sense.NEITHER, "R1."),
            received(
                    Treatment.BACKFILLING,
                    "Received for backfilling",
                    Sense.NEITHER,
                    "the filling of excavations; recovery but never recycling (Decision 2011/753/EU)."),
            received(Treatment.LANDFILL, "Received for landfill", Sense.LOWER_IS_BETTER, "D1, D5 and D12."),
            received(
                    Treatment.INCINERATION,
                    "Received for incineration",
                    Sense.LOWER_IS_BETTER,
                    "D10 and D11, without energy recovery."),
            received(
                    Treatment.OTHER_DISPOSAL,
                    "Received for other disposal",
                    Sense.LOWER_IS_BETTER,
                    "the remaining D operations, and by disposal routes that name no operation."),
            new Indicator(DISPOSED, OF_DISPOSAL),
            new Indicator(
                    DIVERSION,
                    Reckoning.Ratio.percent(ARISING.minus("waste arising minus disposed of", OF_DISPOSAL), ARISING)));

    private Treatments() {}

    private static Indicator received(Treatment treatment, String title, Sense sense, String operations) {
        Measure measure = new Measure(
                treatment.word(), title, "t/yr", sense, GROUP, "received for " + operations + EVERY_RECEIPT, DIRECTIVE);
        return new Indicator(measure, Amount.flows("received", flow -> Window.isFor(flow, treatment)));
    }

    /** Whether material came out of a line under a D operation, and so has been counted when it went in. */
    private static boolean cameFromDisposal(Flow flow) {
        Operation origin = flow.route().origin();
        return origin != null && origin.treatment().isDisposal();
    }
}
