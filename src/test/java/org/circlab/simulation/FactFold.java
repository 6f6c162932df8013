package org.circlab.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.FactKind;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.ledger.StockPlace;

/**
 * A second set of books, kept from the facts alone by arithmetic of its own: text keys to whole numbers, where zeros are left
 * out.
 */
final class FactFold {

    final Map<String, Long> moved = new TreeMap<>();
    final Map<String, Long> paid = new TreeMap<>();
    final Map<String, Long> emitted = new TreeMap<>();
    final Map<String, Long> arisen = new TreeMap<>();
    final Map<String, Long> consumed = new TreeMap<>();
    /** Grams by party and material, what is on the road at its sender, from the beginning of the run. */
    final Map<String, Long> opening = new TreeMap<>();

    final Map<String, Long> closing = new TreeMap<>();
    /** Grams by material that entered less those that left, in the window. */
    final Map<String, Long> entered = new TreeMap<>();

    private final Run run;

    FactFold(Run run) {
        this.run = run;
        for (Run.Fact fact : run.facts()) {
            if (fact.inWindow()) {
                window(fact);
            } else {
                stock(opening, fact);
            }
            stock(closing, fact);
        }
    }

    private void window(Run.Fact fact) {
        switch (fact.kind()) {
            case GENERATED -> add(arisen, place(fact.from(), fact.subject()), fact.amount());
            case RECEIVED, DRAWN, LOST, SOLD ->
                add(moved, fact.from() + ">" + place(fact.to(), fact.subject()), fact.amount());
            case PAID ->
                add(paid, fact.from() + ">" + fact.to() + " " + PaymentKind.values()[fact.subject()], fact.amount());
            case EMITTED -> add(emitted, fact.from() + " " + EmissionKind.values()[fact.subject()], fact.amount());
            case CONSUMED -> add(consumed, Integer.toString(fact.from()), fact.amount());
            case WITHHELD, SHIPPED, PROCESSED, PRODUCED, DISPOSED -> {}
        }
        switch (fact.kind()) {
            case GENERATED, PRODUCED, DRAWN -> add(entered, material(fact.subject()), fact.amount());
            case PROCESSED, CONSUMED, DISPOSED, SOLD -> add(entered, material(fact.subject()), -fact.amount());
            case WITHHELD, SHIPPED, RECEIVED, LOST, PAID, EMITTED -> {}
        }
    }

    private void stock(Map<String, Long> held, Run.Fact fact) {
        switch (fact.kind()) {
            case GENERATED, PRODUCED -> add(held, place(fact.from(), fact.subject()), fact.amount());
            case DRAWN -> add(held, place(fact.to(), fact.subject()), fact.amount());
            case RECEIVED -> {
                add(held, place(fact.from(), fact.subject()), -fact.amount());
                add(held, place(fact.to(), fact.subject()), fact.amount());
            }
            case PROCESSED, CONSUMED, DISPOSED, SOLD -> add(held, place(fact.from(), fact.subject()), -fact.amount());
            case WITHHELD, SHIPPED, LOST, PAID, EMITTED -> {}
        }
    }

    private String material(int number) {
        return run.chart().materials().get(number);
    }

    private String place(int party, int material) {
        return party + " " + material(material);
    }

    private static void add(Map<String, Long> map, String key, long amount) {
        map.merge(key, amount, (a, b) -> a + b == 0 ? null : a + b);
        map.remove(key, 0L);
    }

    Map<String, Long> bookedMoves() {
        Map<String, Long> map = new TreeMap<>();
        for (Flow flow : run.accounts().flows()) {
            Flow.Route route = flow.route();
            add(map, route.from() + ">" + place(route.to(), route.material()), flow.grams());
        }
        return map;
    }

    Map<String, Long> bookedPayments() {
        Map<String, Long> map = new TreeMap<>();
        for (Accounts.Payment payment : run.accounts().payments()) {
            add(map, payment.payer() + ">" + payment.payee() + " " + payment.kind(), payment.micros());
        }
        return map;
    }

    Map<String, Long> bookedEmissions() {
        Map<String, Long> map = new TreeMap<>();
        for (Accounts.Emission emission : run.accounts().emissions()) {
            add(map, emission.actor() + " " + emission.kind(), emission.milligrams());
        }
        return map;
    }

    Map<String, Long> bookedArisings() {
        Map<String, Long> map = new TreeMap<>();
        for (Accounts.Arisen arisen : run.accounts().arisings()) {
            add(map, place(arisen.actor(), arisen.material()), arisen.grams());
        }
        return map;
    }

    Map<String, Long> bookedConsumptions() {
        Map<String, Long> map = new TreeMap<>();
        for (Accounts.Consumption need : run.accounts().consumptions()) {
            add(map, Integer.toString(need.actor()), need.secondaryGrams() + need.virginGrams());
        }
        return map;
    }

    Map<String, Long> bookedStocks(boolean atTheEnd) {
        Map<String, Long> map = new TreeMap<>();
        for (Accounts.Stock stock : run.accounts().stocks()) {
            add(map, place(stock.party(), stock.material()), atTheEnd ? stock.closingGrams() : stock.openingGrams());
        }
        return map;
    }

    /** Change of stock by material. */
    Map<String, Long> bookedChanges() {
        Map<String, Long> map = new TreeMap<>();
        for (Accounts.Stock stock : run.accounts().stocks()) {
            add(map, material(stock.material()), stock.closingGrams() - stock.openingGrams());
        }
        return map;
    }

    /** Grams of one kind of fact in the window. */
    long sum(FactKind kind) {
        return run.facts().stream()
                .filter(fact -> fact.inWindow() && fact.kind() == kind)
                .mapToLong(Run.Fact::amount)
                .sum();
    }

    /** Change of all stock, what is in process included. */
    long change() {
        return run.accounts().stocks().stream()
                .mapToLong(stock -> stock.closingGrams() - stock.openingGrams())
                .sum();
    }

    /** Grams in one kind of place at the start or the end, the larger. */
    static long most(Accounts.Stock stock, StockPlace place) {
        return stock.place() == place ? Math.max(stock.openingGrams(), stock.closingGrams()) : 0;
    }
}
