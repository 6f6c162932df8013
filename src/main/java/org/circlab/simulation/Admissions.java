package org.circlab.simulation;

import org.circlab.exchange.Round;

/**
 * What offers of one outlet may differ in: whether the border on the way is open yet, whether a lot is still good when it
 * arrives, and how much of what it contains a receiver bears.
 */
final class Admissions implements Round.Admission {

    private final Stage stage;
    private int[] lots = {};

    Admissions(Stage stage) {
        this.stage = stage;
    }

    /** Whether any of the first {@code count} lots, which a round offers, has to be asked for. */
    boolean matter(int[] offered, int count) {
        lots = offered;
        long now = stage.kernel().now();
        boolean matter = stage.contents().areLimited() || stage.notices().matter(now);
        for (int i = 0; i < count && !matter; i++) {
            matter = stage.freshness().matters(offered[i], now);
        }
        return matter;
    }

    @Override
    public long mostGrams(int offer, int arc) {
        long now = stage.kernel().now();
        int lot = lots[offer];
        boolean arrives = stage.notices().isOpen(arc, now)
                && stage.freshness().remainingMillis(lot, now)
                        >= stage.freshness().journeyMillis(arc);
        return arrives ? stage.contents().most(lot, stage.lab().arcInlet(arc)) : 0;
    }

    @Override
    public void taken(int offer, int arc, long takenGrams) {
        if (stage.contents().areLimited()) {
            stage.contents().commit(lots[offer], stage.lab().arcInlet(arc), takenGrams);
        }
    }
}
