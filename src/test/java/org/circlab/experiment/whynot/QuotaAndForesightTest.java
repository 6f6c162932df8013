package org.circlab.experiment.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.circlab.network.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of quotas and of rounds looked ahead, in labs in which the smallest is known by arithmetic. */
class QuotaAndForesightTest {

    private static final String CHEAP_TIP = "actors.tip.disposes.cell.fee=17 EUR/t";

    @TempDir
    Path folder;

    private Explained ash(String... sets) {
        return Yard.with(folder, sets)
                .explain(new Question("plant", "ash", 1, 1, 1))
                .explained()
                .get(0);
    }

    private static Proposal change(Explained explained, Dimension dimension) {
        return explained.proposals().stream()
                .filter(proposal -> proposal.dimension() == dimension)
                .findFirst()
                .orElseThrow(() -> new AssertionError(dimension + " is not among " + explained));
    }

    private static double number(Proposal proposal) {
        return Double.parseDouble(proposal.value().split(" ", -1)[0]);
    }

    /** The tip costs 19 and 3 more beyond a quota of nothing, the kiln 35: the penalty must be 16. */
    @Test
    void aPenaltyBeyondAQuotaMustMakeDisposalDearer() {
        Explained ash = ash(CHEAP_TIP, "policy.quotas.cap={ most: 0 t/yr, penalty: 3 EUR/t, operations: [landfill] }");
        assertThat(ash.gate()).isEqualTo(Gate.PRICE);
        assertThat(change(ash, Dimension.QUOTA).set()).isEqualTo("policy.quotas.cap.penalty=16 EUR/t");
        assertThat(change(ash, Dimension.QUOTA).now()).isEqualTo("3 EUR/t");
    }

    /** Beyond the quota disposal costs 39, more than the kiln: of 3000 t that are still tipped a twentieth may be. */
    @Test
    void aQuotaWhosePenaltyIsDearEnoughMustShrink() {
        Explained ash =
                ash(CHEAP_TIP, "policy.quotas.cap={ most: 3000 t/yr, penalty: 20 EUR/t, operations: [landfill] }");
        assertThat(ash.row().unmatchedGrams() / 1e6).isBetween(2990.0, 3010.0);
        Proposal proposal = change(ash, Dimension.QUOTA);
        assertThat(proposal.path()).isEqualTo("policy.quotas.cap.most");
        assertThat(number(proposal)).isBetween(150 - 0.01 * 2850, 152.0);
    }

    @Test
    void aQuotaHoldsBackAContractForDisposal() {
        Explained ash = ash(
                "contracts.c={ from: plant, to: tip, material: ash, volume: 4 kt/yr, gate-fee: 1 EUR/t }",
                "actors.plant.generates.ash.disposal={ fee: 90 EUR/t }",
                "policy.quotas.cap={ most: 5000 t/yr, operations: [landfill] }");
        assertThat(ash.gate()).isEqualTo(Gate.CONTRACT);
        Proposal proposal = change(ash, Dimension.QUOTA);
        assertThat(proposal.path()).isEqualTo("policy.quotas.cap.most");
        assertThat(number(proposal)).isBetween(182.5 - 0.01 * 4818, 183.0);
    }

    @Test
    void aQuotaOfWhatTheDonorCannotUseIsNoLever() {
        Explained ash = ash(
                CHEAP_TIP,
                "policy.quotas.burnt={ most: 9 t/yr, penalty: 1 EUR/t, operations: [D10] }",
                "policy.quotas.elsewhere={ most: 9 t/yr, penalty: 1 EUR/t, operations: [landfill], receivers: [works] }");
        assertThat(ash.proposals()).noneMatch(each -> each.dimension() == Dimension.QUOTA);
        assertThat(ash.inVain()).doesNotContain(Dimension.QUOTA);
    }

    /**
     * Slag saves more than ash, is expected at 280 t a week, twice what the kiln takes, and does not come: whoever looks ahead keeps
     * for it what is left of the store of 300 t beyond the 140 t of a week, so that half of the only lot of ash finds no room.
     */
    @Test
    void roomThatIsKeptForWhatHardlyComesIsOpenedByLookingLessFar() {
        String[] sets = {
            "materials.slag={ code: \"10 01 01\" }",
            "processes.baking.takes=[ash, slag]",
            "actors.works={ generates: { slag: { mean: 14610 t/yr, every: 5 yr } } }",
            "actors.plant.generates.ash={ batches: [2025-02-01 280 t], mean: null }",
            "actors.tip.disposes.cell={ accepts: [ash, slag], cost: 40 EUR/t }",
            "distances={ plant: { kiln: 50 km, tip: 20 km }, works: { kiln: 1 km, tip: 20 km } }",
            "actors.kiln.runs.line={ capacity: 20 t/d, store: 300 t }",
            "exchange={ rule: optimal, every: 1 wk, look-ahead: 4 }"
        };
        Explained ash = ash(sets);
        assertThat(ash.row().unmatchedGrams()).isEqualTo(140_000_000L);
        Proposal proposal = change(ash, Dimension.LOOK_AHEAD);
        assertThat(proposal.now()).isEqualTo("4");
        assertThat(proposal.set()).isEqualTo("exchange.look-ahead=0");
    }

    @Test
    void otherRulesDoNotLookAhead() {
        Explained ash = ash("actors.kiln.runs.line.capacity=4 t/d", "actors.plant.stores={ ash: { capacity: 1 kt } }");
        assertThat(ash.inVain()).doesNotContain(Dimension.LOOK_AHEAD);
        assertThat(ash.proposals()).noneMatch(each -> each.dimension() == Dimension.LOOK_AHEAD);
    }
}
