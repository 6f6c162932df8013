package org.circlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.circlab.model.Lab;
import org.circlab.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/** The stocks of products in use of the scenario that has every key, and of one that has none. */
class InUseTableTest {

    private static Lab lab(String file) {
        return ScenarioFile.read(Path.of(file)).effective(null, List.of()).lab();
    }

    @Test
    void everyYearFromTheFirstKnownToTheLastOfTheRun() throws IOException {
        StringBuilder table = new StringBuilder();
        InUseTable.write(table, lab("src/test/resources/scenario/rich.yaml"));
        List<String> lines = table.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("actor,material,year,put_on_market_t,end_of_life_t,stock_t");
        assertThat(lines).hasSize(1 + (2029 - 2017 + 1) + (2029 - 1960 + 1) + (2029 - 1990 + 1));
        assertThat(lines.get(1)).startsWith("deponija,compost,2017,300,");
        assertThat(lines.get(4)).startsWith("deponija,compost,2020,303.8,");
        assertThat(lines.get(lines.size() - 1)).startsWith("deponija,light-fraction,2029,90,");
    }

    @Test
    void eachRowContinuesTheOneBefore() throws IOException {
        StringBuilder table = new StringBuilder();
        InUseTable.write(table, lab("src/test/resources/scenario/rich.yaml"));
        List<String[]> rows = new ArrayList<>();
        table.toString().lines().skip(1).forEach(line -> rows.add(line.split(",")));
        int compared = 0;
        for (int i = 1; i < rows.size(); i++) {
            double[] now = Stream.of(rows.get(i))
                    .skip(2)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (rows.get(i)[1].equals(rows.get(i - 1)[1])) {
                compared++;
                double before = Double.parseDouble(rows.get(i - 1)[5]);
                assertThat(now[0]).isEqualTo(Double.parseDouble(rows.get(i - 1)[2]) + 1);
                assertThat(before + now[1] - now[2]).isCloseTo(now[3], within(1e-5));
            }
        }
        assertThat(compared).isEqualTo(rows.size() - 3);
    }

    @Test
    void aLabWithoutProductsInUseHasNoSuchTable() {
        assertThat(InUseTable.isOf(lab("src/test/resources/scenario/rich.yaml")))
                .isTrue();
        assertThat(InUseTable.isOf(lab("src/test/resources/scenario/tiny.yaml")))
                .isFalse();
    }
}
