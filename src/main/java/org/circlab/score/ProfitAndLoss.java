package org.circlab.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Accounts.Payment;
import org.circlab.ledger.PaymentKind;

/** What each party gains and pays, by kind: a gain is positive. Over all parties every kind adds up to zero. */
final class ProfitAndLoss {

    private static final PaymentKind[] KINDS = PaymentKind.values();

    /** The lines of a profit and loss account: one for each kind of payment, then the net. */
    static final List<Measure> LINES = lines();

    private final Map<String, long[]> microsByParty = new TreeMap<>();

    /** The accounts of one replication, by name of party. */
    ProfitAndLoss(Accounts accounts) {
        for (Payment payment : accounts.payments()) {
            List<String> parties = accounts.chart().parties();
            line(parties.get(payment.payer()))[payment.kind().ordinal()] -= payment.micros();
            line(parties.get(payment.payee()))[payment.kind().ordinal()] += payment.micros();
        }
    }

    /** Names of the parties that paid or were paid anything, in the order of names. */
    List<String> parties() {
        return List.copyOf(microsByParty.keySet());
    }

    /** Micro-euros gained by {@code party} in a line of {@link #LINES}; 0 for a party that never paid nor was paid. */
    long micros(String party, int line) {
        long[] micros = microsByParty.get(party);
        if (micros == null) {
            return 0;
        }
        return line < KINDS.length ? micros[line] : Arrays.stream(micros).sum();
    }

    private long[] line(String party) {
        return microsByParty.computeIfAbsent(party, unknown -> new long[KINDS.length]);
    }

    private static List<Measure> lines() {
        List<Measure> lines = new ArrayList<>();
        for (PaymentKind kind : KINDS) {
            lines.add(measure(kind.word(), kind.word().replace('-', ' '), "received minus paid as " + kind.word()));
        }
        lines.add(measure("net", "Net", "received minus paid, over all kinds"));
        return List.copyOf(lines);
    }

    private static Measure measure(String id, String title, String formula) {
        return new Measure(id, title, "EUR/yr", Sense.HIGHER_IS_BETTER, "profit and loss", formula, "");
    }
}
