package org.circlab.report;

import java.io.IOException;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.InUse;
import org.circlab.model.Lab;

/**
 * {@code in-use.csv}: a row for each stream from products in use and calendar year, from the first that is known to the last of
 * the run: what is put on the market, what reaches the end of its life, and what is in use when the year ends. Expected values,
 * around which the arisings of a run are drawn; before spreads, seasons and events.
 */
final class InUseTable {

    private InUseTable() {}

    /** Whether a lab has products in use. */
    static boolean isOf(Lab lab) {
        return lab.actors().stream()
                .flatMap(actor -> actor.generates().stream())
                .anyMatch(arising -> arising.inUse() != null);
    }

    /**
     * Writes the table.
     *
     * @throws IOException if {@code to} fails
     */
    static void write(Appendable to, Lab lab) throws IOException {
        CsvRows rows = new CsvRows(to);
        rows.header("actor", "material", "year", "put_on_market_t", "end_of_life_t", "stock_t");
        int last = lab.horizon().end().minusDays(1).getYear();
        for (Actor actor : lab.actors()) {
            for (Arising arising : actor.generates()) {
                InUse products = arising.inUse();
                if (products != null) {
                    for (InUse.Account year : products.through(last)) {
                        rows.text(actor.id())
                                .text(arising.material())
                                .whole(year.year())
                                .value(year.putOnMarketTonnes())
                                .value(year.endOfLifeTonnes())
                                .value(year.stockTonnes())
                                .end();
                    }
                }
            }
        }
    }
}
