package org.circlab.experiment.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.circlab.experiment.whynot.Subject.Side;
import org.circlab.ledger.Accounts;
import org.junit.jupiter.api.Test;

/** The lab of Velenje: everything adds up, and each change that is proposed passes its proof. */
class VelenjeTest {

    private static final Yard VELENJE = Yard.of(Path.of("scenarios/velenje.yaml"));
    /** What is on the road at the ends of the window is no flow yet or no more. */
    private static final double ON_THE_ROAD = 0.01;

    @Test
    void eachProposalIsProvedByTheLedgerAndReasonsAddUp() {
        Explanation explanation = VELENJE.explain(new Question(null, null, 5, 1, 2));
        for (Side side : Side.values()) {
            addsUp(explanation.funnel().total(side));
            explanation.funnel().byActor(side).values().forEach(VelenjeTest::addsUp);
            explanation.funnel().byMaterial(side).values().forEach(VelenjeTest::addsUp);
            assertThat(sum(explanation.funnel().byActor(side)))
                    .isEqualTo(sum(explanation.funnel().byMaterial(side)))
                    .isEqualTo(explanation.funnel().total(side));
        }
        Accounts before = VELENJE.accounts();
        int proved = 0;
        for (Explained explained : explanation.explained()) {
            for (Proposal proposal : explained.proposals()) {
                long more = traded(VELENJE.accounts(proposal.set()), explained) - traded(before, explained);
                double least = (0.95 - ON_THE_ROAD) * explained.row().unmatchedGrams();
                assertThat(more).as(proposal.set()).isGreaterThanOrEqualTo((long) least);
                proved++;
            }
        }
        assertThat(proved).isGreaterThanOrEqualTo(5);
    }

    private static long traded(Accounts accounts, Explained explained) {
        Subject subject = explained.row().subject();
        return subject.side() == Side.OFFER
                ? Yard.traded(accounts, subject.actor(), subject.material())
                : Yard.displaced(accounts, subject.actor(), subject.material());
    }

    private static void addsUp(Passage passage) {
        assertThat(passage.openingGrams() + passage.offeredGrams())
                .isEqualTo(passage.exchangedGrams()
                        + passage.contractedGrams()
                        + passage.stoppedGrams()
                        + passage.closingGrams());
        assertThat(passage.offeredGrams()).isPositive();
    }

    private static Passage sum(Map<String, Passage> passages) {
        return passages.values().stream().reduce(Passage.NONE, Passage::plus);
    }
}
