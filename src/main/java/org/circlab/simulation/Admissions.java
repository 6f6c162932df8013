package org.circlab.simulation;

import org.circlab.exchange.Round;

/**
 * What offers of one outlet may differ in: whether the border on the way is open yet, whether a lot is still good when it
 * arrives, and how much of what it contains a receiver bears.
 */
final class Admissions implements Round.Admission, Round.Blend {

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
        return mayGo(offer, arc)
                ? stage.contents().most(lots[offer], stage.lab().arcInlet(arc))
                : 0;
    }

    @Override
    public void taken(int offer, int arc, long takenGrams) {
        if (stage.contents().areLimited()) {
            stage.contents().commit(lots[offer], stage.lab().arcInlet(arc), takenGrams);
        }
    }

    @Override
    public boolean changes() {
        return stage.contents().areBlended();
    }

    @Override
    public int limits(int inlet) {
        return stage.contents().limitsOfMix(inlet);
    }

    @Override
    public boolean mayGo(int offer, int arc) {
        long now = stage.kernel().now();
        return stage.notices().isOpen(arc, now)
                && stage.freshness().remainingMillis(lots[offer], now)
                        >= stage.freshness().journeyMillis(arc);
    }

    @Override
    public double excess(int offer, int inlet, int limit) {
        return stage.contents().excess(lots[offer], inlet, limit);
    }

    @Override
    public double slack(int inlet, int limit) {
        return stage.contents().slack(inlet, limit);
    }
}
