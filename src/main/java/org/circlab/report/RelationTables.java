package org.circlab.report;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import org.circlab.model.Contract;
import org.circlab.model.Lab;
import org.circlab.simulation.Relations;

/** {@code breaches.csv} and {@code trust.csv}: what became of the dealings between actors in each replication. */
final class RelationTables {

    private RelationTables() {}

    /**
     * Writes which contracts were broken, in the order of time, the warm-up included.
     *
     * @param replications what became of them, by the number of the replication
     * @throws IOException if {@code to} fails
     */
    static void breaches(Appendable to, Lab lab, SortedMap<Integer, Relations> replications) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header(
                "replication", "contract", "broken_by", "partner", "date", "reason", "gain_eur_per_t", "damages_eur");
        for (Map.Entry<Integer, Relations> run : replications.entrySet()) {
            for (Relations.Broken broken : run.getValue().broken()) {
                Contract contract = lab.contracts().get(broken.contract());
                rows.whole(run.getKey())
                        .text(contract.id())
                        .text(broken.byDonor() ? contract.from() : contract.to())
                        .text(broken.byDonor() ? contract.to() : contract.from())
                        .text(broken.on().toString())
                        .text(broken.reason().word())
                        .value(broken.gain())
                        .value(broken.damagesEuros())
                        .end();
            }
        }
    }

    /**
     * Writes who trusts whom at the end, by the ids of both; who has never dealt with each other is left out.
     *
     * @param replications what became of them, by the number of the replication
     * @throws IOException if {@code to} fails
     */
    static void trust(Appendable to, Lab lab, SortedMap<Integer, Relations> replications) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("replication", "actor", "partner", "trust", "kept_months", "broken_months");
        for (Map.Entry<Integer, Relations> run : replications.entrySet()) {
            for (Relations.Trusted trusted : run.getValue().trusted()) {
                rows.whole(run.getKey())
                        .text(lab.actors().get(trusted.actor()).id())
                        .text(lab.actors().get(trusted.partner()).id())
                        .value(trusted.trust())
                        .value(trusted.keptMonths())
                        .value(trusted.brokenMonths())
                        .end();
            }
        }
    }

    /** Whether any contract can be broken. */
    static boolean canBreak(Lab lab) {
        return lab.contracts().stream().anyMatch(contract -> contract.terms().breach() != null);
    }
}
