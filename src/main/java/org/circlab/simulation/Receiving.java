package org.circlab.simulation;

import org.circlab.ledger.EmissionKind;
import org.circlab.ledger.Ledger;
import org.circlab.ledger.StockPlace;
import org.circlab.ledger.SubstanceKind;
import org.circlab.network.Inlet;

/** Takes what arrives: into the inlet store of a line or a need, or to its end at a disposal site. */
final class Receiving {

    private final CompiledLab lab;
    private final Ledger ledger;
    private final Lots lots;
    private final Contents contents;
    private final Cashier cashier;
    private final LotQueues inletStores;
    private final Lines lines;

    Receiving(Stage stage, Lines lines) {
        this.lab = stage.lab();
        this.ledger = stage.ledger();
        this.lots = stage.lots();
        this.contents = stage.contents();
        this.cashier = stage.cashier();
        this.inletStores = stage.inletStores();
        this.lines = lines;
    }

    void take(int lot, Way way) {
        cashier.paySubsidies(way, lots.grams[lot]);
        if (way.toFinalTreatment) {
            dispose(lot, way);
            return;
        }
        lots.moveTo(lot, StockPlace.INLET);
        inletStores.add(way.inlet, lot);
        lines.wake(way.inlet);
    }

    private void dispose(int lot, Way way) {
        long grams = lots.grams[lot];
        contents.end(lot, SubstanceKind.DISPOSED);
        ledger.disposed(way.receiver, lab.outletMaterial(lots.outlet[lot]), grams);
        cashier.payTax(way, grams);
        Inlet where = lab.network().inlets().get(way.inlet);
        if (where.site() != null) {
            cashier.payTreatment(way.receiver, where.site().costEurosPerTonne(), grams);
            cashier.emit(
                    way.receiver, EmissionKind.DISPOSAL, way.flow, where.site().ghgKilogramsPerTonne(), grams);
            double biogenic = where.site().biogenicKilogramsPerTonne().orElse(0);
            cashier.attribute(way.receiver, EmissionKind.BIOGENIC, Ledger.NO_FLOW, biogenic, grams);
        } else if (where.outside() != null) {
            double kilogramsPerTonne = where.outside().ghgKilogramsPerTonne();
            cashier.emit(way.donor, EmissionKind.DISPOSAL, way.flow, kilogramsPerTonne, grams);
        }
        lots.end(lot);
    }
}
