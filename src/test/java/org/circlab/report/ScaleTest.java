package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void numbersFitTheirColumnWhateverTheirSize() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            double value = random.nextGaussian() * StrictMath.pow(10, random.nextInt(17));
            Scale scale = Scale.of("EUR/yr", value, value / 3);
            assertThat(scale.text(value)).as("%s", value).hasSizeLessThanOrEqualTo(10);
            assertThat(scale.difference(value, Math.abs(value) / 50)).hasSizeLessThanOrEqualTo(20);
            double read = Double.parseDouble(scale.text(value).replace(" ", "")) * scale.factor();
            assertThat(Math.abs(read - value)).isLessThanOrEqualTo(Math.abs(value) * 0.005);
        }
    }

    @Test
    void onlyUnitsThatTakeAPrefixAreScaled() {
        assertThat(Scale.of("EUR/yr", 2.5e7).unit()).isEqualTo("kEUR/yr");
        assertThat(Scale.of("t/yr", 2.5e10).unit()).isEqualTo("Mt/yr");
        assertThat(Scale.of("t/yr", 9_999_999).unit()).isEqualTo("t/yr");
        assertThat(Scale.of("trips/yr", 2.5e7).unit()).isEqualTo("trips/yr");
        assertThat(Scale.of("%", Double.NaN)).isEqualTo(new Scale(1, "%"));
    }
}
