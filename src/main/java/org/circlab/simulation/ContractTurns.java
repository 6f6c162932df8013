package org.circlab.simulation;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.circlab.kernel.EventType;
import org.circlab.model.Contract;

/** The days on which contracts begin, settle a year, and end. */
final class ContractTurns {

    private final Stage stage;
    private final CompiledLab lab;
    private final Contracts contracts;
    private final Matching matching;
    private final Stores stores;
    private final EventType yearEnds;
    private final EventType begins;
    private final EventType ends;

    ContractTurns(Stage stage, Contracts contracts, Matching matching, Stores stores) {
        this.stage = stage;
        this.lab = stage.lab();
        this.contracts = contracts;
        this.matching = matching;
        this.stores = stores;
        this.yearEnds = stage.define(
                "contract-year-ends",
                Priorities.CONTRACT_YEAR_ENDS,
                (number, payload) -> contracts.settle(number, stores),
                (number, payload) -> contract(number).id());
        this.begins = stage.define(
                "contract-begins",
                Priorities.CONTRACT_TURNS,
                (number, payload) -> storesOf(number).forEach(matching::serveStored),
                (number, payload) -> contract(number).id());
        this.ends = stage.define(
                "contract-ends",
                Priorities.CONTRACT_TURNS,
                (number, payload) -> end(number),
                (number, payload) -> contract(number).id());
    }

    private Contract contract(int number) {
        return lab.lab().contracts().get(number);
    }

    /** Schedules all of them. */
    void start() {
        long now = stage.kernel().now();
        contracts.follow();
        for (int number = 0; number < lab.lab().contracts().size(); number++) {
            Contract.Terms terms = contract(number).terms();
            long[] turns = contracts.turns(number);
            for (int year = 1; year < turns.length && terms.hasMinimum(); year++) {
                yearEnds.at(turns[year], number, 0);
            }
            if (turns[0] > now) {
                begins.at(turns[0], number, 0);
            }
            if (terms.until() != null && turns.length > 1) {
                ends.at(turns[turns.length - 1], number, 0);
            }
        }
    }

    /** Prices have stepped, and with them bans may have begun or ended. */
    void step() {
        int count = lab.lab().contracts().size();
        BitSet before = contracts.banned();
        contracts.follow();
        for (int number = 0; number < count; number++) {
            boolean isBanned = contracts.banned().get(number);
            if (isBanned && !before.get(number)) {
                end(number);
            } else if (before.get(number) && !isBanned) {
                storesOf(number).forEach(matching::serveStored);
            }
        }
    }

    /** Settles the years that are over at this instant, before the books of a window close. */
    void settle() {
        for (int number = 0; number < lab.lab().contracts().size(); number++) {
            if (contract(number).terms().hasMinimum()) {
                contracts.settle(number, stores);
            }
        }
    }

    /** Ends a contract that is in force before its time. */
    void cut(int number) {
        contracts.cut(number, stores);
        end(number);
    }

    /** Where nothing is exchanged, only a contract is worth waiting for: what waited for this one goes. */
    private void end(int number) {
        if (matching.isOpen()) {
            return;
        }
        for (int store : storesOf(number)) {
            boolean waits = false;
            for (int outlet = 0; outlet < lab.outlets(); outlet++) {
                waits |= lab.outletStore(outlet) == store && contracts.concern(outlet);
            }
            if (!waits) {
                stores.releaseAll(store);
            }
        }
    }

    private SortedSet<Integer> storesOf(int number) {
        SortedSet<Integer> found = new TreeSet<>();
        for (CompiledLab.ContractArc arc : lab.contractArcs()) {
            int store = lab.outletStore(arc.outlet());
            if (arc.contract() == number && store != CompiledLab.NO_STORE) {
                found.add(store);
            }
        }
        return found;
    }
}
