package org.circlab.report;

import java.io.IOException;
import java.time.YearMonth;
import java.util.List;

/** {@code months.csv}: what the charts of the report are drawn from, for each replication. */
final class MonthTable {

    private MonthTable() {}

    /**
     * A row for each replication and month of the window, in that order.
     *
     * @throws IOException if {@code to} fails
     */
    static void write(Appendable to, Chronicle chronicle) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("replication", "month", "arising_t", "exchanged_t", "received_t", "emitted_kg");
        List<YearMonth> months = chronicle.months();
        Course arisen = chronicle.arisen();
        Course exchanged = chronicle.exchanged();
        Course received = chronicle.received();
        Course emitted = chronicle.emitted();
        for (int k = 0; k < arisen.replications(); k++) {
            for (int month = 0; month < months.size(); month++) {
                long before = month == 0 ? 0 : emitted.at(k, month - 1);
                rows.whole(k + 1L)
                        .text(months.get(month).toString())
                        .millionths(arisen.at(k, month))
                        .millionths(exchanged.at(k, month))
                        .millionths(received.at(k, month))
                        .millionths(emitted.at(k, month) - before)
                        .end();
            }
        }
    }
}
