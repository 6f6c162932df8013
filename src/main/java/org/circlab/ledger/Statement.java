package org.circlab.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.circlab.model.Grade;

/** States closed books: the tables that were added up while they were kept, as lists in an order that does not depend on chance. */
final class Statement {

    private static final PaymentKind[] PAYMENT_KINDS = PaymentKind.values();
    private static final Grade[] GRADES = Grade.values();
    private static final EmissionKind[] EMISSIONS = EmissionKind.values();

    private Statement() {}

    /** What the flows cost must be what was paid for flows: the same money seen from two sides. */
    static void requireCrossFooting(Accounts accounts) {
        for (PaymentKind kind : PAYMENT_KINDS) {
            if (!kind.followsFlow()) {
                continue;
            }
            long byFlow = 0;
            for (Flow flow : accounts.flows()) {
                byFlow += flow.cost(kind);
            }
            long byPayment = 0;
            for (Accounts.Payment payment : accounts.payments()) {
                byPayment += payment.kind() == kind ? payment.micros() : 0;
            }
            if (byFlow != byPayment) {
                throw new BooksException("the books of money do not close: " + kind.word() + " adds up to " + byFlow
                        + " micro-euros over flows, to " + byPayment + " over payments");
            }
        }
    }

    /** By payer, payee and kind; what came to nothing is left out. */
    static List<Accounts.Payment> payments(AccountTable payments) {
        List<Accounts.Payment> list = new ArrayList<>();
        for (int i = 0; i < payments.size(); i++) {
            if (payments.value(i, 0) != 0) {
                list.add(new Accounts.Payment(
                        payments.first(i), payments.second(i), PAYMENT_KINDS[payments.third(i)], payments.value(i, 0)));
            }
        }
        list.sort(Comparator.comparingInt(Accounts.Payment::payer)
                .thenComparingInt(Accounts.Payment::payee)
                .thenComparing(Accounts.Payment::kind));
        return list;
    }

    /** By actor and kind; what came to nothing is left out. */
    static List<Accounts.Emission> emissions(long[] emissions) {
        List<Accounts.Emission> list = new ArrayList<>();
        for (int i = 0; i < emissions.length; i++) {
            if (emissions[i] != 0) {
                list.add(new Accounts.Emission(i / EMISSIONS.length, EMISSIONS[i % EMISSIONS.length], emissions[i]));
            }
        }
        return list;
    }

    /** By party, material and place, before and after; where there was never anything is left out. */
    static List<Accounts.Stock> stocks(Chart chart, Holdings opened, Holdings held) {
        List<Accounts.Stock> list = new ArrayList<>();
        for (int party = 0; party < chart.parties().size(); party++) {
            for (int material = 0; material < chart.materials().size(); material++) {
                for (StockPlace place : StockPlace.values()) {
                    long before = opened.at(party, material, place);
                    long after = held.at(party, material, place);
                    if (before != 0 || after != 0) {
                        list.add(new Accounts.Stock(party, material, place, before, after));
                    }
                }
            }
        }
        return list;
    }

    /** By actor, material and grade. */
    static List<Accounts.Arisen> arisings(AccountTable arisings) {
        List<Accounts.Arisen> list = new ArrayList<>();
        for (int i = 0; i < arisings.size(); i++) {
            list.add(new Accounts.Arisen(
                    arisings.first(i),
                    arisings.second(i),
                    GRADES[arisings.third(i)],
                    arisings.value(i, 0),
                    arisings.value(i, 1)));
        }
        list.sort(Comparator.comparingInt(Accounts.Arisen::actor)
                .thenComparingInt(Accounts.Arisen::material)
                .thenComparing(Accounts.Arisen::grade));
        return list;
    }

    /** By actor and need. */
    static List<Accounts.Consumption> consumptions(AccountTable needs) {
        List<Accounts.Consumption> list = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            list.add(new Accounts.Consumption(
                    needs.first(i), needs.second(i), needs.value(i, 0), needs.value(i, 1), needs.value(i, 2)));
        }
        list.sort(Comparator.comparingInt(Accounts.Consumption::actor).thenComparingInt(Accounts.Consumption::need));
        return list;
    }
}
