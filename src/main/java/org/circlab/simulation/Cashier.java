package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.ledger.Chart;
import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.PaymentKind;

/**
 * Pays and emits at the prices of the day. Euros per tonne times grams are micro-euros, kilograms per tonne times grams are
 * milligrams; each product is rounded once to a whole number, and both parties book the same.
 */
final class Cashier {

    private static final double EUROS_PER_TONNE_TIMES_MILLIGRAMS_IN_MICROS = 1e-3;

    private final CompiledLab lab;
    private final Ledger ledger;
    private final int state;
    private final int outside;
    private final int[] carbon;
    private final int[] virgin;
    private final int[] treatment;
    private final int[] capital;
    private final int[] sales;
    private double carbonEurosPerTonne;

    Cashier(CompiledLab lab, Ledger ledger, Prices first) {
        this.lab = lab;
        this.ledger = ledger;
        this.carbonEurosPerTonne = first.carbonEurosPerTonne();
        this.state = lab.chart().world(Chart.STATE);
        this.outside = lab.chart().world(Chart.OUTSIDE);
        int parties = lab.chart().parties().size();
        this.carbon = unopened(parties);
        this.virgin = unopened(parties);
        this.treatment = unopened(parties);
        this.capital = unopened(parties);
        this.sales = unopened(parties);
    }

    private static int[] unopened(int size) {
        int[] accounts = new int[size];
        Arrays.fill(accounts, Way.UNOPENED);
        return accounts;
    }

    void step(Prices now) {
        carbonEurosPerTonne = now.carbonEurosPerTonne();
    }

    /** Donor pays for the road. */
    void payHaulage(Way way, long grams) {
        long micros = Math.round(way.haulageEurosPerTonne * grams);
        if (micros == 0) {
            return;
        }
        if (way.haulageAccount == Way.UNOPENED) {
            way.haulageAccount = ledger.payment(way.donor, outside, PaymentKind.HAULAGE);
        }
        ledger.paid(way.haulageAccount, way.flow, micros);
    }

    /** Donor pays the agreed fee to the receiver, or gets it where it is negative. */
    void payFee(Way way, double eurosPerTonne, long grams) {
        long micros = Math.round(eurosPerTonne * grams);
        if (micros == 0) {
            return;
        }
        if (way.feeAccount == Way.UNOPENED) {
            int payee = lab.chart().isActor(way.receiver) ? way.receiver : outside;
            way.feeAccount = ledger.payment(way.donor, payee, PaymentKind.GATE_FEE);
        }
        ledger.paid(way.feeAccount, way.flow, micros);
    }

    /** Donor pays landfill tax where the destination is taxed. */
    void payTax(Way way, long grams) {
        long micros = Math.round(way.taxEurosPerTonne * grams);
        if (micros == 0) {
            return;
        }
        if (way.taxAccount == Way.UNOPENED) {
            way.taxAccount = ledger.payment(way.donor, state, PaymentKind.LANDFILL_TAX);
        }
        ledger.paid(way.taxAccount, way.flow, micros);
    }

    /** The state pays donor and receiver for what is received. */
    void paySubsidies(Way way, long grams) {
        long toDonor = Math.round(way.donorSubsidyEurosPerTonne * grams);
        if (toDonor != 0) {
            if (way.donorSubsidyAccount == Way.UNOPENED) {
                way.donorSubsidyAccount = ledger.payment(state, way.donor, PaymentKind.SUBSIDY);
            }
            ledger.paid(way.donorSubsidyAccount, Ledger.NO_FLOW, toDonor);
        }
        long toReceiver = Math.round(way.receiverSubsidyEurosPerTonne * grams);
        if (toReceiver != 0) {
            if (way.receiverSubsidyAccount == Way.UNOPENED) {
                way.receiverSubsidyAccount = ledger.payment(state, way.receiver, PaymentKind.SUBSIDY);
            }
            ledger.paid(way.receiverSubsidyAccount, Ledger.NO_FLOW, toReceiver);
        }
    }

    /** Who delivers more than a quota allows pays the state. */
    void payQuotaPenalty(int payer, double eurosPerTonne, long grams) {
        long micros = Math.round(eurosPerTonne * grams);
        if (micros != 0) {
            ledger.paid(ledger.payment(payer, state, PaymentKind.QUOTA_PENALTY), Ledger.NO_FLOW, micros);
        }
    }

    void payVirgin(int actor, int flow, double eurosPerTonne, long grams) {
        long micros = Math.round(eurosPerTonne * grams);
        if (micros != 0) {
            ledger.paid(account(virgin, actor, outside, PaymentKind.VIRGIN_MATERIAL), flow, micros);
        }
    }

    void sell(int actor, int flow, double eurosPerTonne, long grams) {
        long micros = Math.round(eurosPerTonne * grams);
        if (micros == 0) {
            return;
        }
        if (sales[actor] == Way.UNOPENED) {
            sales[actor] = ledger.payment(outside, actor, PaymentKind.SALES);
        }
        ledger.paid(sales[actor], flow, micros);
    }

    void payTreatment(int actor, double eurosPerTonne, long grams) {
        long micros = Math.round(eurosPerTonne * grams);
        if (micros != 0) {
            ledger.paid(account(treatment, actor, outside, PaymentKind.TREATMENT), Ledger.NO_FLOW, micros);
        }
    }

    void payCapital(int actor, long micros) {
        if (micros != 0) {
            ledger.paid(account(capital, actor, outside, PaymentKind.CAPITAL), Ledger.NO_FLOW, micros);
        }
    }

    /** Who falls short of a contract pays the other party. */
    void payPenalty(int payer, int payee, double eurosPerTonne, long grams) {
        long micros = Math.round(eurosPerTonne * grams);
        if (micros != 0) {
            ledger.paid(ledger.payment(payer, payee, PaymentKind.CONTRACT_PENALTY), Ledger.NO_FLOW, micros);
        }
    }

    private int account(int[] accounts, int payer, int payee, PaymentKind kind) {
        if (accounts[payer] == Way.UNOPENED) {
            accounts[payer] = ledger.payment(payer, payee, kind);
        }
        return accounts[payer];
    }

    /** An actor emits on its own account and pays the carbon price. */
    void emit(int actor, EmissionKind kind, int flow, double kilogramsPerTonne, long grams) {
        long milligrams = Math.round(kilogramsPerTonne * grams);
        if (milligrams == 0) {
            return;
        }
        ledger.emitted(actor, kind, flow, milligrams);
        long micros = Math.round(carbonEurosPerTonne * milligrams * EUROS_PER_TONNE_TIMES_MILLIGRAMS_IN_MICROS);
        if (micros != 0) {
            ledger.paid(account(carbon, actor, state, PaymentKind.CARBON_PRICE), Ledger.NO_FLOW, micros);
        }
    }

    /**
     * Emissions without a carbon price: of virgin material that is bought, avoided by products that are sold, or of carbon
     * dioxide from biomass.
     */
    void attribute(int actor, EmissionKind kind, int flow, double kilogramsPerTonne, long grams) {
        long milligrams = Math.round(kilogramsPerTonne * grams);
        if (milligrams != 0) {
            ledger.emitted(actor, kind, flow, milligrams);
        }
    }
}
