package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.circlab.ledger.Accounts;
import org.circlab.ledger.Chart;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Actor;
import org.circlab.model.Lab;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private static final Lab LAB = LabFixture.lab(6);
    private static final double YEARS = LAB.horizon().years();
    private static final Replications NOTHING = new Replications(LAB, List.of(books()));

    /** Books in which actors get so many euros a year from outside, the first actor first. */
    private static Accounts books(double... eurosPerYear) {
        Chart chart = Chart.of(LAB.actors().stream().map(Actor::id).toList(), List.of("ash"));
        List<Accounts.Payment> payments = new ArrayList<>();
        for (int actor = 0; actor < eurosPerYear.length; actor++) {
            long micros = Math.round(eurosPerYear[actor] * YEARS * 1e6);
            payments.add(new Accounts.Payment(chart.world(Chart.OUTSIDE), actor, PaymentKind.SALES, micros));
        }
        return new Accounts(chart, List.of(), payments, List.of(), List.of(), List.of(), List.of());
    }

    private static List<String> members(int count) {
        return IntStream.range(0, count).mapToObj(actor -> "a" + actor).toList();
    }

    private static Joining joining(double... eurosPerYear) {
        return Joining.of(new Replications(LAB, List.of(books(eurosPerYear))), NOTHING, members(eurosPerYear.length));
    }

    private static List<Double> transfers(Joining joining) {
        return joining.members().stream().map(Joining.Member::transfer).toList();
    }

    @Test
    void whereEachGainsNobodyPays() {
        Joining joining = joining(100, 20, 1);
        assertThat(joining.answer()).isEqualTo(Joining.Answer.ALL_GAIN);
        assertThat(transfers(joining)).containsExactly(0.0, 0.0, 0.0);
        assertThat(joining.surplus().mean()).isCloseTo(121, within(1e-6));
        assertThat(joining.missing()).isZero();
    }

    /** 100 + 50 - 30 leave 120, a third of which is 40: the loser gets 70, of which those who gain pay two thirds and one. */
    @Test
    void whoLosesGetsThatAndAnEqualShareFromThoseWhoGain() {
        Joining joining = joining(100, 50, -30);
        assertThat(joining.answer()).isEqualTo(Joining.Answer.TRANSFER);
        double[] expected = {-140.0 / 3, -70.0 / 3, 70};
        for (int i = 0; i < 3; i++) {
            assertThat(transfers(joining).get(i)).isCloseTo(expected[i], within(1e-5));
        }
        assertThat(joining.members().get(2).gainAfter()).isCloseTo(40, within(1e-5));
        assertThat(joining.members().get(0).name())
                .isEqualTo(LAB.actors().get(0).name());
    }

    @Test
    void whoGainsNothingIsPaidForJoiningToo() {
        Joining joining = joining(90, 0);
        assertThat(joining.answer()).isEqualTo(Joining.Answer.TRANSFER);
        assertThat(joining.members())
                .allSatisfy(member -> assertThat(member.gainAfter()).isCloseTo(45, within(1e-5)));
    }

    @Test
    void whereAllTogetherLoseNoTransferHelps() {
        Joining joining = joining(100, -130);
        assertThat(joining.answer()).isEqualTo(Joining.Answer.NONE);
        assertThat(transfers(joining)).containsExactly(0.0, 0.0);
        assertThat(joining.missing()).isCloseTo(30, within(1e-6));
    }

    @Test
    void onlyMembersAreAsked() {
        Joining joining = Joining.of(new Replications(LAB, List.of(books(100, -500, 7))), NOTHING, List.of("a2", "a0"));
        assertThat(joining.members()).extracting(Joining.Member::actor).containsExactly("a0", "a2");
        assertThat(joining.answer()).isEqualTo(Joining.Answer.ALL_GAIN);
        assertThat(Joining.of(NOTHING, NOTHING, List.of()).answer()).isEqualTo(Joining.Answer.ALL_GAIN);
    }

    /** The surplus has the interval of the sum and not the sum of intervals: 110, 120, 130 and -10, -20, -30 make 100 each time. */
    @Test
    void whatCancelsInEachReplicationIsNotUncertain() {
        Replications variant = new Replications(LAB, List.of(books(110, -10), books(120, -20), books(130, -30)));
        Replications baseline = new Replications(LAB, List.of(books(), books(), books()));
        Joining joining = Joining.of(variant, baseline, members(2));
        assertThat(joining.surplus().mean()).isCloseTo(100, within(1e-6));
        assertThat(joining.surplus().halfWidth()).isCloseTo(0, within(1e-6));
        assertThat(joining.members().get(0).gain().halfWidth()).isCloseTo(24.84, within(0.01));
    }

    @Test
    void transfersBalanceAndEverybodyGainsWhereThereIsASurplus() {
        Random random = new Random(4);
        int paid = 0;
        for (int i = 0; i < 500; i++) {
            double[] gains = random.doubles(1 + random.nextInt(6), -100, 120).toArray();
            Joining joining = joining(gains);
            assertThat(transfers(joining).stream().mapToDouble(each -> each).sum())
                    .isCloseTo(0, within(1e-6));
            if (joining.answer() == Joining.Answer.TRANSFER) {
                paid++;
                assertThat(joining.members()).allMatch(member -> member.gainAfter() > 0);
                assertThat(joining.members()).allMatch(member -> member.gain().mean() > 0 == member.transfer() < 0);
            }
        }
        assertThat(paid).isGreaterThan(100);
    }
}
