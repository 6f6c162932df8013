package org.circlab.scenario;

import java.util.List;

/**
 * All rules that look across the lab. A rule stays silent about what rests on a part that is unsound already, so that one
 * mistake makes one finding.
 */
final class Rules {

    /** One rule. */
    interface Rule {
        /** Reports whatever breaks the rule. */
        void check(Draft draft, Reporter reporter);
    }

    private static final List<Rule> ALL = List.of(
            CodeRules::codesAreInForce,
            DisposalRules::everyStreamHasARoute,
            ContractRules::theReceiverTakesIt,
            ContractRules::theReceiverIsPermitted,
            ContractRules::theDonorHasIt,
            ContractRules::whatExistsNeedsNoPlannedLine,
            TermRules::theTermIsSimulated,
            TermRules::noTwoContradict,
            TermRules::theDonorHasEnough,
            TermRules::theReceiverCanTakeTheMinimum,
            StoreRules::theActorHasTheMaterial,
            StoreRules::aBatchFits,
            StoreRules::aStoreThatBlocksIsEmptied,
            ExchangeReader::whatIsOptimalCanBeDivided,
            TrustReader::somebodyAsksForIt,
            FleetRules::everyStreamHasItsOwnFleet,
            PreferenceRules::thePreferredTakeSomething,
            PlaceRules::everyDistanceIsKnown,
            PlaceRules::actorsAreNear,
            TakingRules::somebodyHasWhatIsTaken,
            TakingRules::somePermitAllowsIt,
            TakingRules::circlesGatherLoads,
            CircleRules::noTonneGains,
            UseRules::actorsTakePart,
            UseRules::materialsAreUsed,
            UseRules::processesAreUsed,
            UseRules::seasonsAreUsed,
            UseRules::calendarsAreUsed,
            CalendarRules::workIsDoneAtSomeTime,
            UseRules::modesAreUsed);

    private Rules() {}

    static void check(Draft draft, Reporter reporter) {
        ALL.forEach(rule -> rule.check(draft, reporter));
    }
}
