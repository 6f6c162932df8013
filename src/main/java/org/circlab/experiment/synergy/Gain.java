package org.circlab.experiment.synergy;

import java.util.Arrays;
import java.util.List;
import org.circlab.ledger.Accounts;
import org.circlab.model.Lab;
import org.circlab.score.Indicators;

/** In what a lab gains by its synergies: an indicator, or the opposite of one that is better when lower. More is better. */
public enum Gain {
    EXCHANGED("exchanged", "exchanged", "t/yr", 1),
    VIRGIN("virgin-avoided", "virgin-bought", "t/yr", -1),
    GHG("ghg-saved", "ghg-net", "tCO2e/yr", -1),
    COST("cost-saved", "net-cost", "EUR/yr", -1);

    private static final List<String> INDICATORS =
            Arrays.stream(values()).map(gain -> gain.indicator).toList();

    private final String id;
    private final String indicator;
    private final String unit;
    private final int sign;

    Gain(String id, String indicator, String unit, int sign) {
        this.id = id;
        this.indicator = indicator;
        this.unit = unit;
        this.sign = sign;
    }

    /** As results name it. */
    public String id() {
        return id;
    }

    /** The indicator of which it is the value or, where lower is better, the opposite. */
    public String indicator() {
        return indicator;
    }

    /** The unit of both. */
    public String unit() {
        return unit;
    }

    /** The gains of one replication, in the order of the kinds. */
    static double[] of(Lab lab, Accounts accounts) {
        List<Double> values = Indicators.of(lab, accounts, INDICATORS);
        return Arrays.stream(values())
                .mapToDouble(gain -> gain.sign * values.get(gain.ordinal()))
                .toArray();
    }
}
