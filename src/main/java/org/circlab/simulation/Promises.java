package org.circlab.simulation;

import java.util.Arrays;
import org.circlab.model.Exchange;

/**
 * What contracts will take in the rounds to come, of what is expected then: in their order, as far as their volume is released
 * by then, something comes that they may take, and there is room for it. Worked out once for each instant.
 */
final class Promises {

    private static final long NEVER = -1;

    private final Stage stage;
    private final CompiledLab lab;
    private final Contracts contracts;
    private final Expectation expectation;
    private final Exchange exchange;
    /** By round ahead and outlet. */
    private final long[] given;
    /** By round ahead and inlet. */
    private final long[] taken;
    /** By contract: what it will have taken of its year. */
    private final long[] moved;

    private final long[] room;
    private long workedOut = NEVER;

    Promises(Stage stage, Contracts contracts, Expectation expectation) {
        this.stage = stage;
        this.lab = stage.lab();
        this.contracts = contracts;
        this.expectation = expectation;
        this.exchange = lab.lab().exchange();
        this.given = new long[(exchange.lookAhead() + 1) * lab.outlets()];
        this.taken = new long[(exchange.lookAhead() + 1) * lab.inlets()];
        this.moved = new long[lab.lab().contracts().size()];
        this.room = new long[lab.inlets()];
    }

    /** What contracts will take of what an outlet newly has. */
    long givenGrams(int outlet, int ahead) {
        workOut();
        return given[ahead * lab.outlets() + outlet];
    }

    /** What contracts will bring to an inlet. */
    long takenGrams(int inlet, int ahead) {
        workOut();
        return taken[ahead * lab.inlets() + inlet];
    }

    private void workOut() {
        long now = stage.kernel().now();
        if (lab.contractArcs().isEmpty() || workedOut == now) {
            return;
        }
        workedOut = now;
        Arrays.fill(given, 0);
        Arrays.fill(taken, 0);
        Arrays.fill(moved, 0);
        Arrays.setAll(room, stage.room()::free);
        for (int ahead = 1; ahead <= exchange.lookAhead(); ahead++) {
            for (int inlet = 0; inlet < room.length; inlet++) {
                long full = lab.inletRoom(inlet) - room[inlet];
                room[inlet] += Math.min(full, expectation.openingGrams(inlet, ahead));
            }
            for (int number = 0; number < lab.contractArcs().size(); number++) {
                serve(number, ahead);
            }
        }
    }

    private void serve(int number, int ahead) {
        CompiledLab.ContractArc of = lab.contractArcs().get(number);
        int arc = lab.firstContractArc() + number;
        long instant = stage.kernel().now() + ahead * exchange.everyMillis();
        if (contracts.year(arc, instant) != contracts.year(arc, instant - exchange.everyMillis()) && isFirst(number)) {
            moved[of.contract()] = 0;
        }
        if (!stage.contents().bears(of.outlet(), of.inlet())) {
            return;
        }
        int from = ahead * lab.outlets() + of.outlet();
        long coming = expectation.comingGrams(of.outlet(), ahead) - given[from];
        long allowed = contracts.allowance(arc, instant) - moved[of.contract()];
        long free = Math.min(room[of.inlet()], contracts.lawful(arc));
        long grams = Math.max(0, Math.min(Math.min(coming, allowed), free));
        given[from] += grams;
        taken[ahead * lab.inlets() + of.inlet()] += grams;
        moved[of.contract()] += grams;
        room[of.inlet()] -= grams;
    }

    /** Whether an arc is the first of its contract. */
    private boolean isFirst(int number) {
        return number == 0
                || lab.contractArcs().get(number - 1).contract()
                        != lab.contractArcs().get(number).contract();
    }
}
