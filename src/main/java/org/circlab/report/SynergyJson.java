package org.circlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlab.experiment.search.Threshold;
import org.circlab.experiment.synergy.Assessment;
import org.circlab.experiment.synergy.BreakEven;
import org.circlab.experiment.synergy.Credit;
import org.circlab.experiment.synergy.Gain;
import org.circlab.experiment.synergy.Synergy;
import org.circlab.score.Estimate;
import org.circlab.score.Joining;
import org.jspecify.annotations.Nullable;

/** One JSON document with all that {@code synergies} found. */
public final class SynergyJson {

    private SynergyJson() {}

    /** The document. */
    public static String of(Assessed assessed) {
        Assessment assessment = assessed.assessment();
        Map<String, Object> document = new LinkedHashMap<>(head(assessed));
        document.put("would_join", joining(assessment.joining()));
        document.put(
                "synergies",
                assessment.credits().stream().map(SynergyJson::credit).toList());
        document.put("slight_synergies", assessment.realised().slight());
        document.put("shapley_replications", assessment.shapleyReplications());
        document.put("together", gains(assessment.together()));
        document.put(
                "break_even",
                assessment.breakEvens().stream().map(SynergyJson::breakEven).toList());
        document.put("runs", assessment.runs());
        return Json.text(document);
    }

    /** What the answer depends on, and nothing else. */
    static Map<String, Object> head(Assessed assessed) {
        Map<String, Object> head = new LinkedHashMap<>(RunJson.head(assessed.run(), "variant"));
        head.remove("side");
        head.put("command", "synergies");
        head.put("top", assessed.question().top());
        head.put("shapley_replications_at_most", assessed.question().creditReplications());
        return head;
    }

    private static Map<String, Object> joining(Joining joining) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("answer", joining.answer().name().toLowerCase(Locale.ROOT));
        object.put("surplus_eur_per_yr", estimate(joining.surplus()));
        object.put("missing_eur_per_yr", Json.number(joining.missing()));
        List<Object> members = new ArrayList<>();
        for (Joining.Member member : joining.members()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("actor", member.actor());
            each.put("gain_eur_per_yr", estimate(member.gain()));
            each.put("transfer_eur_per_yr", Json.number(member.transfer()));
            each.put("gain_after_eur_per_yr", Json.number(member.gainAfter()));
            members.add(each);
        }
        object.put("members", members);
        return object;
    }

    private static Map<String, Object> credit(Credit credit) {
        Map<String, Object> object = synergy(credit.synergy());
        object.put("mass_t_per_yr", Json.number(credit.synergy().tonnesPerYear()));
        object.put("lost_without", gains(credit.lost()));
        object.put("shapley", credit.shapley() == null ? null : gains(credit.shapley()));
        object.put("donor_gain_eur_per_yr", estimate(credit.donorGain()));
        object.put("receiver_gain_eur_per_yr", estimate(credit.receiverGain()));
        object.put("both_gain_above_eur_per_t", credit.hasSpace() ? Json.number(credit.leastEurosPerTonne()) : null);
        object.put("both_gain_below_eur_per_t", credit.hasSpace() ? Json.number(credit.mostEurosPerTonne()) : null);
        object.put("without_it_set", credit.synergy().without());
        return object;
    }

    private static Map<String, Object> synergy(Synergy synergy) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("donor", synergy.donor());
        object.put("receiver", synergy.receiver());
        object.put("material", synergy.material());
        return object;
    }

    private static Map<String, Object> gains(List<Estimate> byKind) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < byKind.size(); i++) {
            Gain gain = Gain.values()[i];
            Map<String, Object> each = estimate(byKind.get(i));
            each.put("unit", gain.unit());
            object.put(gain.id(), each);
        }
        return object;
    }

    static Map<String, Object> estimate(Estimate estimate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("mean", Json.number(estimate.mean()));
        object.put("low95", Json.number(estimate.low95()));
        object.put("high95", Json.number(estimate.high95()));
        return object;
    }

    private static Map<String, Object> breakEven(BreakEven each) {
        Map<String, Object> object = synergy(each.synergy());
        object.put("what", each.kind().word());
        object.put("path", each.path());
        object.put("now", each.now());
        object.put("pays_now", each.paysNow());
        for (BreakEven.Criterion criterion : BreakEven.Criterion.values()) {
            Map<String, Object> turn = new LinkedHashMap<>();
            turn.put("below", end(each.of(criterion).below()));
            turn.put("above", end(each.of(criterion).above()));
            object.put(criterion.word(), turn);
        }
        object.put("lowest_tried", each.lowest());
        object.put("highest_tried", each.highest());
        return object;
    }

    private static @Nullable Map<String, Object> end(@Nullable Threshold end) {
        if (end == null) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("last_as_now", end.fails());
        object.put("first_otherwise", end.does());
        return object;
    }
}
