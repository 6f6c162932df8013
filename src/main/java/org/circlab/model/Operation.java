package org.circlab.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is done with a waste: the recovery (R) and disposal (D) operations of Directive 2008/98/EC, annexes II and I, and
 * backfilling, which Commission Decision 2011/753/EU counts apart: it diverts from disposal but is never recycling.
 */
public enum Operation {
    R1(Treatment.ENERGY_RECOVERY),
    R2(Treatment.RECYCLING),
    R3(Treatment.RECYCLING),
    R4(Treatment.RECYCLING),
    R5(Treatment.RECYCLING),
    R6(Treatment.RECYCLING),
    R7(Treatment.RECYCLING),
    R8(Treatment.RECYCLING),
    R9(Treatment.RECYCLING),
    R10(Treatment.RECYCLING),
    R11(Treatment.RECYCLING),
    R12(Treatment.PREPARATION),
    R13(Treatment.PREPARATION),
    BACKFILL(Treatment.BACKFILLING),
    D1(Treatment.LANDFILL),
    D2(Treatment.OTHER_DISPOSAL),
    D3(Treatment.OTHER_DISPOSAL),
    D4(Treatment.OTHER_DISPOSAL),
    D5(Treatment.LANDFILL),
    D6(Treatment.OTHER_DISPOSAL),
    D7(Treatment.OTHER_DISPOSAL),
    D8(Treatment.OTHER_DISPOSAL),
    D9(Treatment.OTHER_DISPOSAL),
    D10(Treatment.INCINERATION),
    D11(Treatment.INCINERATION),
    D12(Treatment.LANDFILL),
    D13(Treatment.OTHER_DISPOSAL),
    D14(Treatment.OTHER_DISPOSAL),
    D15(Treatment.OTHER_DISPOSAL);

    /** The groups that statistics add up. */
    public enum Treatment {
        /** R2 to R11: reprocessed into products, materials or substances. */
        RECYCLING,
        /** R12 and R13: sorted, blended or stored before another operation; never counted as recycling. */
        PREPARATION,
        /** R1: used principally as a fuel. */
        ENERGY_RECOVERY,
        /** Used to fill excavations instead of other materials. */
        BACKFILLING,
        /** D1, D5, D12: deposited into or onto land. */
        LANDFILL,
        /** D10, D11: burnt without energy recovery. */
        INCINERATION,
        /** The remaining D operations. */
        OTHER_DISPOSAL;

        /** The word used in results, such as {@code energy-recovery}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * Its place in the waste hierarchy (Directive 2008/98/EC, article 4), from 0, the best: recycling, preparation for it,
         * other recovery, disposal.
         */
        public int rank() {
            return switch (this) {
                case RECYCLING -> 0;
                case PREPARATION -> 1;
                case ENERGY_RECOVERY, BACKFILLING -> 2;
                case LANDFILL, INCINERATION, OTHER_DISPOSAL -> 3;
            };
        }

        /** Whether the treatment is disposal, as opposed to recovery in the widest sense. */
        public boolean isDisposal() {
            return switch (this) {
                case RECYCLING, PREPARATION, ENERGY_RECOVERY, BACKFILLING -> false;
                case LANDFILL, INCINERATION, OTHER_DISPOSAL -> true;
            };
        }
    }

    private final Treatment treatment;

    Operation(Treatment treatment) {
        this.treatment = treatment;
    }

    /** The statistical group of this operation. */
    public Treatment treatment() {
        return treatment;
    }

    /** The code as scenarios and results write it: {@code R5}, {@code D1}, {@code backfill}. */
    public String code() {
        return this == BACKFILL ? "backfill" : name();
    }

    /** The operation written as {@code code}, if there is one. */
    public static Optional<Operation> ofCode(String code) {
        return Arrays.stream(values())
                .filter(operation -> operation.code().equals(code))
                .findFirst();
    }
}
