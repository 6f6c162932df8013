package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.circlab.ledger.Channel;
import org.circlab.ledger.Flow;
import org.circlab.ledger.PaymentKind;
import org.circlab.model.Grade;
import org.circlab.model.Operation;
import org.junit.jupiter.api.Test;

/** A chain 0 to 1 to 2 and a pair 3 to 4 beside it, month by month by hand. */
class ServiceKeptTest {

    private static final YearMonth START = YearMonth.of(2026, 1);
    private static final ServiceKept.Outage MARCH_APRIL =
            new ServiceKept.Outage(1, START.plusMonths(2), START.plusMonths(3));

    private static Flow flow(int from, int to, double tonnes, Channel channel) {
        return new Flow(
                new Flow.Route(from, to, 0, Operation.R5, channel, Grade.ASSUMED),
                Math.round(tonnes * 1e6),
                1,
                0,
                Collections.nCopies(PaymentKind.values().length, 0L),
                0);
    }

    /** Each month 0 gives 1 so much, and 1 half of it to 2; 3 gives 4 always 10 t. */
    private static Deliveries chain(double... tonnes) {
        Deliveries deliveries = new Deliveries(6);
        for (int i = 0; i < tonnes.length; i++) {
            List<Flow> flows = new ArrayList<>(List.of(
                    flow(0, 1, tonnes[i], Channel.EXCHANGE),
                    flow(1, 2, tonnes[i] / 2, Channel.CONTRACT),
                    flow(3, 4, 10, Channel.EXCHANGE)));
            flows.add(flow(0, 4, 1000, Channel.DISPOSAL));
            flows.add(flow(0, 0, 1000, Channel.EXCHANGE));
            deliveries.month(START.plusMonths(i), flows);
        }
        return deliveries;
    }

    private static ServiceKept kept(double... tonnes) {
        double[] usual = new double[tonnes.length];
        Arrays.fill(usual, 20);
        return ServiceKept.of(List.of(chain(usual)), List.of(chain(tonnes)), MARCH_APRIL);
    }

    /** Undisturbed 20 + 10 + 10 = 40 t a month; nothing of the chain in March and April leaves 20 of 80 t. */
    @Test
    void whatIsLostOverTheOutageAlone() {
        ServiceKept kept = kept(20, 20, 0, 0, 20, 20);
        assertThat(kept.kept().mean()).isCloseTo(0.25, within(1e-12));
        assertThat(kept.last()).isEqualTo(YearMonth.of(2026, 4));
        assertThat(kept.back()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(kept.monthsToRecover()).isZero();
        assertThat(kept.months().get(2)).isEqualTo(new ServiceKept.Month(YearMonth.of(2026, 3), 40, 10));
    }

    /** May brings half: (10 + 10 + 25) / 120. */
    @Test
    void recoveryCountsUntilEveryMonthIsBack() {
        ServiceKept kept = kept(20, 20, 0, 0, 10, 20);
        assertThat(kept.kept().mean()).isCloseTo(45.0 / 120, within(1e-12));
        assertThat(kept.back()).isEqualTo(YearMonth.of(2026, 6));
        assertThat(kept.monthsToRecover()).isEqualTo(1);
    }

    /** May catches up on 20 t more: it is back, but counts. */
    @Test
    void whatIsCaughtUpOnIsKept() {
        ServiceKept kept = kept(20, 20, 0, 0, 40, 20);
        assertThat(kept.back()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(kept.last()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(kept.kept().mean()).isCloseTo((10 + 10 + 70) / 120.0, within(1e-12));
    }

    @Test
    void whatFallsAgainWasNotBackForGood() {
        assertThat(kept(20, 20, 0, 0, 20, 10, 20).back()).isEqualTo(YearMonth.of(2026, 7));
        ServiceKept never = kept(20, 20, 0, 0, 20, 10);
        assertThat(never.back()).isNull();
        assertThat(never.monthsToRecover()).isEqualTo(-1);
        assertThat(never.last()).isEqualTo(YearMonth.of(2026, 6));
    }

    /** 97 % of service is as good as all: (38.8 + 2 x 40) of 120 t in another month would not matter. */
    @Test
    void fivePerCentAreNothing() {
        ServiceKept kept = kept(20, 20, 19.2, 20, 20, 20);
        assertThat(kept.back()).isEqualTo(YearMonth.of(2026, 3));
        assertThat(kept.hit()).isEmpty();
        assertThat(kept.depth()).isZero();
    }

    @Test
    void theCascadeGoesFromPartnerToPartner() {
        ServiceKept kept = kept(20, 20, 0, 0, 20, 20);
        assertThat(kept.hit()).containsExactly(new ServiceKept.Hit(0, 1, 1), new ServiceKept.Hit(2, 1, 1));
        List<Deliveries> usual = List.of(chain(20, 20, 20, 20));
        List<Deliveries> out = List.of(chain(20, 20, 10, 10));
        ServiceKept atItsEnd =
                ServiceKept.of(usual, out, new ServiceKept.Outage(0, START.plusMonths(2), START.plusMonths(3)));
        assertThat(atItsEnd.hit()).containsExactly(new ServiceKept.Hit(1, 0.5, 1), new ServiceKept.Hit(2, 0.5, 2));
        assertThat(atItsEnd.depth()).isEqualTo(2);
        ServiceKept nobody = ServiceKept.of(
                usual, out, new ServiceKept.Outage(ServiceKept.NOBODY, START.plusMonths(2), START.plusMonths(3)));
        assertThat(nobody.hit()).hasSize(3).allMatch(hit -> hit.step() == 0);
    }

    @Test
    void eachReplicationHasItsShareAndAllShareTheMonths() {
        ServiceKept kept = ServiceKept.of(
                List.of(chain(20, 20, 20, 20, 20), chain(20, 20, 20, 20, 20)),
                List.of(chain(20, 20, 0, 0, 20), chain(20, 20, 20, 20, 20)),
                MARCH_APRIL);
        assertThat(kept.kept().mean()).isCloseTo((0.25 + 1) / 2, within(1e-12));
        assertThat(kept.kept().replications()).isEqualTo(2);
    }

    @Test
    void withoutServiceThereIsNothingToKeep() {
        Deliveries none = new Deliveries(6);
        none.month(START.plusMonths(2), List.of());
        none.month(START.plusMonths(3), List.of());
        ServiceKept kept = ServiceKept.of(List.of(none), List.of(none), MARCH_APRIL);
        assertThat(kept.kept().mean()).isNaN();
        assertThat(kept.back()).isEqualTo(YearMonth.of(2026, 3));
    }
}
