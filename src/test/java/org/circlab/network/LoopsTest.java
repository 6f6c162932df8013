package org.circlab.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.circlab.model.Actor;
import org.circlab.model.Line;
import org.circlab.network.Loops.Station;
import org.junit.jupiter.api.Test;

/** Circles of lines against a second way to find them: who reaches whom, pair by pair. */
class LoopsTest {

    private record Placed(Station station, Line line) {

        boolean feeds(Placed other) {
            return line.recipe().outputs().stream()
                    .anyMatch(output -> output.shipsGrams() == 0
                            && other.line.recipe().takes().contains(output.material()));
        }
    }

    private static List<List<Station>> byPairs(List<Actor> actors) {
        List<Placed> lines = new ArrayList<>();
        actors.forEach(actor ->
                actor.lines().forEach(line -> lines.add(new Placed(new Station(actor.id(), line.id()), line))));
        int count = lines.size();
        boolean[][] reaches = new boolean[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                reaches[i][j] = lines.get(i).feeds(lines.get(j));
            }
        }
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    reaches[i][j] |= reaches[i][k] && reaches[k][j];
                }
            }
        }
        List<List<Station>> circles = new ArrayList<>();
        boolean[] told = new boolean[count];
        for (int i = 0; i < count; i++) {
            List<Station> circle = new ArrayList<>();
            for (int j = i; j < count; j++) {
                if (!told[j] && (i == j || (reaches[i][j] && reaches[j][i]))) {
                    told[j] = true;
                    circle.add(lines.get(j).station());
                }
            }
            if (circle.size() > 1) {
                circles.add(circle);
            }
        }
        return circles;
    }

    @Test
    void circlesAreThoseOfLinesThatReachEachOther() {
        int found = 0;
        for (int seed = 0; seed < 2000; seed++) {
            List<Actor> actors = NetworkLab.random(seed).actors();
            List<List<Station>> circles = Loops.withoutLoads(actors);
            assertThat(circles).as("seed %d", seed).isEqualTo(byPairs(actors));
            found += circles.size();
        }
        assertThat(found).isBetween(500, 20_000);
    }
}
