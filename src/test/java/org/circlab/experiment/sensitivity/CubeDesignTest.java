package org.circlab.experiment.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.circlab.scenario.Factor;
import org.junit.jupiter.api.Test;

class CubeDesignTest {

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static final Factor TAX =
            new Factor("policy.landfill-tax", new Factor.Between(number("0"), number("120"), "EUR/t"));
    private static final Factor RULE = new Factor("exchange.rule", new Factor.Levels(List.of("cheapest", "nearest")));
    private static final Factor PRICE = new Factor(
            "policy.carbon-price",
            new Factor.Uncertain(Factor.Law.UNIFORM, List.of(number("40"), number("120")), "EUR/tCO2e"));

    /** The four levels of a range go from end to end, those of a distribution are the middles of four equal parts. */
    @Test
    void levelsOfAScreeningAreValuesOfItsFactors() {
        MorrisDesign morris = MorrisDesign.of(3, 30, 4, 1);
        CubeDesign design = CubeDesign.of(morris, 4, List.of(TAX, RULE, PRICE));
        assertThat(design.points()).isEqualTo(120);
        assertThat(design.paths()).containsExactly("policy.landfill-tax", "exchange.rule", "policy.carbon-price");
        List<Set<String>> values = List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (int point = 1; point <= design.points(); point++) {
            for (int i = 0; i < 3; i++) {
                values.get(i).add(design.values(point).get(i));
            }
        }
        assertThat(values.get(0)).containsExactlyInAnyOrder("0 EUR/t", "40 EUR/t", "80 EUR/t", "120 EUR/t");
        assertThat(values.get(1)).containsExactlyInAnyOrder("cheapest", "nearest");
        assertThat(values.get(2))
                .containsExactlyInAnyOrder("50 EUR/tCO2e", "70 EUR/tCO2e", "90 EUR/tCO2e", "110 EUR/tCO2e");
    }

    @Test
    void pointsOfIndicesAreQuantiles() {
        SobolDesign sobol = SobolDesign.of(2, 8);
        CubeDesign design = CubeDesign.of(sobol, List.of(TAX, PRICE));
        assertThat(design.points()).isEqualTo(8 * 4);
        for (int point = 1; point <= design.points(); point++) {
            double[] share = sobol.point(point - 1);
            assertThat(design.values(point).get(0)).isEqualTo(text(120 * share[0]) + " EUR/t");
            assertThat(design.values(point).get(1)).isEqualTo(text(40 + 80 * share[1]) + " EUR/tCO2e");
        }
    }

    private static String text(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }
}
