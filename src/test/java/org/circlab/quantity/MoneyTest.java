package org.circlab.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Money is rounded once, exactly, to a micro-euro. */
class MoneyTest {

    private static final int COSTS = 2_000;

    private static long oracle(double left, BigDecimal right) {
        return new BigDecimal(left)
                .multiply(right)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    @Test
    void eurosAreRoundedAsTheExactProduct() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double euros = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(80) - 37);
            assertThat(Money.micros(euros)).isEqualTo(oracle(euros, BigDecimal.valueOf(1_000_000)));
        }
    }

    @Test
    void halfMicrosAreRoundedAsTheExactProduct() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            double euros = (random.nextInt(1_000_000_000) + 0.5) / 1e6;
            assertThat(Money.micros(euros)).isEqualTo(oracle(euros, BigDecimal.valueOf(1_000_000)));
            assertThat(Money.micros(-euros)).isEqualTo(-Money.micros(euros));
        }
    }

    @Test
    void costsAreRoundedAsTheExactProduct() {
        Random random = new Random(13);
        for (int i = 0; i < 100_000; i++) {
            double price = (random.nextInt(20_001) - 10_000) / (i % 2 == 0 ? 1024.0 : 1000.0);
            long massGrams = random.nextLong() >> (4 + random.nextInt(60));
            assertThat(Money.micros(price, massGrams)).isEqualTo(oracle(price, BigDecimal.valueOf(massGrams)));
        }
    }

    @Test
    void theWholeRangeOfALongIsMoney() {
        assertThat(Money.micros(1, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Money.micros(1, Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.micros(Math.nextUp(1.0), Long.MAX_VALUE))
                .withMessageContaining("must be within 2^63");
    }

    /** Every consignment is paid for, so that takes no object; exact arithmetic takes hundreds of bytes. */
    @Test
    void costsOfAMassAllocateNothing() {
        bytesOfCosts();
        assertThat(bytesOfCosts()).isLessThan(60L * COSTS);
    }

    private static long bytesOfCosts() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long sum = 0;
        for (int i = 0; i < COSTS; i++) {
            sum += Money.micros(0.25, 1_000_000L * i);
        }
        assertThat(sum).isEqualTo(250_000L * (COSTS - 1) * COSTS / 2);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0
            1, 0.000001
            12345678, 12.345678
            -27500000, -27.5
            10000000, 10
            9223372036854775807, 9223372036854.775807
            -9223372036854775808, -9223372036854.775808
            """)
    void textIsExact(long micros, String text) {
        assertThat(Money.text(micros)).isEqualTo(text);
        assertThat(new BigDecimal(text).movePointRight(6).longValueExact()).isEqualTo(micros);
    }

    @Test
    void microsSurviveTheWayThroughEuros() {
        Random random = new Random(19);
        for (int i = 0; i < 100_000; i++) {
            long micros = random.nextLong() >> (13 + random.nextInt(50));
            assertThat(Money.micros(Money.euros(micros))).isEqualTo(micros);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e13, -1e300})
    void amountsBeyondALongAreRefused(double euros) {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.micros(euros))
                .withMessageStartingWith("amount of money is ");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.micros(euros, Long.MAX_VALUE))
                .withMessageStartingWith("amount of money is ");
    }
}
