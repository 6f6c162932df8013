package org.circlab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Indices of published networks to the printed digits: an oyster reef (R. F. Dame and B. C. Patten, Marine Ecology Progress Series
 * 5, 1981) and marine coprophagy (D. S. Haven and R. Morales-Alamo, Limnology and Oceanography 11, 1966), as printed in the vignette
 * of the enaR package (2017).
 */
class PublishedNetworksTest {

    private static final Path FILE = Path.of("src/test/resources/score/networks.csv");

    private final List<String[]> rows;

    PublishedNetworksTest() throws IOException {
        rows = Files.readAllLines(FILE).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private List<String[]> rows(String network, String what) {
        return rows.stream()
                .filter(row -> row[0].equals(network) && row[1].equals(what))
                .toList();
    }

    private FlowNetwork network(String name, int nodes) {
        WebDraft draft = new WebDraft(nodes);
        rows(name, "flow").forEach(row -> draft.flow(node(row[2]), node(row[3]), Double.parseDouble(row[4])));
        rows(name, "import").forEach(row -> draft.outside().imports[node(row[2])] = Double.parseDouble(row[4]));
        rows(name, "dissipation")
                .forEach(row -> draft.outside().dissipation[node(row[2])] = Double.parseDouble(row[4]));
        return draft.network();
    }

    private static int node(String number) {
        return Integer.parseInt(number) - 1;
    }

    @ParameterizedTest
    @CsvSource({"oyster-reef, 6, 14", "marine-coprophagy, 4, 5"})
    void indicesAreAsPrinted(String name, int nodes, int printed) {
        FlowNetwork network = network(name, nodes);
        assertThat(network.imbalance()).isCloseTo(0, within(1e-3));
        List<String[]> indices = rows(name, "index");
        assertThat(indices).hasSize(printed);
        for (String[] row : indices) {
            double expected = Double.parseDouble(row[4]);
            assertThat(index(network, row[2])).as(row[2]).isCloseTo(expected, within(5e-7 * expected));
        }
    }

    private static double index(FlowNetwork network, String name) {
        FlowInformation information = network.information();
        return switch (name) {
            case "Boundary" -> network.imports();
            case "TST" -> network.total();
            case "TSTp" -> information.throughput();
            case "APL" -> network.meanPathLength();
            case "FCI" -> network.finnCyclingIndex();
            case "H" -> information.diversity();
            case "AMI" -> information.mutual();
            case "CAP" -> information.capacity();
            case "ASC" -> information.ascendency();
            case "OH" -> information.overhead();
            case "ASC.CAP" -> information.order();
            case "robustness" -> information.robustness();
            case "ELD" -> information.effectiveLinkDensity();
            case "TD" -> information.trophicDepth();
            default -> throw new IllegalArgumentException("nothing is known of " + name);
        };
    }

    @Test
    void theOysterReefHasThePrintedStructure() {
        WebDraft draft = new WebDraft(6);
        rows("oyster-reef", "flow").forEach(row -> draft.flow(node(row[2]), node(row[3]), 1));
        Links links = draft.links();
        assertThat(links.linked()).isEqualTo(6);
        assertThat(links.size()).isEqualTo(12);
        assertThat(links.size() / 36.0).isCloseTo(.3333333, within(5e-8));
        assertThat(links.cyclicity()).isCloseTo(2.147899, within(5e-7));
    }
}
