package org.circlab.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.circlab.model.Actor;
import org.circlab.model.Place;
import org.circlab.report.Rounded;
import org.circlab.report.map.LabMap;
import org.circlab.score.Compared;

/** Where labs are, how much arises in each, and how much of it a variant keeps out of disposal. */
final class ComparedPlaces {

    private final List<ComparedRun> runs;
    private final List<String> labels;

    ComparedPlaces(List<ComparedRun> runs, List<String> labels) {
        this.runs = runs;
        this.labels = labels;
    }

    String html() {
        List<LabMap.Spot> spots = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            spot(spots, i);
        }
        if (spots.isEmpty()) {
            return "<p>There is no map: no actor says where it is.</p>\n";
        }
        return "<p>The area of a ring is the waste that arises in a lab, that of the disc in it is what the variant keeps out of "
                + "disposal; all are of one scale. "
                + "Outlines: Natural Earth.</p>\n<figure><figcaption>Where the labs are</figcaption><div class=\"wide\" tabindex=\"0\" role=\"region\" "
                + "aria-label=\"Map of the labs\">\n" + LabMap.element(spots)
                + "</div></figure>\n" + table();
    }

    private void spot(List<LabMap.Spot> spots, int index) {
        List<Place> places = runs.get(index).candidate().lab().actors().stream()
                .map(Actor::place)
                .filter(Objects::nonNull)
                .toList();
        if (places.isEmpty()) {
            return;
        }
        double latitude = places.stream().mapToDouble(Place::latitude).average().orElse(0);
        double longitude =
                places.stream().mapToDouble(Place::longitude).average().orElse(0);
        double arising = indicator(index, "arising").baseline().mean();
        double kept = -indicator(index, "disposed").difference().mean();
        spots.add(new LabMap.Spot(
                labels.get(index),
                new Place(latitude, longitude),
                arising,
                Math.max(0, kept),
                Rounded.of(arising) + " t/yr of waste arise, disposal changes by " + Rounded.signed(-kept) + " t/yr"));
    }

    private Compared indicator(int index, String id) {
        return runs.get(index).candidate().scorecard().indicator(id);
    }

    private String table() {
        Table table = new Table(
                "Waste in the labs, t/yr",
                1,
                "Lab",
                "Arises as usual",
                "Change of disposal \u00b1 95 %",
                "Inhabitants");
        for (int i = 0; i < runs.size(); i++) {
            Compared disposed = indicator(i, "disposed");
            long people = runs.get(i).candidate().lab().region().inhabitants();
            table.row("")
                    .head(labels.get(i))
                    .number(Rounded.of(indicator(i, "arising").baseline().mean()))
                    .number(Rounded.difference(
                            disposed.difference().mean(), disposed.difference().halfWidth()))
                    .number(people == 0 ? "" : Rounded.of((double) people))
                    .end();
        }
        return table.html();
    }
}
