package org.circlab.scenario;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlab.model.Actor;
import org.circlab.model.Arising;
import org.circlab.model.Contract;
import org.circlab.model.DistanceTable;
import org.circlab.model.Exchange;
import org.circlab.model.Haulage;
import org.circlab.model.Horizon;
import org.circlab.model.Material;
import org.circlab.model.Need;
import org.circlab.model.Recipe;
import org.circlab.model.Region;
import org.circlab.model.Season;
import org.circlab.model.WorkCalendar;

/**
 * A lab as far as it could be read, for the rules that look across it. Where the findings call a part unsound, it holds
 * placeholders.
 *
 * @param region where it is
 * @param horizon the time that is simulated; a placeholder if unsound
 * @param materials in the order of ids
 * @param seasons the sound ones by id
 * @param calendars the sound ones by id
 * @param recipes the sound ones by id
 * @param actors in the order of ids
 * @param contracts the sound ones in the order of ids
 * @param haulage modes of transport and fleets
 * @param distances as given
 * @param exchange how offers meet those who want them
 */
record Draft(
        Region region,
        Horizon horizon,
        List<Material> materials,
        Map<String, Season> seasons,
        Map<String, WorkCalendar> calendars,
        Map<String, Recipe> recipes,
        List<Actor> actors,
        List<Contract> contracts,
        Haulage haulage,
        DistanceTable distances,
        Exchange exchange) {

    Map<String, Actor> actorsById() {
        return actors.stream().collect(Collectors.toMap(Actor::id, Function.identity()));
    }

    Map<String, Material> materialsById() {
        return materials.stream().collect(Collectors.toMap(Material::id, Function.identity()));
    }

    /** What an actor can give away: what arises at it and what its lines yield. */
    static Stream<String> gives(Actor actor) {
        return Stream.concat(
                        actor.generates().stream().map(Arising::material),
                        actor.lines().stream()
                                .flatMap(line -> line.recipe().outputs().stream())
                                .map(Recipe.Output::material))
                .distinct();
    }

    /** What an actor takes in its lines, needs and sites, whether or not it is permitted to. */
    static Stream<String> takes(Actor actor) {
        Stream<String> lines = actor.lines().stream().flatMap(line -> line.recipe().takes().stream());
        Stream<String> needs =
                actor.needs().stream().flatMap(need -> need.accepts().stream().map(Need.Accepted::material));
        Stream<String> sites = actor.sites().stream().flatMap(site -> site.accepts().stream());
        return Stream.concat(Stream.concat(lines, needs), sites).distinct();
    }
}
