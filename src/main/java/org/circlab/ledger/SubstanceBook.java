package org.circlab.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The books of substances of one run: as real numbers of grams, which close to a part in a thousand million. Of the heating
 * value, gigajoules for each million grams are kept in the same way.
 */
public final class SubstanceBook {

    private static final double TOLERANCE = 1e-9;

    private final List<String> names;
    private final double[][] totals;
    private double[][] carried = new double[0][];

    /** Empty books of the named substances. */
    public SubstanceBook(List<String> names) {
        this.names = List.copyOf(names);
        this.totals = new double[SubstanceKind.values().length][names.size()];
    }

    /** Books an amount of a substance by its index. */
    public void add(SubstanceKind kind, int substance, double grams) {
        totals[kind.ordinal()][substance] += grams;
    }

    /** Books what a consignment contains that arrives by a flow of the ledger. */
    public void carried(int flow, int substance, double grams) {
        if (flow >= carried.length) {
            carried = Arrays.copyOf(carried, Math.max(flow + 1, 2 * carried.length));
        }
        if (carried[flow] == null) {
            carried[flow] = new double[names.size()];
        }
        carried[flow][substance] += grams;
    }

    /** The window opens: all but what is held now starts again from nothing. */
    public void openWindow(double[] held) {
        Arrays.stream(totals).forEach(total -> Arrays.fill(total, 0));
        carried = new double[0][];
        totals[SubstanceKind.OPENING.ordinal()] = held.clone();
    }

    /**
     * Closes the books at the end of the window.
     *
     * @param held what is physically there, counted independently of the books
     * @throws BooksException if a substance does not close
     */
    public List<Accounts.Content> close(double[] held) {
        totals[SubstanceKind.CLOSING.ordinal()] = held.clone();
        List<Accounts.Content> contents = new ArrayList<>();
        for (int substance = 0; substance < names.size(); substance++) {
            requireClosed(substance);
            for (SubstanceKind kind : SubstanceKind.values()) {
                double grams = totals[kind.ordinal()][substance];
                if (grams != 0) {
                    contents.add(new Accounts.Content(names.get(substance), kind, grams));
                }
            }
        }
        return contents;
    }

    /** What the flows of the ledger have carried, in the order of routes. */
    public List<Accounts.Carried> carried(Ledger ledger) {
        List<Accounts.Carried> list = new ArrayList<>();
        for (int flow = 0; flow < carried.length; flow++) {
            for (int substance = 0; carried[flow] != null && substance < names.size(); substance++) {
                if (carried[flow][substance] != 0) {
                    list.add(new Accounts.Carried(ledger.route(flow), names.get(substance), carried[flow][substance]));
                }
            }
        }
        list.sort(Comparator.comparing(Accounts.Carried::route, Flow.Route.ORDER));
        return list;
    }

    private void requireClosed(int substance) {
        double balance = 0;
        double size = 0;
        for (SubstanceKind kind : SubstanceKind.values()) {
            double grams = totals[kind.ordinal()][substance];
            balance += kind.sign() * grams;
            size += Math.abs(grams);
        }
        if (!(Math.abs(balance) <= TOLERANCE * size)) {
            throw new BooksException("the books of the substance " + names.get(substance) + " do not close: " + balance
                    + " g of " + size + " g are missing");
        }
    }
}
