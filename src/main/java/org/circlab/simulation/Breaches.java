package org.circlab.simulation;

import java.util.ArrayList;
import java.util.List;
import org.circlab.kernel.EventType;
import org.circlab.model.Breach;
import org.circlab.model.Contract;
import org.circlab.model.Horizon;

/**
 * Contracts that are broken. By chance a party breaks one after an exponential time from its first day, drawn once from a
 * stream of its own for each party and contract; who comes first breaks it. For a better offer a party breaks it when it
 * compares on the first of a month, the donor first.
 */
final class Breaches {

    private static final int DONOR = 0;
    private static final int RECEIVER = 1;
    private static final int FOR_BETTER = 2;

    private final Stage stage;
    private final Contracts contracts;
    private final BetterOffers betterOffers;
    private final ContractTurns turns;
    private final EventType breaks;
    private final EventType compares;
    private final double[] gains;
    private final long[] pending;
    private final List<Relations.Broken> broken = new ArrayList<>();
    private long comparedMillis;

    Breaches(Stage stage, Contracts contracts, BetterOffers betterOffers, ContractTurns turns) {
        this.stage = stage;
        this.contracts = contracts;
        this.betterOffers = betterOffers;
        this.turns = turns;
        this.breaks = stage.define(
                "contract-is-broken", Priorities.CONTRACT_TURNS, this::end, (number, how) -> about(number, how));
        this.compares = stage.define(
                "parties-compare",
                Priorities.PARTIES_COMPARE,
                (subject, payload) -> compare(),
                (subject, payload) -> "contracts with other offers");
        this.gains = new double[stage.lab().lab().contracts().size()];
        this.pending = new long[gains.length];
        this.comparedMillis = stage.kernel().now();
    }

    private Contract contract(int number) {
        return stage.lab().lab().contracts().get(number);
    }

    private String about(int number, long how) {
        return contract(number).id() + ", by " + breaker(number, how)
                + ((how & FOR_BETTER) == 0 ? ", by chance" : ", for a better offer");
    }

    private String breaker(int number, long how) {
        return (how & RECEIVER) == 0
                ? contract(number).from()
                : contract(number).to();
    }

    private String partner(int number, long how) {
        return (how & RECEIVER) == 0 ? contract(number).to() : contract(number).from();
    }

    /** Schedules all that happen by chance. */
    void start() {
        for (int number = 0; number < gains.length; number++) {
            Breach breach = contract(number).terms().breach();
            if (breach == null || isWithinOneActor(number) || breach.chancePerYear() == 0) {
                continue;
            }
            long donor = breach.isOpenTo(true) ? drawMillis(number, DONOR, breach) : Horizon.FOREVER_MILLIS;
            long receiver = breach.isOpenTo(false) ? drawMillis(number, RECEIVER, breach) : Horizon.FOREVER_MILLIS;
            long[] years = contracts.turns(number);
            long when = years[0] + Math.min(donor, receiver);
            if (when < years[years.length - 1]) {
                pending[number] = breaks.at(when, number, donor <= receiver ? DONOR : RECEIVER);
            }
        }
    }

    private long drawMillis(int number, int how, Breach breach) {
        double perYear = -StrictMath.log1p(-breach.chancePerYear());
        double years = stage.streams().stream(
                                "contract-breach",
                                breaker(number, how),
                                contract(number).id())
                        .nextExponential()
                / perYear;
        return Spreads.millis(Horizon.YEAR_MILLIS, years);
    }

    private boolean isWithinOneActor(int number) {
        return contract(number).from().equals(contract(number).to());
    }

    /** A month begins: the parties of contracts compare, after trust and prices have changed. */
    void monthBegins() {
        boolean any = stage.lab().lab().contracts().stream()
                .map(each -> each.terms().breach())
                .anyMatch(breach -> breach != null && breach.betterEurosPerTonne() != null);
        if (any) {
            compares.after(0, 0, 0);
        }
    }

    private void compare() {
        for (int number = 0; number < gains.length; number++) {
            Breach breach = contract(number).terms().breach();
            Double least = breach == null ? null : breach.betterEurosPerTonne();
            boolean open = contracts.isInForce(number) && !stage.inForce().isContractClosed(number);
            if (breach == null || least == null || !open || isWithinOneActor(number)) {
                continue;
            }
            for (int party = DONOR; party <= RECEIVER; party++) {
                boolean donor = party == DONOR;
                double gain = breach.isOpenTo(donor)
                        ? betterOffers.advantage(number, donor, breach, comparedMillis)
                        : Double.NEGATIVE_INFINITY;
                if (gain > least) {
                    gains[number] = gain;
                    breaks.after(0, number, party | FOR_BETTER);
                    break;
                }
            }
        }
        comparedMillis = stage.kernel().now();
    }

    private void end(int number, long how) {
        Breach breach = contract(number).terms().breach();
        if (breach == null || !contracts.isInForce(number)) {
            return;
        }
        if (pending[number] != 0) {
            stage.kernel().cancel(pending[number]);
        }
        long covered = contracts.damagesMillis(number, breach);
        double eurosPerTonne = contracts.penaltyEurosPerTonne(number);
        long grams = (long) (contract(number).volumeGramsPerYear() * (covered / Horizon.YEAR_MILLIS));
        int actor = stage.lab().network().actor(breaker(number, how));
        int partner = stage.lab().network().actor(partner(number, how));
        turns.cut(number);
        stage.cashier().payPenalty(actor, partner, eurosPerTonne, grams);
        stage.reputation().breaks(actor, partner, Math.max(1, covered / Reputation.MONTH_MILLIS));
        boolean chance = (how & FOR_BETTER) == 0;
        broken.add(new Relations.Broken(
                number,
                (how & RECEIVER) == 0,
                stage.lab().lab().horizon().dateAt(stage.kernel().now()),
                chance ? Relations.Reason.CHANCE : Relations.Reason.BETTER_OFFER,
                chance ? Double.NaN : gains[number],
                eurosPerTonne * grams * 1e-6));
    }

    /** The contracts that have been broken so far, in the order of time. */
    List<Relations.Broken> broken() {
        return List.copyOf(broken);
    }
}
