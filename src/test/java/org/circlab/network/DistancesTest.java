package org.circlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.circlab.model.DistanceTable;
import org.circlab.model.Lab;
import org.circlab.model.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances by road, to the metre. */
class DistancesTest {

    private static Lab two(Place a, Place b, double detour, DistanceTable table) {
        return NetworkLab.of(List.of(NetworkLab.at("a", a), NetworkLab.at("b", b)), detour, table);
    }

    /** Published solutions of the inverse geodesic problem on WGS84 (C. F. F. Karney, GeographicLib, test set). */
    @ParameterizedTest
    @CsvSource({
        "40.6, -73.8, 49.01666667, 2.55, 5853.226",
        "35.60777, -139.44815, -11.17491, -69.95921, 8935.244560481830",
        "55.52454, 106.05087, 77.03196, -162.81766, 4105.086171392441",
        "-21.97856, 142.59065, 41.84138, 98.56635, 8394.328894657671",
        "-66.99028, 112.2363, -12.70631, -74.09656, 11150.344231208024",
        "0, 0, 0, 90, 10018.754171394622",
        "0, 0, 90, 0, 10001.965729"
    })
    void theGeodesicIsThatOfThePublishedCases(
            double latitude1, double longitude1, double latitude2, double longitude2, double kilometres) {
        Lab lab = two(new Place(latitude1, longitude1), new Place(latitude2, longitude2), 1, DistanceTable.NONE);
        double found = new Distances(lab).kilometres(0, 1);
        assertThat(found).isEqualTo(Math.rint(kilometres * 1000) / 1000);
        assertThat(new Distances(lab).kilometres(1, 0)).isEqualTo(found);
    }

    @Test
    void theDetourMultipliesBeforeTheMetreIsRounded() {
        Lab lab = two(new Place(0, 0), new Place(0, 90), 1.3, DistanceTable.NONE);
        assertThat(new Distances(lab).kilometres(0, 1)).isEqualTo(13_024.380);
    }

    @Test
    void anActorIsAtNoDistanceFromItselfEvenWithoutAPlace() {
        Lab lab = NetworkLab.of(List.of(NetworkLab.at("a", new Place(1, 2))), 1.3, DistanceTable.NONE);
        assertThat(new Distances(lab).kilometres(0, 0)).isZero();
    }

    @Test
    void givenDistancesAreUsedAsTheyAreInBothDirections() {
        DistanceTable table = new DistanceTable(Map.of("b", Map.of("a", 12.3456789)));
        Distances distances = new Distances(two(new Place(0, 0), new Place(0, 90), 1.3, table));
        assertThat(distances.kilometres(0, 1)).isEqualTo(12.3456789);
        assertThat(distances.kilometres(1, 0)).isEqualTo(12.3456789);
    }

    @Test
    void aTableMayDifferByDirection() {
        DistanceTable table = new DistanceTable(Map.of("b", Map.of("a", 12.0), "a", Map.of("b", 11.0)));
        Distances distances = new Distances(two(new Place(0, 0), new Place(0, 90), 1.3, table));
        assertThat(distances.kilometres(1, 0)).isEqualTo(12);
        assertThat(distances.kilometres(0, 1)).isEqualTo(11);
    }

    @Test
    void aPairThatTheTableLeavesOutIsComputed() {
        DistanceTable table = new DistanceTable(Map.of("a", Map.of("c", 1.0)));
        Lab lab = two(new Place(0, 0), new Place(0, 90), 1, table);
        assertThat(new Distances(lab).kilometres(0, 1)).isEqualTo(10_018.754);
    }

    @Test
    void anUnknownDistanceNamesBothActorsAndWhatToDo() {
        Lab placeless = NetworkLab.of(
                NetworkLab.random(3).actors().stream()
                        .map(actor -> new org.circlab.model.Actor(
                                actor.id(),
                                actor.name(),
                                "",
                                null,
                                actor.permits(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()))
                        .toList(),
                1,
                DistanceTable.NONE);
        Distances distances = new Distances(placeless);
        assertThatThrownBy(() -> distances.kilometres(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'a0'", "'a1'", "place", "distances");
    }
}
