package org.circlab.ledger;

import java.util.List;
import org.circlab.model.Grade;

/**
 * The closed accounts of one replication over the window of the results.
 *
 * @param chart names behind the indices
 * @param flows by route, in the order of {@link Flow.Route#ORDER}
 * @param payments by payer, payee and kind, in that order
 * @param emissions by actor and kind, in that order
 * @param stocks by actor, material and place, in that order, where there is any at the opening or the closing
 * @param arisings what was generated, by actor and material, in that order
 * @param consumptions what needs took of secondary material, by actor and need
 * @param contents what became of substances, by substance and kind; empty where no composition is known
 * @param carried what flows contained, by route and substance
 * @param years what arose and moved in each calendar year in which anything did
 * @param roundings how often amounts were rounded to whole grams, micro-euros and milligrams
 */
public record Accounts(
        Chart chart,
        List<Flow> flows,
        List<Payment> payments,
        List<Emission> emissions,
        List<Stock> stocks,
        List<Arisen> arisings,
        List<Consumption> consumptions,
        List<Content> contents,
        List<Carried> carried,
        List<Year> years,
        Roundings roundings) {

    /** Accounts without substances, years and roundings. */
    public Accounts(
            Chart chart,
            List<Flow> flows,
            List<Payment> payments,
            List<Emission> emissions,
            List<Stock> stocks,
            List<Arisen> arisings,
            List<Consumption> consumptions) {
        this(
                chart,
                flows,
                payments,
                emissions,
                stocks,
                arisings,
                consumptions,
                List.of(),
                List.of(),
                List.of(),
                Roundings.NONE);
    }

    /** The same accounts with those of substances. */
    public Accounts with(List<Content> newContents, List<Carried> newCarried) {
        return with(newContents, newCarried, years, roundings);
    }

    /** The same accounts with those of calendar years. */
    public Accounts with(List<Year> newYears) {
        return with(contents, carried, newYears, roundings);
    }

    /** The same accounts with the count of roundings. */
    Accounts with(Roundings newRoundings) {
        return with(contents, carried, years, newRoundings);
    }

    private Accounts with(
            List<Content> newContents, List<Carried> newCarried, List<Year> newYears, Roundings newRoundings) {
        return new Accounts(
                chart,
                flows,
                payments,
                emissions,
                stocks,
                arisings,
                consumptions,
                newContents,
                newCarried,
                newYears,
                newRoundings);
    }

    /**
     * How often amounts were rounded to whole units, so that who compares them with exact ones knows how far they may be off.
     *
     * @param entries times at which something moved, was made or used up, or was paid for without that; each rounds what goes with it
     * @param services times at which lines of a party used something up, by party; empty where nobody counted
     */
    public record Roundings(long entries, List<Long> services) {

        /** None at all. */
        public static final Roundings NONE = new Roundings(0, List.of());

        public Roundings {
            services = List.copyOf(services);
        }
    }

    /**
     * What became of a substance in one way.
     *
     * @param grams above 0; megajoules of the heating value
     */
    public record Content(String substance, SubstanceKind kind, double grams) {}

    /**
     * What flows of one route contained of a substance.
     *
     * @param grams above 0; megajoules of the heating value
     */
    public record Carried(Flow.Route route, String substance, double grams) {}

    /**
     * Payments of one kind from one party to another.
     *
     * @param micros micro-euros; negative where the payee paid
     */
    public record Payment(int payer, int payee, PaymentKind kind, long micros) {}

    /**
     * Emissions of one kind at one actor.
     *
     * @param milligrams milligrams of CO2e; negative where avoided
     */
    public record Emission(int actor, EmissionKind kind, long milligrams) {}

    /**
     * Material at one kind of place of one party.
     *
     * @param openingGrams at the start of the window
     * @param closingGrams at its end
     */
    public record Stock(int party, int material, StockPlace place, long openingGrams, long closingGrams) {}

    /**
     * Waste that arose.
     *
     * @param grade of the figure it was drawn from
     * @param withheldGrams what would have arisen but for a full store; not in {@code grams}
     */
    public record Arisen(int actor, int material, Grade grade, long grams, long withheldGrams) {}

    /**
     * How a need was met.
     *
     * @param need index of its virgin material
     * @param secondaryGrams secondary material used
     * @param displacedGrams virgin material it took the place of
     * @param virginGrams virgin material bought
     */
    public record Consumption(int actor, int need, long secondaryGrams, long displacedGrams, long virginGrams) {}

    public Accounts {
        flows = List.copyOf(flows);
        payments = List.copyOf(payments);
        emissions = List.copyOf(emissions);
        stocks = List.copyOf(stocks);
        arisings = List.copyOf(arisings);
        consumptions = List.copyOf(consumptions);
        contents = List.copyOf(contents);
        carried = List.copyOf(carried);
        years = List.copyOf(years);
    }
}
