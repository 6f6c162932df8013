package org.circlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.circlab.model.Actor;
import org.circlab.model.DistanceTable;
import org.circlab.model.Haulage;
import org.circlab.model.Lab;
import org.circlab.model.Permits;
import org.circlab.model.Place;
import org.circlab.model.Preference;
import org.circlab.model.Timed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distances by road, to the metre. */
class DistancesTest {

    private static Lab two(Place a, Place b, double detour, DistanceTable table) {
        return NetworkLab.of(List.of(NetworkLab.at("a", a), NetworkLab.at("b", b)), detour, table);
    }

    private static double kilometres(Lab lab, int from, int to) {
        return new Distances(lab).kilometres(lab.haulage().truck(), from, to);
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
        double found = kilometres(lab, 0, 1);
        assertThat(found).isEqualTo(Math.rint(kilometres * 1000) / 1000);
        assertThat(kilometres(lab, 1, 0)).isEqualTo(found);
    }

    @Test
    void theDetourMultipliesBeforeTheMetreIsRounded() {
        Lab lab = two(new Place(0, 0), new Place(0, 90), 1.3, DistanceTable.NONE);
        assertThat(kilometres(lab, 0, 1)).isEqualTo(13_024.380);
    }

    @Test
    void anActorIsAtNoDistanceFromItselfEvenWithoutAPlace() {
        Lab lab = NetworkLab.of(List.of(NetworkLab.at("a", new Place(1, 2))), 1.3, DistanceTable.NONE);
        assertThat(kilometres(lab, 0, 0)).isZero();
    }

    @Test
    void givenDistancesAreUsedAsTheyAreInBothDirections() {
        DistanceTable table = new DistanceTable(Map.of("b", Map.of("a", 12.3456789)));
        Lab lab = two(new Place(0, 0), new Place(0, 90), 1.3, table);
        assertThat(kilometres(lab, 0, 1)).isEqualTo(12.3456789);
        assertThat(kilometres(lab, 1, 0)).isEqualTo(12.3456789);
    }

    @Test
    void aTableMayDifferByDirection() {
        DistanceTable table = new DistanceTable(Map.of("b", Map.of("a", 12.0), "a", Map.of("b", 11.0)));
        Lab lab = two(new Place(0, 0), new Place(0, 90), 1.3, table);
        assertThat(kilometres(lab, 1, 0)).isEqualTo(12);
        assertThat(kilometres(lab, 0, 1)).isEqualTo(11);
    }

    /** Two actors a quarter of the earth apart, and the kilometres between them by a mode with a detour of 2. */
    private static double byRail(@Nullable Place a, DistanceTable table) {
        Actor first = new Actor(
                "a", "a", "", a, Permits.ANY, Preference.NONE, List.of(), List.of(), List.of(), List.of(), List.of());
        Lab lab = NetworkLab.of(List.of(first, NetworkLab.at("b", new Place(0, 90))), 1.3, table);
        return new Distances(lab)
                .kilometres(new Haulage.Mode("rail", 1, Timed.constant(0), 1, 2, 0, Haulage.Handling.NONE, null), 0, 1);
    }

    @Test
    void anotherModeHasItsOwnDistancesOrItsOwnDetourAndTheRoadOnlyForWantOfAPlace() {
        Map<String, Map<String, Double>> byRoad = Map.of("b", Map.of("a", 11.0));
        Map<String, Map<String, Double>> byRail = Map.of("b", Map.of("a", 12.0));
        Place place = new Place(0, 0);
        assertThat(byRail(place, new DistanceTable(byRoad, Map.of("rail", byRail))))
                .isEqualTo(12);
        assertThat(byRail(place, new DistanceTable(byRoad, Map.of("barge", byRail))))
                .isEqualTo(20_037.508);
        assertThat(byRail(null, new DistanceTable(byRoad, Map.of("barge", byRail))))
                .isEqualTo(11);
        assertThat(byRail(null, new DistanceTable(Map.of(), Map.of("rail", byRail))))
                .isEqualTo(12);
        assertThatThrownBy(() -> byRail(null, new DistanceTable(Map.of(), Map.of("barge", byRail))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 'a' to 'b' is unknown");
    }

    @Test
    void aPairThatTheTableLeavesOutIsComputed() {
        DistanceTable table = new DistanceTable(Map.of("a", Map.of("c", 1.0)));
        Lab lab = two(new Place(0, 0), new Place(0, 90), 1, table);
        assertThat(kilometres(lab, 0, 1)).isEqualTo(10_018.754);
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
                                actor.prefers(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of()))
                        .toList(),
                1,
                DistanceTable.NONE);
        assertThatThrownBy(() -> kilometres(placeless, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'a0'", "'a1'", "place", "distances");
    }
}
