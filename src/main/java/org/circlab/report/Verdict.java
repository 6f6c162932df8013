package org.circlab.report;

import org.circlab.score.Compared;
import org.circlab.score.Estimate;

/** What a difference from business as usual means, in a word. */
public enum Verdict {
    /** It differs for the better. */
    BETTER("better"),
    /** It differs for the worse. */
    WORSE("worse"),
    /** It is more, which is neither good nor bad. */
    MORE("more"),
    /** It is less, which is neither good nor bad. */
    LESS("less"),
    /** The interval of the difference holds 0. */
    UNCLEAR("no clear change"),
    /** It is the same in every replication. */
    SAME("no change"),
    /** It differs, but one replication tells nothing of chance. */
    ONE_RUN("one run only"),
    /** One of the two values does not apply. */
    NOT_APPLICABLE("does not apply");

    private static final double ROUNDING = 1e-12;

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The word used on screens and in results. */
    public String words() {
        return words;
    }

    /** The verdict on the difference of {@code compared}. */
    public static Verdict of(Compared compared) {
        Estimate difference = compared.difference();
        if (!Double.isFinite(difference.mean())) {
            return NOT_APPLICABLE;
        }
        if (isNoise(difference.mean(), compared) && !isWide(compared)) {
            return SAME;
        }
        if (difference.replications() == 1) {
            return ONE_RUN;
        }
        if (difference.low95() <= 0 && difference.high95() >= 0) {
            return UNCLEAR;
        }
        boolean more = difference.mean() > 0;
        return switch (compared.measure().sense()) {
            case HIGHER_IS_BETTER -> more ? BETTER : WORSE;
            case LOWER_IS_BETTER -> more ? WORSE : BETTER;
            case NEITHER -> more ? MORE : LESS;
        };
    }

    private static boolean isWide(Compared compared) {
        double halfWidth = compared.difference().halfWidth();
        return Double.isFinite(halfWidth) && !isNoise(halfWidth, compared);
    }

    /** Whether a difference is only what rounding of the two values leaves. */
    private static boolean isNoise(double difference, Compared compared) {
        double size = Math.max(
                Math.abs(compared.variant().mean()),
                Math.abs(compared.baseline().mean()));
        return Math.abs(difference) <= ROUNDING * size;
    }
}
